"""Picture → Plotly figure, as a plain dictionary in px: nothing is decided here.

All text is one trace of text points, because those stand on their baseline to the pixel
(Plotly's annotations are centred on boxes that depend on the font). Each line of text is
escaped: Plotly would read tags and entities in it. All else are paths, one for each layer
(`layers`): Plotly takes as long for a disc as for a hundred that it is given as one.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.layers import Form, layers
from dashboard.view import Disc, Rect, Text, TimelineView
from dashboard.view.measure import FAMILIES, WEIGHTS

PLOTLY_CONFIG: Mapping[str, Any] = {
    "staticPlot": True,
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "showEditInChartStudio": False,
    "plotlyServerURL": "",
    "responsive": False,
    "scrollZoom": False,
    "doubleClick": False,
}
_BASELINE = 0.75
"""Plotly puts the baseline of text "bottom" of a point this many sizes under it."""
_BOW = 0.5523
"""How far from its end a curve of a quarter circle is drawn to, as a share of the radius."""
_SIDES = {"start": "bottom right", "middle": "bottom center", "end": "bottom left"}
_FAMILIES = {
    role: f"'{name}', {'serif' if role == 'serif' else 'sans-serif'}"
    for role, name in FAMILIES.items()
}


def to_figure(view: TimelineView) -> dict[str, Any]:
    """Return data and layout of the picture: px coordinates, hidden axes, no margins."""
    words = [shape for shape in view.shapes if isinstance(shape, Text)]
    forms = (shape for shape in view.shapes if not isinstance(shape, Text))
    return {
        "data": [_trace(words)],
        "layout": {
            "width": view.width,
            "height": view.height,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "showlegend": False,
            "hovermode": False,
            "dragmode": False,
            "xaxis": _axis([0, view.width]),
            "yaxis": _axis([view.height, 0]),
            "shapes": [_path(layer) for layer in layers(forms, view.width, view.height)],
            "annotations": [],
        },
    }


def _axis(ends: list[float]) -> dict[str, Any]:
    return {"range": ends, "visible": False, "fixedrange": True, "autorange": False}


def _trace(words: list[Text]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [w.x for w in words],
        "y": [round(w.y - _BASELINE * w.size, 3) for w in words],
        "text": [escaped(w.text) for w in words],
        "textposition": [_SIDES[w.anchor] for w in words],
        "textfont": {
            "family": [_FAMILIES[w.role] for w in words],
            "size": [w.size for w in words],
            "weight": [WEIGHTS[w.role] for w in words],
            "color": [w.color for w in words],
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def escaped(text: str) -> str:
    """Return text that Plotly shows as it stands: no tags, no entities.

    >>> escaped("<b>R&D</b>")
    '&lt;b&gt;R&amp;D&lt;/b&gt;'
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _path(forms: Sequence[Form]) -> dict[str, Any]:
    return {"type": "path", "path": "".join(map(_route, forms)), **_paint(forms[0])}


def _route(form: Form) -> str:
    if isinstance(form, Disc):
        return _circle(form)
    if isinstance(form, Rect):
        return _rounded(form) if form.radius else _box(form)
    close = "Z" if form.fill else ""
    return "".join(_line(line) + close for line in form.lines)


def _circle(disc: Disc) -> str:
    """Write a circle as four curves, since Plotly's paths have no arcs; clockwise, as boxes."""
    x, y, r, k = (round(value, 2) for value in (disc.x, disc.y, disc.r, disc.r * _BOW))
    left, right, top, bottom = (round(value, 2) for value in (x - r, x + r, y - r, y + r))
    near_left, near_right, near_top, near_bottom = (
        round(value, 2) for value in (x - k, x + k, y - k, y + k)
    )
    return (
        f"M{right},{y}C{right},{near_bottom} {near_right},{bottom} {x},{bottom}"
        f"C{near_left},{bottom} {left},{near_bottom} {left},{y}"
        f"C{left},{near_top} {near_left},{top} {x},{top}"
        f"C{near_right},{top} {right},{near_top} {right},{y}Z"
    )


def _box(shape: Rect) -> str:
    left, right = round(shape.x, 2), round(shape.x + shape.w, 2)
    top, bottom = round(shape.y, 2), round(shape.y + shape.h, 2)
    return f"M{left},{top}H{right}V{bottom}H{left}Z"


def _line(points: Sequence[tuple[float, float]]) -> str:
    """Write a line in the short way: only what changes from point to point.

    >>> _line(((1, 2), (1, 5), (3, 5), (4, 4)))
    'M1,2V5H3L4,4'
    """
    x, y = (round(value, 2) for value in points[0])
    written = [f"M{x},{y}"]
    for point in points[1:]:
        to_x, to_y = round(point[0], 2), round(point[1], 2)
        if to_x == x:
            written.append(f"V{to_y}" if to_y != y else "")
        else:
            written.append(f"H{to_x}" if to_y == y else f"L{to_x},{to_y}")
        x, y = to_x, to_y
    return "".join(written)


def _rounded(shape: Rect) -> str:
    r = min(shape.radius, shape.w / 2, shape.h / 2)
    left, inner_left = round(shape.x, 2), round(shape.x + r, 2)
    right, inner_right = round(shape.x + shape.w, 2), round(shape.x + shape.w - r, 2)
    top, inner_top = round(shape.y, 2), round(shape.y + r, 2)
    bottom, inner_bottom = round(shape.y + shape.h, 2), round(shape.y + shape.h - r, 2)
    return (
        f"M{inner_left},{top}H{inner_right}Q{right},{top} {right},{inner_top}"
        f"V{inner_bottom}Q{right},{bottom} {inner_right},{bottom}"
        f"H{inner_left}Q{left},{bottom} {left},{inner_bottom}"
        f"V{inner_top}Q{left},{top} {inner_left},{top}Z"
    )


def _paint(shape: Form) -> dict[str, Any]:
    line: dict[str, Any] = {"width": 0}
    if shape.stroke:
        line = {"color": shape.stroke, "width": shape.width}
    if shape.dash:
        line["dash"] = ",".join(f"{step}px" for step in shape.dash.split(","))
    fill = shape.fill or "rgba(0,0,0,0)"
    more = {"opacity": shape.opacity, "layer": "below", "fillrule": "nonzero"}
    return {"line": line, "fillcolor": fill, **more}
