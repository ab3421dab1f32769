"""The reports of a selection some at a time, where all of them would fill the memory."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from dashboard.selection import Selection, active
from dashboard.store import tables as t
from dashboard.store.days import AFTER_ALL, BEFORE_ALL
from dashboard.store.engine import Open
from dashboard.store.query import conditions
from dashboard.store.reports import of_selection, read_event_reports, read_some_reports

PIECE = 500
"""So many reports, or events, are read at a time."""

Rows = list[dict[str, Any]]


class Pieces:
    """What `Store.select` returns, in pieces; `reading` opens the store."""

    def __init__(self, reading: Open) -> None:
        self._reading = reading

    def in_order(self, selection: Selection) -> Iterator[Rows]:
        """Yield the rows in their order."""
        c, quote = t.reports.c, t.report_quotes.c
        days = (c.earliest_day.is_(None), c.earliest_day, c.latest_day.is_(None), c.latest_day)
        places = (t.articles.c.published_on, c.file, quote.start_char, c.trigger_start)
        query = (
            select(c.report_id)
            .join(t.report_quotes, (quote.report_id == c.report_id) & (quote.position == 0))
            .join(t.articles, t.articles.c.file == c.file)
            .where(of_selection(selection))
            .order_by(*days, *places, c.report_id)
        )
        with self._reading() as connection:
            for ids in connection.scalars(query).partitions(PIECE):
                yield read_some_reports(connection, ids)

    def by_event(self, selection: Selection) -> Iterator[Rows]:
        """Yield the rows of whole events: those in date order, without a day last."""
        c, known_by = t.events.c, active(selection).known_by
        days = (
            part
            for day in (c.earliest_day, c.latest_day)
            for part in (day.in_([BEFORE_ALL, AFTER_ALL]), day)
        )
        query = select(c.event_id).where(*conditions(selection)).order_by(*days, c.place)
        with self._reading() as connection:
            for events in connection.scalars(query).partitions(PIECE):
                yield read_event_reports(connection, events, known_by)

    def ids(self, selection: Selection) -> Iterator[str]:
        """Yield the ids of the reports, in the order of the ids."""
        c = t.reports.c.report_id
        with self._reading() as connection:
            yield from connection.scalars(select(c).where(of_selection(selection)).order_by(c))
