"""The timeline of a crowd: more events than can be told apart, drawn from their counts alone."""

from collections.abc import Sequence
from datetime import date

from dashboard import edtf
from dashboard.columns import Chosen, Places, lane_places, lanes
from dashboard.model import KINDS
from dashboard.selection import Selection, Tally, describe
from dashboard.store import AFTER_ALL, BEFORE_ALL
from dashboard.view import axis, density
from dashboard.view import lanes as lane_parts
from dashboard.view.density import Cells
from dashboard.view.overview import strip_view
from dashboard.view.palette import colors_by_count, palette
from dashboard.view.scale import days_in_words, window
from dashboard.view.shapes import Rect, Scale, TimelineView
from dashboard.view.timeline import MARGIN, NARROWEST, TOP, between, nothing
from dashboard.view.words import title_of


def crowd_view(
    chosen: Chosen, tally: Tally, selection: Selection, *, width: int, theme: str = "light"
) -> TimelineView:
    """Return the picture that `timeline_view` makes of so many events, without any of them."""
    sentence = describe(selection, tally)
    if not len(chosen.dated):
        return nothing(width, 160, theme, sentence, ())
    if width < NARROWEST:
        return strip_view(
            chosen.spans(), selection, sentence, width=width, theme=theme, mode="list"
        )
    colors, (left, right) = palette(theme), (MARGIN, width - MARGIN)
    first, last = window(chosen.spans(), selection)
    before, inside, after = divide(chosen, first, last)
    gutter = lane_parts.GUTTER if selection.group else 0.0
    early, late = _beyond(chosen, before, "../"), _beyond(chosen, after, "/..")
    scale = between(first, last, early, late, left, right, gutter)
    coded = lanes(chosen, "country", chosen.dated) if selection.group == "country" else {}
    hues = colors_by_count({code: n for code, n in coded.items() if code}, colors)
    drawn = _lanes(chosen, selection.group, inside, scale)
    shapes, marks, bottom, line = density.draw(drawn, scale, (left, right), TOP, hues, colors)
    edges = axis.mark_edges(early, late, left, right, line)
    height = bottom + 24
    back = Rect(0, 0, width, height, colors.background)
    return TimelineView(
        width=width,
        height=height,
        mode="density",
        title=title_of(selection, first, last),
        sentence=sentence,
        shapes=(back, *shapes, *axis.draw_edges(edges, colors)),
        marks=tuple(marks),
        edges=edges,
        scale=scale,
        theme=theme or "light",
    )


def count_inside(chosen: Chosen, selection: Selection) -> int:
    """Return how many events stand on the axis of a selection."""
    if not len(chosen.dated):
        return 0
    return len(divide(chosen, *window(chosen.spans(), selection))[1])


def divide(chosen: Chosen, first: int, last: int) -> tuple[Places, Places, Places]:
    """Divide dated events into those before an axis, those on it, and those after it."""
    some, columns = chosen.dated, chosen.columns
    is_before, is_after = columns.latest[some] < first, columns.earliest[some] > last
    return some[is_before], some[~(is_before | is_after)], some[is_after]


def _beyond(chosen: Chosen, some: Places, open_side: str) -> axis.Beyond | None:
    if not len(some):
        return None
    columns = chosen.columns
    first, last = int(columns.anchor[some].min()), int(columns.end[some].max())
    words, day = days_in_words(first, last), date.fromordinal(first)
    is_open = columns.earliest[some[0]] == BEFORE_ALL or columns.latest[some[0]] == AFTER_ALL
    if len(some) == 1 and is_open:
        words = edtf.in_words(f"../{day}" if open_side == "../" else f"{day}/..")
    return axis.Beyond(len(some), first, last, words)


def _lanes(chosen: Chosen, group: str, inside: Places, scale: Scale) -> list[Cells]:
    """Count by lane and cell; the lanes are those of `lanes.lanes_of`."""
    if not group:
        return [_cells(chosen, ("", "", ""), inside, scale)]
    counts = lanes(chosen, group, inside)
    if group == "kind":
        order = sorted(counts, key=KINDS.index)
        return [_lane(chosen, group, [key], inside, scale) for key in order]
    names = {key: lane_parts.names_of(key, group)[0] for key in counts}
    order = sorted(counts, key=lambda key: (not key, -counts[key], names[key]))
    most = lane_parts.MOST
    shown, rest = (order, []) if len(order) <= most else (order[: most - 1], order[most - 1 :])
    drawn = [_lane(chosen, group, [key], inside, scale) for key in shown]
    return [*drawn, *([_lane(chosen, group, rest, inside, scale)] if rest else [])]


def _lane(chosen: Chosen, group: str, keys: Sequence[str], inside: Places, scale: Scale) -> Cells:
    """Count one lane, or several gathered in one."""
    head = ("…", f"{len(keys)} more", "")
    if len(keys) == 1:
        head = (keys[0], *lane_parts.names_of(keys[0], group))
    return _cells(chosen, head, lane_places(chosen, group, [*keys], inside), scale)


def _cells(chosen: Chosen, head: tuple[str, str, str], some: Places, scale: Scale) -> Cells:
    return Cells(*head, density.count_days(chosen.columns.anchor[some], scale))
