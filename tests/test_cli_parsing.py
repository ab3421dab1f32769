"""Reading with several processes: the same result, and no article takes the others with it."""

import io
import os
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from dashboard import extract
from dashboard.cli import main, parsing
from dashboard.cli.progress import progress
from dashboard.errors import ArticleError, RuleError
from dashboard.extract import extract_readings
from dashboard.model import Article, Folder, Reading
from dashboard.read import read_folder
from dashboard.store import open_store

KILLER, BREAKER = "3.txt", "5.txt"
NUMBERS = range(8)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A folder of eight articles, two of which tell of the same."""
    for number in NUMBERS:
        words = (
            f"Norway signed treaty number {number // 2} with Chile on {number // 2 + 3} May 2021."
        )
        (tmp_path / f"{number}.txt").write_text(f"{words}\n\nKari Berg spoke {number} times.\n")
    return read_folder(tmp_path)


def test_the_result_is_the_same_whatever_the_number(folder: Folder) -> None:
    """One process, two or three: the readings are equal, and the folder is untouched."""
    alone = parsing.parse(folder)
    assert alone == (folder, extract_readings(folder.articles))
    assert parsing.parse(folder, 2) == parsing.parse(folder, 3) == alone


def misread(article: Article, *, read: Any, **known: Any) -> Reading:
    """Read as always, but break on one article and end the process on another."""
    if article.file == BREAKER:
        raise ZeroDivisionError("a mistake of ours")
    if article.file == KILLER and parsing._reader:
        os._exit(9)
    result: Reading = read(article, **known)
    return result


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the mistake is handed on by forking")
def test_an_article_that_kills_is_named_and_the_rest_is_done(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What ends its process, and what only breaks, are left out; the others are there."""
    monkeypatch.setattr(parsing, "START", "fork")
    monkeypatch.setattr(extract, "_read", partial(misread, read=extract._read))
    kept, readings = parsing.parse(folder, 2)
    files = [f"{n}.txt" for n in NUMBERS if f"{n}.txt" not in (KILLER, BREAKER)]
    assert [reading.article.file for reading in readings] == files
    assert [article.file for article in kept.articles] == files
    said = [problem.message for problem in kept.problems]
    assert said == [
        f"{KILLER} ended the process that read it and was left out.",
        f"{BREAKER} could not be read (ZeroDivisionError: a mistake of ours) and was left out.",
    ]


def test_one_process_names_what_breaks_too(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without further processes the rest is done as well."""
    monkeypatch.setattr(extract, "_read", partial(misread, read=extract._read))
    kept, readings = parsing.parse(folder)
    assert len(readings) == len(NUMBERS) - 1
    assert all(isinstance(problem, ArticleError) for problem in kept.problems)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_wrong_rule_stops_everything(
    workers: int, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would be wrong for all articles."""
    if workers > 1 and not hasattr(os, "fork"):
        pytest.skip("the mistake is handed on by forking")

    monkeypatch.setattr(parsing, "START", "fork")
    monkeypatch.setattr(extract, "_read", Wrong())
    with pytest.raises(RuleError, match=r"verbs\.csv, line 3"):
        parsing.parse(folder, workers)


class Wrong:
    """A reading that finds a wrong rule."""

    def __call__(self, article: Article, **known: Any) -> Reading:
        """Raise what a wrong rule raises."""
        raise RuleError("verbs.csv, line 3: wrong", "Correct it.")


def test_build_takes_workers(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The stores hold the same; a wrong number is a mistake; no bar is drawn into a pipe."""
    stores = []
    for workers in ("1", "2"):
        path = tmp_path / workers / "a.db"
        words = ["build", "--articles", str(tmp_path), "--store", str(path), "--workers", workers]
        assert main(words) == 0
        stores.append(open_store(path))
    assert stores[0].select_article("1.txt").equals(stores[1].select_article("1.txt"))
    assert stores[0].articles() == stores[1].articles()
    assert "\r" not in capsys.readouterr().err
    for wrong in ("0", "-1", "many", "62"):
        assert main(["build", f"--workers={wrong}"]) == 1
        assert "is not a number from 1 to 61" in capsys.readouterr().err


class Terminal(io.StringIO):
    """A stream that a person watches."""

    def isatty(self) -> bool:
        """Say that it is a terminal."""
        return True


def test_a_bar_is_drawn_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """It shows how far the work is, and goes away; a quick job and a file show nothing."""
    monkeypatch.setattr("dashboard.cli.progress.PATIENCE", 0.0)
    watched, file = Terminal(), io.StringIO()
    for stream in (watched, file):
        with progress("Reading", 4, stream) as step:
            for done in range(1, 5):
                step(done)
    assert "2 of 4, 50 %" in watched.getvalue()
    assert watched.getvalue().endswith("\r\x1b[K")
    assert file.getvalue() == ""
    monkeypatch.setattr("dashboard.cli.progress.PATIENCE", 60.0)
    quick = Terminal()
    with progress("Reading", 4, quick) as step:
        step(4)
    assert quick.getvalue() == ""


def test_one_article_needs_no_process(folder: Folder) -> None:
    """The number asked for is the most, not the least."""
    one = replace(folder, articles=folder.articles[:1])
    assert parsing.parse(one, 8) == parsing.parse(one)
