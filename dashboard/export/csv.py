"""Report rows → CSV that a spreadsheet can open without running anything in it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from dashboard import frame as frames
from dashboard.export.characters import in_utf8
from dashboard.frame import COLUMNS

# White space and invisible characters in front do not keep a spreadsheet from running a formula.
_RISKY = re.compile("[\t\r]|[\\s\0-\x1f\u200b-\u200f\u2060\ufeff]*[=+\\-@＝＋－＠]")
_TEXTS = tuple(column.name for column in COLUMNS if column.dtype == "str")


def to_csv(frame: pd.DataFrame) -> str:
    """Return the rows as CSV, as `frame.to_csv` writes them but for one thing.

    A text that begins with = + - @ (full width or not, white space before it or not), tab or
    return gets a ' in front, because a spreadsheet would read it as a formula. JSON has all
    texts unchanged.
    """
    return "".join(csv_lines(frame.to_dict("records")))


def csv_lines(rows: Iterable[Mapping[Any, Any]]) -> Iterator[str]:
    """Yield the same of rows of `frame.COLUMNS`, line by line."""
    yield from map(in_utf8, frames.csv_lines(map(_safe, rows)))


def _safe(row: Mapping[Any, Any]) -> Mapping[Any, Any]:
    return {**row, **{name: _harmless(row[name]) for name in _TEXTS}}


def _harmless(text: object) -> object:
    return f"'{text}" if isinstance(text, str) and _RISKY.match(text) else text


def without_marks(frame: pd.DataFrame) -> pd.DataFrame:
    """Take the ' away that `to_csv` put in front of texts that begin like a formula."""
    return frame.assign(**{name: [_plain(text) for text in frame[name]] for name in _TEXTS})


def _plain(text: str) -> str:
    return text[1:] if text.startswith("'") and _RISKY.match(text[1:]) else text
