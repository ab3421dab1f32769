"""A correction in words, the same in the commands and on the screen."""

from dashboard import edtf
from dashboard.countries import country_name
from dashboard.review.corrections import Correction
from dashboard.review.values import ALONE, NONE, UNDATED

_NAMES = {"published_on": "publication day", "date": "day"}
_JOINTS = {"from", "to"}
_MOVED = {
    "aside": ("set aside", "put back on the timeline"),
    "event": ("joined with another event", "put back where the rules have it"),
}


def value_words(field: str, value: str) -> str:
    """Say the value of a field.

    >>> value_words("countries", "NOR PER"), value_words("date", "undated")
    ('Norway and Peru', 'date not stated')
    """
    if field == "published_on":
        return edtf.in_words(value) if value else "not known"
    if field == "date":
        return edtf.in_words("" if value == UNDATED else value)
    if field == "countries":
        return " and ".join(country_name(c) for c in value.split() if c != NONE) or "none"
    return f"“{value}”" if field == "label" else value


def correction_words(correction: Correction) -> str:
    """Say in one line what a correction changed, when, by whom and why.

    >>> correction_words(Correction(1, "a", "published_on", "", "2022-10-11", "Seen.", "Anna",
    ...                             "2023-01-02T03:04:05Z"))
    '2023-01-02T03:04:05Z by Anna: publication day corrected from not known to Tue 11 Oct 2022.
    Reason: Seen.'
    """
    by = f" by {correction.who}" if correction.who else ""
    why = f" Reason: {correction.reason}" if correction.reason else ""
    return f"{correction.at}{by}: {_what(correction)}.{why}"


def _what(one: Correction) -> str:
    if one.field in _MOVED:
        moved, back = _MOVED[one.field]
        if one.after == ALONE:
            moved = "parted from its event: not the same happening"
        return (
            f"undone: {moved if one.after else back}"
            if one.undoes
            else (moved if one.after else back)
        )
    name, before = _NAMES.get(one.field, one.field), value_words(one.field, one.before)
    if not one.after:
        return f"{name} correction to {before} taken back"
    before, after = _apart(before), _apart(value_words(one.field, one.after))
    return f"{name} {'set back' if one.undoes else 'corrected'} from {before} to {after}"


def _apart(words: str) -> str:
    """Set words in quotation marks whose own "from" or "to" would run into those around them."""
    is_clear = words[0] == "“" or _JOINTS.isdisjoint(words.split())
    return words if is_clear else f"“{words}”"


def original_words(field: str, original: str) -> str:
    """Say what was found where a reader corrected it.

    >>> original_words("kind", "planned"), original_words("event", "ab12")
    ('kind: planned before', 'event: moved by a reader')
    """
    if field == "aside":
        return "set aside by a reader"
    if field == "event":
        return "event: moved by a reader"
    return f"{_NAMES.get(field, field)}: {value_words(field, original)} before"
