"""The data frame: columns, order, events from reports, and the way to CSV and back."""

import csv
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from dashboard.errors import FrameError
from dashboard.events import EVENT_COLUMNS, to_events
from dashboard.frame import (
    COLUMNS,
    LISTS,
    from_csv,
    from_json,
    to_csv,
    to_frame,
    to_json,
    typed,
)
from dashboard.model import Report
from tests.factories import make_article, make_frame, make_report, make_reports


def told_twice(first: str, second: str, **fields: object) -> tuple[Report, Report]:
    """Return two reports of one event, with these dates."""
    other = make_article("Finland now has a rail link.", file="z.txt", publisher="Inland Courier")
    one = make_report(date=first, event_id="e")
    return one, make_report(other, date=second, event_id="e", **fields)


def test_every_column_is_described() -> None:
    """Names are unique and every meaning is a sentence."""
    for columns in (COLUMNS, EVENT_COLUMNS):
        names = [column.name for column in columns]
        assert len(set(names)) == len(names)
        assert all(column.meaning.endswith(".") for column in columns)


def test_the_frame_has_the_columns_and_dtypes_it_promises() -> None:
    """This holds for many rows and for none."""
    for frame in (make_frame(50, 3), to_frame([])):
        assert list(frame.columns) == [column.name for column in COLUMNS]
        for column in COLUMNS:
            if column.dtype.startswith("datetime"):
                assert str(frame[column.name].dtype) == column.dtype
            elif column.dtype == "int":
                assert frame[column.name].dtype.kind == "i"
        events = to_events(frame)
        assert list(events.columns) == [column.name for column in EVENT_COLUMNS]
        assert str(events["earliest"].dtype) == "datetime64[s]"


def test_a_row_says_what_the_report_says() -> None:
    """Quote, offsets, countries and source stand in the row."""
    article = make_article("In May Norway spoke. Chile heard it.")
    report = make_report(article, "Norway spoke.", date="2019-05", date_words="May")
    row = to_frame([report]).iloc[0]
    assert article.text[row["start_char"] : row["end_char"]] == row["quote"] == "Norway spoke."
    assert (row["prefix"], row["suffix"]) == ("In May ", " Chile heard it.")
    assert (str(row["earliest"].date()), str(row["latest"].date())) == ("2019-05-01", "2019-05-31")
    assert row["countries"] == ("NOR",)
    assert row["event_id"] == row["report_id"] == report.report_id


def test_a_publisher_that_is_not_known_is_the_file() -> None:
    """No row is without a name for its source."""
    report = make_report(make_article(publisher=""))
    assert to_frame([report]).iloc[0]["publisher"] == "harbour.txt"


def test_rows_are_in_order_of_day() -> None:
    """Undated rows come last; the order does not hang on the order of the input."""
    frame = make_frame(200, 3)
    days = frame["earliest"].dropna()
    assert days.is_monotonic_increasing
    assert frame["earliest"].isna().iloc[len(days) :].all()
    shuffled = to_frame(sorted(make_reports(200, 3), key=lambda report: report.report_id))
    pd.testing.assert_frame_equal(shuffled, frame)


def test_csv_brings_back_the_frame(tmp_path: Path) -> None:
    """Lists, days, line breaks and commas survive; line ends are the same everywhere."""
    frame = make_frame(100, 3)
    frame.loc[0, "quote"] = 'He said: "one,\r\ntwo"\nthree'
    (tmp_path / "a.csv").write_bytes(to_csv(frame).encode())
    pd.testing.assert_frame_equal(from_csv(tmp_path / "a.csv"), frame)


@pytest.mark.parametrize(
    "text",
    ["\r", "ends in \r", "\r\n", "\n", "one\rtwo", '"', '"a", b', ",", "NA", " ", "a\u2028b"],
)
def test_no_line_break_or_mark_breaks_a_cell(text: str, tmp_path: Path) -> None:
    """Line ends of every kind, quotes and commas come back, wherever they stand in a cell."""
    frame = make_frame(3, 1).assign(quote=text, suffix=f"suffix {text}", label=f"a{text}b")
    (tmp_path / "a.csv").write_bytes(to_csv(frame).encode())
    pd.testing.assert_frame_equal(from_csv(tmp_path / "a.csv"), frame)
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as lines:
        assert [len(row) for row in csv.reader(lines)] == [len(COLUMNS)] * 4


