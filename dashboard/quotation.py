"""A quote within quotation marks of ours: marks of its own become single ones, as in print."""

import re

_OPENING = re.compile(r"(?:^|(?<=[\s(\[{—–/‘]))\"")
_SINGLE = str.maketrans({"“": "‘", "”": "’", "„": "‚", "‟": "‛", '"': "’"})


def within_marks(quote: str) -> str:
    """Return a quote as it stands within double marks, as long as it was; what is kept stays.

    >>> within_marks('"These people were no diplomats," she said.')
    '‘These people were no diplomats,’ she said.'
    """
    return _OPENING.sub("‘", quote).translate(_SINGLE)


def in_marks(quote: str) -> str:
    """Return a quote in double marks.

    >>> in_marks("He said “no” twice.")
    '“He said ‘no’ twice.”'
    """
    return f"“{within_marks(quote)}”"
