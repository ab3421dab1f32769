"""Where typed words are: the store's index finds them, here they become marks."""

from collections.abc import Iterable
from functools import lru_cache, partial
from threading import Lock

import numpy as np
import numpy.typing as npt

from dashboard.columns.arrays import Columns, Mask, Places
from dashboard.search import parse_terms
from dashboard.store import Store

OWN = ("label", "quote")
"""The parts of an event itself."""


class Words:
    """The marks of the words looked for last, kept for the next question."""

    def __init__(self, store: Store, columns: Columns) -> None:
        self.store = store
        self.columns = columns
        self._own = lru_cache(maxsize=8)(self._find_own)
        self._articles = lru_cache(maxsize=4)(self._find_articles)
        self._having = lru_cache(maxsize=4)(self._find_files)
        self.published = lru_cache(maxsize=1)(partial(store.numbered.published, columns.known_by))
        self._placed = lru_cache(maxsize=1)(self._find_places)
        self._placing = Lock()

    def mark(self, words: str, parts: Iterable[str]) -> Mask:
        """Mark the events with all these words in their label and quotes, or in one article."""
        own = tuple(part for part in OWN if part in parts)
        found = self._own(words, own) if own else np.zeros(len(self.columns), dtype=bool)
        return found | self._articles(words) if "article" in parts else found

    def files(self, words: str) -> list[str]:
        """Return the articles with events that have all these words, in order."""
        if not parse_terms(words):
            return []
        return [self.columns.articles.values[at] for at in np.flatnonzero(self._having(words))]

    def _find_own(self, words: str, parts: tuple[str, ...]) -> Mask:
        if len(parts) > 1 and len(parse_terms(words)) == 1:  # It stands in one or the other.
            return self._own(words, parts[:1]) | self._own(words, parts[1:])
        return self.columns.mark(self.store.numbered.find_events(words, parts))

    def _find_articles(self, words: str) -> Mask:
        found = np.zeros(len(self.columns), dtype=bool)
        postings = self.columns.articles
        here = np.repeat(self._having(words), np.diff(postings.starts))
        found[postings.places[here]] = True
        return found

    def in_article(self, words: str, file: str) -> bool:
        """Say whether an article has all these words."""
        number = self.columns.articles.number(file)
        return number is not None and bool(self._having(words)[number])

    def _find_files(self, words: str) -> Mask:
        """Mark the articles, by their number, that have all these words."""
        order, places = self._places()
        found, marked = self.store.numbered.find_articles(words), np.zeros(len(order), dtype=bool)
        if not len(order):
            return marked
        at = np.minimum(np.searchsorted(places, found), len(places) - 1)
        marked[order[at[places[at] == found]]] = True
        return marked

    def _places(self) -> tuple[Places, npt.NDArray[np.int64]]:
        """Return what `_find_places` does; of several threads only one looks, for it takes long."""
        with self._placing:
            return self._placed()

    def _find_places(self) -> tuple[Places, npt.NDArray[np.int64]]:
        """Return the articles in the order of the text index, and their places there."""
        places = self.store.numbered.article_places(self.columns.known_by)
        order = np.argsort(places).astype(np.int32)
        return order, places[order]
