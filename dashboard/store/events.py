"""Writes events into their tables and the text index, all of them or some."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

import pandas as pd
from sqlalchemy import Connection, delete, func, insert, select, text

from dashboard.countries import country_name
from dashboard.events import by_role, to_events
from dashboard.store import tables as t
from dashboard.store.days import day_bounds
from dashboard.store.reports import place_of, read_event_reports
from dashboard.store.rows import Row, country_rows, event_row, index_row, value_rows

EVENT_TABLES: Mapping[str, Callable[[Row], list[Row]]] = {
    "events": lambda row: [event_row(row)],
    "event_country": country_rows,
    "event_actor": value_rows("actors", "actor"),
    "event_publisher": value_rows("publishers", "publisher"),
    "event_article": value_rows("articles", "file"),
}
MOST = 500
"""Events that are named in one statement."""

ROOM = 1 << 32
"""Room between the places of two events, for those that corrections put between them."""


def replace_events(connection: Connection, frame: pd.DataFrame) -> None:
    """Write the events of all reports in place of all that are there."""
    for name in EVENT_TABLES:
        connection.execute(delete(t.metadata.tables[name]))
    connection.execute(text("DELETE FROM events_fts"))
    rows = _event_rows(frame)
    _insert(
        connection,
        [{**row, "position": n, "place": n * ROOM} for n, row in enumerate(rows, 1)],
    )


def rewrite_events(connection: Connection, ids: Collection[str], frame: pd.DataFrame) -> None:
    """Write the events of these reports, in their order, in place of those with these ids."""
    for some in chunks(ids):
        chosen = select(t.events.c.position).where(t.events.c.event_id.in_(some))
        numbers = [*connection.scalars(chosen)]
        for name in EVENT_TABLES:
            table = t.metadata.tables[name]
            connection.execute(delete(table).where(table.c.position.in_(numbers)))
        for number in numbers:
            connection.execute(text("DELETE FROM events_fts WHERE rowid = :n"), {"n": number})
    reports = {row["report_id"]: row for row in frame.to_dict("records")}
    for row in _event_rows(frame):
        last = connection.scalar(select(func.max(t.events.c.position))) or 0
        first = min(place_of(reports[key]) for key in row["report_ids"])
        place = _find_place(connection, row["date"], first)
        _insert(connection, [{**row, "position": last + 1, "place": place}])


def chunks(ids: Collection[str]) -> list[list[str]]:
    """Cut ids into lists that one statement can name."""
    ordered = sorted(ids)
    return [ordered[at : at + MOST] for at in range(0, len(ordered), MOST)]


def _event_rows(frame: pd.DataFrame) -> list[Row]:
    reports = {row["report_id"]: row for row in frame.to_dict("records")}
    rows = to_events(frame).to_dict("records")
    return [
        {**row, "people": _people(row, (reports[k] for k in row["report_ids"]))} for row in rows
    ]


def _people(event: Row, reports: Iterable[Row]) -> list[str]:
    """Name the countries and actors of an event in the order in which they are shown."""
    return [*map(country_name, by_role(event["countries"], [*reports])), *event["actors"]]


def _find_place(connection: Connection, date: str, first: tuple[Any, ...]) -> int:
    """Return the place of an event among those of the same days, by where its first report is."""
    c, days = t.events.c, day_bounds(date)
    same = select(c.place, c.event_id).where(c.earliest_day == days[0], c.latest_day == days[1])
    held = connection.execute(same.order_by(c.place)).all()
    at = bisect_left(held, first, key=lambda other: _first_of(connection, other.event_id))
    before = held[at - 1].place if at else None
    after = held[at].place if at < len(held) else None
    if before is None or after is None:
        return (after or 0) - ROOM if before is None else before + ROOM
    return int((before + after) // 2)


def _first_of(connection: Connection, event_id: str) -> tuple[Any, ...]:
    return place_of(read_event_reports(connection, [event_id])[0])


def _insert(connection: Connection, rows: list[Row]) -> None:
    if not rows:
        return
    for name, to_rows in EVENT_TABLES.items():
        some = [made for row in rows for made in to_rows(row)]
        if some:
            connection.execute(insert(t.metadata.tables[name]), some)
    add = "INSERT INTO events_fts (rowid, label, quotes) VALUES (:position, :label, :quotes)"
    connection.execute(text(add), [index_row(row) for row in rows])
