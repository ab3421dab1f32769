"""The one callback: address and controls in, everything that is shown out.

The filters live in the address. A control that changes writes the address, an address that
changes (a link, the back button) writes the controls; both draw the page in one round trip.
"""

import json
import logging
import zlib
from collections.abc import Mapping
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, no_update, set_props

from dashboard.app import ids
from dashboard.app.desk import Desk
from dashboard.app.filters import (
    CONTROLS,
    ERRORS,
    PROPERTIES,
    Asked,
    control_values,
    error_words,
    is_same,
    read_controls,
)
from dashboard.app.options import box_labels, picker_options
from dashboard.app.rail import CERTAIN_OR_POSSIBLE
from dashboard.errors import TimelineError
from dashboard.model import KINDS
from dashboard.selection import TEXT_PARTS, from_url, to_url

log = logging.getLogger(__name__)

PICKERS = ("countries", "actors", "publishers", "articles", "date_sources", "min_sources")
BOXES = {
    "kinds": [ids.kind_box(kind) for kind in KINDS],
    "certainty": [ids.match_box(name) for name in CERTAIN_OR_POSSIBLE],
    "text_in": [ids.part_box(part) for part in TEXT_PARTS],
    "as_members": [ids.MEMBERS],
    "stated_only": [ids.STATED],
}
"""The boxes whose labels say how many events each would show."""

OUTPUTS = {
    "search": Output(ids.LOCATION, "search"),
    "scheme": Output(ids.PROVIDER, "forceColorScheme"),
    "controls": {name: Output(key, PROPERTIES[name]) for name, key in CONTROLS.items()},
    "errors": {name: Output(CONTROLS[name], "error") for name in ERRORS},
    **{f"{name} options": Output(CONTROLS[name], "data") for name in PICKERS},
    **{f"{name} labels": [Output(key, "label") for key in keys] for name, keys in BOXES.items()},
    "figure": Output(ids.GRAPH, "figure"),
    "overview": Output(ids.OVERVIEW_GRAPH, "figure"),
    "shown": Output(ids.SHOWN, "data"),
    "known": Output(ids.KNOWN, "data"),
}
INPUTS = {
    "search": Input(ids.LOCATION, "search"),
    "screen": Input(ids.SCREEN, "data"),
    "controls": {name: Input(key, PROPERTIES[name]) for name, key in CONTROLS.items()},
    "known": State(ids.KNOWN, "data"),
}
SELDOM_CHANGED = (
    *("scheme", "errors", "overview"),
    *(f"{name} options" for name in PICKERS),
    *(f"{name} labels" for name in BOXES),
)
"""Outputs that are sent only where they differ from what the page knows."""


def register(app: Dash, desk: Desk) -> None:
    """Register the callback, and the two scripts that measure and fill the page."""

    @app.callback(output=OUTPUTS, inputs=INPUTS)
    def show(
        search: str, screen: dict[str, Any], controls: dict[str, Any], known: dict[str, Any] | None
    ) -> dict[str, Any]:
        """Draw what is asked for; say what is wrong where that cannot be."""
        changed = set(ctx.triggered_prop_ids.values())
        # A window that changes size while a control's answer is under way must not undo it.
        by_control = bool(changed & {*CONTROLS.values()} or (known and changed == {ids.SCREEN}))
        return answer(desk, search or "", screen, controls, by_control, known or {})

    app.clientside_callback(
        ClientsideFunction("dateline", "measure"),
        Output(ids.SCREEN, "data"),
        Input(ids.STAGE, "id"),
    )
    app.clientside_callback(
        ClientsideFunction("dateline", "render"),
        Output(ids.RENDERED, "data"),
        Input(ids.SHOWN, "data"),
    )


