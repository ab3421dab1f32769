"""Corrections: what a person set right about an article, in rows that are only ever added.

A row names the article by the hash of its text, so that it is found again after every build
and under any file name. Of the rows of one field the last holds; one whose `after` is empty
takes back what was corrected. They are laid over what was read before anything is found in
it, so that all that hangs on a corrected field is found anew.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, inspect, select, text
from sqlalchemy.schema import CreateColumn

from dashboard.errors import StoreError
from dashboard.model import Article, Folder
from dashboard.review import (
    ARTICLE_FIELDS,
    CORRECTED,
    Correction,
    clean_name,
    clean_reason,
    standing,
)
from dashboard.store import tables as t
from dashboard.store.engine import connect, speaking


def read_corrections(connection: Connection, article: str = "") -> tuple[Correction, ...]:
    """Return all corrections, or those of the article with this hash, the oldest first.

    Columns that an older version had not are as in a row without them.
    """
    held = {column["name"] for column in inspect(connection).get_columns("corrections")}
    columns = [column for column in t.corrections.c if column.name in held]
    query = select(*columns).order_by(t.corrections.c.id)
    query = query.where(t.corrections.c.article == article) if article else query
    return tuple(Correction(**row) for row in connection.execute(query).mappings())


def kept_corrections(path: str | Path) -> tuple[Correction, ...]:
    """Return the corrections in a store of whatever rules and version; () where there are none."""
    path = Path(path)
    if not path.is_file():
        return ()
    engine = connect(path, writes=False)
    try:
        with speaking(path), engine.begin() as connection:
            names = inspect(connection).get_table_names()
            is_ours = {"schema_version", "corrections"} <= set(names)
            return read_corrections(connection) if is_ours else ()
    finally:
        engine.dispose()


def migrate(connection: Connection) -> None:
    """Give corrections of an older version the columns they lack; the rows stay as they are."""
    if not inspect(connection).has_table("corrections"):
        return
    held = {column["name"] for column in inspect(connection).get_columns("corrections")}
    for column in t.ADDED:
        if column.name not in held:
            written = CreateColumn(column).compile(connection)
            connection.execute(text(f"ALTER TABLE corrections ADD COLUMN {written}"))


def keep(connection: Connection, **values: Any) -> Correction:
    """Add a row, with the time that it is; reason and name are kept on one line."""
    row = values | {
        "reason": clean_reason(values["reason"]),
        "who": clean_name(values["who"]),
        "at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    added = connection.execute(insert(t.corrections).values(row)).inserted_primary_key
    return Correction(id=int(added[0]) if added else 0, **row)


def correct(
    connection: Connection, article: str, field: str, after: str, reason: str, who: str
) -> Correction:
    """Add a row; raise StoreError where it would change nothing, DateError for a bad day."""
    if field not in ARTICLE_FIELDS:
        valid = ", ".join(ARTICLE_FIELDS)
        raise StoreError(f"{field} cannot be corrected.", f"Choose one of: {valid}.")
    after = ARTICLE_FIELDS[field](after) if after else ""
    before = _before(connection, article, field, after)
    return keep(
        connection,
        article=article,
        field=field,
        before=before,
        after=after,
        reason=reason,
        who=who,
    )


def _before(connection: Connection, article: str, field: str, after: str) -> str:
    """Return the value that holds now; raise StoreError where `after` would change nothing."""
    query = select(t.articles.c.file, t.articles.c[field]).where(t.articles.c.sha256 == article)
    known = connection.execute(query).first()
    if known is None:
        raise StoreError("The store has no such article.", "Run: python -m dashboard build")
    holding = standing(read_corrections(connection, article)).get((article, "", field))
    if not after and holding is None:
        raise StoreError(
            f"Nothing is corrected in {known[0]}.", "See its day with: python -m dashboard date"
        )
    if holding and holding.after == after:
        raise StoreError(
            f"{known[0]} is already corrected to {after}.", "Give another day, or take it back."
        )
    return holding.after if holding else str(known[1])


def lay_over(folder: Folder, corrections: Iterable[Correction]) -> Folder:
    """Return a folder in which what was corrected goes before what its files declare.

    Its fingerprint tells the two apart, so that a store is built anew after a correction.
    """
    holding = standing(corrections)
    if not holding:
        return folder
    articles = tuple(_corrected(article, holding) for article in folder.articles)
    changed = [
        f"{article.file}\0{article.published_on}"
        for article in articles
        if article.published_from == CORRECTED
    ]
    if not changed:
        return folder
    mark = sha256("\0".join((folder.fingerprint, *changed)).encode()).hexdigest()[:16]
    return replace(folder, articles=articles, fingerprint=mark)


def _corrected(article: Article, holding: dict[tuple[str, str, str], Correction]) -> Article:
    found = holding.get((article.sha256, "", "published_on"))
    if found is None:
        return article
    return replace(article, published_on=found.after, published_from=CORRECTED)
