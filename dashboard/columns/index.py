"""The columns of one state of a store, with all that is asked of them; slow answers are kept."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np

from dashboard.columns.arrays import Days, Places, find, to_columns
from dashboard.columns.chosen import Chosen, choose, tally_of
from dashboard.columns.facets import count_facet
from dashboard.columns.gaps import SHORTEST, waits
from dashboard.columns.masks import Masks
from dashboard.columns.order import in_order, ranks
from dashboard.columns.words import Words
from dashboard.model import KINDS
from dashboard.selection import LOOKS, Selection, Tally, active
from dashboard.store import AFTER_ALL, BEFORE_ALL, Store

EVERYTHING = Selection(kinds=KINDS)


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the table: the number of its event in the store, its place in order of date.

    wait is how many days nothing happened before it, 0 where that is nothing special.
    """

    event: int
    number: int
    wait: int


class Index:
    """All events of a store as they were when it was made; safe to share between threads.

    With a day it looks back: the events are those known by then, made of what was out by then.
    """

    def __init__(self, store: Store, known_by: date | None = None) -> None:
        self.store = store
        self.known_by = known_by
        self.columns = to_columns(store.numbered.arrays(known_by), known_by)
        self.words = Words(store, self.columns)
        self._masks = lru_cache(maxsize=1)(self._make_masks)
        self._chosen = lru_cache(maxsize=1)(choose)
        self._ranks = lru_cache(maxsize=4)(lambda key: ranks(self.columns, store, key))
        self.everything = choose(self.masks(replace(EVERYTHING, known_by=known_by))).spans
        self._days = self._find_days()

    def masks(self, selection: Selection) -> Masks:
        """Return the filters of a selection that are in force, as marks."""
        return self._masks(active(selection).without(*LOOKS))

    def _make_masks(self, asked: Selection) -> Masks:
        return Masks(self.columns, self.words, asked)

    def chosen(self, selection: Selection) -> Chosen:
        """Return the events of a selection."""
        return self._chosen(self.masks(selection))

    def count(self, selection: Selection) -> int:
        """Return how many events a selection shows, those without a day included."""
        return int(np.count_nonzero(self.masks(selection).all_but()))

    def facet(self, selection: Selection, name: str) -> Any:
        """Count the events that each value of one control would show."""
        return count_facet(self.masks(selection), name)

    def tally(self, selection: Selection) -> Tally:
        """Return what the sentence says of a selection."""
        return tally_of(self.chosen(selection), selection)

    def files_with(self, words: str) -> list[str]:
        """Return the articles with all these words that tell of an event, in order of file name."""
        return self.words.files(words)

    def _waits(self, dated: Places, upto: int) -> Days:
        """Return the waits before the first dated events.

        Where events are more than twice the days, most begin on the day of another: the
        usual wait is none, and the others need not be looked at.
        """
        columns = self.columns
        span = int(columns.anchor[dated[-1]] - columns.anchor[dated[0]]) if len(dated) else 0
        is_dense = len(dated) > 2 * (span + SHORTEST)
        some = dated[:upto] if is_dense else dated
        return waits(columns.earliest[some], columns.latest[some], 0.0 if is_dense else None)

    def days(self) -> tuple[date, date]:
        """Return the first and the last day that any event names, of 1970 where none does."""
        return self._days

    def _find_days(self) -> tuple[date, date]:
        columns, some = self.columns, slice(0, self.columns.dated)
        firsts, lasts = columns.earliest[some], columns.latest[some]
        known = np.concatenate([firsts[firsts > BEFORE_ALL], lasts[lasts < AFTER_ALL]])
        if not len(known):
            return date(1970, 1, 1), date(1970, 1, 1)
        return date.fromordinal(int(known.min())), date.fromordinal(int(known.max()))

    def published(self, chosen: Chosen) -> set[str]:
        """Return the publication days, as EDTF, of the articles that tell of the dated events."""
        dated = chosen.marked.copy()
        dated[self.columns.dated :] = False
        days, counts = self.words.published(), self.columns.articles.count(dated)
        return {days[at] for at in np.flatnonzero(counts)}

    def numbers(self, selection: Selection, events: Iterable[str]) -> dict[str, int]:
        """Return the numbers of events, by id, in the table of a selection, if they are in it."""
        held, every = (
            self.store.numbered.positions(events, self.known_by),
            self.chosen(selection).every,
        )
        places = self.columns.places(held.values())
        at = find(every, places).tolist()
        found = zip(held, at, places, strict=True)
        return {key: n + 1 for key, n, place in found if n < len(every) and every[n] == place}

    def around(self, selection: Selection, event_id: str) -> dict[str, Any] | None:
        """Return the place of an event by date and the ids beside it; None where it is not here."""
        number = self.numbers(selection, [event_id]).get(event_id)
        if number is None:
            return None
        chosen = self.chosen(selection)
        every = chosen.every
        before, after = every[max(number - 2, 0) : number - 1], every[number : number + 1]
        ids = self.store.numbered.ids(chosen.numbers(np.concatenate([before, after])))
        return {
            "previous": ids[0] if len(before) else "",
            "next": ids[-1] if len(after) else "",
            "place": number,
            "total": len(every),
        }

    def page(
        self, selection: Selection, key: str, down: bool, start: int, size: int
    ) -> tuple[Place, ...]:
        """Return some rows of the table of a selection, in the order asked for."""
        chosen = self.chosen(selection)
        every = chosen.every
        ranked = None if key == "day" else self._ranks(key)
        some: Places = in_order(every, ranked, down)[start : start + size]
        numbers = find(every, some)
        waited = self._waits(chosen.dated, int(numbers.max(initial=0)) + 1)
        return tuple(
            Place(event, at + 1, int(waited[at]) if at < len(waited) else 0)
            for event, at in zip(chosen.numbers(some), numbers.tolist(), strict=True)
        )
