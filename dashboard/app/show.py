"""The one answer: a question of the page in, everything that is shown out.

The filters live in the address. A control that changes writes the address, an address that
changes (a link, the back button) writes the controls; both draw the page in one round trip.
The page's script puts the question (`watch`), and sets what differs of the controls. It is no
callback: Dash would tell every component of each of its steps, which takes the page longer than
to draw.
"""

import logging
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import orjson
from dash import ClientsideFunction, Dash, Input, set_props
from flask import Response, request

from dashboard.app import ids
from dashboard.app.desk import Desk
from dashboard.app.filters import (
    CONTROLS,
    PROPERTIES,
    Asked,
    control_values,
    error_words,
    follow,
    is_same,
    is_touched,
    read_controls,
)
from dashboard.app.finding import PICKERS
from dashboard.app.options import Named, box_counts, chosen_options
from dashboard.errors import SelectionError, TimelineError
from dashboard.selection import Selection, active, from_url, read_url, to_url

log = logging.getLogger(__name__)

Props = dict[str, dict[str, Any]]
"""Properties of components of the page, by id."""


def register(app: Dash, desk: Desk) -> None:
    """Register POST /show, and the script that says what failed."""

    @app.server.post("/show")
    def show() -> Response:
        """Return what is asked for, drawn; or what is wrong where that cannot be."""
        question = request.get_json()
        try:
            with desk.store.reading.one_state():
                body = _reply(desk, question)
        except Exception as error:  # Whatever it is, the page must say so.
            body = {"shown": {"error": _fail(error)}}
        response = Response(_json(body), mimetype="application/json")
        response.call_on_close(desk.rest)
        return response

    app.clientside_callback(ClientsideFunction("dateline", "fail"), Input(ids.FAILURE, "data"))


def _reply(desk: Desk, question: Mapping[str, Any]) -> dict[str, Any]:
    held, search = question["controls"], question["search"] or ""
    controls = {name: held[f"{key}.{PROPERTIES[name]}"] for name, key in CONTROLS.items()}
    by_control, known = question["by_control"], question["known"] or {}
    return answer(desk, search, question["screen"], controls, by_control, known)


def answer(
    desk: Desk,
    search: str,
    screen: Mapping[str, Any],
    controls: Mapping[str, Any],
    by_control: bool,
    known: Mapping[str, Any],
) -> dict[str, Any]:
    """Return the answer for an address, or for the controls where one of these was changed.

    `known` is what the answer before gave as such. Where nothing but the open event differs
    from it, only the drawer is sent; a figure that is drawn already, or for which the screen is
    too small, is left out. What of the address cannot be read, or be opened, is left out and
    said.
    """
    try:
        link, wrong = read_url(search)
        by_control = by_control or _is_overtaken(link, controls, known)
        asked = _asked(desk, link, controls if by_control else None, known)
        try:
            if not by_control and not wrong and known.get("view") == _view(desk, asked, screen):
                return {"shown": desk.drawer(asked.selection)}
            given = _drawn(desk, asked, screen, controls, known)
        except SelectionError as error:  # What is to be open is not there.
            closed = asked.selection.at_rest()
            if closed == asked.selection:
                raise
            asked, wrong = replace(asked, selection=closed), (*wrong, error)
            given = _drawn(desk, asked, screen, controls, known)
        # An address that could be read stays as it is written.
        address = to_url(asked.selection) if by_control or wrong else search
        given["shown"] |= {"search": address} | ({"error": _left_out(wrong)} if wrong else {})
        return given
    except TimelineError as error:
        if not isinstance(error, SelectionError):  # A wrong link is no fault of the program.
            log.warning("%s", error, exc_info=True)
        return {"shown": {"error": {"message": error.message, "remedy": error.remedy}}}


def _view(desk: Desk, asked: Asked, screen: Mapping[str, Any]) -> list[Any]:
    """Return what tells one view from another, whatever is open in it."""
    rest = to_url(asked.selection.at_rest())
    return [rest, desk.generation(), *(screen[name] for name in sorted(screen))]


