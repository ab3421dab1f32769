"""Reads a day as people type it: "4 Oct", "October 2022", "2022", or ISO."""

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date

from dashboard import edtf
from dashboard.edtf import MONTHS
from dashboard.errors import DateError, SelectionError
from dashboard.extract.dates import find_dates

HOW = "Write a day as 4 Oct, 4 October 2022 or 2022-10-04, or a month as October 2022."
HOW_IN_FULL = (
    "Write it with its year: 11 Oct 2022, 2022-10-11, October 2022, late August 2022, "
    "or 10 or 11 Oct 2022 for one of two days."
)
CHOOSE = "Choose a day that there is, or a whole month such as October 2022."
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]{3,9})(?: (\d{4}))?")
_MONTH_FIRST = re.compile(r"([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?")

_QUARTER = re.compile(r"quarter ([1-4]) of (\d{4})")
_OPEN = {"from": "{}/..", "since": "{}/..", "until": "../{}"}
"""The words before a day, a month or a year, and what they make of it in EDTF."""

_JOINED = {" or ": "[{}]", " and ": "{{{}}}"}
"""The words between such, and what they make of them."""

_NO_YEAR = ", year not stated"

Days = tuple[date, date]


def read_day(text: str, side: str, data: Days) -> date:
    """Return the day that was typed into the "from" or the "to" field.

    Accepts "4 Oct", "4 October 2022", "Oct 4, 2022", "October 2022", "2022", "2022-10",
    "2022-10-04", a weekday before it being ignored. A month or year is its first day on the
    side "from" and its last on the side "to". A day without a year falls in the latest year
    in which it is not after the data, or else in the data's last year.

    >>> read_day("4 Oct", "from", (date(2022, 8, 1), date(2022, 10, 11)))
    datetime.date(2022, 10, 4)
    >>> read_day("October 2022", "to", (date(2022, 8, 1), date(2022, 10, 11)))
    datetime.date(2022, 10, 31)
    """
    year, month, day = _parts(text)
    try:
        if month is None:
            return date(year or 0, *((1, 1) if side == "from" else (12, 31)))
        if day is None:
            day = 1 if side == "from" else -1
        return _day(year, month, day, data)
    except ValueError:
        raise SelectionError(f"“{text.strip()}” is not a day of the calendar.", HOW) from None


def _parts(text: str) -> tuple[int | None, int | None, int | None]:
    """Split what was typed into year, month and day; what was not said is None."""
    plain = " ".join(text.lower().replace(",", " ").replace(".", " ").split())
    plain = re.sub(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]* (?=\w)", "", plain)
    if found := _ISO.fullmatch(plain):
        year, month, day = (int(part) if part else None for part in found.groups())
        return year, month, day
    if found := _DAY_FIRST.fullmatch(plain):
        number, name, year_text = found.groups()
    elif found := _MONTH_FIRST.fullmatch(plain):
        name, number, year_text = found.groups()
    else:
        raise SelectionError(f"“{text.strip()}” cannot be read as a day.", HOW)
    month = _month(name, text)
    return int(year_text) if year_text else None, month, int(number) if number else None


def _month(name: str, text: str) -> int:
    for number, full in enumerate(MONTHS, 1):
        if full.lower().startswith(name) or (name == "sept" and number == 9):
            return number
    raise SelectionError(f"“{text.strip()}” cannot be read as a day.", HOW)


def _day(year: int | None, month: int, day: int, data: Days) -> date:
    if year is not None:
        return date(year, month, monthrange(year, month)[1] if day == -1 else day)
    for guess in range(data[1].year, data[0].year - 1, -1):
        last = monthrange(guess, month)[1]
        found = date(guess, month, last if day == -1 else min(day, last))
        if date(guess, month, 1) <= data[1] and found.day == (last if day == -1 else day):
            return found
    return _day(data[1].year, month, day, data)


