"""Saved views: a name and the query of a URL, kept over every build, in the order of saving."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from dashboard.errors import StoreError
from dashboard.selection import from_url, to_url
from dashboard.store import tables as t

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class View:
    """A saved view: its name and the query that brings it back."""

    name: str
    query: str


def read_views(connection: Connection) -> tuple[View, ...]:
    """Return the saved views, the oldest first."""
    query = select(t.views.c.name, t.views.c.query).order_by(t.views.c.position)
    return tuple(View(*row) for row in connection.execute(query))


def save_view(connection: Connection, name: str, query: str) -> View:
    """Append a view; raise StoreError if the name is taken, SelectionError for a bad query."""
    view = View(clean_name(name), to_url(from_url(query)))
    _refuse_taken(connection, view.name)
    last = connection.scalar(select(func.max(t.views.c.position))) or 0
    row = {"position": last + 1, "name": view.name, "query": view.query}
    connection.execute(insert(t.views).values(**row))
    return view


def rename_view(connection: Connection, name: str, new: str) -> None:
    """Give a view another name in its place; raise StoreError if it is missing or that is taken."""
    new = clean_name(new)
    if new != name:
        _refuse_taken(connection, new)
    changed = connection.execute(update(t.views).where(t.views.c.name == name).values(name=new))
    _refuse_missing(changed.rowcount, name)


def delete_view(connection: Connection, name: str) -> None:
    """Delete a view; raise StoreError if there is none of that name."""
    gone = connection.execute(delete(t.views).where(t.views.c.name == name))
    _refuse_missing(gone.rowcount, name)


def clean_name(name: str) -> str:
    """Return a name as it is kept: one line, no characters that cannot be seen.

    >>> clean_name("  Minsk,\\n  October ")
    'Minsk, October'
    """
    clean = "".join(c if c.isprintable() else " " for c in name)
    clean = " ".join(clean.split())
    if not 1 <= len(clean) <= LONGEST_NAME:
        raise StoreError(
            f"A view needs a name of 1 to {LONGEST_NAME} characters.", "Give it another name."
        )
    return clean


def _refuse_taken(connection: Connection, name: str) -> None:
    if connection.scalar(select(t.views.c.position).where(t.views.c.name == name)) is not None:
        raise StoreError(f"There is already a view “{name}”.", "Give this one another name.")


def _refuse_missing(count: int, name: str) -> None:
    if not count:
        raise StoreError(f"There is no saved view “{name}”.", "It may have been deleted meanwhile.")
