"""Dates with their precision: bounds, words, intersection, and what is refused."""

from datetime import date, timedelta

import pytest

from dashboard import edtf
from dashboard.errors import DateError

BOUNDS = [
    ("2022-10-04", "day", "2022-10-04", "2022-10-04"),
    ("2022-10", "month", "2022-10-01", "2022-10-31"),
    ("2024-02", "month", "2024-02-01", "2024-02-29"),
    ("2022", "year", "2022-01-01", "2022-12-31"),
    ("202X", "decade", "2020-01-01", "2029-12-31"),
    ("2022-21", "season", "2022-03-01", "2022-05-31"),
    ("2022-24", "season", "2022-12-01", "2023-02-28"),
    ("2022-36", "quarter", "2022-10-01", "2022-12-31"),
    ("2022-10-04/2022-10-06", "interval", "2022-10-04", "2022-10-06"),
    ("2021/2022-03", "interval", "2021-01-01", "2022-03-31"),
    ("2022-08-21/..", "open", "2022-08-21", None),
    ("../2022-10-10", "open", None, "2022-10-10"),
    ("XXXX-10-04", "unknown", None, None),
    ("[2022-10-10,2022-10-11]", "set", "2022-10-10", "2022-10-11"),
    ("{2022-06-03,2022-06-05}", "set", "2022-06-03", "2022-06-05"),
    ("2022-10-04?", "day", "2022-10-04", "2022-10-04"),
    ("2022-10-04~", "day", "2022-10-02", "2022-10-06"),
    ("2022-10~", "month", "2022-09-21", "2022-11-10"),
    ("9999-12-31~", "day", "9999-12-29", "9999-12-31"),
    ("0001~", "year", "0001-01-01", "0002-04-01"),
    ("0001-01-01", "day", "0001-01-01", "0001-01-01"),
    ("9999", "year", "9999-01-01", "9999-12-31"),
]


@pytest.mark.parametrize(("text", "precision", "first", "last"), BOUNDS)
def test_every_form_has_its_precision_and_bounds(
    text: str, precision: str, first: str | None, last: str | None
) -> None:
    """The table of the module's docstring, form by form."""
    value = edtf.parse(text)
    assert value.precision == precision
    assert (value.earliest and str(value.earliest)) == first
    assert (value.latest and str(value.latest)) == last


@pytest.mark.parametrize(
    "text",
    [
        *("", "yesterday", "2022-13", "2022-02-30", "2022-25", "22-10-04", "2022-10-4"),
        *("2022-10-06/2022-10-04", "/2022", "../..", "[2022,", "XXXX-02-30", "0000"),
        *("2022-10-04T10:00", "2022-10-04/2022-10-05/2022-10-06", "٢٠٢٢-10-04", "２０２２"),
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """The error repeats the words and shows the forms that can be read."""
    with pytest.raises(DateError) as caught:
        edtf.parse(text)
    assert repr(text) in caught.value.message
    assert "2022-10-04" in caught.value.remedy


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022-10-04", "Tue 4 Oct 2022"),
        ("2022-10", "October 2022"),
        ("2022", "2022"),
        ("202X", "the 2020s"),
        ("2022-21", "spring 2022"),
        ("2022-36", "quarter 4 of 2022"),
        ("2022-10-04/2022-10-06", "4 to 6 Oct 2022"),
        ("2022-10-01/2022-10-10", "early October 2022"),
        ("2022-10-11/2022-10-20", "mid-October 2022"),
        ("2022-08-21/2022-08-31", "late August 2022"),
        ("2022-09-29/2022-10-06", "29 Sep to 6 Oct 2022"),
        ("2021-12-30/2022-01-02", "30 Dec 2021 to 2 Jan 2022"),
        ("2022-08-21/..", "from Sun 21 Aug 2022"),
        ("../2022-10-10", "until Mon 10 Oct 2022"),
        ("XXXX-10-04", "4 October, year not stated"),
        ("[2022-10-10,2022-10-11]", "10 or 11 Oct 2022"),
        ("2022-10-04~", "around Tue 4 Oct 2022"),
        ("2022-10-04?", "Tue 4 Oct 2022 (uncertain)"),
        ("2022-10-04~/2022-10-06", "around 4 Oct 2022 to 6 Oct 2022"),
        ("2022-10-01/2022-10-10?", "1 Oct 2022 to 10 Oct 2022 (uncertain)"),
        ("[2022-10-04~,2022-10-05]", "around 4 Oct 2022 or 5 Oct 2022"),
        ("../2022-10-04~", "until around Tue 4 Oct 2022"),
        ("XXXX-10-04/..", "from 4 October, year not stated"),
        ("[XXXX-10-04,XXXX-10-05]", "4 October, year not stated or 5 October, year not stated"),
        ("9999-12-21/9999-12-31", "late December 9999"),
        ("", "date not stated"),
    ],
)
def test_dates_are_said_in_english(text: str, words: str) -> None:
    """The precision is heard."""
    assert edtf.in_words(text) == words


