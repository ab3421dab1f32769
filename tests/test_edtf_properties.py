"""What holds of every EDTF date: order, printing, words and what two dates allow."""

import re
from datetime import date, timedelta

import pytest

from dashboard import edtf
from dashboard.errors import DateError

pytest.importorskip("hypothesis")

from hypothesis import assume, example, given
from hypothesis import strategies as st

YEARS = st.integers(5, 9994)
DAYS = st.dates(date(5, 1, 1), date(9994, 12, 31))
MONTHS = st.builds("{:04}-{:02}".format, YEARS, st.integers(1, 12))
SEASONS = st.builds("{:04}-{:02}".format, YEARS, st.integers(21, 24))
QUARTERS = st.builds("{:04}-{:02}".format, YEARS, st.integers(33, 36))
POINTS = st.one_of(
    DAYS.map(date.isoformat),
    MONTHS,
    SEASONS,
    QUARTERS,
    YEARS.map("{:04}".format),
    st.integers(1, 998).map("{:03}X".format),
)
MARKED = st.builds("{}{}".format, POINTS, st.sampled_from(["", "?", "~", "%"]))


def interval(one, other):
    """Write two points as an interval, the earlier first."""
    first, last = sorted((one, other), key=lambda text: edtf.parse(text).earliest)
    return f"{first}/{last}"


INTERVALS = st.builds(interval, MARKED, MARKED)
OPEN = st.one_of(MARKED.map("{}/..".format), MARKED.map("../{}".format))
DAY_SETS = st.lists(DAYS, min_size=2, max_size=4, unique=True).map(
    lambda days: "[" + ",".join(d.isoformat() for d in sorted(days)) + "]"
)
SETS = st.one_of(
    DAY_SETS,
    st.builds("[{},{}]".format, MARKED, MARKED),
)
BOTH = SETS.map(lambda text: "{" + text[1:-1] + "}")
UNKNOWN = DAYS.map(lambda day: f"XXXX-{day.isoformat()[5:]}")
DATES = st.one_of(MARKED, INTERVALS, OPEN, SETS, BOTH, UNKNOWN)
BOUNDED = st.one_of(MARKED, INTERVALS)
NEAR = st.dates(date(2022, 10, 1), date(2022, 10, 9)).map(date.isoformat)
NEAR_MARKED = st.builds("{}{}".format, NEAR, st.sampled_from(["", "?", "~", "%"]))
NEAR_SETS = st.builds(
    lambda days, ends: ends[0] + ",".join(sorted(days)) + ends[1],
    st.lists(NEAR_MARKED, min_size=2, max_size=4, unique_by=lambda day: day[:10]),
    st.sampled_from(["[]", "{}"]),
)
NEAR_DATES = st.one_of(
    NEAR_MARKED,
    st.builds(interval, NEAR_MARKED, NEAR_MARKED),
    NEAR_SETS,
    NEAR_MARKED.map(lambda day: f"XXXX{day[4:]}"),
    st.sampled_from(["2022-10", "2022", "2022-34"]),
)


def allowed(text, year=2022):
    """List the days around the drawn ones that a date allows, one by one, in a year."""
    value = edtf.parse(text.replace("XXXX", f"{year}"))
    parts = value.parts if text[0] in "[{" else (value,)
    window = (date(year, 9, 20) + timedelta(n) for n in range(40))
    return {d for d in window if any(p.earliest <= d <= p.latest for p in parts)}


_DAY = re.compile(r"(\d{1,2}) (\w{3}) (\d{1,4})")


@given(DATES)
def test_earliest_is_never_after_latest(text):
    """Where both ends are known, the first day is not after the last."""
    value = edtf.parse(text)
    if value.earliest and value.latest:
        assert value.earliest <= value.latest


@given(DATES)
def test_parsing_what_is_printed_gives_the_same(text):
    """A parsed date prints as it was written, and reads the same again."""
    value = edtf.parse(text)
    assert value.text == text
    assert edtf.parse(value.text) == value


@given(DAYS, st.integers(0, 4000))
def test_days_printed_are_the_days_read(first, length):
    """of_days writes exactly the days it is given, in whatever short form."""
    assume(first.year < 9980)
    last = first + timedelta(length)
    text = edtf.of_days(first, last)
    assert (edtf.earliest(text), edtf.latest(text)) == (first, last)


