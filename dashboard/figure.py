"""Picture → Plotly figure, as a plain dictionary in px: nothing is decided here.

All text is one trace of text points, because those stand on their baseline to the pixel
(Plotly's annotations are centred on boxes that depend on the font). Each line of text is
escaped: Plotly would read tags and entities in it. All else are paths, one for each layer
(`layers`): Plotly takes as long for a disc as for a hundred that it is given as one.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from dashboard.layers import Form, layers
from dashboard.view import Disc, Rect, Text, TimelineView
from dashboard.view.measure import FAMILIES, WEIGHTS

T = TypeVar("T")

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
_PATHS = {
    "type": "path",
    "layer": "below",
    "fillrule": "nonzero",
    "line": {"width": 0},
    "xref": "paper",
    "xsizemode": "pixel",
    "xanchor": 0,
    "yref": "paper",
    "ysizemode": "pixel",
    "yanchor": 1,
}
"""What all paths have alike. Their numbers are px from the upper left corner, those of y upwards:
Plotly takes longer to place each of them on an axis."""
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
    """Return data and layout of the picture: px coordinates, hidden axes, no margins.

    Texts stand on the axes, y downwards; paths are px from the corner, y upwards (`_PATHS`).
    """
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
            "template": {"layout": {"shapedefaults": _PATHS}},
        },
    }


def _axis(ends: list[float]) -> dict[str, Any]:
    return {"range": ends, "visible": False, "fixedrange": True, "autorange": False}


def _trace(words: list[Text]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [round(w.x, 2) for w in words],
        "y": [round(w.y - _BASELINE * w.size, 2) for w in words],
        "text": [escaped(w.text) for w in words],
        "textposition": _each(_SIDES[w.anchor] for w in words),
        "textfont": {
            "family": _each(_FAMILIES[w.role] for w in words),
            "size": _each(w.size for w in words),
            "weight": _each(WEIGHTS[w.role] for w in words),
            "color": _each(w.color for w in words),
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _each(values: Iterable[T]) -> T | list[T]:
    """Return the value of each word, once where all have the same: Plotly reads one sooner."""
    each = list(values)
    return each[0] if len(set(each)) == 1 else each


def escaped(text: str) -> str:
    """Return text that Plotly shows as it stands: no tags, no entities.

    >>> escaped("<b>R&D</b>")
    '&lt;b&gt;R&amp;D&lt;/b&gt;'
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _path(forms: Sequence[Form]) -> dict[str, Any]:
    return {"path": "".join(map(_route, forms)), **_paint(forms[0])}


def _route(form: Form) -> str:
    if isinstance(form, Disc):
        return _circle(form)
    if isinstance(form, Rect):
        return _rounded(form) if form.radius else _box(form)
    close = "Z" if form.fill else ""
    return "".join(_line(line) + close for line in form.lines)


def _circle(disc: Disc) -> str:
    """Write a circle as four curves, since Plotly's paths have no arcs; clockwise, as boxes."""
    k = disc.r * _BOW
    x, left, right = _x(disc.x), _x(disc.x - disc.r), _x(disc.x + disc.r)
    y, top, bottom = _y(disc.y), _y(disc.y - disc.r), _y(disc.y + disc.r)
    near_left, near_right = _x(disc.x - k), _x(disc.x + k)
    near_top, near_bottom = _y(disc.y - k), _y(disc.y + k)
    return (
        f"M{right},{y}C{right},{near_bottom} {near_right},{bottom} {x},{bottom}"
        f"S{left},{near_bottom} {left},{y}S{near_left},{top} {x},{top}"
        f"S{right},{near_top} {right},{y}Z"
    )


def _box(shape: Rect) -> str:
    left, right = _x(shape.x), _x(shape.x + shape.w)
    top, bottom = _y(shape.y), _y(shape.y + shape.h)
    return f"M{left},{top}H{right}V{bottom}H{left}Z"


def _line(points: Sequence[tuple[float, float]]) -> str:
    """Write a line in the short way: only what changes from point to point.

    >>> _line(((1, 2), (1, 5), (3, 5), (4, 4)))
    'M1,-2V-5H3L4,-4'
    """
    x, y = _x(points[0][0]), _y(points[0][1])
    written = [f"M{x},{y}"]
    for point in points[1:]:
        to_x, to_y = _x(point[0]), _y(point[1])
        if to_x == x:
            written.append(f"V{to_y}" if to_y != y else "")
        else:
            written.append(f"H{to_x}" if to_y == y else f"L{to_x},{to_y}")
        x, y = to_x, to_y
    return "".join(written)


def _rounded(shape: Rect) -> str:
    r = min(shape.radius, shape.w / 2, shape.h / 2)
    end_x, end_y = shape.x + shape.w, shape.y + shape.h
    left, inner_left, inner_right, right = map(_x, (shape.x, shape.x + r, end_x - r, end_x))
    top, inner_top, inner_bottom, bottom = map(_y, (shape.y, shape.y + r, end_y - r, end_y))
    return (
        f"M{inner_left},{top}H{inner_right}Q{right},{top} {right},{inner_top}"
        f"V{inner_bottom}Q{right},{bottom} {inner_right},{bottom}"
        f"H{inner_left}Q{left},{bottom} {left},{inner_bottom}"
        f"V{inner_top}Q{left},{top} {inner_left},{top}Z"
    )


def _x(px: float) -> str:
    return f"{round(px, 2) + 0.0:.8g}"  # The sum turns -0.0 into 0.


def _y(px: float) -> str:
    """Write px from the top as those from the upper edge upwards."""
    return _x(-px)


def _paint(shape: Form) -> dict[str, Any]:
    paint: dict[str, Any] = {"fillcolor": shape.fill or "rgba(0,0,0,0)"}
    if shape.opacity != 1:
        paint["opacity"] = shape.opacity
    if shape.stroke:
        paint["line"] = {"color": shape.stroke, "width": shape.width}
    if shape.stroke and shape.dash:
        paint["line"]["dash"] = ",".join(f"{step}px" for step in shape.dash.split(","))
    return paint
