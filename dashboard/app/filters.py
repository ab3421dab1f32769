"""What the controls of the rail ask for, and what they show of a selection."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dashboard import edtf
from dashboard.app import ids
from dashboard.app.rail import CERTAIN_OR_POSSIBLE
from dashboard.app.typed_dates import Days, read_day
from dashboard.errors import SelectionError
from dashboard.selection import AXIS_MARKS, FIELDS, OPPOSITES, Selection

CONTROLS = {
    "text": ids.TEXT,
    "countries": ids.COUNTRIES,
    "match": ids.MATCH,
    "as_members": ids.MEMBERS,
    "actors": ids.ACTORS,
    "first": ids.FIRST,
    "last": ids.LAST,
    "known_by": ids.KNOWN_BY,
    "certainty": ids.CERTAINTY,
    "kinds": ids.KINDS,
    "group": ids.GROUP,
    "order": ids.ORDER,
    "mode": ids.MODE,
    "hide": ids.HIDE,
    "breaks": ids.BREAKS,
    "publishers": ids.PUBLISHERS,
    "articles": ids.ARTICLES,
    "months": ids.MONTHS,
    "date_sources": ids.DATE_SOURCES,
    "precisions": ids.PRECISIONS,
    "min_sources": ids.MIN_SOURCES,
    "text_in": ids.TEXT_IN,
    "stated_only": ids.STATED,
}
"""Which control holds which field of the selection."""

SWITCHES = ("as_members", "stated_only", "breaks")
SEGMENTS = ("group", "order", "mode")
PROPERTIES = {name: "checked" if name in SWITCHES else "value" for name in CONTROLS}
"""In which property each control holds it."""

MORE = (
    *("stated_only", "publishers", "articles"),
    *("months", "precisions", "date_sources", "min_sources"),
)
"""Fields whose controls stand behind "More filters"."""

RANGE = ("first", "last")
DAY_SIDES = {"first": "from", "last": "to", "known_by": "to"}
AT_LEAST_ONE = ("kinds", "certainty", "text_in")
"""Boxes of which one must stay ticked, for none would show nothing ever."""

ERRORS = (*DAY_SIDES, "kinds")
"""Controls that can say what is wrong with them."""

_READ = {field.name: field.read for field in FIELDS}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader asked for, and what of it could not be read, by field."""

    selection: Selection
    errors: Mapping[str, SelectionError]


def read_controls(base: Selection, values: Mapping[str, Any], data: Days) -> Asked:
    """Return the selection the controls hold; what they do not hold comes from `base`.

    A day that cannot be read leaves that side as it was and is named in `errors`.
    """
    days, errors = _read_days(base, values, data)
    ticked = {name: _list(values[name]) for name in AT_LEAST_ONE}
    if not ticked["kinds"]:
        errors["kinds"] = SelectionError("One kind must stay ticked.", "Tick another one first.")
    picked: dict[str, Any] = {name: tuple(sorted(_list(values[name]))) for name in _PICKED}
    picked |= {name: _chosen(name, _list(values[name])) for name in _ORDERED}
    looks: dict[str, Any] = {name: bool(values[name]) for name in SWITCHES}
    looks |= {name: _segment(values[name]) for name in SEGMENTS}
    selection = replace(
        base,
        **picked,
        text=_READ["text"]([values["text"] or ""]),
        match=values["match"] or "any",
        kinds=_chosen("kinds", ticked["kinds"]) or base.kinds,
        certainty=_certainty(ticked["certainty"], base),
        min_sources=_READ["min_sources"]([values["min_sources"] or "1"]),
        text_in=_chosen("text_in", ticked["text_in"]) or base.text_in,
        hide=tuple(mark for mark in AXIS_MARKS if mark not in _list(values["hide"])),
        **looks,
        **days,
    )
    return Asked(_back_in_force(base, _let_in(selection)), errors)


def _segment(value: str | None) -> str:
    return "" if value in (None, "none") else str(value)


_PICKED = ("countries", "actors", "publishers", "articles")
_ORDERED = ("months", "date_sources", "precisions")
"""Pickers whose values have an order of their own."""


def _list(values: Iterable[str] | None) -> list[str]:
    return list(values or ())


def _chosen(name: str, values: list[str]) -> Any:
    return _READ[name](values) if values else ()


def _certainty(ticked: list[str], base: Selection) -> str:
    if len(ticked) == 1:
        return ticked[0]
    return "" if ticked else base.certainty


