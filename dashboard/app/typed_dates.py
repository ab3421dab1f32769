"""Reads a day as people type it: "4 Oct", "October 2022", "2022", or ISO."""

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date

from dashboard import edtf
from dashboard.edtf import MONTHS
from dashboard.errors import DateError, SelectionError

HOW = "Write a day as 4 Oct, 4 October 2022 or 2022-10-04, or a month as October 2022."
HOW_IN_FULL = (
    "Write it with its year: 11 Oct 2022, 2022-10-11, October 2022, "
    "or [2022-10-10,2022-10-11] for one of two days."
)
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]{3,9})(?: (\d{4}))?")
_MONTH_FIRST = re.compile(r"([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?")

_SHAPES = {"from": "{}/..", "since": "{}/..", "until": "../{}", "around": "{}~"}
"""The words before a day, a month or a year, and what they make of it in EDTF."""

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

    It may be said as the screen says it: "from", "until" or "around" one, or one "to" another.

    >>> read_edtf("11 Oct 2022"), read_edtf("October 2022"), read_edtf("from 11 Oct 2022")
    ('2022-10-11', '2022-10', '2022-10-11/..')
    >>> read_edtf(" [2022-10-10,2022-10-11] "), read_edtf("4 to 6 Oct 2022")
    ('[2022-10-10,2022-10-11]', '2022-10-04/2022-10-06')
    """
    typed = text.strip()
    with suppress(DateError):
        return edtf.parse(typed).text
    try:
        word, _, rest = typed.partition(" ")
        if shape := _SHAPES.get(word.lower()):
            return edtf.parse(shape.format(_point(rest, typed))).text
        first, to, last = typed.partition(" to ")
        if to:
            words = first.split()
            whole = " ".join([*words, *last.split()[len(words) :]])
            return edtf.parse(f"{_point(whole, typed)}/{_point(last, typed)}").text
        return edtf.parse(_point(typed, typed)).text
    except DateError:
        raise SelectionError(f"“{typed}” is not a day of the calendar.", HOW_IN_FULL) from None


def _point(text: str, typed: str) -> str:
    """Return a day, a month or a year as EDTF; typed is all of what was typed."""
    try:
        year, month, day = _parts(text)
    except SelectionError:
        raise SelectionError(f"“{typed}” cannot be read as a day.", HOW_IN_FULL) from None
    if year is None:
        raise SelectionError(f"“{typed}” has no year.", HOW_IN_FULL)
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])


def typed_words(date: str) -> str:
    """Return an EDTF date as words that can be typed again, as EDTF where there are none.

    >>> typed_words("2022-10-11"), typed_words("[2022-10-10,2022-10-11]")
    ('11 Oct 2022', '[2022-10-10,2022-10-11]')
    """
    words = edtf.in_words(date, weekday=False)
    with suppress(SelectionError):
        return words if read_edtf(words) == date else date
    return date
