"""Writes articles and what was found in them into the store.

Each article, with all that was found in it, is one transaction; the events are rebuilt in
one at the end. Only what changed is written, so that building twice leaves the same file
content. Until the last transaction the store counts as unfinished.
"""

import json
import zlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, insert, inspect, select, text, update

from dashboard.errors import StoreError
from dashboard.frame import to_events, to_frame
from dashboard.model import Folder, Reading
from dashboard.store import tables as t
from dashboard.store.engine import connect, speaking
from dashboard.store.parser import parser_fingerprint
from dashboard.store.rows import Row, actor_rows, article_parts, country_rows, event_row, only

EVENT_TABLES: Mapping[str, Callable[[Row], list[Row]]] = {
    "events": lambda row: [event_row(row)],
    "event_country": country_rows,
    "event_actor": actor_rows,
}


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build left in the store, and how many articles it added, changed and removed."""

    articles: int
    reports: int
    events: int
    problems: int
    added: int
    changed: int
    removed: int
    generation: int


def build(path: str | Path, folder: Folder, readings: Sequence[Reading]) -> Summary:
    """Make the store hold exactly these readings; raise StoreError where it cannot be written."""
    path = Path(path)
    with speaking(path):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                f"The folder {path.parent} cannot be made: {error.strerror}.",
                "Name another file with --store FILE.",
            ) from None
        _refuse_foreign(path)
        engine = connect(path, writes=True)
        try:
            return _build(engine, path, folder, readings)
        finally:
            engine.dispose()


def _build(engine: Engine, path: Path, folder: Folder, readings: Sequence[Reading]) -> Summary:
    _prepare(engine)
    frame = to_frame(report for reading in readings for report in reading.reports)
    rows = {str(key): group.to_dict("records") for key, group in frame.groupby("article")}
    with engine.begin() as connection:
        known = dict(connection.execute(select(t.articles.c.file, t.articles.c.digest)).all())
    tally: Counter[str] = Counter()
    for reading in readings:
        tally[
            _store_article(engine, folder, reading, rows.get(reading.article.file, []), known)
        ] += 1
    gone = known.keys() - {reading.article.file for reading in readings}
    with engine.begin() as connection:
        for file in sorted(gone):
            _change(connection)
            connection.execute(delete(t.articles).where(t.articles.c.file == file))
        _finish(connection, frame, folder, problems=folder.problems)
        return _summary(connection, tally, len(gone))


def _refuse_foreign(path: Path) -> None:
    """Raise StoreError for a database that is not ours, before anything in it is changed."""
    if not path.is_file():
        return
    engine = connect(path, writes=False)
    try:
        with engine.begin() as connection:
            names = inspect(connection).get_table_names()
    finally:
        engine.dispose()
    if names and "schema_version" not in names:
        raise StoreError(
            f"{path} is a database of something else.", "Name another file with --store FILE."
        )


def _prepare(engine: Engine) -> None:
    """Make the tables, after dropping those of another version."""
    with engine.begin() as connection:
        names = inspect(connection).get_table_names()
        if names and connection.scalar(select(t.schema_version.c.version)) == t.VERSION:
            return
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        for name in [n for n in names if not n.startswith(("events_fts_", "sqlite_"))]:
            connection.execute(text(f'DROP TABLE "{name}"'))
        t.metadata.create_all(connection)
        connection.execute(text(t.FTS))
        connection.execute(insert(t.schema_version).values(version=t.VERSION))
        connection.execute(insert(t.state).values(id=1, generation=0, rules="", folder=""))


def _change(connection: Connection) -> None:
    """Mark the store as unfinished."""
    connection.execute(update(t.state).values(rules="", folder=""))


def _store_article(
    engine: Engine, folder: Folder, reading: Reading, rows: list[Row], known: Mapping[str, str]
) -> str:
    """Write an article if it is not in the store as it is; say whether it was added or changed."""
    article, parts = reading.article, article_parts(reading, rows)
    raw = folder.raw.get(article.file, b"")
    digest = _digest((asdict(article), sha256(raw).hexdigest(), parts))
    if known.get(article.file) == digest:
        return "kept"
    with engine.begin() as connection:
        _change(connection)
        # A renamed file keeps its text and its report ids, so it goes by either.
        same = (t.articles.c.file == article.file) | (t.articles.c.sha256 == article.sha256)
        connection.execute(delete(t.articles).where(same))
        values = {**asdict(article), "sha256": article.sha256, "digest": digest}
        connection.execute(insert(t.articles).values(**values, blob_sha256=_blob(connection, raw)))
        for table, some in parts.items():
            if some:
                connection.execute(insert(t.metadata.tables[table]), some)
    return "changed" if article.file in known else "added"


def _blob(connection: Connection, raw: bytes) -> str | None:
    if not raw:
        return None
    key = sha256(raw).hexdigest()
    if not connection.scalar(select(t.blobs.c.size).where(t.blobs.c.sha256 == key)):
        row = {"sha256": key, "zlib": zlib.compress(raw, 6), "size": len(raw)}
        connection.execute(insert(t.blobs).values(row))
    return key


def _digest(value: Any) -> str:
    return sha256(json.dumps(value, ensure_ascii=False, default=str).encode()).hexdigest()[:32]


def _finish(connection: Connection, frame: Any, folder: Folder, problems: Sequence[Any]) -> None:
    """Rebuild the events and mark the store as whole, unless nothing has changed."""
    state = connection.execute(select(t.state)).one()
    rules = parser_fingerprint()
    if (state.rules, state.folder, bool(state.generation)) == (rules, folder.fingerprint, True):
        return
    _replace_events(connection, frame)
    used = select(t.articles.c.blob_sha256).where(t.articles.c.blob_sha256.is_not(None))
    connection.execute(delete(t.blobs).where(t.blobs.c.sha256.not_in(used)))
    connection.execute(delete(t.problems))
    if problems:
        rows = [
            {"position": n, "message": p.message, "remedy": p.remedy}
            for n, p in enumerate(problems)
        ]
        connection.execute(insert(t.problems), rows)
    marks = {"generation": state.generation + 1, "rules": rules, "folder": folder.fingerprint}
    connection.execute(update(t.state).values(**marks))
    connection.execute(insert(t.runs).values(**marks, **_counts(connection)))


def _replace_events(connection: Connection, frame: Any) -> None:
    for table in (t.event_country, t.event_actor, t.events):
        connection.execute(delete(table))
    connection.execute(text("DELETE FROM events_fts"))
    rows = to_events(frame).to_dict("records")
    if not rows:
        return
    for name, to_rows in EVENT_TABLES.items():
        some = [made for row in rows for made in to_rows(row)]
        if some:
            connection.execute(insert(t.metadata.tables[name]), some)
    quotes = frame.groupby("event_id")["quote"].agg("\n".join).to_dict()
    connection.execute(
        text(
            "INSERT INTO events_fts (event_id, label, quotes) VALUES (:event_id, :label, :quotes)"
        ),
        [{**only(row, "event_id", "label"), "quotes": quotes[row["event_id"]]} for row in rows],
    )


def _counts(connection: Connection) -> dict[str, int]:
    tables = {"articles": t.articles, "reports": t.reports, "events": t.events}
    return {
        name: connection.scalar(select(func.count()).select_from(table)) or 0
        for name, table in tables.items()
    }


def _summary(connection: Connection, tally: Counter[str], removed: int) -> Summary:
    return Summary(
        **_counts(connection),
        problems=connection.scalar(select(func.count()).select_from(t.problems)) or 0,
        added=tally["added"],
        changed=tally["changed"],
        removed=removed,
        generation=connection.scalar(select(t.state.c.generation)) or 0,
    )
