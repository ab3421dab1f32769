"""Pictures to compare with: each mode, theme and width of the same invented events.

    python -m tests.view.golden --update     draws the pictures of tests/view/golden anew

A picture that changes is part of a commit: look at it before you keep it. They are drawn by
the pure layout and resvg, without a browser, in half size and few colours.
"""

import sys
from functools import cache
from io import BytesIO
from pathlib import Path

import pandas as pd
from PIL import Image, ImageChops

from dashboard.export import to_png
from dashboard.frame import to_frame
from dashboard.selection import Selection
from dashboard.view import TimelineView, briefing_view, overview_view, timeline_view
from tests.view.pictures import burst, report

FOLDER = Path(__file__).parent / "golden"
COLORS = 64
STEP = 40
"""A pixel differs where one of its channels does by more than this, of 255."""
MOST = 0.0005
"""So large a share of the pixels may differ."""
WIDTHS = (680, 1112, 1592)
WAYS = {
    "cards": ("cards", "", 8),
    "lane-cards": ("cards", "country", 6),
    "ledger": ("ledger", "", 14),
    "lanes": ("lanes", "country", 40),
    "density": ("density", "kind", 40),
}


@cache
def frame_of(count: int) -> pd.DataFrame:
    """Return so many invented events of all forms and kinds, in bursts."""
    frames = (burst(seed, count) for seed in range(7, 500))
    return next(frame for frame in frames if frame["event_id"].nunique() == count)


def gapped() -> pd.DataFrame:
    """Return events with half a year between them."""
    days = ("2031-01-04", "2031-01-06/2031-01-08", "2031-06-20", "2031-06-24~", "2031-06-25")
    return to_frame(report(number, day) for number, day in enumerate(days))


def names() -> list[str]:
    """Name all pictures: what is drawn, its width, its theme."""
    whats = [f"{way}-{width}" for way in WAYS for width in WIDTHS]
    whats += ["breaks-1112", "list-390", "overview-1112", "briefing-1280"]
    return [f"{what}-{theme}" for what in whats for theme in ("light", "dark")]


def lay_out(name: str) -> TimelineView:
    """Lay out the picture of a name."""
    what, width, theme = name.rsplit("-", 2)
    size = {"width": int(width), "theme": theme}
    if what in WAYS:
        mode, group, count = WAYS[what]
        return timeline_view(frame_of(count), Selection(mode=mode, group=group), **size)
    if what == "briefing":
        return briefing_view(frame_of(8), Selection(), theme=theme)
    if what == "overview":
        return overview_view(gapped(), Selection(), **size)
    return timeline_view(gapped(), Selection(breaks=what == "breaks"), **size)


def draw(view: TimelineView) -> Image.Image:
    """Draw a picture in half its size."""
    return Image.open(BytesIO(to_png(view, round(view.width / 2)))).convert("RGB")


def reduced(picture: Image.Image) -> Image.Image:
    """Return the picture in few colours, as it is kept."""
    return picture.quantize(COLORS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


def difference(picture: Image.Image, kept: Image.Image) -> float:
    """Return the share of pixels that differ, 1 where the sizes do."""
    if picture.size != kept.size:
        return 1.0
    channels = ImageChops.difference(picture, kept.convert("RGB")).split()
    apart = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    return sum(apart.histogram()[STEP:]) / (picture.width * picture.height)


def update() -> None:
    """Draw all pictures anew and take away those that are not drawn any more."""
    FOLDER.mkdir(exist_ok=True)
    for name in names():
        reduced(draw(lay_out(name))).save(FOLDER / f"{name}.png", optimize=True)
    for path in FOLDER.iterdir():
        if path.stem not in names():
            path.unlink()


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit(__doc__)
    update()
