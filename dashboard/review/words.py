"""A correction in words, the same in the commands and on the screen."""

from dashboard import edtf
from dashboard.review.corrections import Correction


def correction_words(correction: Correction) -> str:
    """Say in one line what a correction changed, when, by whom and why.

    >>> correction_words(Correction(1, "a", "published_on", "", "2022-10-11", "Seen.", "Anna",
    ...                             "2023-01-02T03:04:05Z"))
    '2023-01-02T03:04:05Z by Anna: publication day corrected from not known to Tue 11 Oct 2022.
    Reason: Seen.'
    """
    by = f" by {correction.who}" if correction.who else ""
    before = edtf.in_words(correction.before) if correction.before else "not known"
    what = f"corrected from {before} to {edtf.in_words(correction.after)}"
    if not correction.after:
        what = f"correction to {before} taken back"
    why = f" Reason: {correction.reason}" if correction.reason else ""
    return f"{correction.at}{by}: publication day {what}.{why}"
