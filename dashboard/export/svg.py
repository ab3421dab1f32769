"""Picture → SVG text: fonts inside, everything escaped, the same bytes every time."""

from base64 import b64encode
from functools import cache
from html import escape

from dashboard.export.characters import in_xml
from dashboard.view import Disc, Path, Rect, Shape, Text, TimelineView
from dashboard.view.measure import FAMILIES, FILES, FONTS, WEIGHTS

_ANCHORS = {"start": "", "middle": ' text-anchor="middle"', "end": ' text-anchor="end"'}


def to_svg(view: TimelineView, fonts: bool = True) -> str:
    """Return the picture as SVG; its title and description name all that it shows."""
    size = f'width="{_n(view.width)}" height="{_n(view.height)}"'
    box = f'viewBox="0 0 {_n(view.width)} {_n(view.height)}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} role="img" '
        'aria-labelledby="title desc">',
        f'<title id="title">{_text(view.title)}</title>',
        f'<desc id="desc">{_text(alt_text(view))}</desc>',
    ]
    lines.append(f"<metadata>{made_by(view)}</metadata>")
    if fonts:
        lines.append(f"<style>{_faces()}</style>")
    lines += [_shape(shape) for shape in view.shapes]
    return "\n".join([*lines, "</svg>", ""])


def alt_text(view: TimelineView) -> str:
    """Return what the picture shows in words: the sentence, then its events in date order."""
    names = dict.fromkeys(mark.name for mark in view.marks)
    return " ".join([view.sentence, *names])


def made_by(view: TimelineView) -> str:
    """Return what stands in every picture file, by which a later export knows its own pages."""
    return f"Dateline, page {view.page} of {view.pages}"


@cache
def _faces() -> str:
    return "".join(
        f"@font-face{{font-family:'{FAMILIES[role]}';font-weight:{WEIGHTS[role]};"
        f"src:url(data:font/woff2;base64,{_encoded(name)}) format('woff2')}}"
        for role, name in FILES.items()
    )


def _encoded(name: str) -> str:
    return b64encode((FONTS / f"{name}.woff2").read_bytes()).decode()


def _shape(shape: Shape) -> str:
    if isinstance(shape, Rect):
        return _rect(shape)
    if isinstance(shape, Disc):
        place = f'cx="{_n(shape.x)}" cy="{_n(shape.y)}" r="{_n(shape.r)}"'
        return f"<circle {place}{_paint(shape)}/>"
    if isinstance(shape, Path):
        return f'<path d="{_route(shape)}"{_paint(shape)}/>'
    return _words(shape)


def _rect(shape: Rect) -> str:
    place = f'x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.w)}" height="{_n(shape.h)}"'
    corners = f' rx="{_n(shape.radius)}"' if shape.radius else ""
    return f"<rect {place}{corners}{_paint(shape)}/>"


def _route(shape: Path) -> str:
    close = "Z" if shape.fill else ""
    return "".join(
        "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in line) + close for line in shape.lines
    )


def _words(shape: Text) -> str:
    weight = f' font-weight="{WEIGHTS[shape.role]}"' if WEIGHTS[shape.role] != 400 else ""
    place = f'x="{_n(shape.x)}" y="{_n(shape.y)}"{_ANCHORS[shape.anchor]}'
    # In quotes: a family whose name holds a digit is no plain CSS identifier.
    font = f'font-family="\'{FAMILIES[shape.role]}\'" font-size="{_n(shape.size)}"{weight}'
    return f'<text {place} {font} fill="{shape.color}">{_text(shape.text)}</text>'


def _paint(shape: Rect | Disc | Path) -> str:
    paint = f' fill="{shape.fill or "none"}"'
    if shape.stroke:
        paint += f' stroke="{shape.stroke}" stroke-width="{_n(shape.width)}"'
    if shape.dash:
        paint += f' stroke-dasharray="{shape.dash}"'
    if shape.opacity != 1:
        paint += f' opacity="{_n(shape.opacity)}"'
    return paint


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _text(text: str) -> str:
    """Escape, and leave out what no XML may hold: control characters, surrogates and the like."""
    return escape(in_xml(text))
