"""Counts, for each control, how many events each of its values would show."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, select

from dashboard import edtf
from dashboard.forms import PRECISIONS
from dashboard.model import DATE_SOURCES, KINDS
from dashboard.search import parse_terms
from dashboard.selection import TEXT_PARTS, Selection, active
from dashboard.selection.values import UNDATED
from dashboard.store import tables as t
from dashboard.store.days import AFTER_ALL, BEFORE_ALL
from dashboard.store.members import countries_of
from dashboard.store.query import among, conditions, held


@dataclass(frozen=True, slots=True)
class Facets:
    """How many events each value of a control would show, the control's own choice ignored.

    What a control shuts out belongs to its choice. Every value that the store knows is there,
    with 0 where it would show none; the most frequent come first, then by name. certainty is
    empty without a range, text_in without words; min_sources has each number of outlets up
    to the highest; months has those between the first and the last day named in which any event
    can lie; stated_only and as_members are the one number that their switch would show.
    """

    countries: Mapping[str, int]
    actors: Mapping[str, int]
    kinds: Mapping[str, int]
    publishers: Mapping[str, int]
    articles: Mapping[str, int]
    date_sources: Mapping[str, int]
    precisions: Mapping[str, int]
    months: Mapping[str, int]
    certainty: Mapping[str, int]
    text_in: Mapping[str, int]
    min_sources: Mapping[int, int]
    stated_only: int
    as_members: int


def count_facets(connection: Connection, selection: Selection) -> Facets:
    """Return the counts of all controls."""
    asked = active(selection)
    country = asked.without("countries", "match", "not_countries")
    return Facets(
        countries=_countries(connection, country),
        actors=_count(connection, t.event_actor.c.actor, asked.without("actors", "not_actors")),
        kinds=_count(connection, t.events.c.kind, replace(asked, kinds=KINDS, not_kinds=())),
        publishers=_count(
            connection,
            t.event_publisher.c.publisher,
            asked.without("publishers", "not_publishers"),
        ),
        articles=_count(connection, t.event_article.c.file, asked.without("articles")),
        date_sources=_date_sources(connection, asked.without("date_sources")),
        precisions=_precisions(connection, asked.without("precisions")),
        months=_months(connection, asked.without("months")),
        certainty=_certainty(connection, asked),
        text_in=_text_in(connection, asked),
        min_sources=_min_sources(connection, asked.without("min_sources")),
        stated_only=count_events(connection, replace(asked, stated_only=True)),
        as_members=count_events(connection, replace(asked, as_members=True)),
    )


def count_events(connection: Connection, selection: Selection) -> int:
    """Return how many events a selection shows."""
    query = select(func.count()).select_from(t.events).where(*conditions(selection))
    return connection.scalar(query) or 0


def count_all(connection: Connection) -> dict[str, int]:
    """Return how many articles, reports and events there are, of whatever kind."""
    tables = {"articles": t.articles, "reports": t.reports}
    counts = {
        name: connection.scalar(select(func.count()).select_from(table)) or 0
        for name, table in tables.items()
    }
    return {**counts, "events": count_events(connection, Selection(kinds=KINDS))}


def _count(connection: Connection, column: Any, selection: Selection) -> dict[str, int]:
    known = select(column).distinct().where(among(column.table.c.position, selection.known_by))
    return _ranked(connection, column, selection, known)


def _countries(connection: Connection, selection: Selection) -> dict[str, int]:
    """Count by country; with stated_only one that is not named outright does not count."""
    every = countries_of(replace(selection, stated_only=False)).c
    known = select(every.country_code).distinct()
    known = known.where(among(every.position, selection.known_by))
    return _ranked(connection, countries_of(selection).c.country_code, selection, known)


def _ranked(
    connection: Connection, column: Any, selection: Selection, known: Select[Any]
) -> dict[str, int]:
    """Count the events of each known value, the most frequent first, then by name."""
    number = column.table.c.position
    query = select(column, func.count(number.distinct())).where(*conditions(selection))
    query = query.group_by(column)
    if column.table is not t.events:
        query = query.join(t.events, t.events.c.position == number)
    counts = dict.fromkeys(connection.scalars(known), 0)
    for value, count in connection.execute(query):
        counts[value] = count
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _date_sources(connection: Connection, selection: Selection) -> dict[str, int]:
    """Count by where the day comes from, the best founded first."""
    counts = _count(connection, t.events.c.date_source, selection)
    found = {source or UNDATED: count for source, count in counts.items()}
    return {name: found[name] for name in (*DATE_SOURCES, UNDATED) if name in found}


def _precisions(connection: Connection, selection: Selection) -> dict[str, int]:
    """Count by how exactly the day is known, the most exact first."""
    counts = _count(connection, t.events.c.precision, selection)
    return {name: counts[name] for name in PRECISIONS if name in counts}


def _months(connection: Connection, selection: Selection) -> dict[str, int]:
    """Count by month, each event in all months in which it can lie."""
    first, last = t.events.c.earliest_day, t.events.c.latest_day
    query = select(first, last, func.count()).where(first <= last).group_by(first, last)
    every = connection.execute(query.where(held(selection.known_by))).all()
    days = [day for row in every for day in row[:2] if BEFORE_ALL < day < AFTER_ALL]
    reach = (min(days, default=0), max(days, default=0))
    known, chosen = _by_month(every, reach), Counter[str]()
    if known:
        chosen = _by_month(connection.execute(query.where(*conditions(selection))), reach)
    return dict(sorted(((m, chosen[m]) for m in known), key=lambda pair: (-pair[1], pair[0])))


def _by_month(rows: Iterable[Any], reach: tuple[int, int]) -> Counter[str]:
    """Count rows of first day, last day and number by month; an open side ends with the reach."""
    found = Counter[str]()
    for first, last, number in rows:
        ends = max(first, reach[0]), min(last, reach[1])
        found.update(dict.fromkeys(edtf.months(*map(date.fromordinal, ends)), number))
    return found


def _certainty(connection: Connection, selection: Selection) -> dict[str, int]:
    if not selection.first and not selection.last:
        return {}
    return {
        certainty: count_events(connection, replace(selection, certainty=certainty))
        for certainty in ("certain", "possible")
    }


def _text_in(connection: Connection, selection: Selection) -> dict[str, int]:
    if not parse_terms(selection.text):
        return {}
    return {
        part: count_events(connection, replace(selection, text_in=(part,))) for part in TEXT_PARTS
    }


def _min_sources(connection: Connection, selection: Selection) -> dict[int, int]:
    outlets = t.events.c.outlets
    query = select(outlets, func.count()).where(*conditions(selection)).group_by(outlets)
    counts = {row[0]: row[1] for row in connection.execute(query)}
    most = connection.scalar(select(func.max(outlets)).where(held(selection.known_by))) or 0
    return {n: sum(c for m, c in counts.items() if m >= n) for n in range(1, most + 1)}
