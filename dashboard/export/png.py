"""Picture → PNG bytes, drawn from the SVG with the bundled fonts and no others."""

from zlib import crc32

import resvg_py

from dashboard.export.svg import made_by, to_svg
from dashboard.view import TimelineView
from dashboard.view.measure import FILES, FONTS

WIDTH = 3840
_HEAD = 33
"""Bytes of the signature and the first chunk (IHDR), which every PNG begins with."""


def to_png(view: TimelineView, width: int = WIDTH) -> bytes:
    """Return the picture as PNG, so many px wide; no font of the machine is looked at."""
    png = bytes(
        resvg_py.svg_to_bytes(
            svg_string=to_svg(view, fonts=False),
            width=width,
            font_files=[str(FONTS / f"{name}.ttf") for name in FILES.values()],
            skip_system_fonts=True,
        )
    )
    return png[:_HEAD] + _text(f"Software\0{made_by(view)}") + png[_HEAD:]


def _text(words: str) -> bytes:
    """Return a chunk of plain text: length, type, words, checksum."""
    chunk = b"tEXt" + words.encode("latin-1")
    return (len(chunk) - 4).to_bytes(4) + chunk + crc32(chunk).to_bytes(4)
