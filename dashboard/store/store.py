"""Opens a built store and reads it: reports of a selection, counts, articles, accounting."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
from sqlalchemy import Connection, inspect, select

from dashboard.changes import Changes
from dashboard.errors import ArticleError, StoreError
from dashboard.model import Accounted, Article, Span
from dashboard.review import Correction
from dashboard.search import parse_terms
from dashboard.segments import Mark
from dashboard.selection import TEXT_PARTS, Selection
from dashboard.store import tables as t
from dashboard.store.accounts import Accounts, read_accounts, read_sums
from dashboard.store.articles import read_articles, read_foreign, read_origins, read_undated
from dashboard.store.changes import read_changes
from dashboard.store.corrections import correct, read_corrections
from dashboard.store.engine import connect, speaking
from dashboard.store.facets import Facets, count_all, count_events, count_facets
from dashboard.store.marks import (
    ArticleAccount,
    DateReason,
    Meter,
    is_exact,
    measure_quotes,
    read_account,
    read_aside,
    read_date_reasons,
    read_marks,
    read_quotes,
)
from dashboard.store.numbered import Numbered
from dashboard.store.parser import parser_fingerprint
from dashboard.store.pieces import Pieces
from dashboard.store.query import found_in, held
from dashboard.store.reading import Reading
from dashboard.store.reports import read_article_reports, read_event_reports, read_reports
from dashboard.store.review import Review
from dashboard.store.views import Views

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
    """Open a built store; raise StoreError if it is missing or of other rules."""
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
        names = inspect(connection).get_table_names()
        is_ours = "schema_version" in names
        version = connection.scalar(select(t.schema_version.c.version)) if is_ours else None
    if not names:  # A first build was broken off.
        raise StoreError(f"There is no store at {store.path}.", REMEDY)
    if version != t.VERSION:
        raise StoreError(f"{store.path} is no store of this version.", REMEDY)
    if store.meta().rules != parser_fingerprint():
        raise StoreError(f"{store.path} was built with other rules.", REMEDY)


class Store:
    """One built store, open for reading; safe to share between threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.reading = Reading(path)
        self.review = Review(self.reading, self._writing)
        self.numbered = Numbered(self.reading)
        self.pieces = Pieces(self.reading)
        self.views = Views(self.reading, self._writing)

    def close(self) -> None:
        """Give the file back."""
        self.reading.close()

    def select(self, selection: Selection) -> pd.DataFrame:
        """Return all reports of every matching event as `frame.COLUMNS`, sorted as `to_frame` does.

        Events without a day are among them where no range is set.
        """
        with self.reading() as connection:
            return read_reports(connection, selection)

    def select_article(self, file: str) -> pd.DataFrame:
        """Return all reports of one article as `frame.COLUMNS`, whatever their kind."""
        with self.reading() as connection:
            return read_article_reports(connection, file)

    def reports_of(
        self, events: Iterable[str], known_by: date | None = None
    ) -> list[dict[str, Any]]:
        """Return the rows of `select` for the events with these ids, without making a frame."""
        with self.reading() as connection:
            return read_event_reports(connection, events, known_by)

    def event_of(self, report_id: str) -> str:
        """Return the id of the event that a report belongs to, "" where it belongs to none."""
        query = select(t.reports.c.event_id).where(t.reports.c.report_id == report_id)
        with self.reading() as connection:
            return connection.scalar(query) or ""

    def headlines(self, files: Iterable[str]) -> dict[str, str]:
        """Return the headlines of these articles by file name, "" where one is not known."""
        return {file: source["headline"] for file, source in self.origins(files).items()}

    def origins(self, files: Iterable[str]) -> dict[str, dict[str, Any]]:
        """Return what is known of where these articles come from, by file name.

        The publisher of one that names none is its file name, as in a frame.
        """
        with self.reading() as connection:
            return read_origins(connection, files)

    def articles_without_day(self) -> tuple[str, ...]:
        """Return the files that tell of something and have no publication day."""
        with self.reading() as connection:
            return read_undated(connection)

    def articles_in_other_languages(self) -> tuple[str, ...]:
        """Return the files of a declared language other than English that tell of nothing."""
        with self.reading() as connection:
            return read_foreign(connection)

    def date_reasons(
        self, events: Iterable[str], known_by: date | None = None
    ) -> dict[str, DateReason]:
        """Return for each event how its first report got its day, and its date words with fates."""
        with self.reading() as connection:
            return read_date_reasons(connection, events, known_by)

    def facets(self, selection: Selection) -> Facets:
        """Count the events that each value of each control would show."""
        with self.reading() as connection:
            return count_facets(connection, selection)

    def count(self, selection: Selection) -> int:
        """Return how many events a selection shows, those without a day included."""
        with self.reading() as connection:
            return count_events(connection, selection)

    def search(self, words: str) -> tuple[str, ...]:
        """Return the ids of events with all these words in their label or quotes, best first."""
        terms = parse_terms(words)
        if not terms:
            return ()
        query = (
            found_in(terms, TEXT_PARTS)
            .with_only_columns(t.events.c.event_id)
            .join(t.events, t.events.c.position == t.events_fts.c.rowid)
            .where(held(None))
            .order_by(t.events_fts.c.rank, t.events.c.event_id)
        )
        with self.reading() as connection:
            return tuple(connection.scalars(query))

    def article(self, file: str) -> Article:
        """Return an article with its text; raise StoreError if the store has none of that name."""
        with self.reading() as connection:
            found = read_articles(connection, file)
        if not found:
            raise StoreError(f"The store has no article {file}.", REMEDY)
        return found[0]

    def articles(self) -> tuple[Article, ...]:
        """Return all articles with their texts in order of file name."""
        with self.reading() as connection:
            return read_articles(connection)

    def problems(self) -> tuple[ArticleError, ...]:
        """Return what was left out when the articles were read, and why."""
        query = select(t.problems.c.message, t.problems.c.remedy).order_by(t.problems.c.position)
        with self.reading() as connection:
            return tuple(ArticleError(*row) for row in connection.execute(query))

    def accounting(self, file: str) -> tuple[Accounted, ...]:
        """Return what was recognised in an article and what became of each; set aside last."""
        c = t.accounting.c
        query = select(c.start_char, c.end_char, c.text, c.what, c.fate, c.reason)
        with self.reading() as connection:
            rows = connection.execute(query.where(c.file == file).order_by(c.position)).all()
            aside = read_aside(connection, file)
        return (*(Accounted(Span(start, end), *rest) for start, end, *rest in rows), *aside)

    def changes(self) -> Changes:
        """Return what became of the reports in the last build that changed anything."""
        with self.reading() as connection:
            return read_changes(connection)

    def meta(self) -> Meta:
        """Return the fingerprints the store was built from, its generation and its counts."""
        with self.reading() as connection:
            state = connection.execute(select(t.state)).one()
            counts = count_all(connection)
        return Meta(state.rules, state.folder, state.generation, **counts)

    def generation(self) -> int:
        """Return the counter of changes alone, which is quicker than all of `meta`."""
        return self.reading.generation()

    def event_days(self) -> dict[str, str]:
        """Return the date of every event by its id."""
        with self.reading() as connection:
            query = select(t.events.c.event_id, t.events.c.date).where(held(None))
            return dict(connection.execute(query).all())

    def check_quotes(self) -> list[str]:
        """Return one sentence for every stored quote that is not in its article to the letter."""
        with self.reading() as connection:
            rows = read_quotes(connection)
        return [
            f"{row.file}, {row.start_char} to {row.end_char}: the text there is not the quote."
            for row in rows
            if not is_exact(row)
        ]

    def article_marks(self, file: str) -> tuple[Mark, ...]:
        """Return every quote, date word, country and organisation of an article, with its fate."""
        with self.reading() as connection:
            return read_marks(connection, file)

    def account(self, file: str) -> ArticleAccount:
        """Return how many date words and names of an article became what, and its quote meter."""
        with self.reading() as connection:
            return read_account(connection, file)

    def accounts(self, first: int = 0, count: int = 100) -> Accounts:
        """Return the accounts of `count` articles from the first-th on, by file name."""
        with self.reading() as connection:
            return read_accounts(connection, first, count)

    def sums(self) -> ArticleAccount:
        """Return the account of all articles together."""
        with self.reading() as connection:
            return read_sums(connection)

    def quote_meter(self) -> Meter:
        """Return how many of all stored quotes are exact."""
        with self.reading() as connection:
            return measure_quotes(connection)

    def corrections(self, file: str) -> tuple[Correction, ...]:
        """Return what was corrected of an article itself, taken back or not, the oldest first."""
        with self.reading() as connection:
            key = connection.scalar(select(t.articles.c.sha256).where(t.articles.c.file == file))
            found = read_corrections(connection, key) if key else ()
            return tuple(one for one in found if not one.report_id)

    def correct(
        self, sha256: str, field: str, after: str, reason: str = "", who: str = ""
    ) -> Correction:
        """Correct a field of the article with this hash, or with an empty `after` take that back.

        It shows from the next build on. Raises DateError for a bad day, StoreError for an
        unknown article or field and where nothing would change.
        """
        with self._writing() as connection:
            return correct(connection, sha256, field, after, reason, who)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Yield a connection that may write what readers save, and nothing else is written so."""
        engine = connect(self.path, writes=True)
        try:
            with speaking(self.path), engine.begin() as connection:
                yield connection
        finally:
            engine.dispose()
