"""Reads the articles themselves: their texts, where they come from, and which stand apart."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, not_, or_, select

from dashboard.model import Article
from dashboard.store import tables as t

_C = t.articles.c
_TOLD = select(t.reports.c.file).where(t.reports.c.file == _C.file).exists()
"""Chooses the articles that tell of something."""


def read_articles(connection: Connection, file: str | None = None) -> tuple[Article, ...]:
    """Return all articles with their texts in order of file name, or the one of a file."""
    names = (*t.ARTICLE_FIELDS, "nul_replaced", *t.ARTICLE_SWITCHES)
    query = select(*(_C[name] for name in names)).order_by(_C.file)
    if file is not None:
        query = query.where(_C.file == file)
    return tuple(Article(**row) for row in connection.execute(query).mappings())


def read_origins(connection: Connection, files: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return where these articles come from by file name, which stands for an unknown publisher."""
    fields = (_C[name] for name in t.SOURCE_FIELDS)
    rows = connection.execute(select(_C.file, *fields).where(_C.file.in_([*files]))).mappings()
    return {row["file"]: {**row, "publisher": row["publisher"] or row["file"]} for row in rows}


def read_undated(connection: Connection) -> tuple[str, ...]:
    """Return the files that tell of something and have no publication day."""
    return _files(connection, _C.published_on == "", _TOLD)


def read_foreign(connection: Connection) -> tuple[str, ...]:
    """Return the files of a declared language other than English that tell of nothing."""
    english = or_(func.lower(_C.language).in_(("", "en")), _C.language.ilike("en-%"))
    return _files(connection, not_(english), not_(_TOLD))


def _files(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[str, ...]:
    return tuple(connection.scalars(select(_C.file).where(*conditions).order_by(_C.file)))
