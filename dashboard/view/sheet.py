"""The sheet of a briefing: what stands around its picture, and the pages that follow.

1280 x 720 units; text is never smaller than 11.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from dashboard.selection import Selection, to_url
from dashboard.view import beyond, lanes, legend, modes, sources
from dashboard.view.measure import fit, width
from dashboard.view.palette import Palette
from dashboard.view.shapes import EdgeMarker, Path, Rect, Shape, Text, TimelineView

WIDTH, HEIGHT, MARGIN = 1280.0, 720.0, 40.0
BOUNDS = MARGIN, WIDTH - MARGIN
TOP = 116.0
ROOM = WIDTH - 2 * MARGIN
_FLOOR = HEIGHT - MARGIN
_MAKING = 22.0
PAGE = _FLOOR - _MAKING - TOP
"""The height of the notes on a further page."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A body with the notes that stand under it in columns, and those of each further page."""

    body: modes.Body
    notes: list[sources.Note]
    later: list[list[sources.Note]]
    columns: int = 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a briefing says beside its picture; code names what was chosen (see `code_of`)."""

    title: str
    sentence: str
    code: str
    theme: str
    entries: tuple[legend.Entry, ...]


def code_of(selection: Selection, reports: Iterable[str]) -> str:
    """Return eight hex digits that name a selection with its reports; these in order of id."""
    code = sha256(to_url(selection.without("theme", "picture")).encode())
    for report in reports:
        code.update(report.encode())
    return code.hexdigest()[:8]


def fits(body: modes.Body, notes: Sequence[sources.Note], floor: float, columns: int = 2) -> bool:
    """Say whether a body with notes under it ends above the floor."""
    return body.bottom + 16 + sources.height(notes, columns) <= floor


def fewer(count: int, stage: modes.Stage, floor: float, each: float) -> range:
    """Return how many lanes to try where not all of this count stand above the floor.

    each is the greatest height of one of them.
    """
    fitting = int((floor - stage.top - lanes.foot(stage.scale)) // each)
    most = min(fitting, count - 1)
    return range(most, max(1, most - 3), -1)


def with_list(
    bodies: Sequence[modes.Body],
    told: Sequence[str],
    later: list[list[sources.Note]],
    floor: float,
) -> Fit:
    """Set a list of who tells what under the first body that leaves room for it.

    Where none does it begins under the first and goes on behind it, but not before other pages.
    """
    for columns in (2, 3, 4):
        notes = sources.listed(told, ROOM, columns)
        for body in bodies:
            if fits(body, notes, floor, columns):
                return Fit(body, notes, later, columns)
    return Fit(bodies[0], [], later) if later else _begun(bodies[0], told, floor)


def _begun(body: modes.Body, told: Sequence[str], floor: float) -> Fit:
    """Set as much of a list as there is room for under a body, the rest on further pages."""
    notes = sources.listed(told, ROOM, 2)
    counts = range(1, len(notes) + 1)
    here = bisect_left(counts, True, key=lambda count: not fits(body, notes[:count], floor))
    return Fit(body, notes[:here], sources.paginate(notes[here:], PAGE))


def compose(
    sheet: Sheet,
    stage: modes.Stage,
    ends: beyond.Ends,
    fitted: Fit,
    key: Sequence[Shape],
    floor: float,
    page: int,
) -> TimelineView:
    """Return one page, the nearest there is: the picture first, then what of its notes is left."""
    pages = 1 + len(fitted.later)
    page = min(max(page, 1), pages)
    first, colors, body = page == 1, stage.colors, fitted.body
    edges = beyond.edge_markers(ends, *stage.bounds, body.edges) if first else ()
    title = sheet.title if first else f"{sheet.title}: sources"
    inner = _first(fitted, edges, floor, colors) if first else _further(fitted, page, colors)
    return TimelineView(
        width=WIDTH,
        height=HEIGHT,
        mode=body.mode,
        title=sheet.title,
        sentence=sheet.sentence,
        shapes=(
            Rect(0, 0, WIDTH, HEIGHT, colors.background),
            *_head(title, sheet.sentence, colors),
            *(key if first else ()),
            *inner,
            *_making(sheet.code, page, pages, colors),
        ),
        marks=tuple(body.marks),
        edges=edges,
        legend=sheet.entries,
        scale=stage.scale,
        theme=sheet.theme or "light",
        page=page,
        pages=pages,
    )


def _first(fitted: Fit, edges: Sequence[EdgeMarker], floor: float, colors: Palette) -> list[Shape]:
    top = floor - sources.height(fitted.notes, fitted.columns)
    notes = sources.draw(fitted.notes, fitted.columns, MARGIN, top, ROOM, colors)
    return [*fitted.body.shapes, *beyond.draw_edges(edges, colors), *notes]


def _further(fitted: Fit, page: int, colors: Palette) -> list[Shape]:
    return sources.draw(fitted.later[page - 2], 2, MARGIN, TOP, ROOM, colors)


def _head(title: str, sentence: str, colors: Palette) -> list[Shape]:
    size = next((s for s in (28, 27, 26, 25, 24) if width(title, "bold", s) <= ROOM), 24)
    return [
        Text(MARGIN, 66, fit(title, "bold", size, ROOM), size, "bold", colors.text),
        Text(MARGIN, 94, fit(sentence, "sans", 15, ROOM), 15, "sans", colors.secondary),
    ]


def key_of(
    entries: Sequence[legend.Entry],
    sentence: str,
    colors: Palette,
    hued: Sequence[legend.Entry] = (),
) -> tuple[list[Shape], float]:
    """Draw the legend at the end of the sentence's line, or above the making line if that is full.

    Where not all of it fits there, its colours may. Returns it with the y down to which the
    page is left free.
    """
    beside, floor = ROOM - width(sentence, "sans", 15) - 32, _FLOOR - _MAKING
    whole = (*hued, *entries)
    above = next(part for part in (whole, hued, ()) if legend.length(part) <= max(beside, 0))
    used = legend.length(above)
    shapes, _ = legend.draw(above, WIDTH - MARGIN - used, 94, used + 1, colors)
    below = whole[len(above) :]
    if not below:
        return shapes, floor
    _, high = legend.draw(below, MARGIN, 0, ROOM, colors)
    drawn, _ = legend.draw(below, MARGIN, floor - high + 14, ROOM, colors)
    return [*shapes, *drawn], floor - high - 6


def _making(code: str, page: int, pages: int, colors: Palette) -> list[Shape]:
    words = f"Quotes verbatim, titles ours. Dateline, view {code}"
    pageword = f"Page {page} of {pages}" if pages > 1 else ""
    rule = Path((((MARGIN, _FLOOR - 16), (WIDTH - MARGIN, _FLOOR - 16)),), colors.grid, 1)
    shapes: list[Shape] = [rule, Text(MARGIN, _FLOOR, words, 11, "sans", colors.muted)]
    if pageword:
        shapes.append(Text(WIDTH - MARGIN, _FLOOR, pageword, 11, "sans", colors.muted, "end"))
    return shapes
