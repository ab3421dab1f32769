"""Says which limits are days all the same: "not until", "postponed until", "detained since".

"The road did not reopen until Tuesday" tells of Tuesday; "the vote was put off to 3 May" of a
vote planned for that day; "he has been detained since 3 May" of an arrest that day.
"""

from dataclasses import replace

from dashboard.extract.grammar import Verb
from dashboard.extract.happenings.ahead import appointed
from dashboard.extract.happenings.cues import cue_before
from dashboard.extract.happenings.scene import Scene
from dashboard.extract.words import words_of
from dashboard.model import TimeExpression


def reached(scene: Scene, verb: Verb, expression: TimeExpression) -> str:
    """Return why a date that would only limit a verb, or lie ahead of it, dates it, or ""."""
    until = cue_before("until", scene.text, verb.span.start, expression.span.start)
    if why := appointed(scene, verb, expression):
        return why
    if expression.bound == "until" and verb.negated and until is not None:
        return "“Not until” a day means on that day."
    brought = verb.passive and verb.form in ("perfect", "pluperfect") and not verb.negated
    if expression.bound == "since" and brought and verb.lemma in words_of("lasting"):
        return f"What “{scene.words(verb.span)}” tells began then."
    return ""


def as_told(scene: Scene, verb: Verb, own: TimeExpression | None) -> Verb:
    """Return a verb as its day makes it: "not until" a day is no denial, "postponed" a plan."""
    if own is None or not reached(scene, verb, own):
        return verb
    if appointed(scene, verb, own):
        return replace(verb, form="future", verb_class="event", negated=False)
    return replace(verb, negated=False, form="past" if own.bound == "since" else verb.form)
