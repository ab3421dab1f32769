"""The data frame of the two seed articles, checked in as data/events.csv."""

from pathlib import Path

import pandas as pd
import pytest

from dashboard import extract_reports, read_articles, to_frame
from dashboard.cli import main
from dashboard.frame import from_csv, to_csv


@pytest.fixture(scope="module")
def checked_in(root: Path) -> pd.DataFrame:
    """The frame as it is checked in."""
    return from_csv(root / "data" / "events.csv")


def test_the_file_is_what_the_seeds_give(root: Path) -> None:
    """Reading and extracting anew gives the same file, byte for byte."""
    made = to_csv(to_frame(extract_reports(read_articles(root / "seeds"))))
    assert made == (root / "data" / "events.csv").read_bytes().decode()


def test_the_command_writes_the_same_file(root: Path, tmp_path: Path, seeds_store: Path) -> None:
    """The line in CONTRIBUTING that makes the file makes it as it is."""
    made = tmp_path / "events.csv"
    assert main(["export", str(made), "--store", str(seeds_store)]) == 0
    assert made.read_bytes() == (root / "data" / "events.csv").read_bytes()


def test_every_quote_is_its_slice_of_its_article(root: Path, checked_in: pd.DataFrame) -> None:
    """Quote, context, further quotes and date words stand at their offsets to the letter."""
    texts = {a.file: a.text for a in read_articles(root / "seeds")}
    assert set(checked_in["article"]) == set(texts)
    for row in checked_in.to_dict("records"):
        text = texts[row["article"]]
        assert text[row["start_char"] : row["end_char"]] == row["quote"]
        assert text[: row["start_char"]].endswith(row["prefix"])
        assert text[row["end_char"] :].startswith(row["suffix"])
        assert all(0 <= start < end <= len(text) for start, end in row["further_quotes"])
        if row["date_words"] and row["date_start"] >= 0:
            assert text[row["date_start"] : row["date_end"]] == row["date_words"]


def test_every_report_and_event_has_its_id(checked_in: pd.DataFrame) -> None:
    """No id stands twice, and every event is named after one of its reports."""
    assert checked_in["report_id"].is_unique
    assert set(checked_in["event_id"]) <= set(checked_in["report_id"])


def test_every_day_has_its_reason(checked_in: pd.DataFrame) -> None:
    """A dated row says where the day comes from; an undated one has no source."""
    dated = checked_in["date"] != ""
    assert (checked_in.loc[dated, "date_source"] != "").all()
    assert (checked_in.loc[dated, "date_reason"] != "").all()
