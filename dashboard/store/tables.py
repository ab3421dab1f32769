"""The tables of the store; days in them are the numbers of `store.days`."""

from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    column,
    table,
    text,
)

VERSION = 9
"""Raised whenever a table changes; a store of another version is built anew."""

ROOM = 1 << 32
"""Room between the places of two events, for those that corrections put between them."""

metadata = MetaData()


def _text(name: str, **options: Any) -> Column[Any]:
    return Column(name, Text, nullable=False, **options)


def _int(name: str, **options: Any) -> Column[Any]:
    return Column(name, Integer, nullable=False, **options)


def _parent(name: str, target: str, **options: Any) -> Column[Any]:
    return Column(name, ForeignKey(target, ondelete="CASCADE"), nullable=False, **options)


schema_version = Table("schema_version", metadata, _int("version"))

state = Table(
    "state",
    metadata,
    _int("id", primary_key=True),
    _int("generation"),
    _text("rules"),
    _text("folder"),
    CheckConstraint("id = 1"),
)
"""One row: the counter of changes, and the fingerprints of what the store was built from."""

runs = Table(
    "runs",
    metadata,
    _int("generation", primary_key=True),
    _text("rules"),
    _text("folder"),
    _int("articles"),
    _int("reports"),
    _int("events"),
)

changes = Table(
    "changes",
    metadata,
    _int("position", primary_key=True),
    *(_text(name) for name in ("before", "after")),
)
"""What the last build changed, a row a report, as JSON; empty before it was or after it went."""

problems = Table(
    "problems", metadata, _int("position", primary_key=True), _text("message"), _text("remedy")
)

blobs = Table(
    "blobs",
    metadata,
    _text("sha256", primary_key=True),
    Column("zlib", LargeBinary, nullable=False),
    _int("size"),
)

SOURCE_FIELDS = (
    *("headline", "publisher", "author", "published_on", "published_from"),
    *("url", "language"),
)
ARTICLE_FIELDS = ("file", "text", *SOURCE_FIELDS, "encoding", "encoding_from")
ARTICLE_SWITCHES = ("narrative", "day_first")
articles = Table(
    "articles",
    metadata,
    _text("file", primary_key=True),
    *(_text(name) for name in ARTICLE_FIELDS[1:]),
    _int("nul_replaced"),
    *(Column(name, Boolean) for name in ARTICLE_SWITCHES),
    _text("sha256", unique=True),
    _int("out_day"),
    Column("blob_sha256", ForeignKey("blobs.sha256")),
    _text("digest"),
    Index("articles_by_hash", "sha256", "file"),
)

REPORT_TEXTS = (
    *("label", "kind", "date", "date_source", "date_reason", "date_words", "speaker"),
    "merge_reason",
)
REPORT_INTS = ("date_start", "date_end", "trigger_start", "trigger_end")
REPORT_LISTS = (
    *("countries", "countries_mentioned", "country_evidence", "actors"),
    *("reasons", "corrected"),
)
reports = Table(
    "reports",
    metadata,
    _text("report_id", primary_key=True),
    _parent("file", "articles.file", index=True),
    _text("event_id", index=True),
    *(_text(name) for name in (*REPORT_TEXTS, *REPORT_LISTS)),
    *(_int(name) for name in REPORT_INTS),
    Column("earliest_day", Integer),
    Column("latest_day", Integer),
    _text("parsed", server_default=""),
    Index("reports_changed", "report_id", sqlite_where=text("parsed != ''")),
)
"""The reports as corrected. `parsed` keeps what was found, as JSON, where that differs; one
that is set aside has no event_id.
"""

QUOTE_FIELDS = ("start_char", "end_char", "quote", "prefix", "suffix")
report_quotes = Table(
    "report_quotes",
    metadata,
    _parent("report_id", "reports.report_id", primary_key=True),
    _int("position", primary_key=True),
    _int("start_char"),
    _int("end_char"),
    *(_text(name) for name in QUOTE_FIELDS[2:]),
    sqlite_with_rowid=False,
)
"""The quotes of a report: the main one at position 0, then the further ones."""


