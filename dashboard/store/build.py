"""Writes articles and what was found in them into the store.

A build is one transaction: whoever reads meets the store as it was or as it will be, and a
build that is broken off, at whatever moment, leaves it as it was. Only what changed is
written, so that building twice leaves the same file content.
"""

import json
import zlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    delete,
    func,
    insert,
    inspect,
    select,
    text,
    update,
)

from dashboard import edtf
from dashboard.changes import NOTHING, Changes
from dashboard.errors import StoreError
from dashboard.frame import to_frame
from dashboard.model import Folder, Reading
from dashboard.search import index_text
from dashboard.store import tables as t
from dashboard.store.changes import keep_changes, read_told
from dashboard.store.corrections import migrate
from dashboard.store.days import day_number
from dashboard.store.engine import connect, speaking
from dashboard.store.events import replace_events
from dashboard.store.facets import count_all
from dashboard.store.parser import parser_fingerprint
from dashboard.store.reviewing import lay_over_reports
from dashboard.store.rows import Row, article_parts


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build left in the store, and how many articles it added, changed and removed.

    changes are those of the reports; there are none where no store of this version was there.
    """

    articles: int
    reports: int
    events: int
    problems: int
    added: int
    changed: int
    removed: int
    generation: int
    changes: Changes


Step = Callable[[int], object]


def build(
    path: str | Path, folder: Folder, readings: Sequence[Reading], step: Step | None = None
) -> Summary:
    """Make the store hold exactly these readings; raise StoreError where it cannot be written.

    Saved views and corrections stay. `step` is told after each article how many are done.
    """
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
            return _build(engine, folder, readings, step or (lambda done: None))
        finally:
            engine.dispose()


def _build(engine: Engine, folder: Folder, readings: Sequence[Reading], step: Step) -> Summary:
    frame = to_frame(report for reading in readings for report in reading.reports)
    rows = {str(key): group.to_dict("records") for key, group in frame.groupby("article")}
    tally: Counter[str] = Counter()
    with engine.begin() as connection:
        _prepare(connection)
        known = dict(connection.execute(select(t.articles.c.file, t.articles.c.digest)).all())
        before: list[Row] = []
        after: list[Row] = []
        for number, reading in enumerate(readings, 1):
            some = rows.get(reading.article.file, [])
            fate, gone = _store_article(connection, folder, reading, some, known)
            tally[fate] += 1
            before += gone
            after += some if fate != "kept" else ()
            step(number)
        for file in sorted(known.keys() - {reading.article.file for reading in readings}):
            before += _drop_articles(connection, t.articles.c.file == file)
            tally["removed"] += 1
        is_other = _finish(connection, frame, folder, tally)
        changes = keep_changes(connection, before, after if known else ()) if is_other else NOTHING
        return _summary(connection, tally, changes)


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


def _prepare(connection: Connection) -> None:
    """Make the tables, after dropping those of another version; what readers saved stays."""
    names = inspect(connection).get_table_names()
    if names and connection.scalar(select(t.schema_version.c.version)) == t.VERSION:
        return
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    inside = tuple(f"{name}_" for name in names if name.endswith("_fts"))
    for name in names:
        if name not in t.KEPT and not name.startswith((*inside, "sqlite_")):
            connection.execute(text(f'DROP TABLE "{name}"'))
    migrate(connection)
    t.metadata.create_all(connection)
    for statement in (*t.FTS, *t.TRIGGERS):
        connection.execute(text(statement))
    connection.execute(insert(t.schema_version).values(version=t.VERSION))
    connection.execute(insert(t.state).values(id=1, generation=0, rules="", folder=""))


def _store_article(
    connection: Connection,
    folder: Folder,
    reading: Reading,
    rows: list[Row],
    known: Mapping[str, str],
) -> tuple[str, list[Row]]:
    """Write an article if it is not in the store as it is.

    Returns whether it was kept, added or changed, and the reports that went with an old one.
    """
    article, parts = reading.article, article_parts(reading, rows)
    raw = folder.raw.get(article.file, b"")
    words = index_text((article.text,))
    digest = _digest((asdict(article), sha256(raw).hexdigest(), parts, words))
    if known.get(article.file) == digest:
        return "kept", []
    # A renamed file keeps its text and its report ids, so it goes by either.
    same = (t.articles.c.file == article.file) | (t.articles.c.sha256 == article.sha256)
    gone = _drop_articles(connection, same)
    values = {**asdict(article), "sha256": article.sha256, "digest": digest}
    values["out_day"] = day_number(edtf.latest(article.published_on))
    connection.execute(insert(t.articles).values(**values, blob_sha256=_blob(connection, raw)))
    for name, some in parts.items():
        if some:
            connection.execute(insert(t.metadata.tables[name]), some)
    add = "INSERT INTO articles_fts (rowid, file, words) VALUES (:rowid, :file, :words)"
    place = {"rowid": t.index_id(article.sha256), "file": article.file, "words": words}
    connection.execute(text(add), place)
    return "changed" if article.file in known else "added", gone


def _drop_articles(connection: Connection, which: ColumnElement[bool]) -> list[Row]:
    """Delete articles, all that hangs on them, and their words in the index; return the reports."""
    digests = connection.scalars(select(t.articles.c.sha256).where(which)).all()
    gone = read_told(connection, which) if digests else []
    for digest in digests:
        place = {"rowid": t.index_id(digest)}
        connection.execute(text("DELETE FROM articles_fts WHERE rowid = :rowid"), place)
    connection.execute(delete(t.articles).where(which))
    return gone


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


def _finish(connection: Connection, frame: Any, folder: Folder, tally: Counter[str]) -> bool:
    """Rebuild the events and count the build, unless nothing has changed; say whether it has."""
    state = connection.execute(select(t.state)).one()
    marks = {"rules": parser_fingerprint(), "folder": folder.fingerprint}
    is_same = (state.rules, state.folder) == (marks["rules"], marks["folder"])
    if is_same and state.generation and not tally.keys() - {"kept"}:
        return False
    replace_events(connection, lay_over_reports(connection, frame))
    used = select(t.articles.c.blob_sha256).where(t.articles.c.blob_sha256.is_not(None))
    connection.execute(delete(t.blobs).where(t.blobs.c.sha256.not_in(used)))
    connection.execute(delete(t.problems))
    rows = [
        {"position": n, "message": p.message, "remedy": p.remedy}
        for n, p in enumerate(folder.problems)
    ]
    if rows:
        connection.execute(insert(t.problems), rows)
    run = {"generation": state.generation + 1, **marks}
    connection.execute(update(t.state).values(**run))
    connection.execute(insert(t.runs).values(**run, **count_all(connection)))
    return True


def _summary(connection: Connection, tally: Counter[str], changes: Changes) -> Summary:
    return Summary(
        **count_all(connection),
        problems=connection.scalar(select(func.count()).select_from(t.problems)) or 0,
        added=tally["added"],
        changed=tally["changed"],
        removed=tally["removed"],
        generation=connection.scalar(select(t.state.c.generation)) or 0,
        changes=changes,
    )
