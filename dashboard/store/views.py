"""Saved views: a name and the query of a URL, kept over every build, in the order of saving."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from dashboard.errors import StoreError
from dashboard.selection import from_url, to_url
from dashboard.store import tables as t
from dashboard.store.engine import Open

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class View:
    """A saved view: its name and the query that brings it back."""

    name: str
    query: str


class Views:
    """The saved views of one store; `reading` and `writing` open it."""

    def __init__(self, reading: Open, writing: Open) -> None:
        self._reading = reading
        self._writing = writing

    def all(self) -> tuple[View, ...]:
        """Return the saved views, the oldest first."""
        query = select(t.views.c.name, t.views.c.query).order_by(t.views.c.position)
        with self._reading() as connection:
            return tuple(View(*row) for row in connection.execute(query))

    def save(self, name: str, query: str) -> View:
        """Keep the query of a URL under a name.

        Raises StoreError if the name is taken, SelectionError for a query that cannot be read.
        """
        view = View(clean_name(name), to_url(from_url(query)))
        with self._writing() as connection:
            _refuse_taken(connection, view.name)
            last = connection.scalar(select(func.max(t.views.c.position))) or 0
            row = {"position": last + 1, "name": view.name, "query": view.query}
            connection.execute(insert(t.views).values(**row))
        return view

    def rename(self, name: str, new: str) -> None:
        """Give a view another name in its place; raise StoreError if that is taken."""
        new = clean_name(new)
        change = update(t.views).where(t.views.c.name == name).values(name=new)
        with self._writing() as connection:
            if new != name:
                _refuse_taken(connection, new)
            _refuse_missing(connection.execute(change).rowcount, name)

    def delete(self, name: str) -> None:
        """Delete a view; raise StoreError if there is none of that name."""
        with self._writing() as connection:
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
