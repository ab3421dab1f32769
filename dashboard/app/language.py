"""In which direction a language is written, for the `dir` of its words on the page."""

_RIGHT_TO_LEFT = ("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi")


def direction(language: str) -> str:
    """Return the direction of a language tag (BCP 47).

    >>> direction("he-IL"), direction("en")
    ('rtl', 'ltr')
    """
    return "rtl" if language.split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"
