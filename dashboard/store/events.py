"""Writes events into their tables and the text index, all of them or some."""

from collections.abc import Callable, Collection, Mapping

import pandas as pd
from sqlalchemy import Connection, delete, insert, text

from dashboard.events import to_events
from dashboard.store import tables as t
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


def delete_events(connection: Connection, ids: Collection[str] | None = None) -> None:
    """Delete these events, or all."""
    tables = [t.metadata.tables[name] for name in EVENT_TABLES]
    if ids is None:
        for table in tables:
            connection.execute(delete(table))
        connection.execute(text("DELETE FROM events_fts"))
        return
    for some in chunks(ids):
        for table in tables:
            connection.execute(delete(table).where(table.c.event_id.in_(some)))
    places = [{"rowid": t.index_id(key)} for key in ids]
    if places:
        connection.execute(text("DELETE FROM events_fts WHERE rowid = :rowid"), places)


def write_events(connection: Connection, frame: pd.DataFrame) -> None:
    """Write the events of a report frame."""
    rows = to_events(frame).to_dict("records")
    for name, to_rows in EVENT_TABLES.items():
        some = [made for row in rows for made in to_rows(row)]
        if some:
            connection.execute(insert(t.metadata.tables[name]), some)
    add = (
        "INSERT INTO events_fts (rowid, event_id, label, quotes) "
        "VALUES (:rowid, :event_id, :label, :quotes)"
    )
    if rows:  # In the order of its rows the index is written once, else piece by piece.
        words = sorted((index_row(row) for row in rows), key=lambda row: row["rowid"])
        connection.execute(text(add), words)


def chunks(ids: Collection[str]) -> list[list[str]]:
    """Cut ids into lists that one statement can name."""
    ordered = sorted(ids)
    return [ordered[at : at + MOST] for at in range(0, len(ordered), MOST)]