def _let_in(selection: Selection) -> Selection:
    """Let in what was shut out and is chosen now."""
    opposites = {name: shut for name, shut in OPPOSITES.items() if name in _PICKED}
    rest: dict[str, Any] = {
        shut: tuple(v for v in getattr(selection, shut) if v not in getattr(selection, name))
        for name, shut in opposites.items()
    }
    return replace(selection, **rest)


def _back_in_force(base: Selection, selection: Selection) -> Selection:
    """Put a filter that was set aside back in force where its control was changed."""
    changed = {name for name in CONTROLS if getattr(base, name) != getattr(selection, name)}
    if changed & {"first", "last", "certainty"}:
        changed.add("range")
    left = replace(selection, off=tuple(name for name in selection.off if name not in changed))
    return left.without()


def _read_days(
    base: Selection, values: Mapping[str, Any], data: Days
) -> tuple[dict[str, Any], dict[str, SelectionError]]:
    days: dict[str, date | None] = {}
    errors: dict[str, SelectionError] = {}
    for name, side in DAY_SIDES.items():
        try:
            days[name] = _typed(values[name], side, data)
        except SelectionError as error:
            days[name], errors[name] = getattr(base, name), error
    if days["first"] and days["last"] and days["first"] > days["last"]:
        changed = [name for name in RANGE if days[name] != getattr(base, name)]
        wrong = SelectionError("The range ends before it starts.", "Swap the two days.")
        errors |= dict.fromkeys(changed, wrong)
        days |= {name: getattr(base, name) for name in RANGE}
    return days, errors


def _typed(text: str | None, side: str, data: Days) -> date | None:
    return read_day(text, side, data) if text and text.strip() else None


def control_values(asked: Asked, typed: Mapping[str, Any]) -> dict[str, Any]:
    """Return what each control shows for a selection; a day not understood stays as typed."""
    selection = asked.selection
    days = {
        name: typed[name] if name in asked.errors else _day_words(getattr(selection, name))
        for name in DAY_SIDES
    }
    lists = (*_PICKED, *_ORDERED, "kinds", "text_in")
    return {
        **{name: list(getattr(selection, name)) for name in lists},
        "text": selection.text,
        "match": selection.match,
        "certainty": [selection.certainty] if selection.certainty else [*CERTAIN_OR_POSSIBLE],
        "min_sources": str(selection.min_sources),
        "hide": [mark for mark in AXIS_MARKS if mark not in selection.hide],
        **{name: getattr(selection, name) or "none" for name in SEGMENTS},
        **{name: getattr(selection, name) for name in SWITCHES},
        **days,
    }


def is_same(name: str, held: Any, value: Any) -> bool:
    """Say whether a control that holds this value need not be set to that one.

    Words are the same however they are spaced, so that a space can be typed.

    >>> is_same("text", "joint ", "joint"), is_same("countries", ["B", "A"], ["A", "B"])
    (True, True)
    """
    if name == "text":
        return held is not None and bool(_READ["text"]([held]) == value)
    if isinstance(held, list):
        return sorted(held) == sorted(value)
    return bool(held == value)


def is_touched(values: Mapping[str, Any], shown: Selection) -> bool:
    """Say whether a control holds something else than was put in it for the selection shown."""
    put = control_values(Asked(shown, {}), {})
    return any(not is_same(name, value, put[name]) for name, value in values.items())


def follow(values: Mapping[str, Any], shown: Selection, now: Selection) -> dict[str, Any]:
    """Return the controls with all that nobody touched since `shown` following to `now`."""
    put, next_put = (control_values(Asked(one, {}), {}) for one in (shown, now))
    return {
        name: next_put[name] if is_same(name, value, put[name]) else value
        for name, value in values.items()
    }


def _day_words(day: date | None) -> str:
    return edtf.in_words(day.isoformat(), weekday=False) if day else ""


def error_words(asked: Asked) -> dict[str, str]:
    """Return for each control what is wrong with it and what to do, "" where nothing is."""
    return {
        name: f"{error.message} {error.remedy}" if (error := asked.errors.get(name)) else ""
        for name in ERRORS
    }


def count_more(selection: Selection) -> int:
    """Return how many filters are set whose controls stand behind "More filters"."""
    plain = Selection()
    return sum(getattr(selection, name) != getattr(plain, name) for name in MORE)
