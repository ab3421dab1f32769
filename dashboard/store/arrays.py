"""Reads what events are filtered and counted by, all of them at once, as arrays.

The engine writes each column as one text of numbers: a million events come in as a few
strings, not as millions of rows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import ColumnElement, Connection, Select, bindparam, case, func, select

from dashboard.model import DATE_SOURCES, KINDS
from dashboard.search import parse_terms
from dashboard.store import tables as t
from dashboard.store.query import among, expression, found_in, held

Numbers = npt.NDArray[np.int64]

SOURCES = (*DATE_SOURCES, "")
"""What the codes in `Arrays.sources` stand for; those in `Arrays.kinds` go by `model.KINDS`."""

VALUES: Mapping[str, Any] = {
    "countries": t.event_country,
    "actors": t.event_actor,
    "publishers": t.event_publisher,
    "articles": t.event_article,
}
"""The tables of what events have several of."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """Values in order, how many events each has, and their numbers one after the other."""

    values: tuple[str, ...]
    counts: Numbers
    numbers: Numbers


@dataclass(frozen=True, slots=True)
class Arrays:
    """All events by their number: days as in `tables`, kinds and date sources as codes, outlets.

    places order events of the same days.

    dates has EDTF, disagreement, precision and numbers of all events that have a date and do not
    stand for one plain day; values has each of VALUES; stated the countries that a quote names
    outright.
    """

    numbers: Numbers
    places: Numbers
    earliest: Numbers
    latest: Numbers
    kinds: Numbers
    sources: Numbers
    outlets: Numbers
    dates: Sequence[tuple[str, bool, str, Numbers]]
    values: Mapping[str, Grouped]
    stated: Grouped


def read_arrays(connection: Connection, known_by: date | None = None) -> Arrays:
    """Return the columns of all events, as they are told now or were known by a day."""
    c = t.events.c
    read: dict[str, ColumnElement[Any]] = {
        "numbers": c.position,
        "places": c.place,
        "earliest": c.earliest_day,
        "latest": c.latest_day,
        "kinds": _code(c.kind, KINDS),
        "sources": _code(c.date_source, SOURCES),
        "outlets": c.outlets,
    }
    found = {
        name: read_numbers(connection, select(column).where(held(known_by)).order_by(c.position))
        for name, column in read.items()
    }
    stated = _grouped(connection, t.event_country, known_by, t.event_country.c.stated == 1)
    values = {name: _grouped(connection, table, known_by) for name, table in VALUES.items()}
    if known_by:  # To choose among the numbers here is quicker than to join the tables.
        stated = _among(stated, found["numbers"])
        values = {name: _among(every, found["numbers"]) for name, every in values.items()}
    return Arrays(**found, dates=_dates(connection, known_by), values=values, stated=stated)


def _dates(connection: Connection, known_by: date | None) -> list[tuple[str, bool, str, Numbers]]:
    c = t.events.c
    plain = (func.length(c.date) == 10) & (c.earliest_day == c.latest_day) & (c.disagree == 0)
    query = (
        select(c.date, c.disagree, c.precision, func.group_concat(c.position))
        .where(held(known_by), ~plain & (c.date != ""))
        .group_by(c.date, c.disagree, c.precision)
        .order_by(c.date, c.disagree, c.precision)
    )
    rows = connection.execute(query)
    return [(text, bool(disagree), name, to_numbers(some)) for text, disagree, name, some in rows]


def _grouped(
    connection: Connection, table: Any, known_by: date | None, *wanted: ColumnElement[bool]
) -> Grouped:
    """Return the values of all events, or where it is looked back those of all their tellings."""
    value, number = table.c[0], table.c.position
    wanted = wanted if known_by else (*wanted, number > 0)
    counts = connection.execute(
        select(value, func.count()).where(*wanted).group_by(value).order_by(value)
    ).all()
    numbers = read_numbers(connection, select(number).where(*wanted).order_by(value, number))
    each = np.array([count for _, count in counts], dtype=np.int64)
    return Grouped(tuple(str(name) for name, _ in counts), each, numbers)


def _among(every: Grouped, numbers: Numbers) -> Grouped:
    """Leave out what belongs to other events than these, and values that none of them has."""
    keep = np.isin(every.numbers, numbers)
    owners = np.repeat(np.arange(len(every.counts)), every.counts)[keep]
    counts = np.bincount(owners, minlength=len(every.counts)).astype(np.int64)
    names = tuple(name for name, count in zip(every.values, counts, strict=True) if count)
    return Grouped(names, counts[counts > 0], every.numbers[keep])


def _code(value: ColumnElement[Any], names: Sequence[str]) -> ColumnElement[int]:
    return case({name: code for code, name in enumerate(names)}, value=value, else_=0)


def to_numbers(text: str | None) -> Numbers:
    """Return the numbers that the engine wrote one after the other.

    >>> to_numbers("3,1").tolist(), to_numbers(None).tolist()
    ([3, 1], [])
    """
    return np.fromstring(text or "", dtype=np.int64, sep=",")


def read_numbers(connection: Connection, query: Select[Any]) -> Numbers:
    """Return the one column of a query as an array, in its order."""
    inner = query.subquery()
    return to_numbers(connection.scalar(select(func.group_concat(inner.c[0]))))


def find_numbers(connection: Connection, words: str, parts: Iterable[str]) -> Numbers:
    """Return the numbers of the events with all these words in their label or quotes."""
    return read_numbers(connection, found_in(parse_terms(words), parts))


def find_articles(connection: Connection, words: str) -> Numbers:
    """Return the places in the text index of the articles with all these words."""
    asked = t.articles_fts.c.articles_fts.op("MATCH")(expression(parse_terms(words)))
    return read_numbers(connection, select(t.articles_fts.c.rowid).where(asked))


def read_places(connection: Connection, known_by: date | None) -> Numbers:
    """Return the places in the text index of the articles that tell of events, by file name."""
    c = t.articles.c
    rows = connection.scalars(select(c.sha256).where(_tells(known_by)).order_by(c.file))
    return np.fromiter((t.index_id(digest) for digest in rows), dtype=np.int64)


def read_published(connection: Connection, known_by: date | None) -> tuple[str, ...]:
    """Return the publication days of the articles that tell of events, by file name."""
    c = t.articles.c
    days = select(c.published_on).where(_tells(known_by)).order_by(c.file)
    return tuple(connection.scalars(days))


def _tells(known_by: date | None) -> ColumnElement[bool]:
    """Choose the articles that tell of events, those surely out by a day where one is given."""
    told = t.articles.c.file.in_(select(t.event_article.c.file))
    return told if known_by is None else told & (t.articles.c.out_day <= known_by.toordinal())


TEXT_ORDERS: Mapping[str, tuple[Any, Any]] = {
    "event": (t.events_fts.c.rowid, t.events_fts.c.label),
    "people": (t.events.c.position, t.events.c.people),
}
"""Number and text of each order that is one of texts, compared word by word."""


def rank_texts(connection: Connection, key: str, known_by: date | None) -> tuple[Numbers, Numbers]:
    """Return the numbers of all events and the rank of each by a text of TEXT_ORDERS."""
    number, text = TEXT_ORDERS[key]
    rank = func.dense_rank().over(order_by=text)
    ranked = select(number.label("number"), rank.label("rank"))
    inner = ranked.where(among(number, known_by)).subquery()
    columns = (func.group_concat(column) for column in (inner.c.number, inner.c.rank))
    numbers, ranks = connection.execute(select(*columns)).one()
    return to_numbers(numbers), to_numbers(ranks)


_LABELS = select(t.events.c.position, t.events.c.event_id, t.events.c.label).where(
    t.events.c.position.in_(bindparam("numbers", expanding=True))
)


def read_labels(connection: Connection, numbers: Iterable[int]) -> tuple[tuple[str, str], ...]:
    """Return id and label of events by their numbers, in the order given."""
    wanted = [int(number) for number in numbers]
    rows = connection.execute(_LABELS, {"numbers": wanted})
    found = {number: (key, label) for number, key, label in rows}
    return tuple(found[number] for number in wanted if number in found)
