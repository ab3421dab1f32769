"""The filter rail: its controls, their options with counts, and what they ask for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard import edtf
from dashboard.app import ids, wording
from dashboard.app.attributes import aria
from dashboard.app.typed_dates import Days, read_day
from dashboard.countries import country_name
from dashboard.errors import SelectionError
from dashboard.model import KINDS
from dashboard.selection import DEFAULT_KINDS, Selection, to_url

CONTROLS = {
    "countries": ids.COUNTRIES,
    "match": ids.MATCH,
    "actors": ids.ACTORS,
    "first": ids.FIRST,
    "last": ids.LAST,
    "kinds": ids.KINDS,
    "group": ids.GROUP,
}
"""Which control holds which field of the selection."""

DAY_SIDES = {"first": "from", "last": "to"}


def layout() -> html.Aside:
    """Return the rail."""
    return html.Aside(
        [
            html.H2("Filters", className="hidden"),
            _picker(ids.COUNTRIES, "Countries", "Choose …"),
            _segments(ids.MATCH, "Involving", wording.MATCH_LABELS, "any"),
            _picker(ids.ACTORS, "People and organisations", "Choose …"),
            html.Div([_day(ids.FIRST, "From"), _day(ids.LAST, "To")], className="pair"),
            _kinds(),
            _segments(ids.GROUP, "Group by", wording.GROUP_LABELS, ""),
            html.Button("Reset filters", id=ids.RESET, type="button", className="button wide"),
        ],
        id=ids.RAIL,
        className="rail",
        **aria(label="Filters"),
    )


def _picker(key: str, label: str, placeholder: str) -> dmc.MultiSelect:
    return dmc.MultiSelect(
        id=key,
        label=label,
        placeholder=placeholder,
        data=[],
        value=[],
        searchable=True,
        clearable=True,
        clearButtonProps={"aria-label": f"Clear {label.lower()}"},
        nothingFoundMessage="Nothing found",
        renderOption={"function": "renderCountedOption"},
        maxDropdownHeight=320,
        comboboxProps={"withinPortal": False, "shadow": "none"},
    )


def _segments(key: str, label: str, labels: Mapping[str, str], value: str) -> html.Fieldset:
    data = [{"value": name or "none", "label": words} for name, words in labels.items()]
    control = dmc.SegmentedControl(
        id=key, data=data, value=value or "none", fullWidth=True, size="xs", transitionDuration=0
    )
    return html.Fieldset([html.Legend(label), control])


def _day(key: str, label: str) -> dmc.TextInput:
    return dmc.TextInput(
        id=key, label=label, placeholder="4 Oct 2022", debounce=True, value="", autoComplete="off"
    )


def _kinds() -> dmc.CheckboxGroup:
    boxes = [
        dmc.Checkbox(id=ids.kind_box(kind), label=wording.KIND_LABELS[kind], value=kind, size="xs")
        for kind in KINDS
    ]
    return dmc.CheckboxGroup(boxes, id=ids.KINDS, label="Kind", value=list(DEFAULT_KINDS))


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader asked for, and what of it could not be read, by field."""

    selection: Selection
    errors: Mapping[str, SelectionError]


def read_controls(base: Selection, values: Mapping[str, Any], data: Days) -> Asked:
    """Return the selection the controls hold; what they do not hold comes from `base`.

    A day that cannot be read leaves that side as it was and is named in `errors`.
    """
    days: dict[str, date | None] = {}
    errors: dict[str, SelectionError] = {}
    for name, side in DAY_SIDES.items():
        try:
            days[name] = _typed(values[name], side, data)
        except SelectionError as error:
            days[name], errors[name] = getattr(base, name), error
    if days["first"] and days["last"] and days["first"] > days["last"]:
        days = {name: getattr(base, name) for name in DAY_SIDES}
        errors["last"] = SelectionError("The range ends before it starts.", "Swap the two days.")
    chosen = set(values["kinds"] or ())
    selection = replace(
        base,
        countries=tuple(sorted(values["countries"] or ())),
        match=values["match"] or "any",
        actors=tuple(sorted(values["actors"] or ())),
        kinds=tuple(kind for kind in KINDS if kind in chosen) or DEFAULT_KINDS,
        group="" if values["group"] in (None, "none") else values["group"],
        first=days["first"],
        last=days["last"],
    )
    return Asked(selection, errors)


def _typed(text: str | None, side: str, data: Days) -> date | None:
    return read_day(text, side, data) if text and text.strip() else None


def control_values(asked: Asked, typed: Mapping[str, Any]) -> dict[str, Any]:
    """Return what each control shows for a selection; a day not understood stays as typed."""
    selection = asked.selection
    days = {
        name: typed[name] if name in asked.errors else _day_words(getattr(selection, name))
        for name in DAY_SIDES
    }
    return {
        "countries": list(selection.countries),
        "match": selection.match,
        "actors": list(selection.actors),
        "kinds": list(selection.kinds),
        "group": selection.group or "none",
        **days,
    }


def _day_words(day: date | None) -> str:
    return edtf.in_words(day.isoformat(), weekday=False) if day else ""


def error_words(asked: Asked) -> dict[str, str]:
    """Return for each day field what is wrong with it and how to write it, "" where nothing is."""
    return {
        name: f"{error.message} {error.remedy}" if (error := asked.errors.get(name)) else ""
        for name in DAY_SIDES
    }


Counts = Mapping[str, int]


def country_options(counts: Counts, chosen: Iterable[str]) -> list[dict[str, Any]]:
    """Return the countries to choose from, the most frequent first."""
    names = {code: country_name(code) for code in {*counts, *chosen}}
    return _options(counts, names)


def actor_options(counts: Counts, chosen: Iterable[str]) -> list[dict[str, Any]]:
    """Return the people and organisations to choose from, the most frequent first."""
    return _options(counts, {name: name for name in {*counts, *chosen}})


def _options(counts: Counts, names: Mapping[str, str]) -> list[dict[str, Any]]:
    order = sorted(names, key=lambda value: (-counts.get(value, 0), names[value]))
    return [{"value": v, "label": names[v], "count": f"{counts.get(v, 0):,}"} for v in order]


def kind_labels(counts: Counts) -> list[str]:
    """Return the label of each kind's checkbox, in the order of KINDS."""
    return [f"{wording.KIND_LABELS[kind]} ({counts.get(kind, 0):,})" for kind in KINDS]


def chips(selection: Selection) -> list[dict[str, str]]:
    """Return one chip for each filter that is set: its words, and the query without it."""
    prefix = "not " if selection.match == "none" else ""
    chips = [
        _chip(
            prefix + country_name(code),
            replace(selection, countries=_rest(selection.countries, code)),
        )
        for code in selection.countries
    ]
    chips += [
        _chip(name, replace(selection, actors=_rest(selection.actors, name)))
        for name in selection.actors
    ]
    if selection.first or selection.last:
        chips.append(_chip(_range_words(selection), selection.without("first", "last")))
    if selection.kinds != DEFAULT_KINDS:
        chips.append(_chip(", ".join(selection.kinds), selection.without("kinds")))
    return chips


def _chip(label: str, rest: Selection) -> dict[str, str]:
    return {"label": label, "query": to_url(rest)}


def _rest(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)


def _range_words(selection: Selection) -> str:
    first, last = _day_words(selection.first), _day_words(selection.last)
    if first and last:
        return f"{first} to {last}" if first != last else first
    return f"from {first}" if first else f"until {last}"
