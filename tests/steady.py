"""Run as a script: builds of a store that are killed, and readers beside builds.

    python tests/steady.py kill STORE ROUNDS [delete]   counts which store each kill left
    python tests/steady.py read STORE STOP              reads until the file STOP is there

Both print one line of JSON. `delete` uses the rollback journal, as older libraries need it.
"""

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from hashlib import sha256
from pathlib import Path

from dashboard.model import KINDS, Folder, Reading
from dashboard.selection import Selection
from dashboard.store import build
from dashboard.store.engine import library
from dashboard.store.store import Store
from tests.factories import make_readings

EVERYTHING = Selection(kinds=KINDS)
WHOLE = make_readings(60, 2)
INPUTS = {"old": (WHOLE, "f1"), "new": (WHOLE[3:], "f2")}


def build_one(path: Path, name: str) -> None:
    """Build the store from one of the two inputs."""
    readings, fingerprint = INPUTS[name]
    articles = tuple(reading.article for reading in readings)
    raw = {article.file: article.text.encode() for article in articles}
    build(path, Folder(articles, (), raw, fingerprint), readings)


def content(path: Path) -> str:
    """Return a hash of all rows of a store but its counters, or what is wrong with it."""
    connection = library.connect(str(path))
    try:
        (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
        if verdict != "ok" or connection.execute("PRAGMA foreign_key_check").fetchall():
            return f"broken: {verdict}"
        names = [n for (n,) in connection.execute("SELECT name FROM sqlite_master ORDER BY 1")]
        tables = [n for n in names if "_fts_" not in n and n not in ("runs", "state")]
        digest = sha256()
        for name in tables:
            kind = connection.execute("SELECT type FROM sqlite_master WHERE name = ?", (name,))
            if kind.fetchone() == ("table",):
                rows = sorted(map(repr, connection.execute(f'SELECT * FROM "{name}"')))
                digest.update("\n".join((name, *rows)).encode())
        return digest.hexdigest()
    finally:
        connection.close()


def reports(readings: tuple[Reading, ...]) -> int:
    """Return how many reports the readings hold."""
    return sum(len(reading.reports) for reading in readings)


def kill(path: Path, rounds: int) -> dict[str, int]:
    """Kill builds at random moments; count which of the two stores each left."""
    known, lasts = {}, 0.0
    for name in ("new", "old", "new", "old"):  # a build tells what it changed of the one before
        started = time.perf_counter()
        os.waitpid(begin(path, name), 0)
        lasts = max(lasts, time.perf_counter() - started)
        known[content(path)] = name
    found, rng = Counter[str](), random.Random(5)
    for _ in range(rounds):
        before = known.get(content(path), "old")
        other = "old" if before == "new" else "new"
        child = begin(path, other)
        time.sleep(rng.uniform(0, 1.2 * lasts))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        left = known.get(content(path), "half")
        found["after" if left == other else "before" if left == before else "half"] += 1
    return dict(found)


def begin(path: Path, name: str) -> int:
    """Begin a build in a process of its own; return its id."""
    child = os.fork()
    if not child:
        build_one(path, name)
        os._exit(0)
    return child


def read(path: Path, stop: Path) -> dict[str, int]:
    """Select, count and search until told to stop; count the answers that fit neither store."""
    store, found = Store(path), Counter[str]()
    sizes = {reports(readings) for readings, _ in INPUTS.values()}
    print("ready", flush=True)
    while not stop.exists():
        frame = store.select(EVERYTHING)
        exact = (frame["quote"].str.len() == frame["end_char"] - frame["start_char"]).all()
        found["right" if len(frame) in sizes and exact else "wrong"] += 1
        store.search("rail link")
        store.facets(EVERYTHING)
    store.close()
    return dict(found)


if __name__ == "__main__":
    what, where, more, *mode = sys.argv[1:]
    if mode == ["delete"]:
        library.sqlite_version_info = (3, 40, 1)
    done = kill(Path(where), int(more)) if what == "kill" else read(Path(where), Path(more))
    print(json.dumps(done))
