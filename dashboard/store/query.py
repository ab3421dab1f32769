"""A selection as SQL: the same answers as `selection.matches` on the events, by test."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, false, or_, select, true

from dashboard.search import Term, parse_terms
from dashboard.selection import Selection, active
from dashboard.selection.values import UNDATED
from dashboard.store import tables as t
from dashboard.store.days import day_bounds
from dashboard.store.members import countries_of

Condition = ColumnElement[bool]
COLUMNS = {"label": "label", "quote": "quotes"}
"""The column of `events_fts` for each part of an event that can be searched."""


def _involves(selection: Selection, codes: Iterable[str]) -> Condition:
    """Choose the events for which any of the countries counts."""
    country = countries_of(selection).c
    found = select(country.position).where(country.country_code.in_(sorted(codes)))
    return t.events.c.position.in_(found)


def _countries(selection: Selection) -> Condition:
    wanted = set(selection.countries)
    if not wanted:
        return true()
    if selection.match == "all":
        return and_(*(_involves(selection, [code]) for code in sorted(wanted)))
    inside = _involves(selection, wanted)
    return ~inside if selection.match == "none" else inside


def _not_countries(selection: Selection) -> Condition:
    if not selection.not_countries:
        return true()
    return ~_involves(selection, set(selection.not_countries))


def _stated_only(selection: Selection) -> Condition:
    if not selection.stated_only:
        return true()
    return t.events.c.position.in_(select(countries_of(selection).c.position))


def _having(table: Table, name: str, shut: bool = False) -> Callable[[Selection], Condition]:
    """Return the condition of having any, or none, of the values that a field names."""
    value = table.c[0]

    def condition(selection: Selection) -> Condition:
        values = sorted(set(getattr(selection, name)))
        if not values:
            return true()
        found = select(table.c.position).where(value.in_(values))
        return t.events.c.position.not_in(found) if shut else t.events.c.position.in_(found)

    return condition


def _kinds(selection: Selection) -> Condition:
    return t.events.c.kind.in_(selection.kinds)


def _not_kinds(selection: Selection) -> Condition:
    return t.events.c.kind.not_in(selection.not_kinds) if selection.not_kinds else true()


def _text(selection: Selection) -> Condition:
    terms = parse_terms(selection.text)
    if not terms:
        return true()
    found = [found_in(terms, selection.text_in)] if set(COLUMNS) & {*selection.text_in} else []
    if "article" in selection.text_in:
        found.append(in_article(terms))
    return or_(*(t.events.c.position.in_(events) for events in found)) if found else false()


def found_in(terms: Sequence[Term], parts: Iterable[str], joint: str = "AND") -> Select[Any]:
    """Choose by number the events with all (or, with OR, any) terms in their label or quotes."""
    columns = " ".join(COLUMNS[part] for part in parts if part in COLUMNS)
    asked = f"{{{columns}}} : ({expression(terms, joint)})"
    return select(t.events_fts.c.rowid).where(t.events_fts.c.events_fts.op("MATCH")(asked))


def in_article(terms: Sequence[Term]) -> Select[Any]:
    """Choose the events of articles that have all of the terms."""
    words = t.articles_fts.c
    files = select(words.file).where(words.articles_fts.op("MATCH")(expression(terms)))
    return select(t.event_article.c.position).where(t.event_article.c.file.in_(files))


def expression(terms: Iterable[Term], joint: str = "AND") -> str:
    """Write terms for the text index; folded words hold letters and digits only.

    >>> expression(parse_terms('rail OR "link-up'))
    '"rail" * AND "or" * AND "link up"'
    """
    written = (f'"{" ".join(term.words)}"{" *" if term.is_start else ""}' for term in terms)
    return f" {joint} ".join(written)


def _first(selection: Selection) -> Condition:
    if not selection.first:
        return true()
    return t.events.c.latest_day >= selection.first.toordinal()


def _last(selection: Selection) -> Condition:
    if not selection.last:
        return true()
    return t.events.c.earliest_day <= selection.last.toordinal()


def _months(selection: Selection) -> Condition:
    """Choose what can lie in one of the months, as a range of its days does."""
    if not selection.months:
        return true()
    event, bounds = t.events.c, map(day_bounds, selection.months)
    return or_(
        *((event.latest_day >= first) & (event.earliest_day <= last) for first, last in bounds)
    )


def _certainty(selection: Selection) -> Condition:
    if not selection.certainty or not (selection.first or selection.last):
        return true()
    inside: Condition = true()
    if selection.first:
        inside &= t.events.c.earliest_day >= selection.first.toordinal()
    if selection.last:
        inside &= t.events.c.latest_day <= selection.last.toordinal()
    return inside if selection.certainty == "certain" else ~inside


def _known_by(selection: Selection) -> Condition:
    return held(selection.known_by)


def held(known_by: date | None) -> Condition:
    """Choose the events as all reports tell them, or as they were known by a day."""
    event = t.events.c
    if known_by is None:
        return event.position > 0
    day = known_by.toordinal()
    return (event.known_day <= day) & (event.until_day > day)


def among(position: ColumnElement[int], known_by: date | None) -> Condition:
    """Choose by their number what hangs on the events that `held` chooses."""
    if known_by is None:
        return position > 0
    return position.in_(select(t.events.c.position).where(held(known_by)))


def out_by(known_by: date | None) -> Condition:
    """Choose the reports of articles that were surely out by a day, all where none is given."""
    if known_by is None:
        return true()
    out = select(t.articles.c.file).where(t.articles.c.out_day <= known_by.toordinal())
    return t.reports.c.file.in_(out)


def _date_sources(selection: Selection) -> Condition:
    if not selection.date_sources:
        return true()
    wanted = ["" if source == UNDATED else source for source in selection.date_sources]
    return t.events.c.date_source.in_(wanted)


def _precisions(selection: Selection) -> Condition:
    if not selection.precisions:
        return true()
    return t.events.c.precision.in_(selection.precisions)


def _min_sources(selection: Selection) -> Condition:
    if selection.min_sources < 2:
        return true()
    return t.events.c.outlets >= selection.min_sources


CONDITIONS: Mapping[str, Callable[[Selection], Condition]] = {
    "countries": _countries,
    "not_countries": _not_countries,
    "stated_only": _stated_only,
    "actors": _having(t.event_actor, "actors"),
    "not_actors": _having(t.event_actor, "not_actors", shut=True),
    "publishers": _having(t.event_publisher, "publishers"),
    "not_publishers": _having(t.event_publisher, "not_publishers", shut=True),
    "articles": _having(t.event_article, "articles"),
    "kinds": _kinds,
    "not_kinds": _not_kinds,
    "text": _text,
    "first": _first,
    "last": _last,
    "certainty": _certainty,
    "months": _months,
    "known_by": _known_by,
    "date_sources": _date_sources,
    "precisions": _precisions,
    "min_sources": _min_sources,
}
"""The condition of each field that has a test of its own."""


def conditions(selection: Selection) -> tuple[Condition, ...]:
    """Return what an event must fulfil, all together, to pass the filters that are in force."""
    asked = active(selection)
    return tuple(to_condition(asked) for to_condition in CONDITIONS.values())
