"""Shapes gathered by look: fewer to draw, and the same picture."""

import random
from itertools import combinations

import pytest

from dashboard.layers import Form, layers
from dashboard.selection import Selection
from dashboard.view import Disc, Path, Rect, Text, timeline_view
from tests.view.pictures import burst

WIDTH, HEIGHT = 200, 120
COLORS = ("", "#111111", "#EEEEEE")


def forms(seed: int, count: int = 60) -> list[Form]:
    """Return shapes of few looks on little room, some of them beyond its edges."""
    pick = random.Random(seed)
    found: list[Form] = []
    for _ in range(count):
        x, y, size = pick.uniform(-9, WIDTH), pick.uniform(-9, HEIGHT), pick.uniform(0.5, 14)
        look = {"fill": pick.choice(COLORS), "stroke": pick.choice(COLORS)}
        opacity = pick.choice((1, 1, 0.5))
        line = ((x, y), (x + size, y - size), (x + size, y + size))
        found.append(
            pick.choice(
                (
                    Rect(x, y, size, size, **look, opacity=opacity),
                    Disc(x, y, size, **look, opacity=opacity),
                    Path((line,), **look, opacity=opacity),
                )
            )
        )
    return found


def box(form: Form) -> tuple[float, float, float, float]:
    """Return the outermost points that a shape paints."""
    edge = form.width / 2 if form.stroke else 0
    if isinstance(form, Disc):
        edge += form.r
        return form.x - edge, form.y - edge, form.x + edge, form.y + edge
    if isinstance(form, Rect):
        return form.x - edge, form.y - edge, form.x + form.w + edge, form.y + form.h + edge
    points = [point for line in form.lines for point in line]
    xs, ys = zip(*points, strict=True)
    return min(xs) - edge, min(ys) - edge, max(xs) + edge, max(ys) + edge


def touch(one: Form, other: Form) -> bool:
    """Say whether the boxes of two shapes have room in common."""
    (left, top, right, bottom), (x, y, to_x, to_y) = box(one), box(other)
    return left < to_x and x < right and top < to_y and y < bottom


def is_plain(form: Form) -> bool:
    """Say whether it looks the same upon another of its look: one paint, and no hole in it."""
    paints = bool(form.fill) + bool(form.stroke)
    is_polygon = isinstance(form, Path) and bool(form.fill)
    is_outline = not isinstance(form, Path) and not form.fill
    return form.opacity == 1 and paints < 2 and not is_polygon and not is_outline


@pytest.mark.parametrize("seed", range(40))
def test_what_touches_keeps_its_order(seed: int) -> None:
    """The later of two that touch is drawn later, unless they are of one plain look."""
    drawn = forms(seed)
    at = {id(form): n for n, layer in enumerate(layers(drawn, WIDTH, HEIGHT)) for form in layer}
    assert len(at) == len(drawn)
    for below, above in combinations(drawn, 2):
        if touch(below, above):
            is_same = at[id(below)] == at[id(above)]
            both_plain = is_plain(below) and is_plain(above)
            assert at[id(below)] < at[id(above)] or (is_same and both_plain)


@pytest.mark.parametrize("seed", range(40))
def test_a_layer_has_one_look(seed: int) -> None:
    """What is drawn as one has one paint, and stands in the order in which it came."""
    drawn = forms(seed)
    for layer in layers(drawn, WIDTH, HEIGHT):
        assert len({(f.fill, f.stroke, f.width, f.dash, f.opacity) for f in layer}) == 1
        places = [next(n for n, form in enumerate(drawn) if form is one) for one in layer]
        assert places == sorted(places)


def test_a_path_without_lines_is_left_out() -> None:
    """A hatch in too little room is a path of no lines; there is nothing to draw of it."""
    assert layers([Path((), "#111111")], WIDTH, HEIGHT) == []


def test_a_crowded_picture_needs_few_layers() -> None:
    """Two hundred events in lanes are drawn as fewer than half the shapes they have."""
    view = timeline_view(burst(4, 200), Selection(group="country"), width=1160)
    shapes = [shape for shape in view.shapes if not isinstance(shape, Text)]
    assert len(layers(shapes, view.width, view.height)) < len(shapes) / 2
