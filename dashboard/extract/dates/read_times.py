"""Readings of times of day: 3 p.m., last night, Monday morning."""

import re
from collections.abc import Callable

from dashboard.extract.dates.expressions import (
    Clock,
    Current,
    Deictic,
    NoDate,
    Same,
    Vague,
)
from dashboard.extract.dates.parts import Parts, Read


def tonight(p: Parts) -> Read:
    """Read tonight, overnight, this morning, last night."""
    turn = p.turn() or 0
    return Clock(p.get("TONIGHT", "OVERNIGHT", "DAYPART"), Deictic(turn))


def told_daypart(p: Parts) -> Read:
    """Read the next morning: of the day after the one last mentioned."""
    return Clock(p.get("DAYPART"), Current("D", p.turn() or 1, told=True))


def same_daypart(p: Parts) -> Read:
    """Read that night."""
    return Clock(p.get("DAYPART"), Same("D"))


def clock(p: Parts) -> Read:
    """Read 16:08, 3 p.m., 3.30 pm, noon; UTC is kept as Z."""
    if "HOURWORD" in p.tokens:
        return Clock(p.get("HOURWORD") + _zone(p)[0], zone=_zone(p)[1])
    text = str(p.get("CLOCK", "DECIMAL", "HOUR12")).replace(".", ":").split(":")
    hour, minute = int(text[0]), text[1][:2] if len(text) > 1 else "00"
    half = p.get("AMPM")
    if hour > 23 or len(minute) < 2 or int(minute) > 59 or (half and hour > 12):
        return None
    if half:
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    mark, zone = _zone(p)
    return Clock(f"{hour:02}:{minute}{mark}", zone=zone)


def o_clock(p: Parts) -> Read:
    """Read ten o'clock."""
    hour = p.number("HOUR12", "NUMWORD")
    return Clock(f"{hour:02}:00") if 1 <= hour <= 12 else None


def _zone(p: Parts) -> tuple[str, str]:
    """Return a zone as TIMEX3 writes it (Z, +03:00; empty where unsure) and as it stands there."""
    offset = str(p.get("OFFSET") or "")
    match = re.search(r"([+−-])\s?(\d+)(?::(\d\d))?", offset)
    if match and int(match[2]) < 15:
        sign = "+" if match[1] == "+" else "-"
        return f"{sign}{int(match[2]):02}:{match[3] or '00'}", offset
    if "ZONE" not in p.tokens:
        return "", ""
    token = p.tokens["ZONE"][0]
    return ("Z" if token.value == "Z" else ""), p.text[token.start : token.end]


def lone_figures(p: Parts) -> Read:
    """Drop 3:16 without a word that makes it a time; 16:08 is one by its looks."""
    return NoDate() if p.get("CLOCK")[1] == ":" else None


def clock_figures(p: Parts) -> Read:
    """Read 1608 GMT."""
    hour, minute = divmod(p.number("YEAR", "NUMBER"), 100)
    mark, zone = _zone(p)
    found = Clock(f"{hour:02}:{minute:02}{mark}", zone=zone)
    return found if hour < 24 and minute < 60 else None


def daypart(p: Parts) -> Read:
    """Read the morning, that night."""
    return Clock(p.get("DAYPART"))


def any_daypart(p: Parts) -> Read:
    """Read at night, evenings: no particular one."""
    return Vague(f"XXXX-XX-XXT{p.get('DAYPART', 'DAYPARTS')}")


def day_part(p: Parts) -> Read:
    """Read Monday night, the morning of 4 October."""
    part, day = p.inner("XDAYPART"), p.inner("ANYDAY", "XSAME")
    if not isinstance(part, Vague) or (isinstance(day, Same) and day.unit != "D"):
        return None
    return Clock(part.value[-2:], day)


def day_clock(p: Parts) -> Read:
    """Read 3 p.m. on Monday, Monday at 16:08."""
    at = p.inner("XCLOCK")
    if not isinstance(at, Clock) or at.day not in (None, Deictic(0)):
        return None
    return Clock(at.time, p.inner("ANYDAY"), at.zone)


READINGS: dict[str, Callable[[Parts], Read]] = {
    f.__name__: f
    for f in (
        tonight,
        told_daypart,
        same_daypart,
        clock,
        o_clock,
        lone_figures,
        clock_figures,
        daypart,
        any_daypart,
        day_part,
        day_clock,
    )
}
