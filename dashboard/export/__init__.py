"""A selection as a file: the suffix says the format, `WRITERS` has one row a format.

Pictures are the briefing frame; where its sources go on, further pages are written beside
the first (name-2.svg, name-3.svg). The same frame and selection give the same bytes.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pandas as pd

from dashboard.errors import ExportError
from dashboard.export import pages
from dashboard.export.csv import csv_lines, to_csv
from dashboard.export.json import json_parts, to_json
from dashboard.export.png import to_png
from dashboard.export.svg import alt_text, to_svg
from dashboard.selection import Selection
from dashboard.view import TimelineView, briefing_view

__all__ = [
    "WRITERS",
    "alt_text",
    "csv_lines",
    "json_parts",
    "to_csv",
    "to_json",
    "to_png",
    "to_svg",
    "write",
]

Writer = Callable[[Path, pd.DataFrame, Selection, str], tuple[Path, ...]]


def write(
    path: Path, frame: pd.DataFrame, selection: Selection, *, theme: str = "light"
) -> tuple[Path, ...]:
    """Write the selected report rows in the format of the suffix; return the files written.

    Further pages that an earlier export left beside them and that no longer exist are removed.
    Raises ExportError for a suffix nobody writes, for a selection with nothing to show
    (pictures need an event with a day), where a further page would replace a file of another
    origin, and where the file cannot be written.
    """
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise ExportError(
            f"{path} has no suffix that can be written.",
            f"End the name in one of: {', '.join(WRITERS)}.",
        )
    if not len(frame):
        raise ExportError("Nothing matches the selection.", "Take a filter away.")
    try:
        return writer(path, frame, selection, theme)
    except OSError as error:
        raise ExportError(
            f"{path} cannot be written: {error.strerror}.", "Choose another place."
        ) from None


def _csv(path: Path, frame: pd.DataFrame, selection: Selection, theme: str) -> tuple[Path, ...]:
    return pages.put_one(path, to_csv(frame).encode())


def _json(path: Path, frame: pd.DataFrame, selection: Selection, theme: str) -> tuple[Path, ...]:
    return pages.put_one(path, to_json(frame, selection).encode())


def _pages(drawer: Callable[[TimelineView], bytes]) -> Writer:
    def writer(
        path: Path, frame: pd.DataFrame, selection: Selection, theme: str
    ) -> tuple[Path, ...]:
        plain = replace(selection, event="", view="")
        view = briefing_view(frame, plain, theme=theme)
        if not view.marks:
            raise ExportError(
                "No event of the selection has a day, so there is nothing to draw.",
                "Take a filter away, or export .csv or .json.",
            )
        further = (
            briefing_view(frame, plain, theme=theme, page=page) for page in range(2, view.pages + 1)
        )
        return pages.put(path, [drawer(one) for one in (view, *further)])

    return writer


WRITERS: Mapping[str, Writer] = {
    ".csv": _csv,
    ".json": _json,
    ".svg": _pages(lambda view: to_svg(view).encode()),
    ".png": _pages(to_png),
}
