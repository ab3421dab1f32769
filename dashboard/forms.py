"""The form in which a date is drawn, how exact it is, and the one day an event is pinned to."""

import re

from dashboard import edtf

PRECISIONS = (
    *("day", "span", "interval", "around", "open", "uncertain", "differ", "each"),
    "none",
)
"""How exactly a date is known: a day, from day to day, some day in a longer time, around a day,
one end only, with doubt, one of several days, each of several days; none is a date not stated.
"""
_BY_FORM = {"disc": "day", "unsure": "uncertain", "doubted": "uncertain"}


def form_of(value: edtf.Date, words: str, disagree: bool) -> str:
    """Return how a date is drawn: disc, unsure, around, differ, each, open, span or interval.

    differ is one of several days, each is all of them; unsure is a day with a question mark,
    doubted a longer time with one.
    A span is stated from day to day (its words hold the numbers of both days) and is filled;
    an interval holds a day that is not stated, as in "in March" or "last week", and is hatched.
    """
    if disagree:
        return "differ"
    if value.precision == "set":
        return _form_of_members(value)
    if value.precision == "day":
        return "around" if value.approximate else "unsure" if value.uncertain else "disc"
    if value.precision == "open":
        return "open"
    if value.uncertain:
        return "doubted"
    return "span" if value.precision == "interval" and _names_both(value, words) else "interval"


def precision_of(text: str, words: str, disagree: bool) -> str:
    """Return which of PRECISIONS a date (EDTF) has: its form, for all that have a day at all.

    >>> precision_of("2022-10-04", "", False), precision_of("2022-10", "", False)
    ('day', 'interval')
    >>> precision_of("XXXX-10-04", "4 October", False), precision_of("", "", False)
    ('none', 'none')
    """
    if not edtf.earliest(text) and not edtf.latest(text):
        return "none"
    form = form_of(edtf.parse(text), words, disagree)
    return _BY_FORM.get(form, form)


def _form_of_members(value: edtf.Date) -> str:
    if any(part.precision != "day" for part in value.parts):
        return "interval"
    return "each" if value.text.startswith("{") else "differ"


def _names_both(value: edtf.Date, words: str) -> bool:
    numbers = {int(number) for number in re.findall(r"\d{1,2}(?!\d)", words)}
    ends = {day.day for day in (value.earliest, value.latest) if day}
    return len(ends) == 2 and ends <= numbers


def anchor_of(first: int | None, last: int | None, form: str) -> int:
    """Return the day (an ordinal) an event of these days is pinned to.

    It is the first it can mean, or its only known end; a day that is only about right is
    pinned to itself, the middle of what it can mean.

    >>> anchor_of(10, 14, "around"), anchor_of(10, 14, "interval"), anchor_of(None, 14, "open")
    (12, 10, 14)
    """
    if form == "around" and first is not None and last is not None:
        return (first + last) // 2
    return first if first is not None else last or 0
