"""A selection as SQL: the same answers as `selection.matches` on the events, by test."""

from collections.abc import Callable

from sqlalchemy import ColumnElement, func, select, true

from dashboard.selection import Selection
from dashboard.store import tables as t

Condition = ColumnElement[bool]


def _countries(selection: Selection) -> Condition:
    wanted = sorted(set(selection.countries))
    if not wanted:
        return true()
    country = t.event_country.c
    involved = select(country.event_id).where(country.country_code.in_(wanted))
    if selection.match == "all":
        involved = involved.group_by(country.event_id).having(func.count() == len(wanted))
    inside = t.events.c.event_id.in_(involved)
    return ~inside if selection.match == "none" else inside


def _actors(selection: Selection) -> Condition:
    if not selection.actors:
        return true()
    actor = t.event_actor.c
    return t.events.c.event_id.in_(
        select(actor.event_id).where(actor.actor.in_(sorted(set(selection.actors))))
    )


def _kinds(selection: Selection) -> Condition:
    return t.events.c.kind.in_(selection.kinds)


def _first(selection: Selection) -> Condition:
    if not selection.first:
        return true()
    return t.events.c.latest_day >= selection.first.toordinal()


def _last(selection: Selection) -> Condition:
    if not selection.last:
        return true()
    return t.events.c.earliest_day <= selection.last.toordinal()


FILTERS: tuple[Callable[[Selection], Condition], ...] = (
    _countries,
    _actors,
    _kinds,
    _first,
    _last,
)


def conditions(selection: Selection) -> tuple[Condition, ...]:
    """Return what an event must fulfil, all together."""
    return tuple(to_condition(selection) for to_condition in FILTERS)


def phrase(words: str) -> str:
    """Quote what a reader typed, so that the text index takes it as plain words.

    >>> phrase('rail AND "link')
    '"rail" "AND" "link"'
    """
    plain = words.replace("\0", " ").replace('"', " ")
    return " ".join(f'"{word}"' for word in plain.split())
