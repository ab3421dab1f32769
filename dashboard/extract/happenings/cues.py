"""Gives the patterns of data/rules/happening_cues.csv: words that say how to read others."""

import re
from functools import cache

from dashboard.rules import Row, made_of_rules, read_table

_REACH = 40
_COLUMNS = ("id", "cue", "pattern", "example", "counter")


@made_of_rules
@cache
def cue(name: str) -> re.Pattern[str]:
    """Return the pattern of a cue; it matches whole words, in capitals or not.

    >>> cue("looks_back").search("Previously, the port was calm.").group()
    'Previously'
    """
    patterns = sorted((r["pattern"] for r in _rows() if r["cue"] == name), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.I)


def cue_before(name: str, text: str, start: int, place: int) -> int | None:
    """Return where a cue begins that stands right before a place, or before "the" and it.

    >>> cue_before("links_date", "It closed on Monday.", 0, 13)
    10
    """
    for match in cue(name).finditer(text, max(start, place - _REACH), place):
        if text[match.end() : place].strip().lower() in ("", "the"):
            return match.start()
    return None


def check_cues() -> list[str]:
    """Run every row of the table on its example and counter-example; return what fails."""
    failures = []
    for row in _rows():
        pattern = re.compile(rf"\b(?:{row['pattern']})\b", re.I)
        if not pattern.search(row["example"]):
            failures.append(f"{row['where']}: {row['id']} does not match its example")
        if pattern.search(row["counter"]):
            failures.append(f"{row['where']}: {row['id']} matches its counter-example")
    return failures


def _rows() -> tuple[Row, ...]:
    return read_table("happening_cues", _COLUMNS, ("id",))
