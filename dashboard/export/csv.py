"""Report rows → CSV that a spreadsheet can open without running anything in it."""

import pandas as pd

from dashboard.frame import COLUMNS
from dashboard.frame import to_csv as plain_csv

_RISKY = ("=", "+", "-", "@", "\t", "\r")
_TEXTS = tuple(column.name for column in COLUMNS if column.dtype == "str")


def to_csv(frame: pd.DataFrame) -> str:
    """Return the rows as CSV, as `frame.to_csv` writes them but for one thing.

    A text that begins with = + - @ tab or return gets a ' in front, because a spreadsheet
    would read it as a formula. JSON has all texts unchanged.
    """
    safe = {name: [_harmless(text) for text in frame[name]] for name in _TEXTS}
    return plain_csv(frame.assign(**safe))


def _harmless(text: object) -> object:
    return f"'{text}" if isinstance(text, str) and text.startswith(_RISKY) else text
