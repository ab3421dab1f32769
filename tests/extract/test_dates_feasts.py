"""Feasts that move fall on the days that almanacs give."""

from datetime import date, timedelta

import pytest

from dashboard.extract.dates.feasts import easter, feast_day, is_seen, orthodox_easter
from dashboard.extract.dates.lexer import lexicon


@pytest.mark.parametrize(
    "day", ["1954-04-18", "1981-04-19", "2000-04-23", "2019-04-21", "2022-04-17", "2024-03-31"]
)
def test_easter(day):
    """Western Easter, the two exceptions of the computus (1954, 1981) included."""
    assert easter(int(day[:4])).isoformat() == day


@pytest.mark.parametrize(
    "day", ["2021-05-02", "2022-04-24", "2023-04-16", "2024-05-05", "2025-04-20"]
)
def test_orthodox_easter(day):
    """Orthodox Easter, written in the Gregorian calendar."""
    assert orthodox_easter(int(day[:4])).isoformat() == day


@pytest.mark.parametrize("year", range(1583, 2400, 7))
def test_easter_is_a_sunday_in_spring(year):
    """Whatever the year, both are Sundays, and the Western one lies from 22 March to 25 April."""
    assert easter(year).isoweekday() == orthodox_easter(year).isoweekday() == 7
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("count", "day"),
    [
        ("4#4@11", "2022-11-24"),
        ("1#-1@5", "2022-05-30"),
        ("1#1@9", "2022-09-05"),
        ("1#-1@12", "2022-12-26"),
        ("easter-46", "2022-03-02"),
    ],
)
def test_counted_days(count, day):
    """The nth or last weekday of a month, and days counted from Easter."""
    assert feast_day(count, 2022).isoformat() == day


@pytest.mark.parametrize(
    ("count", "seen"),
    [
        ("islamic10-1", "2022-05-02"),
        ("islamic10-1", "2021-05-13"),
        ("islamic10-1", "2024-04-10"),
        ("islamic12-10", "2023-06-28"),
    ],
)
def test_islamic_feasts_are_right_to_within_a_day(count, seen):
    """The tabular calendar is at most a day off what was seen, and such feasts are marked."""
    day = date.fromisoformat(seen)
    assert abs(feast_day(count, day.year) - day) <= timedelta(1)
    assert is_seen(count)


@pytest.mark.parametrize("language", ["en", "uk"])
def test_every_feast_of_the_table_can_be_counted(language):
    """No row names a way to count that is not known."""
    counts = [feast[3] for feast in lexicon(language).holidays.values() if feast[3]]
    assert counts
    assert all(feast_day(count, 2022) for count in counts)


def test_unknown_way_to_count_is_refused():
    """A misspelt way to count fails loudly."""
    with pytest.raises(ValueError, match="no way to count"):
        feast_day("eastre+1", 2022)
