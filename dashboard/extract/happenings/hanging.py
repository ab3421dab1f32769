"""Says which date words hang on other words than the verb of their clause.

"The paper of 5 May", "compared with 3 million in May" and "a plan for the years 2020-2026" say
nothing of when something happened.
"""

import re

from dashboard import edtf
from dashboard.extract.grammar import Verb
from dashboard.extract.happenings.cues import cue, cue_before
from dashboard.extract.happenings.known import compares, counts_from
from dashboard.extract.happenings.nominals import is_event
from dashboard.extract.happenings.scene import Scene
from dashboard.extract.words import words_of
from dashboard.model import Span, TimeExpression

_OF_NOUN = re.compile(r"\b([A-Za-z]+) of (?:the )?$")
_DOING = re.compile(r" ((?:to )?[a-z]+ing)\b")
_SINCE = re.compile(r"\bsince (?:the|his|her|its|their) [^,;:]*$")
_NAMED_BY_CLOCK = re.compile(r"\b(?:the|an?|its|their|his|her|[^\W\d]+['’]s) $", re.I)
CLOCK = re.compile(r"\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m\.?)?|noon|midnight", re.I)
"""A time of day alone."""


def hanging(scene: Scene, number: int, clause: int | None, place: Span) -> str:
    """Say why a date word hangs on words that are no happening of their own, or nothing.

    It does inside a condition before the main clause, and after "of" behind a common noun
    ("the paper of 5 May").
    """
    if clause is None:
        return ""
    sentence, verb = scene.sentences[number].span, scene.verbs[number][clause]
    comma = scene.text.find(",", place.end, verb.span.start)
    opener = scene.text[sentence.start : place.start].split(" ", 1)[0].lower()
    if comma >= 0 and opener in words_of("condition_opener"):
        return "It stands in a condition."
    if _is_in_passing(scene, sentence.start, verb, place):
        return "It stands in words between commas that only describe."
    if cue_before("for_span", scene.text, sentence.start, place.start) is not None:
        return "It only says for which time something is meant."
    lasts = verb.form == "perfect" and verb.head.end < place.start
    if lasts and _SINCE.search(scene.text, verb.head.end, place.start):
        return "“Since” makes it a limit, not a day."
    if counts_from(scene, verb, place):
        return "A length of time is counted from it."
    if compares(scene, verb, place):
        return "It only says what something is compared with."
    if cue_before("ends_length", scene.text, sentence.start, place.start) is not None:
        return "It only ends a length of time."
    if cue("of_accounts").match(scene.text, place.start, place.end):
        return "It only says of which time the figures are."
    if CLOCK.fullmatch(scene.words(place)) and _NAMED_BY_CLOCK.search(
        scene.text, sentence.start, place.start
    ):
        return "It only says which one is meant."
    noun = _OF_NOUN.search(scene.text, sentence.start, place.start)
    if noun and _is_inside_event(scene, sentence.start, Span(*noun.span(1))):
        return ""
    if noun and noun.group(1).lower() not in words_of("time_part"):
        return f"It only says which {noun.group(1)} is meant."
    return ""


def _is_inside_event(scene: Scene, start: int, noun: Span) -> bool:
    """Say whether a sentence begins with what it happened in ("At its meeting of 5 May, …")."""
    return is_event(scene, noun) and cue_before("inside", scene.text, start, noun.start) == start


def _is_in_passing(scene: Scene, start: int, verb: Verb, place: Span) -> bool:
    """Say whether a date stands in words between commas before a verb, which describe a thing.

    "The firm, whose year ends on 3 May, …" and "At dawn, the hour of the blast on 4 August, …"
    do; "The firm, on 3 May, …" and "In Oslo, the king on Monday, …" do not.
    """
    opened = scene.text.rfind(",", start, place.start)
    closed = scene.text.find(",", place.end, verb.span.start)
    if opened < 0 or closed < 0 or verb.subject is None:
        return False
    first = scene.text[opened + 1 : place.start].split()[:1]
    opens = "".join(first).lower() in words_of("describing_aside")
    return opens and not opened < verb.subject.start < place.start


def of_action(scene: Scene, number: int, clause: int | None, expression: TimeExpression) -> str:
    """Say whether a month, a year or a span belongs to an action that hangs on the verb.

    "Found guilty of accepting bribes between 2009 and 2013" is not dated; an exact day is
    left with the verb.
    """
    if clause is None:
        return ""
    verb, place = scene.verbs[number][clause], expression.span.start
    doing = _DOING.match(scene.text, verb.span.end) if verb.lemma in words_of("ruling") else None
    if doing and expression.rule != "weekday":
        return f"It dates “{doing.group(1)}”, which hangs on “{scene.words(verb.span)}”."
    if edtf.is_day(expression.date):
        return ""
    action = cue("hangs").search(scene.text, verb.span.end, max(verb.span.end, place))
    if action and ", " not in scene.text[action.end() : place]:
        return f"It dates “{action.group()}”, which hangs on “{scene.words(verb.span)}”."
    if "/" in expression.date and verb.lemma in words_of("ruling"):
        return f"It dates what “{scene.words(verb.span)}” is about."
    often = any(
        e.kind == "SET" and e.span.within(verb.clause) and cue("repeats").match(e.text)
        for e in scene.expressions
    )
    return "It only says when something happens again and again." if often else ""
