"""The reading room: articles with their marks, and their accounts, kept until the store changes."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

from dashboard.app.account import account_rows, account_sums
from dashboard.app.evidence import evidence, undated_words
from dashboard.app.reader import reader
from dashboard.errors import SelectionError, StoreError
from dashboard.frame import as_frame
from dashboard.lookback import as_known
from dashboard.model import Article
from dashboard.segments import Mark
from dashboard.selection import Selection, active
from dashboard.store import ArticleAccount, Store

PAGE = 100
"""Articles listed at once; the sums are over all, and how many are left out is said."""


class ReadingRoom:
    """The articles of a store, as the drawer, the reader and the accounts show them."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._found = lru_cache(maxsize=64)(self._find)
        self._sums = lru_cache(maxsize=1)(self._add_up)

    def _find(self, generation: int, file: str) -> tuple[Article, Sequence[Mark]]:
        return self.store.article(file), self.store.article_marks(file)

    def _add_up(self, generation: int) -> ArticleAccount:
        return self.store.sums()

    def accounts(self, first: int = 0) -> dict[str, Any]:
        """Return the accounts of a page of articles from the first-th on, and how many there are.

        The sums over all of them take far longer, and come by themselves.
        """
        return account_rows(self.store.accounts(first, PAGE))

    def sums(self) -> dict[str, Any]:
        """Return the sums over all articles."""
        with self.store.reading.one_state() as generation:
            return account_sums(self._sums(generation))

    def open(self, selection: Selection) -> dict[str, str] | None:
        """Name the open article, None where none is; raise SelectionError if it is not there."""
        file = selection.article
        if not file:
            return None
        try:
            self._found(self.store.generation(), file)
        except StoreError:
            raise SelectionError(
                f"The article “{file}” that this link leads to is not in the data.",
                "It may have been taken out or renamed; look for it in the list of articles.",
            ) from None
        return {"file": file}

    def article(self, selection: Selection) -> dict[str, Any] | None:
        """Return the open article with its marks; raise SelectionError if it is not there."""
        if not self.open(selection):
            return None
        told = {*self.store.select_article(selection.article)["event_id"]} - {""}
        asked = active(selection)
        rows = as_known(self.store.reports_of(sorted(told)), asked.known_by)
        return reader(self.store, selection.article, as_frame(rows), asked.text)

    def evidence(self, reports: pd.DataFrame, selection: Selection) -> dict[str, Any]:
        """Return what the drawer shows of the event whose reports these are."""
        articles, marks = self._of(reports["article"].unique())
        return evidence(reports, articles, marks, active(selection))

    def _of(
        self, files: Sequence[str]
    ) -> tuple[Mapping[str, Article], Mapping[str, Sequence[Mark]]]:
        generation = self.store.generation()
        found = {file: self._found(generation, file) for file in files}
        articles = {file: article for file, (article, _) in found.items()}
        return articles, {file: marks for file, (_, marks) in found.items()}

    def reasons(self, events: Sequence[str], known_by: date | None = None) -> dict[str, str]:
        """Say for each of some events without a day, by its id, why it has none."""
        found = self.store.date_reasons(events, known_by) if events else {}
        return {key: undated_words(reason, words) for key, (reason, words) in found.items()}