@given(DAYS)
def test_half_open_days_printed_are_read(day):
    """One bound alone is printed and read as an open interval."""
    for pair in ((day, None), (None, day)):
        text = edtf.of_days(*pair)
        assert (edtf.earliest(text), edtf.latest(text)) == pair


@given(DAYS)
def test_words_name_the_same_day(day):
    """The words of a day, read back by a person, are that day with its weekday."""
    words = edtf.in_words(day.isoformat())
    number, month, year = _DAY.search(words).groups()
    months = [name[:3] for name in edtf.MONTHS]
    assert date(int(year), months.index(month) + 1, int(number)) == day
    assert words.startswith(edtf.WEEKDAYS[day.weekday()])


@given(DAYS, st.integers(1, 400))
def test_words_of_an_interval_name_both_ends(first, length):
    """The words of an interval of days name its first and last day, or a third of a month."""
    last = first + timedelta(length)
    words = edtf.in_words(f"{first}/{last}")
    if words.startswith(("early", "mid", "late")):
        assert (first.year, first.month) == (last.year, last.month)
        assert words.endswith(f"{edtf.MONTHS[first.month - 1]} {first.year}")
    else:
        start, end = words.split(" to ")
        assert start.split()[0] == str(first.day)
        assert end == f"{last.day} {edtf.MONTHS[last.month - 1][:3]} {last.year}"


@given(DATES)
def test_every_date_has_words(text):
    """No date is without words, and none shows a mark of the notation."""
    words = edtf.in_words(text)
    assert words
    assert not set("/[]{}~%") & set(words)
    value = edtf.parse(text)
    assert ("around" in words) is value.approximate
    assert ("uncertain" in words) is value.uncertain


@given(DATES, DATES)
@example("2022-10-10/2022-10-11", "2022-10-10")
def test_intersection_is_symmetric(one, other):
    """Which date comes first does not change the days that both allow."""
    there, back = edtf.intersection(one, other), edtf.intersection(other, one)
    assert (edtf.earliest(there), edtf.latest(there)) == (edtf.earliest(back), edtf.latest(back))


@given(BOUNDED, BOUNDED)
@example("2022-10-10~", "2022-10-14~")
def test_intersection_lies_in_both(one, other):
    """What both allow lies within the bounds of each, but for the slack of an approximate date."""
    text = edtf.intersection(one, other)
    a, b = edtf.parse(one), edtf.parse(other)
    apart = a.latest < b.earliest or b.latest < a.earliest
    assert bool(text) is not apart
    if text and edtf.parse(text).approximate:
        assert edtf.earliest(text) <= max(a.earliest, b.earliest)
        assert edtf.latest(text) >= min(a.latest, b.latest)
    elif text:
        assert edtf.earliest(text) == max(a.earliest, b.earliest)
        assert edtf.latest(text) == min(a.latest, b.latest)


@given(NEAR_MARKED, NEAR_MARKED)
@example("2022-10-05~", "2022-10-09~")
def test_an_approximate_date_gives_no_exact_day(one, other):
    """An exact day that two dates leave is one of the two."""
    text = edtf.intersection(one, other)
    assert not edtf.is_day(text) or text in (one, other)


@given(NEAR_DATES, NEAR_DATES)
@example("[2022-10-02,2022-10-04]", "2022-10-03")
@example("XXXX-10-04", "2022-10-05")
@example("XXXX-10-04~", "XXXX-10-07~")
def test_every_day_of_an_intersection_is_allowed_by_both(one, other):
    """Day for day: what is left is what both allow, members of sets and days without a year too.

    Approximate dates leave more: their slack is written anew.
    """
    text = edtf.intersection(one, other)
    both, left = allowed(one) & allowed(other), allowed(text) if text else set()
    assert bool(left) is bool(both)
    assert left == both if not set("~%") & set(one + other) else left >= both


@given(DATES)
def test_intersection_with_itself_is_the_same(text):
    """A date and itself allow that date."""
    assert edtf.intersection(text, text) == text


@given(st.lists(DAYS, min_size=1, max_size=5))
def test_one_of_keeps_every_day(days):
    """A day that is one of several is printed and read with all of them."""
    assert edtf.possible_days(edtf.one_of(days)) == tuple(sorted(set(days)))


@given(st.text("0123456789X-/.[]{},?~% ", max_size=24))
def test_any_text_is_read_or_refused(text):
    """Whatever is typed is a date or a DateError, never another failure."""
    try:
        value = edtf.parse(text)
    except DateError:
        return
    assert edtf.in_words(text)
    assert value.text == text
