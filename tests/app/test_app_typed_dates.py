"""What people type as a day, and what is said when it is none."""

from datetime import date

import pytest

from dashboard.app.typed_dates import CHOOSE, HOW, HOW_IN_FULL, read_day, read_edtf, typed_words
from dashboard.errors import SelectionError

DATA = (date(2021, 8, 21), date(2022, 10, 11))


@pytest.mark.parametrize(
    ("text", "side", "expected"),
    [
        # A day without a year falls in the latest year that the data reach.
        ("4 Oct", "from", date(2022, 10, 4)),
        ("4 October", "to", date(2022, 10, 4)),
        ("Oct 4", "from", date(2022, 10, 4)),
        ("3 Dec", "from", date(2021, 12, 3)),
        # A day with its year, written in any usual way.
        ("4 Oct 2020", "from", date(2020, 10, 4)),
        ("Tue 4th October, 2022", "from", date(2022, 10, 4)),
        ("Sept. 9, 2022", "from", date(2022, 9, 9)),
        (" 2022-10-04 ", "from", date(2022, 10, 4)),
        ("2022-1-5", "from", date(2022, 1, 5)),
        # A month or a year is its first or its last day.
        ("October 2022", "from", date(2022, 10, 1)),
        ("October 2022", "to", date(2022, 10, 31)),
        ("feb 2024", "to", date(2024, 2, 29)),
        ("May", "to", date(2022, 5, 31)),
        ("2022-02", "to", date(2022, 2, 28)),
        ("2022", "from", date(2022, 1, 1)),
        ("2022", "to", date(2022, 12, 31)),
    ],
)
def test_day_is_read_as_people_type_it(text: str, side: str, expected: date) -> None:
    """Words, numbers and ISO all give the day that was meant."""
    assert read_day(text, side, DATA) == expected


@pytest.mark.parametrize(
    "text", ["soon", "32 October 2022", "30 Feb", "2022-13-01", "4 Foo 2022", "4/10/2022", "0", "-"]
)
def test_what_is_no_day_is_answered_with_how_to_write_one(text: str) -> None:
    """The answer repeats what was typed and shows the forms that are read."""
    with pytest.raises(SelectionError) as caught:
        read_day(text, "from", DATA)
    assert text.strip() in caught.value.message
    assert caught.value.remedy == HOW


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("11 Oct 2022", "2022-10-11"),
        ("Tue, Oct. 11, 2022", "2022-10-11"),
        ("2022-1-5", "2022-01-05"),
        ("October 2022", "2022-10"),
        (" 2022 ", "2022"),
        # So is what the screen says.
        ("from 27 March 2016", "2016-03-27/.."),
        ("Until Thu 5 May 2016", "../2016-05-05"),
        ("around March 2016", "2016-03~"),
        ("4 to 6 May 2016", "2016-05-04/2016-05-06"),
        ("28 Dec 2020 to 3 Jan 2021", "2020-12-28/2021-01-03"),
        ("March to May 2016", "2016-03/2016-05"),
        ("around 4 Oct 2022 to 6 Nov 2022", "2022-10-04~/2022-11-06"),
        ("from around 4 Oct 2022 (uncertain)", "2022-10-04%/.."),
        ("10 or 11 Oct 2022", "[2022-10-10,2022-10-11]"),
        ("3, 4 and 6 Jun 2022", "{2022-06-03,2022-06-04,2022-06-06}"),
        ("around spring 2016", "2016-21~"),
        ("quarter 2 of 2016 to quarter 3 of 2016", "2016-34/2016-35"),
        ("until the 2010s", "../201X"),
        ("4 October, year not stated", "XXXX-10-04"),
        # And what articles say.
        ("late August 2022", "2022-08-21/2022-08-31"),
        ("early october 2022", "2022-10-01/2022-10-10"),
        ("Mid-2021", "2021-05/2021-08"),
        ("the first half of 2021", "2021-01/2021-06"),
        ("late 2022 to early 2023", "2022-09-01/2023-04-30"),
        # EDTF is taken as it is.
        ("[2022-10-10,2022-10-11]", "[2022-10-10,2022-10-11]"),
        ("2022-10-04/2022-10-06", "2022-10-04/2022-10-06"),
        ("2022-10~", "2022-10~"),
        ("XXXX-10-04", "XXXX-10-04"),
    ],
)
def test_date_to_keep_is_read_as_it_is_typed(text: str, date: str) -> None:
    """A day, a month, a year, days said with them, or EDTF; shown again it can be typed again."""
    assert read_edtf(text) == date
    assert read_edtf(typed_words(date)) == date


def test_date_to_keep_is_shown_in_words_that_can_be_typed() -> None:
    """EDTF is left to what has no such words."""
    words = {
        "../2016-05-05": "until 5 May 2016",
        "2016-05-04/2016-05-06": "4 to 6 May 2016",
        "2016-05-21/2016-05-31": "late May 2016",
        "0016-05-21": "0016-05-21",
    }
    assert {date: typed_words(date) for date in words} == words


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "4 October", "May", "from", "from 4 May", "from soon", "4 to soon"),
        *("to 5 May 2016", "31 Feb", "6 to 4 May 2016"),
        *("late August", "4/10/2022", "last year", "in 2022", "early October 2022 in Oslo"),
        *("every day of 2022", "soon or May 2022", "or"),
    ],
)
def test_date_to_keep_is_never_guessed(text: str) -> None:
    """Without its year, or no day at all, it is refused with how to write it."""
    with pytest.raises(SelectionError) as caught:
        read_edtf(text)
    assert text in caught.value.message
    assert caught.value.remedy == HOW_IN_FULL


@pytest.mark.parametrize(
    ("text", "off"),
    [
        *((text, text) for text in ("31 Feb 2025", "2022-13", "2025-02-29", "32 Oct 2022", "0000")),
        *(("from 31 Feb 2025", "31 Feb 2025"), ("28 to 31 Feb 2025", "31 Feb 2025")),
        ("30 or 31 Feb 2022", "30 Feb 2022"),
    ],
)
def test_day_that_the_calendar_does_not_have_is_called_that(text: str, off: str) -> None:
    """It has its year, so how to write one is no remedy."""
    with pytest.raises(SelectionError) as caught:
        read_edtf(text)
    assert caught.value.message == f"“{off}” is not in the calendar."
    assert caught.value.remedy == CHOOSE


def test_days_that_end_before_they_begin_are_called_that() -> None:
    """Each of them is in the calendar."""
    with pytest.raises(SelectionError) as caught:
        read_edtf("6 to 4 May 2016")
    assert caught.value.message == "“6 to 4 May 2016” ends before it begins."
