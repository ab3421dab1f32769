"""Counts, for each control, how many events each of its values would show."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, func, select

from dashboard.model import KINDS
from dashboard.selection import Selection
from dashboard.store import tables as t
from dashboard.store.query import conditions


@dataclass(frozen=True, slots=True)
class Facets:
    """How many events each value of a control would show, the control's own choice ignored.

    Every value that the store knows is there, with 0 where it would show none; the most
    frequent come first, then by name.
    """

    countries: Mapping[str, int]
    actors: Mapping[str, int]
    kinds: Mapping[str, int]


def count_facets(connection: Connection, selection: Selection) -> Facets:
    """Return the counts of all controls."""
    country, actor, event = t.event_country.c, t.event_actor.c, t.events.c
    return Facets(
        _count(connection, country.country_code, selection.without("countries", "match")),
        _count(connection, actor.actor, selection.without("actors")),
        _count(connection, event.kind, replace(selection, kinds=KINDS)),
    )


def _count(connection: Connection, column: Any, selection: Selection) -> dict[str, int]:
    query = select(column, func.count()).where(*conditions(selection)).group_by(column)
    if column.table is not t.events:
        query = query.join(t.events, t.events.c.event_id == column.table.c.event_id)
    counts = dict.fromkeys(connection.scalars(select(column).distinct()), 0)
    for value, count in connection.execute(query):
        counts[value] = count
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
