"""The selection as a table to take away, read from the store and sent piece by piece.

A table of everything may be larger than the memory; so nothing holds all of it.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain, islice

from dashboard.app.desk import Desk
from dashboard.events import gather
from dashboard.export import csv_lines, json_parts
from dashboard.selection import Selection, describe

TOGETHER = 200
"""So many lines, or events, are sent at once."""


def csv_of(desk: Desk, selection: Selection) -> Iterator[str]:
    """Yield the CSV of all reports of a selection."""
    return csv_lines(chain.from_iterable(desk.store.pieces.in_order(selection)))


def json_of(desk: Desk, selection: Selection) -> Iterator[str]:
    """Yield the JSON of the events of a selection, all of one state of the store."""
    with desk.store.reading.one_state():
        sentence = describe(selection, desk.index(selection).tally(selection))
        read = desk.store.pieces.by_event(selection)
        yield from json_parts(selection, sentence, ((gather(rows), rows) for rows in read))


TABLES: Mapping[str, tuple[str, Callable[[Desk, Selection], Iterator[str]]]] = {
    "csv": ("text/csv; charset=utf-8", csv_of),
    "json": ("application/json", json_of),
}
"""The media type of each table, and what makes it."""


def begun(parts: Iterator[str]) -> Iterator[str]:
    """Return the parts, some at a time, once the first are there: by then errors have come up."""
    larger = iter(lambda: "".join(islice(parts, TOGETHER)), "")
    return chain([next(larger)], larger)
