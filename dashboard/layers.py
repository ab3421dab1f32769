"""Gathers shapes that look alike and can be drawn as one, without a change to the picture.

A program that draws takes as long for a line as for a hundred that it is given as one. Shapes
may change places unless they touch, so each goes down to the last layer of its look, as long as
nothing it touches lies above that.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np

from dashboard.view import Disc, Path, Rect

Form = Disc | Path | Rect

_CELL = 4.0
"""Side in px of the squares by which it is told whether shapes touch."""


def layers(forms: Iterable[Form], width: float, height: float) -> list[list[Form]]:
    """Return the shapes of a picture, from the ground up, those drawn as one together.

    >>> card, edge, hole = Rect(0, 0, 9, 9, "#111"), Rect(4, 4, 9, 9, "#222"), Rect(40, 0, 9, 9)
    >>> [len(layer) for layer in layers([card, hole, card, edge, hole, card], 100, 50)]
    [2, 1, 1, 1, 1]
    """
    found: list[list[Form]] = []
    newest: dict[tuple[Any, ...], int] = {}
    top = np.full((int(height / _CELL) + 1, int(width / _CELL) + 1), -1, dtype=np.int32)
    for form in forms:
        if isinstance(form, Path) and not form.lines:
            continue  # A hatch has no lines where there is no room for one.
        look, here = _look(form), _cells(form, top.shape)
        at, under = newest.get(look, -1), int(top[here].max())
        if at < 0 or at < under or (at == under and _has_depth(form)):
            at = newest[look] = len(found)
            found.append([])
        found[at].append(form)
        top[here] = at
    return found


def _look(form: Form) -> tuple[Any, ...]:
    return form.fill, form.stroke, form.width, form.dash, form.opacity, _has_depth(form)


def _has_depth(form: Form) -> bool:
    """Say whether one looks different upon another of its look than beside it.

    So does what has an edge over its ground or lets another shine through, and a polygon: where
    it runs another way round than what it lies upon, both stay empty there.
    """
    is_edged = bool(form.fill and form.stroke) or not (form.fill or isinstance(form, Path))
    return form.opacity < 1 or is_edged or (isinstance(form, Path) and bool(form.fill))


def _cells(form: Form, shape: tuple[int, ...]) -> tuple[slice, slice]:
    """Return the rows and columns of cells that a shape touches, of those there are."""
    left, top, right, bottom = _bounds(form)
    edge = form.width if form.stroke else 0.0
    return _stretch(top - edge, bottom + edge, shape[0]), _stretch(
        left - edge, right + edge, shape[1]
    )


def _stretch(low: float, high: float, count: int) -> slice:
    first = min(max(int(low / _CELL), 0), count - 1)
    return slice(first, min(max(int(high / _CELL), first), count - 1) + 1)


def _bounds(form: Form) -> tuple[float, float, float, float]:
    if isinstance(form, Rect):
        return form.x, form.y, form.x + form.w, form.y + form.h
    if isinstance(form, Disc):
        return form.x - form.r, form.y - form.r, form.x + form.r, form.y + form.r
    across = [x for line in form.lines for x, _ in line]
    down = [y for line in form.lines for _, y in line]
    return min(across), min(down), max(across), max(down)