@pytest.mark.parametrize(
    ("column", "value"), [("kind", "weird"), ("date", "2022-13"), ("published_on", "soon")]
)
def test_a_wrong_cell_is_named_by_row_and_column(column: str, value: str) -> None:
    """What is no kind or no date is refused before anything is made of it."""
    frame = make_frame(3, 1)
    frame.loc[1, column] = value
    for use in (typed, to_events):
        with pytest.raises(FrameError, match=f"Row 2, column {column}: '{value}'"):
            use(frame)


def test_cells_survive_json() -> None:
    """Lists come back as tuples all the way down."""
    cell = (("FRA", "actor", "Françoise", 3, 12, "x"), ())
    assert from_json(to_json(cell)) == cell
    assert "ç" in to_json(cell)
    assert {"countries", "actors", "further_quotes"} <= set(LISTS)


def test_a_missing_column_is_named() -> None:
    """The error says which column, not only that one is missing."""
    with pytest.raises(FrameError, match="lacks quote"):
        typed(make_frame(3, 1).drop(columns="quote"))


@pytest.mark.parametrize(
    ("first", "second", "day", "disagree"),
    [
        ("2022-10-10", "2022-10-10", "2022-10-10", False),
        ("2022-10-10", "2022-10-10/2022-10-11", "2022-10-10", False),
        ("2022-10", "2022-10-10", "2022-10-10", False),
        ("", "2022-10-10", "2022-10-10", False),
        ("", "", "", False),
        ("2022-10-10", "2022-10-12", "[2022-10-10,2022-10-12]", True),
        ("2022-09", "2022-10-10", "2022-09-01/2022-10-10", True),
        ("2022-10-04/..", "2022-09", "2022-09-01/..", True),
        ("XXXX-10-04", "2022-11-05", "2022-11-05", True),
        ("XXXX-10-04", "2022-10-04", "2022-10-04", False),
        ("2022-10-04~", "2022-10-20", "2022-10-02/2022-10-20", True),
        ("2022-10-10~", "2022-10-14~", "2022-10-12~", False),
        ("[2022-10-10,2022-10-12]", "2022-10-11", "[2022-10-10,2022-10-11,2022-10-12]", True),
    ],
)
def test_the_day_of_an_event_is_what_all_its_reports_allow(
    first: str, second: str, day: str, disagree: bool
) -> None:
    """Where they exclude each other, both are named and the event says so."""
    event = to_events(to_frame(told_twice(first, second))).iloc[0]
    assert (event["date"], event["disagree"]) == (day, disagree)


def test_an_event_with_open_days_that_never_meet_keeps_one_of_them() -> None:
    """From a day and until an earlier one: the event stays dated and says that they differ."""
    event = to_events(to_frame(told_twice("2022-10-04/..", "../2022-10-01"))).iloc[0]
    assert event["date"] in ("2022-10-04/..", "../2022-10-01")
    assert event["disagree"]


def test_the_best_founded_report_speaks_for_the_event() -> None:
    """Label, kind and quote come from the report with the best source of its day."""
    one, other = told_twice(
        "2022-10-10", "2022-10-10", label="Better founded", kind="planned", date_source="stated"
    )
    reports = [replace(one, date_source="publication"), other]
    event = to_events(to_frame(reports)).iloc[0]
    assert (event["label"], event["kind"]) == ("Better founded", "planned")
    assert event["quote"] == "Finland now has a rail link."
    assert event["report_ids"] == (other.report_id, one.report_id)


def test_an_event_counts_once() -> None:
    """However many outlets tell of it, it is one row, with every outlet once."""
    events = to_events(to_frame(told_twice("2022-10-10", "2022-10-10")))
    assert len(events) == 1
    assert set(events.iloc[0]["publishers"]) == {"Harbour Gazette", "Inland Courier"}
    frame = make_frame(80, 3)
    assert set(to_events(frame)["event_id"]) == set(frame["event_id"])


def test_a_country_involved_once_is_not_only_mentioned() -> None:
    """What one report mentions and another involves is involved."""
    one, other = told_twice("2022-10-10", "2022-10-10")
    role = replace(one.roles[0], role="mentioned")
    event = to_events(to_frame([one, replace(other, roles=(role,))])).iloc[0]
    assert (event["countries"], event["countries_mentioned"]) == (("NOR",), ())
