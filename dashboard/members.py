"""Which countries belonged to which organisation, and on which days (data/rules/members.csv)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from dashboard import edtf
from dashboard.rules import made_of_rules, read_table

COLUMNS = ("organisation", "country_code", "from", "to", "source")
KEY = ("organisation", "country_code", "from")
"""The columns of the table, and those that name a row."""


@dataclass(frozen=True, slots=True)
class Membership:
    """A country in an organisation from a first to a last day, None where it has not ended.

    Where only the month or year of joining or leaving is known, it counts from its last day on
    and up to its first.
    """

    organisation: str
    country_code: str
    first: date
    last: date | None
    source: str


@made_of_rules
@cache
def memberships() -> tuple[Membership, ...]:
    """Return all memberships, in the order of the table."""
    rows = read_table("members", COLUMNS, key=KEY)
    return tuple(
        Membership(row["organisation"], row["country_code"], first, last, row["source"])
        for row in rows
        if (first := edtf.latest(row["from"]))
        for last in [edtf.earliest(row["to"])]
    )


@made_of_rules
@cache
def _by_organisation() -> Mapping[str, tuple[Membership, ...]]:
    found: dict[str, list[Membership]] = {}
    for one in memberships():
        found.setdefault(one.organisation, []).append(one)
    return {name: tuple(some) for name, some in found.items()}


def memberships_on(organisations: Iterable[str], day: str) -> tuple[Membership, ...]:
    """Return the memberships in some organisations that hold on all days that a date can mean.

    A date that names no day (EDTF, "" where none is known) has none.

    >>> [m.country_code for m in memberships_on(["AUKUS", "Ada Voss"], "2021-09")]
    []
    >>> [m.country_code for m in memberships_on(["AUKUS", "Ada Voss"], "2021-10")]
    ['AUS', 'GBR', 'USA']
    """
    some = [m for name in organisations for m in _by_organisation().get(name, ())]
    earliest, latest = (edtf.earliest(day), edtf.latest(day)) if some else (None, None)
    if earliest is None:
        return ()
    return tuple(
        m for m in some if m.first <= earliest and (m.last is None or _is_by(latest, m.last))
    )


def _is_by(day: date | None, last: date) -> bool:
    return day is not None and day <= last
