"""Says which clauses report a happening, of what kind, and why others do not.

Only what a sentence tells in its own words counts: direct speech is content of its
saying. States, habits, denials and comment are no happenings.
"""

from dashboard.extract.grammar import Verb
from dashboard.extract.happenings.scene import Candidate, Scene
from dashboard.model import Span


def judge(verb: Verb, has_day: bool) -> tuple[str, str]:
    """Return (kind, "") for a verb that reports a happening, or ("", why not).

    A verb with a day of its own passes where one without it would not: a dated state is
    background, a dated "will" a plan.
    """
    if verb.negated:
        return (
            ("denied", "")
            if has_day and verb.form == "past"
            else ("", "It says what did not happen.")
        )
    if verb.habitual and not has_day:
        return "", "It tells of something that happens again and again, without a day."
    if verb.form in ("present", "progressive"):
        return _judge_present(verb, has_day)
    if verb.form == "modal":
        return (
            ("conditional", "")
            if has_day
            else ("", "It tells what could or should be, without a day.")
        )
    if verb.form == "future":
        return (
            ("planned", "")
            if has_day or verb.lead == "main"
            else ("", "It only speaks of a future.")
        )
    if verb.verb_class in ("state", "light", "aspect"):
        return ("background", "") if has_day else ("", "It describes a state, not a happening.")
    if verb.form == "pluperfect" and not has_day:
        return "", "It looks back to something earlier and names no day."
    return ("alleged" if verb.alleged else "happened"), ""


def _judge_present(verb: Verb, has_day: bool) -> tuple[str, str]:
    if verb.form == "progressive" and has_day and verb.verb_class == "event":
        return "planned", ""
    if verb.verb_class == "speech" and verb.form == "present" and not verb.passive:
        return "happened", ""
    return "", "It describes what is so or goes on, not a happening with a day."


def clause_candidate(scene: Scene, sentence: int, verb: Verb, kind: str) -> Candidate:
    """Make the candidate of a clause: its trigger, the words for its label, its subject."""
    end = verb.clause.end
    for other in scene.verbs[sentence]:
        if other.clause.start >= end and other.lead in ("content", "condition"):
            end = max(end, other.clause.end)
        elif other.clause.start >= end:
            break
    start = verb.clause.start
    if verb.subject and verb.subject.start <= verb.span.start:
        between = Span(verb.subject.end, verb.span.start)
        detached = any(v.head.within(between) for v in scene.verbs[sentence])
        start = verb.span.start if detached or verb.lead == "relative" else verb.subject.start
    return Candidate(
        sentence=sentence,
        trigger=verb.span,
        label_span=Span(min(start, verb.span.start), end),
        family=verb.family,
        kind=kind,
        verb=verb,
        is_speech=verb.verb_class == "speech",
        subject=verb.subject,
    )
