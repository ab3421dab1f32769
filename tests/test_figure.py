"""The picture as a Plotly figure."""

import json
import re
from dataclasses import replace

import plotly.graph_objects as go
import pytest

from dashboard.figure import PLOTLY_CONFIG, escaped, to_figure
from dashboard.selection import Selection
from dashboard.view import Disc, Path, Rect, Text, TimelineView, overview_view, timeline_view
from tests.view.pictures import burst


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("group", ["", "country"])
def test_plotly_accepts_every_key(seed: int, group: str) -> None:
    """Plotly finds no unknown name and no wrong value in the plain dictionaries."""
    frame = burst(seed, 40)
    go.Figure(to_figure(timeline_view(frame, Selection(group=group), width=1160)))
    go.Figure(to_figure(overview_view(frame, Selection(), width=1160, theme="dark")))


def test_px_are_px() -> None:
    """The axes run from 0 to width and from height to 0, without margins, hidden."""
    view = timeline_view(burst(1), Selection(), width=1160)
    layout = to_figure(view)["layout"]
    assert layout["xaxis"]["range"] == [0, 1160]
    assert layout["yaxis"]["range"] == [view.height, 0]
    assert (layout["width"], layout["height"]) == (1160, view.height)
    assert set(layout["margin"].values()) == {0}


def test_every_shape_is_drawn() -> None:
    """Each text is a point of the one trace; all else is a line of a path."""
    view = timeline_view(burst(2), Selection(), width=1160)
    figure = to_figure(view)
    texts = [s for s in view.shapes if isinstance(s, Text)]
    assert len(figure["data"][0]["text"]) == len(texts)
    lines = sum(len(s.lines) if isinstance(s, Path) else 1 for s in view.shapes)
    drawn = sum(shape["path"].count("M") for shape in figure["layout"]["shapes"])
    assert drawn == lines - len(texts)


def test_only_what_looks_the_same_as_one_is_drawn_as_one() -> None:
    """What is of one look is one path, unless it would change how the picture looks."""
    red, blue = Rect(0, 0, 9, 9, "#FF0000"), Rect(5, 5, 9, 9, "#0000FF")
    line, edged = Path((((0, 0), (5, 5)),), "#333333"), Rect(1, 1, 5, 5, "#FF0000", "#333333")
    clear = Rect(0, 0, 9, 9, "#FF0000", opacity=0.5)
    view = TimelineView(
        100, 100, "cards", "", "",
        (
            *(red, replace(red, x=2), blue, red, line, line),
            *(edged, replace(edged), clear, replace(clear)),
        ),
    )  # fmt: skip
    paths = [shape["path"].count("M") for shape in to_figure(view)["layout"]["shapes"]]
    assert paths == [2, 1, 1, 2, 1, 1, 1, 1]


def test_boxes_and_discs_run_the_same_way_round() -> None:
    """What they have in common stays filled where they are one path."""
    shapes = (Rect(0, 0, 9, 9, "#111111"), Rect(1, 1, 9, 9, "#222222", radius=3))
    shapes += (Disc(9, 9, 5, "#333333"),)
    layout = to_figure(TimelineView(100, 100, "cards", "", "", shapes))["layout"]
    assert layout["template"]["layout"]["shapedefaults"]["fillrule"] == "nonzero"
    for shape in layout["shapes"]:
        assert area(shape["path"]) < 0  # Clockwise, where y runs upwards.


def area(path: str) -> float:
    """Return the area within the corners of a path, below 0 where it runs clockwise, y upwards."""
    x = y = 0.0
    points = []
    for letter, numbers in re.findall(r"([MHVQCS])([^MHVQCSZ]*)", path):
        found = [float(number) for number in re.split("[ ,]", numbers)]
        x = found[0] if letter == "H" else x if letter == "V" else found[-2]
        y = found[0] if letter == "V" else y if letter == "H" else found[-1]
        points.append((x, y))
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairs) / 2


def test_text_is_shown_as_it_stands() -> None:
    """Tags and entities of article text are not read by Plotly."""
    view = TimelineView(
        100, 100, "cards", "", "", (Text(1, 2, "<b>R&D</b> &amp;", 12, "serif", "#000000"),)
    )
    assert to_figure(view)["data"][0]["text"] == ["&lt;b&gt;R&amp;D&lt;/b&gt; &amp;amp;"]
    assert escaped("a < b") == "a &lt; b"


def test_forms_keep_their_place_and_paint() -> None:
    """A disc goes around its middle, a rounded rectangle has its corners, dashes are in px."""
    view = TimelineView(
        100, 100, "cards", "", "",
        (
            Disc(10, 20, 5, "#111111", "#222222", 2, dash="4,3"),
            Rect(1, 2, 30, 40, radius=6),
            Path((((0, 0), (5, 5)),), "#333333"),
        ),
    )  # fmt: skip
    disc, card, line = to_figure(view)["layout"]["shapes"]
    ends = re.findall(r"[M ](\S+?,\S+?)(?=C|S|Z|$)", disc["path"])
    assert ends == ["15,-20", "10,-25", "5,-20", "10,-15", "15,-20"]
    assert disc["line"] == {"color": "#222222", "width": 2, "dash": "4px,3px"}
    assert card["path"].startswith("M7,-2H25Q31,-2 31,-8")
    assert line["path"] == "M0,0L5,-5"


def test_the_figure_is_json_and_sends_nothing_away() -> None:
    """The figure is plain data, and the config has no way to Plotly's servers."""
    json.dumps(to_figure(timeline_view(burst(3), Selection(), width=1160)))
    assert PLOTLY_CONFIG["showSendToCloud"] is False
    assert PLOTLY_CONFIG["plotlyServerURL"] == ""
    assert PLOTLY_CONFIG["displaylogo"] is False