def answer(
    desk: Desk,
    search: str,
    screen: Mapping[str, Any],
    controls: Mapping[str, Any],
    by_control: bool,
    known: Mapping[str, Any],
) -> dict[str, Any]:
    """Return all outputs for an address, or for the controls where one of these was changed.

    `known` is what the answer before gave as such. Where nothing but the open event differs
    from it, only the drawer is sent.
    """
    try:
        asked = _asked(desk, search, controls if by_control else None)
        address = to_url(asked.selection.at_rest())
        view = [address, desk.generation(), *(screen[name] for name in sorted(screen))]
        if known.get("view") == view and not by_control:
            return _nothing() | {"shown": desk.drawer(asked.selection)}
        outputs = _everything(desk, asked, screen, controls, known.get("mode", ""))
        if not by_control:  # An address that could be read stays as it is written.
            outputs["search"] = search
        return _news(outputs, search, view, known)
    except TimelineError as error:
        log.warning("%s", error, exc_info=True)
        return _nothing() | {"shown": {"error": _banner(error)}, "known": {}}


def _asked(desk: Desk, search: str, controls: Mapping[str, Any] | None) -> Asked:
    if controls is None:
        return Asked(from_url(search), {})
    try:
        base = from_url(search)
    except TimelineError:
        base = from_url("")
    return read_controls(base, controls, desk.days())


def _everything(
    desk: Desk, asked: Asked, screen: Mapping[str, Any], held: Mapping[str, Any], last: str
) -> dict[str, Any]:
    selection = asked.selection
    theme = selection.theme or ("dark" if screen["dark"] else "light")
    counts = desk.facets(selection)
    options = picker_options(counts, selection, desk.store.headlines)
    figure, overview, shown = desk.picture(selection, int(screen["width"]), theme, last)
    return {
        "search": to_url(selection),
        "scheme": theme,
        "controls": _changed(control_values(asked, held), held),
        "errors": error_words(asked),
        **{f"{name} options": options[name] for name in PICKERS},
        **{f"{name} labels": words for name, words in box_labels(counts, selection).items()},
        "figure": no_update if screen["small"] else figure,
        "overview": overview,
        "shown": shown,
    }


def _news(
    outputs: Mapping[str, Any], search: str, view: list[Any], known: Mapping[str, Any]
) -> dict[str, Any]:
    """Leave out what the page shows already: drawing a control again costs more than asking."""
    marks = {name: _fingerprint(outputs[name]) for name in SELDOM_CHANGED}
    same = [name for name, mark in marks.items() if known.get(name) == mark]
    quiet = {name: _unchanged(OUTPUTS[name]) for name in same}
    if outputs["search"] == search:
        quiet["search"] = no_update
    mode = outputs["shown"]["timeline"]["mode"]
    return {**outputs, **quiet, "known": {"view": view, "mode": mode, **marks}}


def _fingerprint(value: Any) -> int:
    return zlib.crc32(json.dumps(value, sort_keys=True, default=str).encode())


def _changed(values: Mapping[str, Any], held: Mapping[str, Any]) -> dict[str, Any]:
    """Leave alone every control that holds its value already.

    Writing it again would undo what a quick hand chose since the question was sent.
    """
    return {
        name: no_update if is_same(name, held.get(name), value) else value
        for name, value in values.items()
    }


def _nothing() -> dict[str, Any]:
    return {name: _unchanged(output) for name, output in OUTPUTS.items()}


def _unchanged(output: Any) -> Any:
    if isinstance(output, dict):
        return dict.fromkeys(output, no_update)
    return [no_update] * len(output) if isinstance(output, list) else no_update


def _banner(error: TimelineError) -> dict[str, str]:
    return {"message": error.message, "remedy": error.remedy}


def report_failure(error: Exception) -> None:
    """Say on the screen that something broke, without its traceback, which goes to the log."""
    log.error("A callback failed.", exc_info=error)
    message = "Something in the program went wrong; the page may be incomplete."
    banner = {"message": message, "remedy": "Show everything, or look into the program's log."}
    set_props(ids.SHOWN, {"data": {"error": banner}})
    set_props(ids.KNOWN, {"data": {}})
