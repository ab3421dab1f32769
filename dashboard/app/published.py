"""The publication day of an article on the screen: what is known of it, and setting it right."""

import shlex
from collections.abc import Callable, Mapping
from dataclasses import replace
from threading import Lock
from typing import Any

from dash import Dash, html
from flask import Response, jsonify, request

from dashboard import edtf
from dashboard.app import ids, wording
from dashboard.app.attributes import aria
from dashboard.app.desk import Desk
from dashboard.app.reader import published_words
from dashboard.app.typed_dates import read_edtf, typed_words
from dashboard.errors import SelectionError, TimelineError
from dashboard.extract.publication import infer_publication
from dashboard.model import Article
from dashboard.review import CORRECTED, check_day, clean_name, clean_reason, correction_words
from dashboard.store import Store

ADDRESS = "/published"
MOST_DAYS = 8
"""Possible days that are listed at most."""

LONGEST_DAY = 200
Rebuild = Callable[[], object]
Asked = Mapping[str, str]


def layout() -> html.Dialog:
    """Return the dialog, empty; the page's script fills and opens it."""
    return html.Dialog(id=ids.PUBLISHED, className="dialog", **aria(label="Publication day"))


def register(app: Dash, desk: Desk, rebuild: Rebuild | None) -> None:
    """Register GET and POST of /published?file=…; each answers with what is known of the day then.

    A POST takes JSON: day as typed ("" takes the correction back), reason, who. What is wrong
    comes as `errors`, by field ("" for what belongs to none): a form filled in wrongly is no
    failure of the page. Without `rebuild`, which reads the articles again, nothing can be set
    and the answer names the command that can.
    """
    one_at_a_time = Lock()

    @app.server.route(ADDRESS, methods=["GET", "POST"])
    def published() -> Response:
        """Say what is known of a publication day, after setting it or taking that back."""
        file = request.args.get("file", "")
        try:
            said = ""
            if request.method == "POST":
                asked = _asked()
                if errors := wrong_fields(asked):
                    return jsonify(errors=errors)
                with one_at_a_time:
                    said = set_day(desk.store, file, asked, rebuild)
            return jsonify(known(desk.store, file, rebuild is not None) | {"said": said})
        except TimelineError as error:
            return jsonify(errors={"": f"{error.message} {error.remedy}"})


def _asked() -> Asked:
    given = request.get_json()
    found = given if isinstance(given, dict) else {}
    return {name: str(found.get(name) or "") for name in CHECKS}


def _typed_day(text: str) -> str:
    if not text.strip():  # Takes a correction back.
        return ""
    if len(text) > LONGEST_DAY:
        raise SelectionError("This is too long for a day.", "Write it as 11 Oct 2022.")
    return check_day(read_edtf(text))


CHECKS: Mapping[str, Callable[[str], str]] = {
    "day": _typed_day,
    "reason": clean_reason,
    "who": clean_name,
}


def wrong_fields(asked: Asked) -> dict[str, str]:
    """Return what is wrong with each field, and what to do; {} where all can be taken."""
    errors = {}
    for name, check in CHECKS.items():
        try:
            check(asked[name])
        except TimelineError as error:
            errors[name] = f"{error.message} {error.remedy}"
    return errors


def set_day(store: Store, file: str, asked: Asked, rebuild: Rebuild | None) -> str:
    """Keep a correction, read everything again, and say what changed by it."""
    if rebuild is None:
        raise SelectionError(
            "This page cannot read the articles again.",
            f"Run: python -m dashboard date {shlex.quote(file)} DAY",
        )
    day, before = _typed_day(asked["day"]), store.event_days()
    store.correct(
        store.article(file).sha256, "published_on", day, asked["reason"], clean_name(asked["who"])
    )
    rebuild()
    return f"{published_words(store.article(file))}. {change_words(before, store.event_days())}"


def change_words(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """Say what became of the events; both hold the day of each by its id.

    >>> change_words({"a": "XXXX-10-04", "b": "", "c": ""}, {"a": "2022-10-04", "b": ""})
    '1 event got another day, 1 event is gone.'
    """
    both = before.keys() & after.keys()
    moved = sum(before[event] != after[event] for event in both)
    new, gone = len(after) - len(both), len(before) - len(both)
    said = [
        f"{wording.plural(number, 'event')} {verb if number == 1 else verbs}{rest}"
        for number, verb, verbs, rest in (
            (moved, "got", "got", " another day"),
            (new, "is", "are", " new"),
            (gone, "is", "are", " gone"),
        )
        if number
    ]
    return f"{', '.join(said) or 'No event got another day'}."


def known(store: Store, file: str, can_set: bool) -> dict[str, Any]:
    """Return what is known of the publication day of an article, and what its own words tell.

    Raises StoreError where the store has no such article.
    """
    article = store.article(file)
    is_corrected = article.published_from == CORRECTED
    return {
        "file": file,
        "headline": article.headline or file,
        "lang": article.language,
        "standing": f"{published_words(article)}.",
        "day": typed_words(article.published_on) if is_corrected else "",
        "is_known": bool(article.published_on),
        "is_corrected": is_corrected,
        **own_facts(store, article),
        "log": [correction_words(correction) for correction in store.corrections(file)],
        "command": "" if can_set else f"python -m dashboard date {shlex.quote(file)} DAY",
    }


def own_facts(store: Store, article: Article) -> dict[str, Any]:
    """Return what an article itself says of its day, read with the others but undeclared."""
    others = (_undeclared(a) if a.published_from == "inferred" else a for a in store.articles())
    together = [_undeclared(a) if a.file == article.file else a for a in others]
    found = infer_publication(together)[article.file]
    days = list(found.alternatives[:MOST_DAYS])
    left = len(found.alternatives) - len(days)
    points = [found.date] if found.is_day else []
    year = [f"Its year is inferred: {edtf.in_words(found.date)}."] if found.date else []
    return {
        "facts": [*([] if found.is_day else year), *(step.reason for step in found.reasons)],
        "days": [{"edtf": day, "words": edtf.in_words(day)} for day in (*points, *days)],
        "more": f"and {left:,} more" if left else "",
        "missing": found.missing,
    }


def _undeclared(article: Article) -> Article:
    return replace(article, published_on="", published_from="")
