"""Everything that is decided about a picture: a frame and a selection in, plain numbers out.

`timeline_view` makes the timeline of the screen (`reports_view` from plain rows),
`overview_view` the strip of all days, `briefing_view` the 16:9 frame. Texts are measured in the
bundled fonts, so that what draws the result (the screen's figure, SVG, PNG) decides nothing.
"""

from dashboard.view.briefing import briefing_view
from dashboard.view.overview import overview_view
from dashboard.view.shapes import (
    Citation,
    Disc,
    EdgeMarker,
    Mark,
    Path,
    Rect,
    Scale,
    Shape,
    Text,
    TimelineView,
)
from dashboard.view.timeline import reports_view, timeline_view

__all__ = [
    "Citation",
    "Disc",
    "EdgeMarker",
    "Mark",
    "Path",
    "Rect",
    "Scale",
    "Shape",
    "Text",
    "TimelineView",
    "briefing_view",
    "overview_view",
    "reports_view",
    "timeline_view",
]
