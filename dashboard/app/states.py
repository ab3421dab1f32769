"""The columns of a store as it is now, and as it was known by a day."""

from datetime import date
from functools import lru_cache
from typing import Any

from dashboard.app.memory import give_back
from dashboard.columns import EVERYTHING, Index
from dashboard.selection import Selection, active
from dashboard.store import Store


class States:
    """Keeps the columns last asked for, and reads them anew where the store has changed."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._now = lru_cache(maxsize=1)(self._read)
        self._past = lru_cache(maxsize=1)(self._read)

    def index(self, selection: Selection = EVERYTHING) -> Index:
        """Return the columns of all events.

        Where the selection looks back to a day, they are those of what was known by then.
        """
        return self.at(self.store.generation(), selection)

    def at(self, generation: int, selection: Selection = EVERYTHING) -> Index:
        """Return the same of the state of the store that has this counter."""
        known_by = active(selection).known_by
        return self._past(generation, known_by) if known_by else self._now(generation)

    def _read(self, generation: int, known_by: date | None = None) -> Index:
        index = Index(self.store, known_by)
        give_back()
        return index

    def facet(self, selection: Selection, name: str) -> Any:
        """Count the events that each value of one control would show."""
        with self.store.reading.one_state():
            return self.index(selection).facet(selection, name)
