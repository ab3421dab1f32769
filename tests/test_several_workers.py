"""Several processes serve one store: what is kept or built in one is seen in the others."""

import json
import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from factories import make_readings

from dashboard.app.desk import Desk
from dashboard.app.show import answer
from dashboard.app.table import Piece
from dashboard.model import Folder
from dashboard.selection import Selection
from dashboard.store import build, open_store
from dashboard.store.engine import journal_mode

FIRST = "Ferry Talks Open in Oslo\n\nNorway and Chile met on 4 October 2022.\n"
SECOND = "Rail Link Opens\n\nFinland opened a rail link to Norway on 9 May 2021.\n"
PATIENCE = 60
"""Seconds for a process to be up, or for an answer: machines are shared."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one article."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "oslo.txt").write_text(FIRST)
    return folder


def command(root: Path, name: str, folder: Path, *more: str) -> list[str]:
    """Return the words of a command over the folder and a store beside it."""
    store = folder.parent / "one.db"
    words = ["--articles", str(folder), "--store", str(store), *more]
    return [sys.executable, "-m", "dashboard", name, *words]


def free_port() -> int:
    """Return a port on which nothing listens; a server takes the next one if it is gone."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(root: Path, folder: Path) -> Iterator[str]:
    """Serve the store in a process of its own; give the address it says."""
    words = command(root, "serve", folder, "--port", str(min(free_port(), 65000)))
    child = subprocess.Popen(words, cwd=root, stdout=subprocess.PIPE, text=True, env=os.environ)
    watch = threading.Timer(PATIENCE, child.kill)
    watch.start()
    try:
        assert child.stdout
        said = next((line for line in child.stdout if "Dateline serves" in line), "")
        watch.cancel()
        found = re.search(r"http://\S+", said)
        assert found, "the server did not start"
        yield found[0]
    finally:
        watch.cancel()
        child.terminate()
        child.communicate()


@pytest.fixture
def workers(root: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """The addresses of two processes over one store."""
    with ExitStack() as both:
        yield (
            both.enter_context(serving(root, folder)),
            both.enter_context(serving(root, folder)),
        )


def ask(address: str, path: str, **values: str) -> Any:
    """Return the JSON that a worker answers; values are sent as JSON."""
    body = json.dumps(values).encode() if values else None
    asked = Request(f"{address}{path}", body, {"Content-Type": "application/json"})
    with urlopen(asked, timeout=PATIENCE) as answer:
        return json.load(answer)


def ask_until(stop: threading.Event, address: str, seen: list[Any]) -> None:
    """Ask for rows again and again; note generation, total and what went wrong."""
    while not stop.is_set():
        try:
            rows = ask(address, "/rows")
            seen.append((rows["generation"], rows["total"], len(rows["rows"])))
        except Exception as error:
            seen.append(repr(error))


def test_workers_share_views_and_see_a_build(
    root: Path, folder: Path, workers: tuple[str, str]
) -> None:
    """A view kept by one is listed by the other; a build meanwhile disturbs neither."""
    one, other = workers
    assert one != other
    kept = ask(one, "/views", name="North", query="?country=NOR")
    assert ask(other, "/views") == kept
    assert [view["name"] for view in kept] == ["North"]
    before = [ask(worker, "/rows") for worker in workers]
    assert before[0] == before[1]
    (folder / "rail.txt").write_text(SECOND)
    stop, seen = threading.Event(), list[Any]()
    asking = [threading.Thread(target=ask_until, args=(stop, w, seen)) for w in workers]
    for thread in asking:
        thread.start()
    words = command(root, "build", folder)
    built = subprocess.run(words, cwd=root, capture_output=True, text=True, check=False)
    stop.set()
    for thread in asking:
        thread.join()
    assert built.returncode == 0, built.stderr
    after = [ask(worker, "/rows") for worker in workers]
    assert after[0] == after[1]
    assert after[0]["total"] > before[0]["total"]
    assert set(seen) <= {(a["generation"], a["total"], a["total"]) for a in (before[0], after[0])}
    for worker in workers:
        assert [row["file"] for row in ask(worker, "/accounts")["articles"]] == [
            "oslo.txt",
            "rail.txt",
        ]
        assert ask(worker, "/views") == kept


def test_tab_of_an_older_store_gets_everything_anew(tmp_path: Path) -> None:
    """Of two tabs on one view, the one opened before a build is sent all of it when it asks."""
    path, screen = tmp_path / "tabs.db", {"width": 1100, "dark": False, "small": False}
    hold(path, 40)
    desk = Desk(open_store(path))
    before = answer(desk, "?group=country", screen, {}, False, {})
    hold(path, 12)
    first = answer(desk, "?group=country", screen, {}, False, before["shown"]["known"])["shown"]
    second = answer(desk, "?group=country", screen, {}, False, {})["shown"]
    assert first == second
    assert first["generation"] > before["shown"]["generation"]
    assert 0 < first["events"]["total"] < before["shown"]["events"]["total"]


@pytest.mark.parametrize(("before", "after"), [(40, 12), (12, 40)])
def test_a_build_in_the_midst_of_an_answer_is_shown_whole(
    before: int, after: int, tmp_path: Path
) -> None:
    """All of an answer is of the state in which it was begun; the next one is of the new state."""
    if journal_mode() == "delete":
        pytest.skip("There a build waits for the answer.")
    path = tmp_path / "midst.db"
    hold(path, before)
    desk = Desk(open_store(path))
    ids = desk.store.numbered.ids

    def late(numbers: Iterable[int]) -> tuple[str, ...]:
        """Look up numbers of the columns just when they have gone out of date."""
        desk.store.numbered.ids = ids  # type: ignore[method-assign]
        hold(path, after)
        return ids(numbers)

    for ask in (
        lambda: desk.rows(Selection(), Piece("day", True, 0, 25)),
        lambda: desk.picture(Selection(), 1100, "light")[2]["events"],
    ):
        hold(path, before)
        generation = desk.generation()
        desk.store.numbered.ids = late  # type: ignore[method-assign]
        found, then = ask(), ask()
        assert found["generation"] == generation < then["generation"] == desk.generation()
        assert (found["total"] > then["total"]) == (before > after)
        assert found["rows"] != then["rows"]
        with desk.store.reading.one_state():
            assert {row["id"] for row in then["rows"]} <= {*desk.store.event_days()}


def hold(path: Path, count: int) -> None:
    """Build the store anew from invented events."""
    readings = make_readings(count)
    build(path, Folder(tuple(reading.article for reading in readings)), readings)
