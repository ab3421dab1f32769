"""The columns of all events in the order of the timeline, those without a day last."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from dashboard import edtf
from dashboard.columns.months import Months, months_of
from dashboard.forms import PRECISIONS, anchor_of, form_of
from dashboard.store import AFTER_ALL, BEFORE_ALL, Arrays, Grouped

Mask = npt.NDArray[np.bool_]
Days = npt.NDArray[np.int32]
Places = npt.NDArray[np.int32]
"""Places of events in the columns."""


_NEAR = 64
"""So many events of a value are looked at before all of them are."""


def find(places: Places, wanted: npt.ArrayLike) -> npt.NDArray[np.intp]:
    """Return where places that are in order reach those wanted.

    These become numbers of the same size first: of any other all places would be copied.

    >>> find(np.array([2, 3, 8], np.int32), [3, 4]).tolist()
    [1, 2]
    """
    return np.asarray(np.searchsorted(places, np.asarray(wanted, dtype=np.int32)))


@dataclass(frozen=True, slots=True)
class Postings:
    """Values that events have several of, with the places of the events of each.

    values are in order; the places of value n stand from starts[n] up to starts[n + 1], in
    order too.
    """

    values: tuple[str, ...]
    starts: npt.NDArray[np.int64]
    places: Places

    def of(self, value: str) -> Places:
        """Return the places of the events that have a value; none for a strange one."""
        at = self.number(value)
        return self.places[:0] if at is None else self.at(at)

    def number(self, value: str) -> int | None:
        """Return the number of a value, None for a strange one."""
        at = bisect_left(self.values, value)
        return at if at < len(self.values) and self.values[at] == value else None

    def at(self, number: int) -> Places:
        """Return the places of the events that have the value of this number."""
        return self.places[self.starts[number] : self.starts[number + 1]]

    def mark(self, values: Iterable[str], size: int) -> Mask:
        """Mark the events that have any of the values."""
        found = np.zeros(size, dtype=bool)
        for value in values:
            found[self.of(value)] = True
        return found

    def any(self, size: int) -> Mask:
        """Mark the events that have any value at all."""
        found = np.zeros(size, dtype=bool)
        found[self.places] = True
        return found

    def met(self, chosen: Mask, middle: int) -> int:
        """Count the values that any chosen event has; middle is the place of one amid them.

        Mostly an event near it has the value, and the others need not be looked at.
        """
        starts, ends = self.starts[:-1], self.starts[1:]
        near = starts + ((ends - starts) * (middle / len(chosen))).astype(np.int64)
        some = np.minimum(near[:, None] + np.arange(_NEAR), ends[:, None] - 1)
        is_met = chosen[self.places[some]].any(axis=1)
        rest = (chosen[self.at(int(number))].any() for number in np.flatnonzero(~is_met))
        return int(np.count_nonzero(is_met)) + sum(map(int, rest))

    def count(self, chosen: Mask) -> npt.NDArray[np.int32]:
        """Count the chosen events that have each value."""
        if not self.values:
            return np.zeros(0, dtype=np.int32)
        hits = chosen.take(self.places).view(np.uint8)
        return np.add.reduceat(hits, self.starts[:-1], dtype=np.int32)


@dataclass(frozen=True, slots=True)
class Columns:
    """All events: `numbers` are those of the store, the first `dated` have a day.

    earliest and latest are those of the store (`store.tables`); anchor and end the days an
    event is pinned to and reaches to. sure marks what stands for its days for certain: a
    plain day, or `each` of several days. kinds are codes in `model.KINDS`, sources in
    `store.SOURCES`, precisions in `forms.PRECISIONS`; those that occur are known. is_stated,
    no_country and no_publisher mark what the postings beside them have, or have not. known_by
    is the day that is looked back to, if one is. as_members keeps what `involved` makes of
    countries (False) and stated (True).
    """

    numbers: npt.NDArray[np.int32]
    dated: int
    earliest: Days
    latest: Days
    anchor: Days
    end: Days
    sure: Mask
    each: Mapping[int, tuple[int, ...]]
    kinds: npt.NDArray[np.uint8]
    sources: npt.NDArray[np.uint8]
    precisions: npt.NDArray[np.uint8]
    outlets: npt.NDArray[np.uint16]
    countries: Postings
    stated: Postings
    is_stated: Mask
    no_country: Mask
    no_publisher: Mask
    known_kinds: tuple[int, ...]
    known_sources: tuple[int, ...]
    known_precisions: tuple[int, ...]
    known_months: Months
    actors: Postings
    publishers: Postings
    articles: Postings
    known_by: date | None = None
    as_members: dict[bool, Postings] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.numbers)

    def mark(self, numbers: npt.NDArray[np.int64]) -> Mask:
        """Mark the events with these numbers; others are not here and are left out."""
        wanted = np.zeros(room_for(self.numbers), dtype=bool)
        lowest, highest = self.numbers.min(initial=0), self.numbers.max(initial=0)
        wanted[numbers[(numbers >= lowest) & (numbers <= highest)]] = True
        found: Mask = wanted.take(self.numbers)
        return found

    def places(self, numbers: Iterable[int]) -> list[int]:
        """Return the places of the events with these numbers, in the order given."""
        wanted = [*numbers]
        held = np.flatnonzero(np.isin(self.numbers, wanted))
        at = dict(zip(self.numbers[held].tolist(), held.tolist(), strict=True))
        return [at[number] for number in wanted]


def room_for(numbers: npt.NDArray[Any]) -> int:
    """Return the length of an array with room for each number; one below 0 counts from its end.

    >>> room_for(np.array([2, -1])), room_for(np.array([]))
    (4, 1)
    """
    return int(numbers.max(initial=0)) + 1 - int(numbers.min(initial=0))


def to_columns(arrays: Arrays, known_by: date | None = None) -> Columns:
    """Put what the store holds, now or as known by a day, in the order of the timeline."""
    earliest, latest = arrays.earliest.astype(np.int32), arrays.latest.astype(np.int32)
    at = _places(arrays.numbers)
    anchor = np.where(earliest > BEFORE_ALL, earliest, latest).astype(np.int32)
    sure = earliest == latest
    each: dict[int, tuple[int, ...]] = {}
    is_dated = earliest <= latest
    precisions = np.where(is_dated, _code("day"), _code("none"))
    for text, disagree, precision, numbers in arrays.dates:
        some = at[numbers]
        precisions[some] = _code(precision)
        form, anchor[some] = _form(text, disagree, anchor[some[0]])
        sure[some] = form in ("disc", "each")
        if form == "each":
            days = tuple(day.toordinal() for day in edtf.possible_days(text))
            each.update(dict.fromkeys(numbers.tolist(), days))
    end = np.where(latest < AFTER_ALL, latest, anchor).astype(np.int32)
    opens_last = np.where(earliest > BEFORE_ALL, earliest, AFTER_ALL)
    order = np.lexsort((arrays.places, latest, opens_last, end, anchor, ~is_dated))
    places = _places(arrays.numbers[order])
    stated = _postings(arrays.stated, places)
    postings = {name: _postings(values, places) for name, values in arrays.values.items()}
    return Columns(
        numbers=arrays.numbers[order].astype(np.int32),
        dated=int(is_dated.sum()),
        earliest=earliest[order],
        latest=latest[order],
        anchor=anchor[order],
        end=end[order],
        sure=sure[order],
        each={int(places[number]): days for number, days in each.items()},
        kinds=arrays.kinds[order].astype(np.uint8),
        sources=arrays.sources[order].astype(np.uint8),
        precisions=precisions[order],
        outlets=arrays.outlets[order].astype(np.uint16),
        known_by=known_by,
        as_members={},
        stated=stated,
        is_stated=stated.any(len(order)),
        no_country=~postings["countries"].any(len(order)),
        no_publisher=~postings["publishers"].any(len(order)),
        known_kinds=_known(arrays.kinds),
        known_sources=_known(arrays.sources),
        known_precisions=_known(precisions),
        known_months=months_of(earliest[is_dated], latest[is_dated]),
        **postings,
    )


def _places(numbers: npt.NDArray[np.int64]) -> Places:
    """Return the place of each number."""
    places = np.zeros(room_for(numbers), dtype=np.int32)
    places[numbers] = np.arange(len(numbers), dtype=np.int32)
    return places


def _code(precision: str) -> np.uint8:
    return np.uint8(PRECISIONS.index(precision))


def _form(text: str, disagree: bool, anchor: Any) -> tuple[str, int]:
    """Return the form of a date that is no plain day, and the day it is pinned to."""
    value = edtf.parse(text)
    form = form_of(value, "", disagree)
    if value.earliest is None or value.latest is None:
        return form, int(anchor)
    first, last = value.earliest.toordinal(), value.latest.toordinal()
    return form, anchor_of(first, last, form)


def _postings(values: Grouped, places: Places) -> Postings:
    """Put the events of each value in the order of the timeline."""
    starts = np.zeros(len(values.counts) + 1, dtype=np.int64)
    np.cumsum(values.counts, out=starts[1:])
    keys = np.repeat(np.arange(len(values.counts)) * len(places), values.counts)
    keys += places[values.numbers]
    keys.sort()
    keys %= max(len(places), 1)
    return Postings(values.values, starts, keys.astype(np.int32))


def _known(codes: npt.NDArray[np.integer[Any]]) -> tuple[int, ...]:
    return tuple(np.unique(codes).tolist())
