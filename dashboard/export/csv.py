"""Report rows → CSV that a spreadsheet can open without running anything in it."""

import re

import pandas as pd

from dashboard.export.characters import in_utf8
from dashboard.frame import COLUMNS
from dashboard.frame import to_csv as plain_csv

# White space and invisible characters in front do not keep a spreadsheet from running a formula.
_RISKY = re.compile("[\t\r]|[\\s\0-\x1f\u200b-\u200f\u2060\ufeff]*[=+\\-@＝＋－＠]")
_TEXTS = tuple(column.name for column in COLUMNS if column.dtype == "str")


def to_csv(frame: pd.DataFrame) -> str:
    """Return the rows as CSV, as `frame.to_csv` writes them but for one thing.

    A text that begins with = + - @ (full width or not, white space before it or not), tab or
    return gets a ' in front, because a spreadsheet would read it as a formula. JSON has all
    texts unchanged.
    """
    safe = {name: [_harmless(text) for text in frame[name]] for name in _TEXTS}
    return in_utf8(plain_csv(frame.assign(**safe)))


def _harmless(text: object) -> object:
    return f"'{text}" if isinstance(text, str) and _RISKY.match(text) else text


def without_marks(frame: pd.DataFrame) -> pd.DataFrame:
    """Take the ' away that `to_csv` put in front of texts that begin like a formula."""
    return frame.assign(**{name: [_plain(text) for text in frame[name]] for name in _TEXTS})


def _plain(text: str) -> str:
    return text[1:] if text.startswith("'") and _RISKY.match(text[1:]) else text
