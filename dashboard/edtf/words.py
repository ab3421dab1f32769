"""Says a date in English, its precision included."""

from datetime import date

from dashboard.edtf.days import ends_month
from dashboard.edtf.reading import Date, parse

MONTHS = (
    "January February March April May June July August September October November December"
).split()
SEASONS = ("spring", "summer", "autumn", "winter")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def in_words(text: str, weekday: bool = True) -> str:
    """Say the date in English, its precision included.

    >>> in_words("2022-10-04"), in_words("2022-08-21/2022-08-31")
    ('Tue 4 Oct 2022', 'late August 2022')
    """
    return _words(parse(text), weekday) if text else "date not stated"


def _words(value: Date, weekday: bool) -> str:
    if value.parts and value.text[0] in "[{":
        return _members_words(value)
    if value.parts and ".." in value.text:
        side = "from" if value.text.endswith("/..") else "until"
        return f"{side} {_words(value.parts[0], weekday)}"
    if value.parts:
        return _interval_words(value.parts[0], value.parts[1])
    core = _point_words(value, weekday)
    core = f"around {core}" if value.approximate else core
    return f"{core} (uncertain)" if value.uncertain else core


def _point_words(value: Date, weekday: bool) -> str:
    text = value.text.rstrip("?~%")
    if value.precision == "unknown":
        return f"{int(text[8:10])} {MONTHS[int(text[5:7]) - 1]}, year not stated"
    year = text[:4].lstrip("0") or "0"
    if value.precision == "decade":
        return f"the {text[:3].lstrip('0')}0s"
    if value.precision == "year":
        return year
    month = int(text[5:7])
    if value.precision == "month":
        return f"{MONTHS[month - 1]} {year}"
    if value.precision == "season":
        return f"{SEASONS[month - 21]} {year}"
    if value.precision == "quarter":
        return f"quarter {month - 32} of {year}"
    day = date.fromisoformat(text)
    return (f"{WEEKDAYS[day.weekday()]} " if weekday else "") + _day_words(day)


def _day_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def _is_plain(part: Date) -> bool:
    """Say whether a part is an exact and certain day, which can be said in short."""
    return part.precision == "day" and not part.approximate and not part.uncertain


def _members_words(value: Date) -> str:
    """Say the members of a set, a month and year they share only once."""
    joint = "or" if value.text.startswith("[") else "and"
    words = [_words(part, False) for part in value.parts]
    same_month = {part.text[:7] for part in value.parts}
    if len(same_month) == 1 and all(_is_plain(part) for part in value.parts):
        words[:-1] = [word.split()[0] for word in words[:-1]]
    return _list(words, joint)


def _interval_words(first: Date, last: Date) -> str:
    a, b = first.earliest, last.latest
    if not _is_plain(first) or not _is_plain(last) or not a or not b:
        return f"{_words(first, False)} to {_words(last, False)}"
    if (a.year, a.month) == (b.year, b.month):
        third = {(1, 10): "early ", (11, 20): "mid-"}.get((a.day, b.day), "")
        if a.day == 21 and ends_month(b):
            third = "late "
        if third:
            return f"{third}{MONTHS[a.month - 1]} {a.year}"
        return f"{a.day} to {_day_words(b)}"
    if a.year == b.year:
        return f"{a.day} {MONTHS[a.month - 1][:3]} to {_day_words(b)}"
    return f"{_day_words(a)} to {_day_words(b)}"


def _list(words: list[str], joint: str) -> str:
    return f"{', '.join(words[:-1])} {joint} {words[-1]}" if len(words) > 1 else words[0]
