"""Report rows → what a picture needs of each event: numbered, in date order, in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from dashboard import edtf
from dashboard.columns import Spans
from dashboard.countries import country_name
from dashboard.events import by_role, gather
from dashboard.forms import anchor_of, form_of
from dashboard.frame import rows_of
from dashboard.view.shapes import Citation

Row = Mapping[Any, Any]
Day = date
DAGGER = " †"
"""Stands behind the date of an event that a reader corrected in some way; the legend says so."""

_INFERRED = {
    "governed": "dated by its sentence",
    "same_event": "dated by another report",
    "article_day": "main day of the article",
    "publication": "day of publication",
}


@dataclass(frozen=True, slots=True)
class Item:
    """An event as drawn: first and last are ordinals of the days it can mean, None where open.

    form is the shape of its date (see `form_of`), when says the date with its certainty, how says
    how the day was reached (empty where it is stated). outlets counts its sources as the table
    does: those that print the same words are one.
    """

    event_id: str
    number: int
    title: str
    kind: str
    date: str
    first: int | None
    last: int | None
    form: str
    when: str
    how: str
    countries: tuple[str, ...]
    quote: str
    publishers: tuple[str, ...]
    citations: tuple[Citation, ...]
    language: str
    days: tuple[int, ...] = ()
    outlets: int = 1

    @property
    def anchor(self) -> int:
        """The day an event is pinned to: the first it can mean, or its only known end.

        A day that is only about right is pinned to itself, the middle of what it can mean.
        """
        return anchor_of(self.first, self.last, self.form)

    @property
    def day(self) -> Day:
        """The day an event is pinned to, as a date."""
        return date.fromordinal(self.anchor)

    @property
    def end(self) -> int:
        """The last day it can mean, or its only known end."""
        return self.last if self.last is not None else self.anchor

    @property
    def is_day(self) -> bool:
        """Whether it is pinned to a single day and so drawn as a disc."""
        return self.form in ("disc", "unsure", "around")


def items_of(
    frame: pd.DataFrame, events: Sequence[Row] | None = None
) -> tuple[list[Item], tuple[str, ...]]:
    """Return the dated events of a report frame in date order, and the ids of the undated.

    events are the events of these reports (`events.gather`), for who has them already.
    """
    reports = rows_of(frame)
    return items_from(reports, gather(reports) if events is None else events)


def items_from(reports: Iterable[Row], rows: Sequence[Row]) -> tuple[list[Item], tuple[str, ...]]:
    """Return the same of report rows and event rows."""
    held = {report["report_id"]: report for report in reports}
    dated = [_item(row, reports_of(row, held)) for row in rows if has_day(row)]
    dated.sort(key=lambda item: (item.anchor, item.end))
    items = [_numbered(item, n) for n, item in enumerate(dated, 1)]
    return items, tuple(str(row["event_id"]) for row in rows if not has_day(row))


def spans_of(items: Sequence[Item]) -> Spans:
    """Return the days of events as arrays."""
    return Spans(
        np.array([item.anchor for item in items], dtype=np.int32),
        np.array([item.end for item in items], dtype=np.int32),
        np.array([item.form in ("disc", "each") for item in items], dtype=bool),
        np.array([item.kind == "happened" for item in items], dtype=bool),
        {at: item.days for at, item in enumerate(items) if item.form == "each"},
    )


def _numbered(item: Item, number: int) -> Item:
    many = len(item.citations) > 1
    citations = tuple(
        replace(citation, number=f"{number}{_letter(at)}" if many else str(number))
        for at, citation in enumerate(item.citations)
    )
    return replace(item, number=number, citations=citations)


def reports_of(row: Row, held: Mapping[str, Row]) -> list[Row]:
    """Return the reports of an event, the best founded first, of those held by their id."""
    return [held[key] for key in dict.fromkeys(row["report_ids"])]


def has_day(row: Row) -> bool:
    """Say whether an event has a day that it can stand at."""
    return not (pd.isna(row["earliest"]) and pd.isna(row["latest"]))


def _ordinal(day: Any) -> int | None:
    return None if pd.isna(day) else date(day.year, day.month, day.day).toordinal()


def day_words(row: Row, rows: Sequence[Row]) -> tuple[str, str]:
    """Return how the day of an event is said, and how it was reached; rows are its reports."""
    when = _when(row["date"], row["kind"]) + (DAGGER if row["corrected"] else "")
    return when, _how(row, rows, _form(row, rows))


def _form(row: Row, rows: Sequence[Row]) -> str:
    return form_of(edtf.parse(row["date"]), rows[0]["date_words"], bool(row["disagree"]))


def _item(row: Row, rows: Sequence[Row]) -> Item:
    when, how = day_words(row, rows)
    return Item(
        event_id=row["event_id"],
        number=0,
        title=" ".join(row["label"].split()),
        kind=row["kind"],
        date=row["date"],
        first=_ordinal(row["earliest"]),
        last=_ordinal(row["latest"]),
        form=_form(row, rows),
        when=when,
        how=how,
        countries=by_role(row["countries"], rows),
        quote=row["quote"],
        publishers=row["publishers"],
        citations=_citations(row["event_id"], rows),
        language=rows[0]["language"],
        days=tuple(day.toordinal() for day in edtf.possible_days(row["date"])),
        outlets=int(row["outlets"]),
    )


def _when(text: str, kind: str) -> str:
    """Say a date with what an event of this kind is.

    >>> _when("2022-10-04", "planned"), _when("2022-10-04/..", "planned"), _when("2022", "denied")
    ('planned for Tue 4 Oct 2022', 'planned from Tue 4 Oct 2022', '2022, denied')
    """
    words = edtf.in_words(text)
    if kind == "planned":
        return f"planned {'' if '..' in text else 'for '}{words}"
    return f"{words}, {kind}" if kind in ("conditional", "alleged", "denied") else words


def _how(row: Row, rows: Sequence[Row], form: str) -> str:
    if row["disagree"]:
        return f"{len(rows)} reports differ" if len(rows) > 1 else "1 report differs"
    words = rows[0]["date_words"]
    if form in ("interval", "doubted"):
        told = row["date_source"] in ("relative", "governed") and words
        return f"day not stated: “{' '.join(words.split())}”" if told else "day not stated"
    if row["date_source"] == "relative" and words:
        return f"from “{' '.join(words.split())}”"
    return _INFERRED.get(row["date_source"], "")


def _citations(event_id: str, rows: Sequence[Row]) -> tuple[Citation, ...]:
    return tuple(
        Citation(
            number="",
            event_id=event_id,
            quote=" ".join(str(row["quote"]).split()),
            origin=origin_of(row),
            place=f"characters {row['start_char']:,} to {row['end_char']:,}",
            publisher=row["publisher"],
            language=row["language"],
        )
        for row in rows
    )


def _letter(at: int) -> str:
    return chr(ord("a") + at) if at < 26 else f".{at + 1}"


def origin_of(row: Row) -> str:
    """Return publisher, headline and day of an article, those of them that are known."""
    published = edtf.in_words(row["published_on"], weekday=False) if row["published_on"] else ""
    headline = f"“{row['headline']}”" if row["headline"] else ""
    return ", ".join(part for part in (row["publisher"], headline, published) if part)


def spoken(item: Item, total: int) -> str:
    """Return the name a screen reader says: title, date with certainty, countries, sources, place.

    The parts end with full stops; parts that are empty are left out.
    """
    said = item.when.replace(DAGGER, ", corrected by a reader")
    when = f"{said}, {item.how}" if item.how else said
    parts = (
        item.title,
        when,
        ", ".join(country_name(code) for code in item.countries),
        f"{item.outlets} source{'' if item.outlets == 1 else 's'}",
        f"{item.number} of {total}",
    )
    return " ".join(part.rstrip(".") + "." for part in parts if part)
