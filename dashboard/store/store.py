"""Opens a built store and reads it: reports of a selection, counts, articles, accounting."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from sqlalchemy import Connection, func, select, text

from dashboard.errors import ArticleError, StoreError
from dashboard.model import Accounted, Article, Span
from dashboard.selection import Selection
from dashboard.store import tables as t
from dashboard.store.engine import connect, speaking
from dashboard.store.facets import Facets, count_facets
from dashboard.store.parser import parser_fingerprint
from dashboard.store.query import phrase
from dashboard.store.reports import read_reports

REMEDY = "Run: python -m dashboard build"


@dataclass(frozen=True, slots=True)
class Meta:
    """What the store was built from, its counter of changes, and how much it holds."""

    rules: str
    folder: str
    generation: int
    articles: int
    reports: int
    events: int


def open_store(path: str | Path) -> "Store":
    """Open a built store; raise StoreError if it is missing, unfinished or of other rules."""
    path = Path(path)
    if not path.is_file():
        raise StoreError(f"There is no store at {path}.", REMEDY)
    store = Store(path)
    try:
        _refuse_other(store)
    except StoreError:
        store.close()
        raise
    return store


def _refuse_other(store: "Store") -> None:
    with store.reading() as connection:
        is_ours = connection.scalar(
            text("SELECT count(*) FROM sqlite_master WHERE name = 'schema_version'")
        )
        version = connection.scalar(select(t.schema_version.c.version)) if is_ours else None
    if version != t.VERSION:
        raise StoreError(f"{store.path} is no store of this version.", REMEDY)
    built_with = store.meta().rules
    if not built_with:
        raise StoreError(f"The last build of {store.path} did not finish.", REMEDY)
    if built_with != parser_fingerprint():
        raise StoreError(f"{store.path} was built with other rules.", REMEDY)


class Store:
    """One built store, open for reading; safe to share between threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = connect(path, writes=False)

    def close(self) -> None:
        """Give the file back."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection on which all statements see the same state of the store."""
        with speaking(self.path), self._engine.begin() as connection:
            yield connection

    def select(self, selection: Selection) -> pd.DataFrame:
        """Return all reports of every matching event as `frame.COLUMNS`, sorted as `to_frame` does.

        Events without a day are among them where no range is set.
        """
        with self.reading() as connection:
            return read_reports(connection, selection)

    def facets(self, selection: Selection) -> Facets:
        """Count the events that each country, actor and kind would show."""
        with self.reading() as connection:
            return count_facets(connection, selection)

    def search(self, words: str) -> tuple[str, ...]:
        """Return the ids of events whose label or quotes hold all these words, best first."""
        if not phrase(words):
            return ()
        query = text("SELECT event_id FROM events_fts WHERE events_fts MATCH :words ORDER BY rank")
        with self.reading() as connection:
            return tuple(connection.scalars(query, {"words": phrase(words)}))

    def article(self, file: str) -> Article:
        """Return an article with its text; raise StoreError if the store has none of that name."""
        with self.reading() as connection:
            row = connection.execute(_ARTICLES.where(t.articles.c.file == file)).mappings().first()
        if row is None:
            raise StoreError(f"The store has no article {file}.", REMEDY)
        return Article(**row)

    def articles(self) -> tuple[Article, ...]:
        """Return all articles with their texts in order of file name."""
        with self.reading() as connection:
            rows = connection.execute(_ARTICLES.order_by(t.articles.c.file)).mappings().all()
        return tuple(Article(**row) for row in rows)

    def problems(self) -> tuple[ArticleError, ...]:
        """Return what was left out when the articles were read, and why."""
        query = select(t.problems.c.message, t.problems.c.remedy).order_by(t.problems.c.position)
        with self.reading() as connection:
            return tuple(ArticleError(*row) for row in connection.execute(query))

    def accounting(self, file: str) -> tuple[Accounted, ...]:
        """Return what was recognised in an article and what became of each."""
        c = t.accounting.c
        query = select(c.start_char, c.end_char, c.text, c.what, c.fate, c.reason)
        with self.reading() as connection:
            rows = connection.execute(query.where(c.file == file).order_by(c.position)).all()
        return tuple(Accounted(Span(start, end), *rest) for start, end, *rest in rows)

    def meta(self) -> Meta:
        """Return the fingerprints the store was built from, its generation and its counts."""
        with self.reading() as connection:
            state = connection.execute(select(t.state)).one()
            counts = [
                connection.scalar(select(func.count()).select_from(table)) or 0
                for table in (t.articles, t.reports, t.events)
            ]
        return Meta(state.rules, state.folder, state.generation, *counts)

    def check_quotes(self) -> list[str]:
        """Return one sentence for every stored quote that is not in its article to the letter."""
        q = t.report_quotes.c
        query = (
            select(t.reports.c.file, t.articles.c.text, *(q[name] for name in t.QUOTE_FIELDS))
            .join(t.reports, t.reports.c.report_id == q.report_id)
            .join(t.articles, t.articles.c.file == t.reports.c.file)
        )
        with self.reading() as connection:
            rows = connection.execute(query).all()
        return [
            f"{row.file}, {row.start_char} to {row.end_char}: the text there is not the quote."
            for row in rows
            if row.text[row.start_char : row.end_char] != row.quote
            or not row.text[: row.start_char].endswith(row.prefix)
            or not row.text[row.end_char :].startswith(row.suffix)
        ]


_ARTICLES = select(*(t.articles.c[name] for name in (*t.ARTICLE_FIELDS, "nul_replaced")))
