"""Reading from the file of a store: statements that belong together see one state of it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, select

from dashboard.store import tables as t
from dashboard.store.engine import connect, speaking


class _Held(threading.local):
    """What a thread looks at one state with, and the counter of that state once it was read."""

    connection: Connection | None = None
    generation: int | None = None


class Reading:
    """Opens a store for reading when called; safe to share between threads."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._engine = connect(path, writes=False)
        self._held = _Held()

    @contextmanager
    def __call__(self) -> Iterator[Connection]:
        """Yield a connection on which all statements see the same state of the store."""
        if self._held.connection is not None:
            yield self._held.connection
            return
        with speaking(self._path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def one_state(self) -> Iterator[int]:
        """Let all that this thread reads within see the same state; yield its counter."""
        if self._held.connection is not None:
            yield self.generation()
            return
        with self() as connection:
            self._held.connection = connection
            try:
                yield self.generation()
            finally:
                self._held.connection = self._held.generation = None

    def generation(self) -> int:
        """Return the store's counter of changes."""
        if self._held.generation is not None:
            return self._held.generation
        with self() as connection:
            found = connection.scalar(select(t.state.c.generation)) or 0
        if self._held.connection is not None:
            self._held.generation = found
        return found

    def close(self) -> None:
        """Give the file back."""
        self._engine.dispose()
