"""What a reader corrects in reports: kept, laid over at once, undone, listed.

Everything is laid over in the transaction that keeps it, so that whoever reads meets the
correction and all that follows from it, or neither.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from sqlalchemy import Connection, func, select

from dashboard.errors import StoreError
from dashboard.frame import sort_reports
from dashboard.review import (
    ALONE,
    REPORT_FIELDS,
    Correction,
    attach,
    effective,
    find_log,
    standing,
    value_of,
)
from dashboard.search import parse_terms
from dashboard.selection import TEXT_PARTS
from dashboard.store import tables as t
from dashboard.store.corrections import keep, read_corrections
from dashboard.store.days import AFTER_ALL, BEFORE_ALL, day_bounds
from dashboard.store.engine import Open
from dashboard.store.query import found_in, held
from dashboard.store.reports import read_rows
from dashboard.store.reviewing import apply_corrections, in_named_articles

Row = Mapping[str, Any]
UNKNOWN = "The store has no such report.", "It may have been read anew; open its event again."
MOST_NEAR = 30
"""Events that are offered at most to join a report with."""


class Review:
    """The corrections of the reports of one store; `reading` and `writing` open it."""

    def __init__(self, reading: Open, writing: Open) -> None:
        self._reading = reading
        self._writing = writing

    def report(self, report_id: str) -> Row:
        """Return a report as corrected; raise StoreError if the store has none of that id."""
        with self._reading() as connection:
            return _report(connection, report_id)

    def correct(
        self, report_id: str, changes: Mapping[str, str], reason: str = "", who: str = ""
    ) -> tuple[Correction, ...]:
        """Correct fields of a report, or with an empty value take back what was corrected.

        For the field event the value is "alone", or the id of a report of the event it
        belongs to. Raises DateError or StoreError for a bad value, and StoreError where a
        field holds that value already; then nothing is changed.
        """
        with self._writing() as connection:
            row = _report(connection, report_id)
            made = tuple(
                _keep(connection, row, field, _checked(connection, row, field, value), reason, who)
                for field, value in changes.items()
            )
            apply_corrections(connection)
            return made

    def undo(self, report_id: str, reason: str = "", who: str = "") -> Correction:
        """Take back the last correction of a report; raise StoreError if there is none left."""
        with self._writing() as connection:
            row = _report(connection, report_id)
            log = effective(_log(connection, row))
            if not log:
                raise StoreError("Nothing is left to undo.", "Correct something first.")
            last = log[-1]
            earlier = [one.after for one in log[:-1] if one.field == last.field]
            after = earlier[-1] if earlier else ""
            made = _keep(connection, row, last.field, after, reason, who, last)
            apply_corrections(connection)
            return made

    def log(self, report_id: str) -> tuple[Correction, ...]:
        """Return the corrections of a report, undone or not, the oldest first."""
        with self._reading() as connection:
            return _log(connection, _report(connection, report_id))

    def is_shared(self, report_id: str) -> bool:
        """Say whether a report has its event together with others."""
        with self._reading() as connection:
            return _is_shared(connection, _report(connection, report_id))

    def set_aside(self) -> pd.DataFrame:
        """Return the reports that were set aside as `frame.COLUMNS`, each its own event."""
        with self._reading() as connection:
            frame = read_rows(connection, t.reports.c.event_id == "")
        return sort_reports(frame.assign(event_id=frame["report_id"]))

    def not_fitting(self) -> tuple[Correction, ...]:
        """Return the corrections that would hold, but whose report no article gives any more."""
        with self._reading() as connection:
            rows = read_rows(connection, in_named_articles()).to_dict("records")
            held = standing(read_corrections(connection)).values()
        _, lost = attach(held, rows)
        return lost

    def near(self, report_id: str, words: str = "") -> list[dict[str, Any]]:
        """Return events to join a report with: with these words, or else the nearest by day.

        Each has event_id, label and date; its own event is not among them.
        """
        with self._reading() as connection:
            row = _report(connection, report_id)
            event, terms = t.events.c, parse_terms(words)
            query = select(event.event_id, event.label, event.date)
            query = query.where(held(None), event.event_id != row["event_id"]).limit(MOST_NEAR)
            if terms:
                query = query.where(event.position.in_(found_in(terms, TEXT_PARTS)))
            return [dict(found) for found in connection.execute(_nearest(query, row)).mappings()]


def _nearest(query: Any, row: Row) -> Any:
    """Order events by how far their first day is from that of a report."""
    event = t.events.c
    first, last = day_bounds(row["date"])
    day = first if BEFORE_ALL < first < AFTER_ALL else last
    return query.order_by(func.abs(event.earliest_day - day), event.event_id)


def _report(connection: Connection, report_id: str) -> Row:
    rows = read_rows(connection, t.reports.c.report_id == report_id).to_dict("records")
    if not rows:
        raise StoreError(*UNKNOWN)
    return dict(rows[0])


def _checked(connection: Connection, row: Row, field: str, value: str) -> str:
    """Return a value as it is kept; raise where it is none, or changes nothing."""
    if field not in REPORT_FIELDS:
        valid = ", ".join(REPORT_FIELDS)
        raise StoreError(f"{field} cannot be corrected.", f"Choose one of: {valid}.")
    if not value:
        held = standing(_log(connection, row)).keys()
        if (row["article_sha256"], row["report_id"], field) not in held:
            raise StoreError(f"No {field} is corrected here.", "Give another value.")
        return ""
    if field == "event":
        return _place(connection, row, value)
    after = REPORT_FIELDS[field](value)
    if after == value_of(field, row):
        raise StoreError(f"The {field} is that already.", "Give another value.")
    return after


def _place(connection: Connection, row: Row, value: str) -> str:
    """Return "alone", or where another report is to join this one with its event."""
    if value == ALONE:
        if not _is_shared(connection, row):
            raise StoreError("The report stands alone already.", "Nothing needs to be parted.")
        return value
    other = _report(connection, value)
    if other["event_id"] in ("", row["event_id"]):
        raise StoreError("The report cannot be joined with that.", "Choose another event.")
    return REPORT_FIELDS["event"](
        f"{other['report_id']} {other['article_sha256']} {other['start_char']}"
    )


def _is_shared(connection: Connection, row: Row) -> bool:
    mates = select(func.count()).select_from(t.reports)
    query = mates.where(t.reports.c.event_id == row["event_id"])
    return bool(row["event_id"]) and (connection.scalar(query) or 0) > 1


def _log(connection: Connection, row: Row) -> tuple[Correction, ...]:
    corrections = read_corrections(connection, row["article_sha256"])
    rows = read_rows(connection, t.reports.c.file == row["article"]).to_dict("records")
    return find_log(corrections, row, rows)


def _keep(
    connection: Connection,
    row: Row,
    field: str,
    after: str,
    reason: str,
    who: str,
    undone: Correction | None = None,
) -> Correction:
    return keep(
        connection,
        article=row["article_sha256"],
        field=field,
        before=undone.after if undone else value_of(field, row),
        after=after,
        reason=reason,
        who=who,
        report_id=row["report_id"],
        start_char=row["start_char"],
        quote=row["quote"],
        undoes=undone.id if undone else 0,
    )
