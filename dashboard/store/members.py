"""The countries of events in SQL: those involved, and if asked for members of organisations."""

from functools import cache
from typing import Any

from sqlalchemy import CTE, Integer, Select, Subquery, Text, column, select, union_all, values

from dashboard.members import memberships
from dashboard.rules import made_of_rules
from dashboard.selection import Selection
from dashboard.store import tables as t
from dashboard.store.days import day_number


def countries_of(selection: Selection) -> Subquery:
    """Return country_code and position of each country that counts for each event.

    One that is involved and a member besides comes twice.
    """
    country = t.event_country.c
    own = select(country.country_code, country.position)
    if selection.stated_only:
        own = own.where(country.stated == 1)
    return (union_all(own, _as_members()) if selection.as_members else own).subquery()


def _as_members() -> Select[Any]:
    """Choose the countries that belong to an organisation that acts in an event, on its days."""
    event, actor, member = t.events.c, t.event_actor.c, _memberships().c
    return (
        select(member.country_code, actor.position)
        .join(t.event_actor, actor.actor == member.organisation)
        .join(t.events, event.position == actor.position)
        .where(event.earliest_day <= event.latest_day)
        .where(event.earliest_day >= member.first_day, event.latest_day <= member.last_day)
    )


@made_of_rules
@cache
def _memberships() -> CTE:
    """Return the rows of data/rules/members.csv; one and the same wherever a query asks."""
    rows = [
        (m.organisation, m.country_code, day_number(m.first), day_number(m.last))
        for m in memberships()
    ]
    texts = (column(name, Text) for name in ("organisation", "country_code"))
    days = (column(name, Integer) for name in ("first_day", "last_day"))
    return values(*texts, *days).data(rows).cte("memberships")
