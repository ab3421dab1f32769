"""The table: the events of a selection as rows, a piece at a time, in the order asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.app import wording
from dashboard.app.events import Found, event_row, mark_row
from dashboard.columns import KEYS, Place
from dashboard.errors import SelectionError
from dashboard.events import gather
from dashboard.view.items import reports_of

FIRST = 12
"""Rows that come with the picture; the others are asked for when they come into view."""

TRAY = 6
"""Events without a day that come with the picture."""

MOST = 200
"""Rows given at once, whatever is asked for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a table that is asked for: the order, whether downwards, first place, length."""

    key: str = "day"
    down: bool = False
    start: int = 0
    size: int = FIRST


def read_piece(asked: Mapping[str, str]) -> Piece:
    """Read which rows a query asks for; raise SelectionError where that is wrong.

    >>> read_piece({"sort": "kind", "down": "1", "start": "300", "size": "9999"})
    Piece(key='kind', down=True, start=300, size=200)
    """
    key, down = asked.get("sort", "day"), asked.get("down", "0")
    if key not in KEYS:
        raise SelectionError(
            f"“{key}” is nothing that the table can be sorted by.",
            f"Sort by one of {', '.join(KEYS)}.",
        )
    if down not in ("0", "1"):
        raise SelectionError(f"“{down}” is no direction.", "Write down=1, or down=0 for upwards.")
    start, size = _count(asked, "start", 0, 0), _count(asked, "size", FIRST, 1)
    return Piece(key, down == "1", start, min(size, MOST))


def _count(asked: Mapping[str, str], name: str, usual: int, least: int) -> int:
    text = asked.get(name, str(usual))
    if text.isdecimal() and len(text) < 10 and int(text) >= least:
        return int(text)
    raise SelectionError(
        f"“{text}” is no number of rows.", f"Give {name} as a whole number from {least} on."
    )


def table_rows(
    reports: Sequence[dict[str, Any]],
    places: Sequence[Place],
    ids: Sequence[str],
    found: Found | None = None,
) -> list[dict[str, Any]]:
    """Return a row for each place: all that the mark of its event says, the hits marked in it.

    reports are those of the events, ids their ids. Each has the quote of its best founded
    report, with its language.
    """
    events = gather(reports)
    by_id = {event["event_id"]: event for event in events}
    held = {report["report_id"]: report for report in reports}
    return [
        {
            **event_row(by_id[key], reports_of(by_id[key], held)),
            "number": place.number,
            "lang": held[by_id[key]["report_ids"][0]]["language"],
            "gap": wording.plural(place.wait, "day") if place.wait else "",
            **(mark_row(by_id[key], found) if found and found.typed else {}),
        }
        for key, place in zip(ids, places, strict=True)
        if key in by_id
    ]