def read_edtf(text: str) -> str:
    """Return what was typed as EDTF: a day, a month or a year with its year, or EDTF as it is.

    It may be said as the screen says it ("from", "until", "around" one, one "to" another, one
    "or" another), or as articles do ("late August 2022", "mid-2021"): it is the days that
    extraction takes these for.

    >>> read_edtf("11 Oct 2022"), read_edtf("October 2022"), read_edtf("from 11 Oct 2022")
    ('2022-10-11', '2022-10', '2022-10-11/..')
    >>> read_edtf("10 or 11 Oct 2022"), read_edtf("late August 2022")
    ('[2022-10-10,2022-10-11]', '2022-08-21/2022-08-31')
    """
    typed = text.strip()
    with suppress(DateError):
        return edtf.parse(typed).text
    try:
        composed = _composed(typed)
    except DateError as error:
        raise SelectionError(error.message, error.remedy) from None
    except SelectionError:
        if found := _as_in_article(typed):
            return found
        raise
    try:
        return edtf.parse(composed).text
    except DateError:
        wrong = "ends before it begins" if " to " in typed else "is no day that can be kept"
        raise SelectionError(f"“{typed}” {wrong}.", HOW_IN_FULL) from None


def _composed(typed: str) -> str:
    """Put together what the words of the screen say."""
    word, _, rest = typed.partition(" ")
    if shape := _OPEN.get(word.lower()):
        return shape.format(_part(rest, typed))
    first, to, last = typed.partition(" to ")
    if to:
        return f"{_part(_whole(first, last), typed)}/{_part(last, typed)}"
    joint = next((joint for joint in _JOINED if joint in typed), "")
    if joint:
        *others, last = re.split(f", |{joint}", typed)
        parts = [*(_whole(other, last) for other in others), last]
        return _JOINED[joint].format(",".join(_part(part, typed) for part in parts))
    return _part(typed, typed)


def _whole(first: str, last: str) -> str:
    """Return a day with the month and the year that it shares with the last one."""
    if re.search(r"\d{4}", first):
        return first
    words = first.split()
    return " ".join([*words, *last.removeprefix("around ").split()[len(words) :]])


def _part(text: str, typed: str) -> str:
    """Return a point with its marks as EDTF; typed is all of what was typed."""
    certain = text.removesuffix(" (uncertain)")
    exact = re.sub(r"^around ", "", certain, flags=re.IGNORECASE)
    marks = {(True, True): "%", (True, False): "~", (False, True): "?", (False, False): ""}
    return _point(exact, typed) + marks[exact != certain, certain != text]


def _point(text: str, typed: str) -> str:
    """Return a day, a month, a season, a quarter, a year or a decade as EDTF."""
    if quarter := _QUARTER.fullmatch(text.lower()):
        return f"{quarter[2]}-{32 + int(quarter[1])}"
    try:
        year, month, day = _parts(text.removesuffix(_NO_YEAR))
    except SelectionError:
        found = _as_in_article(text)
        if found and edtf.parse(found).parts == ():
            return found
        raise SelectionError(f"“{typed}” cannot be read as a day.", HOW_IN_FULL) from None
    if year is None and not text.endswith(_NO_YEAR):
        raise SelectionError(f"“{typed}” has no year.", HOW_IN_FULL)
    known = [f"{part:02}" for part in (month, day) if part is not None]
    point = "-".join(["XXXX" if year is None else f"{year:04}", *known])
    with suppress(DateError):
        return edtf.parse(point).text
    raise DateError(f"“{text}” is not in the calendar.", CHOOSE)


def _as_in_article(text: str) -> str:
    """Return the days that extraction takes a date in words for, "" where it is no such date."""
    if not any(map(str.isalpha, text)):
        return ""
    for words in (text, text.title()):
        found = find_dates(words)
        if len(found) == 1 and (found[0].text, found[0].kind) == (words, "DATE"):
            bounds = edtf.earliest(found[0].date), edtf.latest(found[0].date)
            return found[0].date if all(bounds) else ""
    return ""


def typed_words(date: str) -> str:
    """Return an EDTF date as words that can be typed again, as EDTF where there are none.

    >>> typed_words("2022-10-11"), typed_words("[2022-10-10,2022-11]")
    ('11 Oct 2022', '10 Oct 2022 or November 2022')
    """
    words = edtf.in_words(date, weekday=False)
    with suppress(SelectionError):
        return words if read_edtf(words) == date else date
    return date
