"""The timeline and the overview strip as the page takes them: a figure and places of buttons."""

import json
from collections.abc import Iterable
from dataclasses import astuple, replace
from datetime import date
from typing import Any

from dash import dcc, html

from dashboard import edtf
from dashboard.app import ids, wording
from dashboard.app.attributes import aria, data
from dashboard.countries import country_name
from dashboard.figure import PLOTLY_CONFIG
from dashboard.selection import Selection, to_url
from dashboard.view import EdgeMarker, Mark, Scale, TimelineView
from dashboard.view.palette import palette
from dashboard.view.timeline import axis_ends

Days = tuple[date, date]
NAMELESS = {"": "None named", "…": "All others"}
"""What lanes are called that stand for no single thing."""

CONFIG: Any = dict(PLOTLY_CONFIG)


def timeline_layout() -> html.Section:
    """Return the timeline: the drawing, hidden from readers of the page, and its buttons."""
    graph = dcc.Graph(id=ids.GRAPH, figure=_nothing(), config=CONFIG, responsive=False)
    return html.Section(
        [
            html.Div(graph, className="drawing", **aria(hidden="true")),
            html.Div(id=ids.MARKS, className="marks"),
            html.Div(id=ids.TIP, className="tip", **aria(hidden="true")),
            html.Div(id=ids.EMPTY, className="empty"),
        ],
        id=ids.TIMELINE,
        className="timeline",
        **aria(label="Timeline"),
        **data(paper=json.dumps(paper_colors())),
    )


def paper_colors() -> dict[str, str]:
    """Return the light colour in place of each one of the dark theme: paper is white."""
    dark, light = (_flat(astuple(palette(theme))) for theme in ("dark", "light"))
    return dict(zip(dark, light, strict=True))


def _flat(colors: Iterable[Any]) -> list[str]:
    return [one for color in colors for one in ([color] if isinstance(color, str) else color)]


def overview_layout() -> html.Section:
    """Return the strip of all days with its two handles, and the buttons of the range."""
    graph = dcc.Graph(id=ids.OVERVIEW_GRAPH, figure=_nothing(), config=CONFIG, responsive=False)
    strip = [
        html.Div(graph, className="drawing", **aria(hidden="true")),
        html.Div(id=ids.OVERVIEW_LAYER, className="window"),
    ]
    return html.Section(
        [html.Div(id=ids.OVERVIEW_BAR, className="range"), html.Div(strip, className="strip")],
        id=ids.OVERVIEW,
        className="overview",
        **aria(label="Overview of all days"),
    )


def _nothing() -> dict[str, Any]:
    clear, away = "rgba(0,0,0,0)", {"visible": False}
    ground = {"paper_bgcolor": clear, "plot_bgcolor": clear}
    return {"data": [], "layout": {"height": 56, "xaxis": away, "yaxis": away, **ground}}


def timeline_data(view: TimelineView, selection: Selection, data: Days) -> dict[str, Any]:
    """Return size, marks and edge markers of a timeline; `data` are its first and last day."""
    return {
        "width": view.width,
        "height": view.height,
        "mode": view.mode,
        "note": view.note,
        "marks": [_mark(mark) for mark in view.marks],
        "lanes": [[lane, lane_name(selection.group, lane)] for lane in view.lanes if lane],
        "is_by_hand": selection.order == "hand",
        "scale": _scale(view.scale, view.mode),
        "ends": axis_ends(view.width, selection.group),
        "axis": round(view.axis, 1),
        "edges": [_edge(edge, selection, data) for edge in view.edges],
    }


def _scale(scale: Scale | None, mode: str) -> dict[str, Any] | None:
    """Return the axis, if one is drawn; a break as where it starts in px, its width, its days."""
    if scale is None or mode == "list":
        return None
    breaks = [[scale.start(gap.first), gap.width, gap.days] for gap in scale.breaks]
    ends = {"first": scale.first, "last": scale.last, "x0": scale.x0, "end": scale.end}
    return {**ends, "px": scale.px, "breaks": breaks}


def lane_name(group: str, lane: str) -> str:
    """Return the name of a lane: a country's, a kind's, or a publisher's own.

    >>> lane_name("country", "BLR"), lane_name("kind", "planned")
    ('Belarus', 'Planned')
    """
    if lane in NAMELESS:
        return NAMELESS[lane]
    if group == "country":
        return country_name(lane)
    return wording.KIND_LABELS[lane] if group == "kind" else lane


def _mark(mark: Mark) -> dict[str, Any]:
    days = [day.isoformat() for day in (mark.first, mark.last) if day]
    return {
        "id": mark.event_id,
        "name": mark.name,
        "lane": mark.lane,
        "days": days,
        "dot": [round(value, 1) for value in mark.dot],
        "box": [round(value, 1) for value in (mark.x, mark.y, mark.w, mark.h)],
    }


def _edge(edge: EdgeMarker, selection: Selection, data: Days) -> dict[str, Any]:
    wider = replace(
        selection,
        first=min(edge.first, selection.first or data[0]),
        last=max(edge.last, selection.last or data[1]),
    )
    box = [round(value, 1) for value in (edge.x, edge.y, edge.w, edge.h)]
    return {"text": edge.text, "box": box, "query": to_url(wider)}


def overview_data(
    view: TimelineView, ends: tuple[int, int] | None, selection: Selection
) -> dict[str, Any]:
    """Return the axis of the strip, the days between its handles as ordinals, and two queries.

    ends are the days of the handles, None where there is no event. `fit` takes the range away,
    `all` makes it that of all days ("" where it is that already).
    """
    axis = view.scale
    if axis is None or ends is None:
        return {"height": view.height, "scale": None}
    first, last = (min(max(day, axis.first), axis.last) for day in ends)
    whole = replace(selection, first=date.fromordinal(axis.first), last=date.fromordinal(axis.last))
    return {
        "height": view.height,
        "scale": {"first": axis.first, "last": axis.last, "x0": axis.x0, "px": axis.px},
        "from": first,
        "to": last,
        "words": _days_words(date.fromordinal(first), date.fromordinal(last)),
        "is_set": bool(selection.first or selection.last),
        "fit": to_url(selection.without("first", "last")),
        "all": "" if (first, last) == (axis.first, axis.last) else to_url(whole),
    }


def _days_words(first: date, last: date) -> str:
    return edtf.in_words(edtf.of_days(first, last), weekday=False)
