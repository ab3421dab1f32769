"""Report rows → what a picture needs of each event: numbered, in date order, in words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from dashboard import edtf
from dashboard.countries import country_name
from dashboard.events import to_events
from dashboard.view.shapes import Citation

Row = Mapping[Any, Any]
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
    how the day was reached (empty where it is stated).
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

    @property
    def anchor(self) -> int:
        """The day an event is pinned to: the first it can mean, or its only known end.

        A day that is only about right is pinned to itself, the middle of what it can mean.
        """
        if self.form == "around" and self.first is not None and self.last is not None:
            return (self.first + self.last) // 2
        return self.first if self.first is not None else self.last or 0

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

    events are the rows of `to_events(frame)`, for who has them already.
    """
    rows = to_events(frame).to_dict("records") if events is None and len(frame) else events or ()
    reports: dict[str, dict[str, Row]] = {}
    for report in frame.to_dict("records"):
        reports.setdefault(report["event_id"], {})[report["report_id"]] = report
    dated = [_item(row, reports[row["event_id"]]) for row in rows if _has_day(row)]
    dated.sort(key=lambda item: (item.anchor, item.end))
    items = [_numbered(item, n) for n, item in enumerate(dated, 1)]
    return items, tuple(str(row["event_id"]) for row in rows if not _has_day(row))


def _numbered(item: Item, number: int) -> Item:
    many = len(item.citations) > 1
    citations = tuple(
        replace(citation, number=f"{number}{_letter(at)}" if many else str(number))
        for at, citation in enumerate(item.citations)
    )
    return replace(item, number=number, citations=citations)


def _has_day(row: Row) -> bool:
    return not (pd.isna(row["earliest"]) and pd.isna(row["latest"]))


def _ordinal(day: Any) -> int | None:
    return None if pd.isna(day) else date(day.year, day.month, day.day).toordinal()


def _item(row: Row, reports: Mapping[str, Row]) -> Item:
    value = edtf.parse(row["date"])
    rows = [reports[key] for key in dict.fromkeys(row["report_ids"])]
    form = form_of(value, rows[0]["date_words"], bool(row["disagree"]))
    return Item(
        event_id=row["event_id"],
        number=0,
        title=" ".join(row["label"].split()),
        kind=row["kind"],
        date=row["date"],
        first=_ordinal(row["earliest"]),
        last=_ordinal(row["latest"]),
        form=form,
        when=_when(row["date"], row["kind"]) + (DAGGER if row["corrected"] else ""),
        how=_how(row, rows, form),
        countries=_by_role(row["countries"], rows),
        quote=row["quote"],
        publishers=row["publishers"],
        citations=_citations(row["event_id"], rows),
        language=rows[0]["language"],
        days=tuple(day.toordinal() for day in edtf.possible_days(row["date"])),
    )


def form_of(value: edtf.Date, words: str, disagree: bool) -> str:
    """Return how a date is drawn: disc, unsure, around, differ, each, open, span or interval.

    differ is one of several days, each is all of them; unsure is a day with a question mark,
    doubted a longer time with one.
    A span is stated from day to day (its words hold the numbers of both days) and is filled;
    an interval holds a day that is not stated, as in "in March" or "last week", and is hatched.
    """
    if disagree:
        return "differ"
    if value.precision == "set":
        return _form_of_members(value)
    if value.precision == "day":
        return "around" if value.approximate else "unsure" if value.uncertain else "disc"
    if value.precision == "open":
        return "open"
    if value.uncertain:
        return "doubted"
    return "span" if value.precision == "interval" and _names_both(value, words) else "interval"


def _form_of_members(value: edtf.Date) -> str:
    if any(part.precision != "day" for part in value.parts):
        return "interval"
    return "each" if value.text.startswith("{") else "differ"


def _names_both(value: edtf.Date, words: str) -> bool:
    numbers = {int(number) for number in re.findall(r"\d{1,2}(?!\d)", words)}
    ends = {day.day for day in (value.earliest, value.latest) if day}
    return len(ends) == 2 and ends <= numbers


def _when(text: str, kind: str) -> str:
    words = edtf.in_words(text)
    if kind == "planned":
        return f"planned for {words}"
    return f"{words}, {kind}" if kind in ("conditional", "alleged", "denied") else words


def _how(row: Row, rows: Sequence[Row], form: str) -> str:
    if row["disagree"]:
        return f"{len(rows)} sources differ" if len(rows) > 1 else "1 source differs"
    words = rows[0]["date_words"]
    if form in ("interval", "doubted"):
        told = row["date_source"] in ("relative", "governed") and words
        return f"day not stated: “{' '.join(words.split())}”" if told else "day not stated"
    if row["date_source"] == "relative" and words:
        return f"from “{' '.join(words.split())}”"
    return _INFERRED.get(row["date_source"], "")


def _by_role(countries: tuple[str, ...], rows: Sequence[Row]) -> tuple[str, ...]:
    acting = [e[0] for row in rows for e in row["country_evidence"] if e[1] == "actor"]
    acting = [code for code in dict.fromkeys(acting) if code in countries]
    return (*acting, *(code for code in countries if code not in acting))


def _citations(event_id: str, rows: Sequence[Row]) -> tuple[Citation, ...]:
    return tuple(
        Citation(
            number="",
            event_id=event_id,
            quote=" ".join(str(row["quote"]).split()),
            origin=_origin(row),
            place=f"characters {row['start_char']:,} to {row['end_char']:,}",
            publisher=row["publisher"],
            language=row["language"],
        )
        for row in rows
    )


def _letter(at: int) -> str:
    return chr(ord("a") + at) if at < 26 else f".{at + 1}"


def _origin(row: Row) -> str:
    published = edtf.in_words(row["published_on"], weekday=False) if row["published_on"] else ""
    headline = f"“{row['headline']}”" if row["headline"] else ""
    return ", ".join(part for part in (row["publisher"], headline, published) if part)


def spoken(item: Item, total: int) -> str:
    """Return the name a screen reader says: title, date with certainty, countries, sources, place.

    The parts end with full stops; parts that are empty are left out.
    """
    said = item.when.replace(DAGGER, ", corrected by a reader")
    when = f"{said}, {item.how}" if item.how else said
    count = len(item.citations)
    parts = (
        item.title,
        when,
        ", ".join(country_name(code) for code in item.countries),
        f"{count} source{'' if count == 1 else 's'}",
        f"{item.number} of {total}",
    )
    return " ".join(part.rstrip(".") + "." for part in parts if part)
