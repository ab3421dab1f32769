"""Opens the SQLite file: which library, which journal, and in our words what went wrong.

Libraries from 3.7.0 to 3.51.2 can, very rarely, corrupt a database whose write-ahead log two
connections reset at once; there the rollback journal is used, which is safe but slower.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, exc

from dashboard.errors import StoreError

try:
    from pysqlite3 import dbapi2 as library
except ImportError:  # No ready-made one for this platform.
    library = sqlite3

SAFE_LOG = (3, 51, 3)
BUSY_SECONDS = 10

Open = Callable[[], AbstractContextManager[Connection]]
"""Opens a store, for reading or for writing."""


def journal_mode() -> str:
    """Return the journal that is safe with the library at hand: wal or delete."""
    return "wal" if tuple(library.sqlite_version_info) >= SAFE_LOG else "delete"


def connect(path: Path, *, writes: bool) -> Engine:
    """Return an engine on the file; its transactions take the write lock at once if it writes."""
    # The connection used last has in memory what the next statement will look at, too.
    where = URL.create("sqlite", database=str(path))
    engine = create_engine(where, module=library, pool_use_lifo=True)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # We say BEGIN ourselves.
        # Without a log, pages that spill to the file would lock out the readers of a long build.
        spill = ["PRAGMA cache_spill = OFF"] if journal_mode() == "delete" else []
        journal = [f"PRAGMA journal_mode = {journal_mode()}", *spill] if writes else []
        for pragma in (
            f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}",
            *journal,
            "PRAGMA synchronous = FULL",
            "PRAGMA foreign_keys = ON",
            f"PRAGMA query_only = {'OFF' if writes else 'ON'}",
        ):
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


@contextmanager
def speaking(path: Path) -> Iterator[None]:
    """Turn what the library says into a StoreError with a remedy."""
    try:
        yield
    except exc.DatabaseError as error:
        cause = str(error.orig)
        for words, remedy in REMEDIES.items():
            if words in cause:
                raise StoreError(f"The store {path} cannot be used: {cause}.", remedy) from error
        raise StoreError(f"The store {path} cannot be used: {cause}.", REBUILD) from error


REBUILD = "Delete the file, then run: python -m dashboard build"
REMEDIES = {
    "locked": "Another program is writing to it; try again in a moment.",
    "full": "Make room on the disk, then try again.",
    "readonly": "Make the file and its folder writable, or name another with --store FILE.",
    "unable to open": "Name a file in a folder that exists with --store FILE.",
    "not a database": "Name another file with --store FILE, or delete this one and build anew.",
}
