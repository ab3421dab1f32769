"""The countries of events in the columns: those involved, and if asked for members."""

import numpy as np
import numpy.typing as npt

from dashboard.columns.arrays import Columns, Places, Postings
from dashboard.members import Membership, memberships
from dashboard.selection import Selection
from dashboard.store import day_number

Keys = npt.NDArray[np.int64]


def countries_of(columns: Columns, selection: Selection) -> Postings:
    """Return the countries that count for each event; those with members are made only once."""
    own = columns.stated if selection.stated_only else columns.countries
    if not selection.as_members:
        return own
    if selection.stated_only not in columns.as_members:
        columns.as_members[selection.stated_only] = _with_members(columns, own)
    return columns.as_members[selection.stated_only]


def _with_members(columns: Columns, own: Postings) -> Postings:
    """Add the countries that belong to an organisation that acts in an event, on its days."""
    found = [(m.country_code, _places(columns, m)) for m in memberships()]
    found = [(code, places) for code, places in found if len(places)]
    codes = sorted({*own.values, *(code for code, _ in found)})
    number, size = {code: n for n, code in enumerate(codes)}, max(len(columns), 1)
    owners = np.repeat([number[code] for code in own.values], np.diff(own.starts))
    keys = [owners.astype(np.int64) * size + own.places]
    keys += [places + np.int64(number[code] * size) for code, places in found]
    joined = _unique(np.concatenate(keys))
    starts = np.searchsorted(joined, np.arange(len(codes) + 1, dtype=np.int64) * size)
    return Postings(tuple(codes), starts, (joined % size).astype(np.int32))


def _unique(keys: Keys) -> Keys:
    """Return each number once, in order; the array itself is put in order, too.

    Most stand in order already: to sort them is many times quicker than `numpy.unique`.
    """
    keys.sort(kind="stable")
    is_first = np.ones(len(keys), dtype=bool)
    np.not_equal(keys[1:], keys[:-1], out=is_first[1:])
    return keys[is_first]


def _places(columns: Columns, membership: Membership) -> Places:
    places = columns.actors.of(membership.organisation)
    places = places[places < columns.dated]
    begins = columns.earliest[places] >= day_number(membership.first)
    ends = columns.latest[places] <= day_number(membership.last)
    return places[begins & ends]
