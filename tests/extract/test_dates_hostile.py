"""Hostile texts: the work grows with the length, counted in calls, and imports stay light."""

import subprocess
import sys

import pytest

from dashboard.extract.dates import find_dates
from dashboard.extract.dates.lexer import find_windows, read_tokens
from dashboard.extract.publication import infer_publication
from dashboard.model import Article


def calls(text, language="en"):
    """Count the Python and C calls made to find the dates of a text."""
    return counted(find_dates, text, "2022-10-11", language)


def counted(work, *arguments):
    """Count the Python and C calls of a piece of work."""
    count = 0

    def tick(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tick)
    try:
        work(*arguments)
    finally:
        sys.setprofile(None)
    return count


HOSTILE = [
    "on ",
    "May ",
    "2022 ",
    "days ",
    "Monday to ",
    "the last year of ",
    "\n \n",
    "4/10/",
    "Good Friday of ",
    "7:20 p.m. (GMT +3) ",
    "the third quarter of fiscal ",
    "03/04/2022 ",
    "A heading\n\n",
    "5-",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_work_is_linear_in_the_text(piece):
    """Twice the text costs about twice the calls, whatever is repeated."""
    find_dates("On 4 October.", "2022-10-11")  # loads the rules
    short, long = calls(piece * 400), calls(piece * 1600)
    assert long <= 4.4 * short + 200


@pytest.mark.parametrize(
    "piece", ["у понеділок ", "4 жовтня ", "з понеділка до ", "п'", "2022-го "]
)
def test_work_is_linear_in_another_language(piece):
    """The tables of a second language keep the bound."""
    find_dates("4 жовтня", "2022-10-11", "uk")  # loads the rules
    short, long = calls(piece * 400, "uk"), calls(piece * 1600, "uk")
    assert long <= 4.4 * short + 200


@pytest.mark.parametrize(
    "piece", ["10 October\n\n", "Updated on 10 March 2021\n", "yesterday (4 May) "]
)
def test_work_is_linear_when_the_day_is_inferred(piece):
    """Stamps, datelines and days beside "yesterday" are looked for in linear work."""

    def infer(text):
        return infer_publication([Article("a.txt", text)])

    infer(piece)
    short, long = counted(infer, piece * 200), counted(infer, piece * 800)
    assert long <= 4.4 * short + 400


@pytest.mark.parametrize(
    "text",
    [
        "on " * 333_333,
        "1" * 1_000_000,
        "a" * 1_000_000,
        "\n" * 1_000_000,
        "\u0301" * 1_000_000,
        "e\u0301" * 500_000,
        "'" * 1_000_000,
    ],
)
def test_a_million_characters_without_a_date_are_not_lexed(text):
    """Nothing there can begin a date, so no window is opened."""
    assert list(find_windows(text)) == []


def test_windows_cover_few_tokens_of_ordinary_prose():
    """Only the words near a date are turned into tokens."""
    text = "The council agreed to build a new bridge near the old market hall. " * 200
    text += "It opened on 4 October 2022."
    tokens = [t for first, last in find_windows(text) for t in read_tokens(text, first, last)]
    assert len(tokens) < 30


def test_a_date_after_a_huge_word_is_found():
    """A word of a million letters neither hides a date nor splits it."""
    found = find_dates("a" * 1_000_000 + " on 4 October 2022", "")
    assert [d.date for d in found] == ["2022-10-04"]


def test_import_needs_the_standard_library_only():
    """A fresh process imports and uses the dates with nothing installed."""
    code = (
        "import sys; sys.path[:] = [p for p in sys.path if 'site-packages' not in p]\n"
        "from dashboard.extract.dates import find_dates\n"
        "print(find_dates('on Monday', '2022-10-11')[0].date)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "2022-10-10"