def _found_in_article(name: str, *texts: str) -> Table:
    """Return a table of what was found in articles: a row a place, in the order of the text."""
    return Table(
        name,
        metadata,
        _parent("file", "articles.file", primary_key=True),
        _int("position", primary_key=True),
        _int("start_char"),
        _int("end_char"),
        *(_text(text) for text in texts),
        sqlite_with_rowid=False,
    )


accounting = _found_in_article("accounting", "text", "what", "fate", "reason")

date_words = _found_in_article(
    "date_words", "text", "kind", "value", "date", "rule", "fate", "reason"
)
"""Every recognised date word, what it means as EDTF, and what became of it."""

names = _found_in_article("names", "text", "country_code", "name", "kind", "rule", "fate", "reason")
"""Every country, organisation and office holder named, and what became of it."""

events = Table(
    "events",
    metadata,
    _int("position", primary_key=True),
    _text("event_id", index=True),
    _int("place"),
    *(_text(name) for name in ("label", "kind", "date", "precision", "date_source")),
    _int("earliest_day"),
    _int("latest_day"),
    _int("disagree"),
    _int("outlets"),
    _int("known_day"),
    _int("until_day"),
    _text("people"),
    Index("events_by_day", "earliest_day", "latest_day", "kind"),
)
"""The events; what hangs on them goes by their number, `position`.

Numbers from 1 up are the events as all reports tell them. Below 0 stands how they were known
before, told by what was out then: from known_day on, until until_day. place is the order of the
timeline among events of the same days; a correction puts an event between two others. people
has the words of the countries and actors by which a table is sorted.
"""

event_country = Table(
    "event_country",
    metadata,
    _text("country_code", primary_key=True),
    _int("earliest_day", primary_key=True),
    _int("latest_day", primary_key=True),
    _int("position", primary_key=True, index=True),
    _int("stated"),
    sqlite_with_rowid=False,
)
"""The countries involved; stated is 1 where a quote names the country outright."""


def _event_values(name: str, column: str) -> Table:
    """Return a table of the values of an event, from which events are found by value."""
    return Table(
        name,
        metadata,
        _text(column, primary_key=True),
        _int("position", primary_key=True, index=True),
        sqlite_with_rowid=False,
    )


event_actor = _event_values("event_actor", "actor")
event_publisher = _event_values("event_publisher", "publisher")
event_article = _event_values("event_article", "file")

views = Table(
    "views",
    metadata,
    _int("position", primary_key=True),
    _text("name", unique=True),
    _text("query"),
)
"""What a reader saved, in the order of saving; a build never touches it."""

ADDED = (
    _text("report_id", server_default=""),
    _int("start_char", server_default="-1"),
    _text("quote", server_default=""),
    _int("undoes", server_default="0"),
)
"""Columns that corrections had not before version 5; they are added to a table without them."""

corrections = Table(
    "corrections",
    metadata,
    _int("id", primary_key=True),
    _text("article", index=True),
    *(_text(name) for name in ("field", "before", "after", "reason", "who", "at")),
    *ADDED,
)
"""What a person corrected, by the hash of the article's text and, for a report, its id, place
and quote; rows are only ever added.
"""
TRIGGERS = tuple(
    f"CREATE TRIGGER IF NOT EXISTS corrections_no_{act} BEFORE {act} ON corrections "
    "BEGIN SELECT RAISE(ABORT, 'corrections are only ever added'); END"
    for act in ("UPDATE", "DELETE")
)

KEPT = ("views", "corrections")
"""Tables that no build makes anew, whatever the version."""

# The texts are folded by `search.index_text` before they go in, so the tokenizer need only
# part them at spaces: that is what "ascii" does with text that has no ASCII signs.
FTS = (
    "CREATE VIRTUAL TABLE events_fts USING fts5(label, quotes, tokenize = 'ascii')",
    "CREATE VIRTUAL TABLE articles_fts USING fts5(file UNINDEXED, words, tokenize = 'ascii')",
)
events_fts = table(
    "events_fts", column("rowid"), column("label"), column("events_fts"), column("rank")
)
"""Its rowid is the number of the event."""
articles_fts = table("articles_fts", column("rowid"), column("file"), column("articles_fts"))


def index_id(sha256: str) -> int:
    """Return the row of an article's text in `articles_fts`: the first 60 bits of its hash."""
    return int(sha256[:15], 16)
