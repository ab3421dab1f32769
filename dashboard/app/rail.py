"""The filter rail: its controls, the main ones first, the rest behind "More filters"."""

from collections.abc import Mapping

import dash_mantine_components as dmc
from dash import html

from dashboard.app import ids, wording
from dashboard.app.attributes import aria
from dashboard.model import KINDS
from dashboard.selection import AXIS_MARKS, DEFAULT_KINDS, DEFAULT_PARTS, TEXT_PARTS

CERTAIN_OR_POSSIBLE = ("certain", "possible")


def layout() -> html.Aside:
    """Return the rail."""
    return html.Aside(
        [
            html.H2("Filters", className="hidden"),
            html.Div([_words(), _places()], className="search"),
            _picker(ids.COUNTRIES, "Countries"),
            _involving(),
            _picker(ids.ACTORS, "People and organisations"),
            html.Div(
                [_day(ids.FIRST, "From"), _day(ids.LAST, "To"), _certainty()], className="pair"
            ),
            _day(ids.KNOWN_BY, "Known by"),
            _kinds(),
            _segments(ids.GROUP, "Group by", wording.GROUP_LABELS, ""),
            _order(),
            _modes(),
            _axis(),
            _more(),
            html.Button("Reset filters", id=ids.RESET, type="button", className="button wide"),
        ],
        id=ids.RAIL,
        className="rail",
        **aria(label="Filters"),
    )


def _involving() -> html.Div:
    """Return how the countries must take part, and whether members of organisations do."""
    return html.Div(
        [
            _segments(ids.MATCH, "Involving", wording.MATCH_LABELS, "any"),
            dmc.Checkbox(id=ids.MEMBERS, label=wording.MEMBERS_LABEL, size="xs"),
        ]
    )


def _words() -> dmc.TextInput:
    return dmc.TextInput(
        id=ids.TEXT,
        label="Words",
        placeholder="Look for …",
        debounce=500,
        value="",
        autoComplete="off",
    )


def _more() -> html.Details:
    """Return the controls that are seldom needed, behind a disclosure."""
    summary = html.Summary(["More filters", html.Span(id=ids.MORE_COUNT, className="quiet")])
    outlets = dmc.Select(
        id=ids.MIN_SOURCES,
        label="Number of sources",
        description="Reprints are counted once.",
        data=[{"value": "1", "label": "Any", "count": ""}],
        value="1",
        allowDeselect=False,
        renderOption={"function": "renderCountedOption"},
        comboboxProps={"withinPortal": False, "shadow": "none"},
    )
    controls = [
        _counted(ids.STATED, "Only countries named outright"),
        _picker(ids.PUBLISHERS, "Publishers"),
        _picker(ids.ARTICLES, "Articles"),
        _picker(ids.MONTHS, "Months"),
        _picker(ids.PRECISIONS, "How exact the date is"),
        _picker(ids.DATE_SOURCES, "Where the day comes from"),
        outlets,
    ]
    return html.Details([summary, html.Div(controls, className="further")], id=ids.MORE)


def _places() -> dmc.CheckboxGroup:
    boxes = [
        _counted(ids.part_box(part), wording.PART_LABELS[part], value=part) for part in TEXT_PARTS
    ]
    about = aria(label="Look for words in")
    return dmc.CheckboxGroup(boxes, id=ids.TEXT_IN, value=[*DEFAULT_PARTS], **about)


def _picker(key: str, label: str) -> dmc.MultiSelect:
    return dmc.MultiSelect(
        id=key,
        label=label,
        placeholder="Choose …",
        data=[],
        value=[],
        searchable=True,
        clearable=True,
        clearButtonProps={"aria-label": f"Clear {label.lower()}"},
        nothingFoundMessage="Looking …",
        selectFirstOptionOnChange=True,
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


def _order() -> html.Div:
    """Return the order of the lanes; the page shows it, and the lanes to be moved, beside lanes."""
    order = _segments(ids.ORDER, "Order of lanes", wording.ORDER_LABELS, "")
    return html.Div([order, html.Ol(id=ids.LANE_ORDER, hidden=True)], hidden=True)


def _modes() -> html.Div:
    """Return the ways of drawing; under them stands why another one is drawn."""
    return html.Div(
        [
            _segments(ids.MODE, "Show as", wording.MODE_LABELS, ""),
            html.P(id=ids.MODE_NOTE, className="note", role="status"),
        ]
    )


def _axis() -> html.Details:
    """Return what can be switched on the axis."""
    boxes = [
        dmc.Checkbox(id=ids.axis_box(mark), label=words, value=mark, size="xs")
        for mark, words in wording.AXIS_LABELS.items()
    ]
    marked = dmc.CheckboxGroup(boxes, id=ids.HIDE, label="Marked on the axis", value=[*AXIS_MARKS])
    shorter = dmc.Checkbox(id=ids.BREAKS, label="Shorten long gaps", size="xs")
    return html.Details([html.Summary("Axis"), html.Div([marked, shorter], className="further")])


def _day(key: str, label: str) -> dmc.TextInput:
    return dmc.TextInput(
        id=key, label=label, placeholder="any day", debounce=True, value="", autoComplete="off"
    )


def _certainty() -> html.Div:
    """Return the two switches of a range; the page hides them where no range is set."""
    boxes = [
        _counted(ids.match_box(name), wording.MATCH_WORDS[name], value=name)
        for name in CERTAIN_OR_POSSIBLE
    ]
    group = dmc.CheckboxGroup(
        boxes, id=ids.CERTAINTY, value=[*CERTAIN_OR_POSSIBLE], **aria(label="Days in the range")
    )
    return html.Div(group, id=ids.MATCHES, hidden=True)


def _counted(key: str, words: str, **more: str) -> dmc.Checkbox:
    """Return a box; the page puts beside its words how many events it would show."""
    return dmc.Checkbox(id=key, label=words, size="xs", **more)


def _kinds() -> dmc.CheckboxGroup:
    boxes = [_counted(ids.kind_box(kind), wording.KIND_LABELS[kind], value=kind) for kind in KINDS]
    return dmc.CheckboxGroup(boxes, id=ids.KINDS, label="Kind", value=list(DEFAULT_KINDS))