def _drawn(
    desk: Desk,
    asked: Asked,
    screen: Mapping[str, Any],
    controls: Mapping[str, Any],
    known: Mapping[str, Any],
) -> dict[str, Any]:
    """Return the whole answer for what is asked, but for its address."""
    view = _view(desk, asked, screen)
    figure, overview, shown = _everything(desk, asked, screen, controls, known)
    mark, mode = _fingerprint(overview), shown["timeline"]["mode"]
    shown |= {"known": {"view": view, "mode": mode, "overview": mark}}
    drawn = {} if screen["small"] else {"figure": figure}
    changed = {} if known.get("overview") == mark else {"overview": overview}
    return drawn | changed | {"shown": shown}


def _left_out(wrong: Sequence[SelectionError]) -> dict[str, str]:
    """Say what is left out of what a link asks for."""
    message = " ".join(error.message for error in wrong)
    remedy = f"All else that the link asks for is shown. {wrong[0].remedy}"
    return {"message": message, "remedy": remedy}


def _is_overtaken(link: Selection, controls: Mapping[str, Any], known: Mapping[str, Any]) -> bool:
    """Say whether something was opened while the answer to a control was under way."""
    shown = known["view"][0] if "view" in known else None
    return shown == to_url(link.at_rest()) and is_touched(controls, from_url(shown))


def _asked(
    desk: Desk, link: Selection, controls: Mapping[str, Any] | None, known: Mapping[str, Any]
) -> Asked:
    """Return what the address asks for, or the controls over it.

    A chip may have changed the address while its answer is under way: only controls that
    differ from what the page shows were touched.
    """
    if controls is None:
        return Asked(link, {})
    if "view" in known:
        controls = follow(controls, from_url(known["view"][0]), link)
    return read_controls(link, controls, desk.days())


def _everything(
    desk: Desk,
    asked: Asked,
    screen: Mapping[str, Any],
    held: Mapping[str, Any],
    known: Mapping[str, Any],
) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Return the figures of timeline and overview, and the plain data of all else."""
    selection = asked.selection
    theme = selection.theme or ("dark" if screen["dark"] else "light")
    figure, overview, shown = desk.picture(
        selection, int(screen["width"]), theme, known.get("mode", "")
    )
    props = _control_props(asked, held, desk.store.headlines)
    counts = box_counts(partial(desk.facet, selection), selection)
    more = {"props": props, "counts": counts, "is_searched": bool(active(selection).text)}
    return figure, overview, shown | more


def _control_props(asked: Asked, held: Mapping[str, Any], named: Named) -> Props:
    """Say what the controls show, but leave alone every one that holds its value already.

    Writing it again would undo what a quick hand chose since the question was sent. A picker
    whose value is set is told the names of what is chosen in it.
    """
    props: Props = {}
    for name, value in control_values(asked, held).items():
        if is_same(name, held.get(name), value):
            continue
        props[CONTROLS[name]] = {PROPERTIES[name]: value}
        if name in PICKERS and value:
            some = [value] if isinstance(value, str) else value
            props[CONTROLS[name]]["data"] = chosen_options(name, some, named)
    for name, words in error_words(asked).items():
        props.setdefault(CONTROLS[name], {})["error"] = words
    return props


def _fingerprint(figure: Any) -> int:
    return zlib.crc32(_json(figure))


def _json(value: Any) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_SERIALIZE_NUMPY)


def report_failure(error: Exception) -> None:
    """Say on the screen that a callback broke, without its traceback, which goes to the log."""
    set_props(ids.FAILURE, {"data": _fail(error)})


def _fail(error: Exception) -> dict[str, str]:
    log.error("A question was not answered.", exc_info=error)
    message = "Something in the program went wrong; the page may be incomplete."
    remedy = "Show everything, or look into the program's log."
    return {"message": message, "remedy": remedy}
