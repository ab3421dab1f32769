"""Writes events into their tables and the text index, all of them or some.

Each event is written as all its reports tell it, and beside that as it was known before:
once for each day on which one more of its sources was out (`lookback.tellings`).
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import count
from typing import Any

import pandas as pd
from sqlalchemy import Connection, delete, func, insert, select, text

from dashboard.countries import country_name
from dashboard.events import by_role, gather
from dashboard.lookback import tellings
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


def replace_events(connection: Connection, frame: pd.DataFrame) -> None:
    """Write the events of all reports in place of all that are there."""
    for name in EVENT_TABLES:
        connection.execute(delete(t.metadata.tables[name]))
    connection.execute(text("DELETE FROM events_fts"))
    now, before = count(1), count(-1, -1)
    rows = sorted(_event_rows(frame), key=_in_order)
    _insert(
        connection,
        [
            {**row, "position": next(now if row["is_now"] else before), "place": n * t.ROOM}
            for n, row in enumerate(rows, 1)
        ],
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
    for row in sorted(_event_rows(frame), key=_in_order):
        place = _find_place(connection, row["date"], place_of(row["first"]))
        position = _next_number(connection, row["is_now"])
        _insert(connection, [{**row, "position": position, "place": place}])


def chunks(ids: Collection[str]) -> list[list[str]]:
    """Cut ids into lists that one statement can name."""
    ordered = sorted(ids)
    return [ordered[at : at + MOST] for at in range(0, len(ordered), MOST)]


def _next_number(connection: Connection, is_now: bool) -> int:
    number = t.events.c.position
    if is_now:
        return max(connection.scalar(select(func.max(number))) or 0, 0) + 1
    return min(connection.scalar(select(func.min(number))) or 0, 0) - 1


def _event_rows(frame: pd.DataFrame) -> Iterator[Row]:
    """Yield a row for each telling of each event; order is where its first report stands."""
    groups: dict[str, list[Row]] = {}
    for order, row in enumerate(frame.to_dict("records")):
        groups.setdefault(row["event_id"], []).append({**row, "order": order})
    for group in groups.values():
        for at, telling in enumerate(tellings(group)):
            (event,) = gather(telling.rows)
            yield {
                **event,
                "is_now": at == 0,
                "since": telling.since,
                "until": telling.until,
                "first": telling.rows[0],
                "people": _people(event, telling.rows),
            }


def _in_order(row: Row) -> tuple[Any, ...]:
    """Return what the order of the timeline goes by: the days, then the first report."""
    days = (row["earliest"], row["latest"])
    return *((pd.isna(day), 0 if pd.isna(day) else day) for day in days), row["first"]["order"]


def _people(event: Row, reports: Iterable[Row]) -> list[str]:
    """Name the countries and actors of an event in the order in which they are shown."""
    return [*map(country_name, by_role(event["countries"], [*reports])), *event["actors"]]


def _find_place(connection: Connection, date: str, first: tuple[Any, ...]) -> int:
    """Return the place of an event among those of the same days, by where its first report is."""
    c, days = t.events.c, day_bounds(date)
    same = select(c.place, c.event_id, c.position, c.known_day)
    same = same.where(c.earliest_day == days[0], c.latest_day == days[1])
    held = connection.execute(same.order_by(c.place)).all()
    at = bisect_left(held, first, key=lambda other: _first_of(connection, other))
    before = held[at - 1].place if at else None
    after = held[at].place if at < len(held) else None
    if before is None or after is None:
        return (after or 0) - t.ROOM if before is None else before + t.ROOM
    return int((before + after) // 2)


def _first_of(connection: Connection, telling: Any) -> tuple[Any, ...]:
    known_by = None if telling.position > 0 else date.fromordinal(telling.known_day)
    return place_of(read_event_reports(connection, [telling.event_id], known_by)[0])


def _insert(connection: Connection, rows: list[Row]) -> None:
    if not rows:
        return
    for name, to_rows in EVENT_TABLES.items():
        some = [made for row in rows for made in to_rows(row)]
        if some:
            connection.execute(insert(t.metadata.tables[name]), some)
    add = "INSERT INTO events_fts (rowid, label, quotes) VALUES (:position, :label, :quotes)"
    connection.execute(text(add), [index_row(row) for row in rows])