@pytest.mark.parametrize(
    ("one", "other", "common"),
    [
        ("2022-10-10/2022-10-11", "2022-10-10", "2022-10-10"),
        ("2022-10", "2022-10-10", "2022-10-10"),
        ("2022-10", "2021", ""),
        ("2022-10-10", "2022-10-11", ""),
        ("2022-10-04/..", "../2022-10-06", "2022-10-04/2022-10-06"),
        ("2022-09-15/2022-10-15", "2022-10-10/2022-10-20", "2022-10-10/2022-10-15"),
        ("2022-10-04/..", "2022-10-01/..", "2022-10-04/.."),
        ("[2022-10-10,2022-10-12]", "2022-10-11", ""),
        ("[2022-10-10,2022-10-12]", "2022-10-12", "2022-10-12"),
        ("[2022-10-10,2022-10-12]", "2022-10", "[2022-10-10,2022-10-12]"),
        ("{2022-06-03,2022-06-05,2022-06-09}", "2022-06-01/2022-06-06", "{2022-06-03,2022-06-05}"),
        ("{2022-06-03,2022-06-05}", "2022-06-04", ""),
        ("XXXX-10-04", "2022-11-05", ""),
        ("XXXX-10-04", "2022-10", "2022-10-04"),
        ("XXXX-10-04", "2021/2022", "[2021-10-04,2022-10-04]"),
        ("XXXX-10-04", "XXXX-10-05", ""),
        ("XXXX-12-30/XXXX-01-02", "2023-01-01", "2023-01-01"),
        ("XXXX-10-04", "2022-01-01/..", "XXXX-10-04"),
        ("9999", "9999-12-05/..", "9999-12-05/9999-12-31"),
        ("2022-10-10~", "2022-10-14~", "2022-10-12~"),
        ("2022-10-10~", "2022-10-15~", ""),
        ("2022-10-10~", "2022-10-12", "2022-10-12"),
        ("2022-10-10~", "2022-10-12/2022-10-31", "2022-10-12~"),
        ("2022-10-12~", "2022-10-10/2022-10-14", "2022-10-10/2022-10-14"),
    ],
)
def test_intersection_is_what_both_allow(one: str, other: str, common: str) -> None:
    """It is the same whichever comes first, and empty where they exclude each other."""
    assert edtf.intersection(one, other) == common
    assert edtf.intersection(other, one) == common


def test_days_are_written_in_the_shortest_exact_form() -> None:
    """What of_days writes means exactly the days that went in."""
    start = date(2022, 1, 1)
    for offset in range(0, 800, 7):
        for length in (0, 1, 27, 29, 30, 364):
            first = start + timedelta(offset)
            last = first + timedelta(length)
            value = edtf.parse(edtf.of_days(first, last))
            assert (value.earliest, value.latest) == (first, last)
    assert edtf.of_days(date(2022, 1, 1), date(2022, 12, 31)) == "2022"
    assert edtf.of_days(None, date(2022, 1, 1)) == "../2022-01-01"
    assert edtf.of_days(None, None) == ""
    assert edtf.of_days(date(9999, 12, 1), date(9999, 12, 31)) == "9999-12"


def test_possible_days_are_single_days_only() -> None:
    """A set lists its members; a month names no single day."""
    days = (date(2022, 10, 10), date(2022, 10, 11))
    assert edtf.possible_days("[2022-10-10,2022-10-11]") == days
    assert edtf.possible_days(edtf.one_of(days)) == days
    assert edtf.possible_days("2022-10-10") == days[:1]
    assert edtf.possible_days("2022-10-04~") == edtf.possible_days("[2022-10-04~,2022-10-20]") == ()
    assert edtf.possible_days("2022-10") == edtf.possible_days("") == ()
    assert (edtf.is_day("2022-10-10"), edtf.is_day("2022-10"), edtf.is_day("")) == (
        True,
        False,
        False,
    )
