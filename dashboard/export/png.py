"""Picture → PNG bytes, drawn from the SVG with the bundled fonts and no others."""

import resvg_py

from dashboard.export.svg import to_svg
from dashboard.view import TimelineView
from dashboard.view.measure import FILES, FONTS

WIDTH = 3840


def to_png(view: TimelineView, width: int = WIDTH) -> bytes:
    """Return the picture as PNG, so many px wide; no font of the machine is looked at."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=to_svg(view, fonts=False),
            width=width,
            font_files=[str(FONTS / f"{name}.ttf") for name in FILES.values()],
            skip_system_fonts=True,
        )
    )
