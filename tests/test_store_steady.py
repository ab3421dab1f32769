"""The store stays whole: builds are killed, others read meanwhile, texts are hostile."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from dashboard.frame import to_frame
from dashboard.model import KINDS, Folder, Span, quote_at
from dashboard.read import read_folder
from dashboard.segments import Mark, cut
from dashboard.selection import Selection
from dashboard.store import build, open_store
from dashboard.store.store import Store
from tests import steady
from tests.factories import make_article, make_reading, make_report

ROUNDS = {"wal": 30, "delete": 20}
HOSTILE = {
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "entities": "&lt;b&gt; &amp;amp; &#60; &nbsp;",
    "plotly": "<br><b>bold</b><a href='javascript:alert(1)'>x</a><sup>2</sup>",
    "bidi": "\u202eevil\u202c \u2066isolated\u2069 \u200f\u061c",
    "nul": "before\0after",
    "long word": "x" * 10_000,
    "marks": "e" + "\u0301" * 500,
    "sql": "'; DROP TABLE events; -- \" \\ % _",
    "formula": "=HYPERLINK(\"http://x\") +1 -1 @x",
    "signs": "\u2028\u2029\x85\x0b\x0c\ufeff\U0001f468\u200d\U0001f469 \ufffd",
    "quotes": "“„«»‹›’‘'`\"",
}  # fmt: skip


def run(*words: object) -> subprocess.Popen[str]:
    """Start the script of these tests in a process of its own."""
    root = Path(__file__).resolve().parents[1]
    command = [sys.executable, str(root / "tests" / "steady.py"), *map(str, words)]
    where = {**os.environ, "PYTHONPATH": str(root)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=where, cwd=root)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="builds are killed as forked processes")
@pytest.mark.parametrize("journal", ROUNDS)
def test_a_killed_build_leaves_the_old_or_the_new_store(journal: str, tmp_path: Path) -> None:
    """At 50 random moments, with either journal, no store is half, and none is damaged."""
    process = run("kill", tmp_path / "a.db", ROUNDS[journal], journal)
    said, _ = process.communicate(timeout=300)
    assert process.returncode == 0
    found = json.loads(said)
    assert set(found) <= {"before", "after"}
    assert sum(found.values()) == ROUNDS[journal]


@pytest.mark.parametrize("journal", ROUNDS)
def test_processes_read_while_one_builds(journal: str, tmp_path: Path) -> None:
    """Two processes meet no error, and only stores that are whole."""
    path, stop = tmp_path / "a.db", tmp_path / "stop"
    steady.build_one(path, "old")
    readers = [run("read", path, stop, journal) for _ in range(2)]
    for reader in readers:
        assert reader.stdout
        assert reader.stdout.readline() == "ready\n"
    for name in ("new", "old", "new", "old", "new"):
        steady.build_one(path, name)
    stop.touch()
    for reader in readers:
        said, _ = reader.communicate(timeout=120)
        assert reader.returncode == 0
        found = json.loads(said)
        assert set(found) == {"right"}


@pytest.mark.parametrize("words", HOSTILE.values(), ids=list(HOSTILE))
def test_hostile_text_is_only_text(words: str, tmp_path: Path) -> None:
    """It comes back from every field to the letter, can be searched, cut and selected by."""
    text = f"Opening.\n\n{words} Norway signed. {words}\n"
    article = make_article(text, headline=words, publisher=words, author=words)
    span = Span(10, len(text) - 1)
    report = replace(
        make_report(article), label=words, actors=(words,), speaker=words, further=(),
        quote=quote_at(text, span),
    )  # fmt: skip
    readings = (make_reading(article, [report]),)
    folder = Folder((article,), (), {article.file: text.encode()}, "f1")
    build(tmp_path / "a.db", folder, readings)
    store = Store(tmp_path / "a.db")
    for asked in (Selection(kinds=KINDS), Selection(publishers=(words,), actors=(words,))):
        pd.testing.assert_frame_equal(store.select(asked), to_frame([report]))
    assert store.article(article.file) == article
    assert store.check_quotes() == []
    assert store.count(Selection(text=words)) == 1
    assert list(store.facets(Selection()).publishers) == [words]
    segments = cut(text, [*store.article_marks(article.file), Mark("all", Span(0, 9), "hit")])
    assert "".join(segment.text for segment in segments) == text
    store.close()


def test_hostile_files_are_read_as_text(tmp_path: Path) -> None:
    """From the bytes of a file to the store nothing is lost; NUL is replaced and counted."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, words in HOSTILE.items():
        filler = "Plain words follow here and there. " * 40
        (folder / f"{name} <b>&.txt").write_text(f"{words}\n\n{filler}", newline="")
    found = read_folder(folder)
    assert not found.problems
    build(tmp_path / "a.db", found, [make_reading(article, []) for article in found.articles])
    store = open_store(tmp_path / "a.db")
    assert store.articles() == found.articles
    assert [a.nul_replaced for a in store.articles() if a.file.startswith("nul")] == [1]
    store.close()
