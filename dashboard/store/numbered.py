"""The events by their numbers: what columns in memory are made of, and what they ask for."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select

from dashboard.store import tables as t
from dashboard.store.arrays import (
    Arrays,
    Numbers,
    find_articles,
    find_numbers,
    rank_texts,
    read_arrays,
    read_labels,
    read_places,
    read_published,
)
from dashboard.store.engine import Open
from dashboard.store.query import held


class Numbered:
    """The events of one store by their numbers; `reading` opens it."""

    def __init__(self, reading: Open) -> None:
        self._reading = reading

    def arrays(self, known_by: date | None = None) -> Arrays:
        """Return what all events are filtered and counted by, now or as known by a day."""
        with self._reading() as connection:
            return read_arrays(connection, known_by)

    def labels(self, numbers: Iterable[int]) -> tuple[tuple[str, str], ...]:
        """Return id and label of the events with these numbers, in the order given."""
        with self._reading() as connection:
            return read_labels(connection, numbers)

    def ids(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """Return the ids of the events with these numbers, in the order given."""
        return tuple(key for key, _ in self.labels(numbers))

    def positions(self, events: Iterable[str], known_by: date | None = None) -> dict[str, int]:
        """Return the numbers of the events with these ids, by id; strange ones are left out."""
        query = select(t.events.c.event_id, t.events.c.position).where(held(known_by))
        with self._reading() as connection:
            found = connection.execute(query.where(t.events.c.event_id.in_([*events])))
            return {row.event_id: row.position for row in found}

    def find_events(self, words: str, parts: Iterable[str]) -> Numbers:
        """Return the numbers of events with all these words in these parts, label or quote."""
        with self._reading() as connection:
            return find_numbers(connection, words, parts)

    def find_articles(self, words: str) -> Numbers:
        """Return the places in the text index of the articles with all these words."""
        with self._reading() as connection:
            return find_articles(connection, words)

    def article_places(self, known_by: date | None = None) -> Numbers:
        """Return the places in the text index of the articles that tell of events, by file."""
        with self._reading() as connection:
            return read_places(connection, known_by)

    def published(self, known_by: date | None = None) -> tuple[str, ...]:
        """Return the publication days of the articles that tell of events, by file."""
        with self._reading() as connection:
            return read_published(connection, known_by)

    def ranks(self, key: str, known_by: date | None = None) -> tuple[Numbers, Numbers]:
        """Return the numbers of all events, and the rank of each by "event" or "people"."""
        with self._reading() as connection:
            return rank_texts(connection, key, known_by)
