"""The pictures of a crowd: more events than can be told apart, drawn from their counts alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from dashboard import edtf
from dashboard.columns import Chosen, Places, lane_places, lanes
from dashboard.selection import Selection, Tally, active, describe
from dashboard.store import AFTER_ALL, BEFORE_ALL
from dashboard.view import density, legend, sheet
from dashboard.view import lanes as lane_parts
from dashboard.view.beyond import Beyond, Ends
from dashboard.view.breaks import to_scale
from dashboard.view.density import Cells
from dashboard.view.modes import Body, Choice, Stage, counted, lane_height, noted
from dashboard.view.overview import strip_view
from dashboard.view.palette import Palette, colors_by_count, palette
from dashboard.view.scale import days_in_words, window
from dashboard.view.shapes import Scale, TimelineView
from dashboard.view.timeline import (
    MARGIN,
    NARROWEST,
    TOP,
    Published,
    between,
    finish,
    grouping_of,
    nothing,
    to_mark,
)
from dashboard.view.words import title_of


@dataclass(frozen=True, slots=True)
class Crowd:
    """The first and last day of an axis, as ordinals, and the places of events along it.

    before and after are those that it does not reach.
    """

    chosen: Chosen
    first: int
    last: int
    before: Places
    inside: Places
    after: Places


def crowd_of(chosen: Chosen, selection: Selection) -> Crowd:
    """Return the dated events of a selection along its axis; of none, on no axis."""
    none = chosen.dated[:0]
    if not len(chosen.dated):
        return Crowd(chosen, 0, 0, none, none, none)
    first, last = window(chosen, selection)
    some, columns = chosen.dated, chosen.columns
    asked = active(selection)
    if asked.first and asked.last:  # What lies beyond the axis was not chosen.
        return Crowd(chosen, first, last, none, some, none)
    is_before, is_after = columns.latest[some] < first, columns.earliest[some] > last
    is_off = is_before | is_after
    if not is_off.any():
        return Crowd(chosen, first, last, none, some, none)
    return Crowd(chosen, first, last, some[is_before], some[~is_off], some[is_after])


def crowd_view(
    crowd: Crowd,
    tally: Tally,
    selection: Selection,
    *,
    width: int,
    theme: str = "light",
    note: str = "",
    published: Published = frozenset,
) -> TimelineView:
    """Return the picture that `timeline_view` makes of so many events, without any of them.

    note says why another mode than density is not drawn; published gives the publication days.
    """
    chosen, sentence = crowd.chosen, describe(selection, tally)
    if not len(chosen.dated):
        return nothing(width, 160, theme, sentence, ())
    if width < NARROWEST:
        return strip_view(chosen.spans, selection, sentence, width=width, theme=theme, mode="list")
    stage, ends = _lay(crowd, selection, (MARGIN, width - MARGIN), TOP, theme, published)
    body = counted(_lanes(chosen, selection, crowd.inside, stage.scale), stage)
    choice = noted(Choice(body.mode, note), selection.breaks, False)
    title = title_of(selection, tally)
    return finish(choice, body, stage, ends, title, sentence, theme)


def crowd_briefing(
    crowd: Crowd,
    tally: Tally,
    selection: Selection,
    told: Sequence[str],
    code: str,
    *,
    theme: str = "light",
    page: int = 1,
    published: Published = frozenset,
) -> TimelineView:
    """Return the page that `briefing_view` makes of so many events, without reading any.

    told says who tells of how many (`sources.counted`), code names what was chosen
    (`sheet.code_of`).
    """
    sentence = describe(selection, tally)
    stage, ends = _lay(crowd, selection, sheet.BOUNDS, sheet.TOP, theme, published)
    entries = legend.entries((), stage.days)
    key, floor = sheet.key_of(entries, sentence, stage.colors)
    fitted = sheet.with_list(_standing(crowd, selection, stage, floor), told, [], floor)
    head = sheet.Sheet(title_of(selection, tally), sentence, code, theme, entries)
    return sheet.compose(head, stage, ends, fitted, key, floor, page)


def _standing(crowd: Crowd, selection: Selection, stage: Stage, floor: float) -> list[Body]:
    """Draw as many lanes as stand above the floor, the others gathered in one, and some fewer."""

    def draw(most: int = lane_parts.MOST) -> Body:
        return counted(_lanes(crowd.chosen, selection, crowd.inside, stage.scale, most), stage)

    whole = draw()
    if whole.bottom <= floor or not selection.group:
        return [whole]
    some = sheet.fewer(len(whole.lanes), stage, floor, lane_height(whole.mode, 1))
    return [body for body in map(draw, some) if body.bottom <= floor] or [whole]


def _lay(
    crowd: Crowd,
    selection: Selection,
    bounds: tuple[float, float],
    top: float,
    theme: str,
    published: Published,
) -> tuple[Stage, Ends]:
    """Lay the axis of a crowd between two x."""
    chosen, colors = crowd.chosen, palette(theme)
    ends = _beyond(chosen, crowd.before, "../"), _beyond(chosen, crowd.after, "/..")
    x0, room = between(ends, *bounds, lane_parts.GUTTER if selection.group else 0.0)
    scale = to_scale(crowd.first, crowd.last, x0, room)
    hues, days = _hues(chosen, selection.group, colors), to_mark(selection, scale, published)
    stage = Stage((), scale, bounds, top, hues, colors, len(chosen.dated), days=days)
    return stage, ends


def _hues(chosen: Chosen, group: str, colors: Palette) -> dict[str, str]:
    """Give the countries their colours, where they make the lanes."""
    coded = lanes(chosen, "country", chosen.dated) if group == "country" else {}
    return dict(colors_by_count({code: n for code, n in coded.items() if code}, colors))


def _beyond(chosen: Chosen, some: Places, open_side: str) -> Beyond | None:
    if not len(some):
        return None
    columns = chosen.columns
    first, last = int(columns.anchor[some].min()), int(columns.end[some].max())
    words, day = days_in_words(first, last), date.fromordinal(first)
    is_open = columns.earliest[some[0]] == BEFORE_ALL or columns.latest[some[0]] == AFTER_ALL
    if len(some) == 1 and is_open:
        words = edtf.in_words(f"../{day}" if open_side == "../" else f"{day}/..")
    return Beyond(len(some), first, last, words)


def _lanes(
    chosen: Chosen,
    selection: Selection,
    inside: Places,
    scale: Scale,
    most: int = lane_parts.MOST,
) -> list[Cells]:
    """Count by lane and cell; the lanes are those of `lanes.lanes_of`."""
    group = selection.group
    if not group:
        return [_cells(chosen, ("", "", ""), inside, scale)]
    order = lane_parts.in_order(lanes(chosen, group, inside), grouping_of(selection), most)
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
    return Cells(*head, density.count_days(partial(chosen.begun, some), scale))
