"""The notes on the articles: what was not read, why, and what to do."""

from pathlib import Path

import pytest
from factories import make_article, make_reading, make_report

from dashboard.app.notes import MOST_FILES, language_note, notes
from dashboard.model import Folder
from dashboard.store import Store, build, open_store

TOLD, UNTOLD = True, False


def store_of(tmp_path: Path, *articles: tuple[str, str, bool]) -> Store:
    """Build a store of articles, given by file, language and whether they tell of something."""
    readings = []
    for file, language, told in articles:
        text = f"Norway opened a rail link to Finland on 4 March 2019, {file} says."
        article = make_article(text, file=file, language=language)
        reports = (make_report(article),) if told else ()
        readings.append(make_reading(article, reports))
    folder = Folder(tuple(reading.article for reading in readings))
    build(tmp_path / "notes.db", folder, tuple(readings))
    return open_store(tmp_path / "notes.db")


def test_articles_of_another_language_are_named_with_a_remedy(tmp_path: Path) -> None:
    """One note names those that are declared to be in another language and tell of nothing."""
    store = store_of(
        tmp_path, ("a.txt", "ro", UNTOLD), ("b.txt", "uk-UA", UNTOLD), ("c.txt", "en", TOLD)
    )
    [note] = notes(store)
    assert note["message"] == (
        "2 articles are not in English, and happenings are read in English only: a.txt, b.txt."
    )
    assert "sources.toml" in note["remedy"]
    assert "file" not in note


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", UNTOLD), ("EN", UNTOLD), ("en-GB", UNTOLD), ("En-us", UNTOLD), ("ro", TOLD)],
)
def test_nothing_is_said_of_what_is_english_or_tells_of_something(
    tmp_path: Path, language: str, told: bool
) -> None:
    """English that tells of nothing, or another language from which events came, needs no note."""
    assert notes(store_of(tmp_path, ("a.txt", language, told))) == []


def test_many_files_are_counted_and_not_all_named() -> None:
    """A note stays short; how many files it leaves out is said."""
    files = [f"{number:02}.txt" for number in range(MOST_FILES + 3)]
    message = language_note(files)["message"]
    assert message.startswith("13 articles are not in English")
    assert message.endswith("09.txt and 3 more.")
