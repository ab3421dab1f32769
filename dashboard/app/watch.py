"""The component that tells the page's scripts of every control that changes.

A callback could do it, but Dash takes a dozen steps for one and tells every component of each,
which takes the page longer than to put the question. The script is in `assets/controls.js`; it
looks into the state of the page as `window.dash_component_api` lets components do.
"""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.app import ids
from dashboard.app.filters import CONTROLS, PROPERTIES


class Watch(Component):  # type: ignore[misc, unused-ignore]
    """Shows nothing; `controls` are those it watches, each as id and property."""

    _namespace = "dateline"
    _type = "Watch"
    _prop_names = ["id", "controls"]  # noqa: RUF012
    _valid_wildcard_attributes: list[str] = []  # noqa: RUF012
    available_properties = _prop_names
    available_wildcard_properties: list[str] = []  # noqa: RUF012

    def __init__(self, controls: Sequence[tuple[str, str]]) -> None:
        super().__init__(id=ids.WATCH, controls=controls)  # type: ignore[no-untyped-call]


def layout() -> Watch:
    """Return what watches every control of a filter."""
    return Watch([(key, PROPERTIES[name]) for name, key in CONTROLS.items()])
