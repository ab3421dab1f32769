"""Says why a date word dates no happening: useless by itself, or hanging on other words."""

import re

from dashboard import edtf
from dashboard.extract.dates import names_month
from dashboard.extract.grammar import Verb, find_tokens
from dashboard.extract.happenings.ahead import moved_from, was_meant
from dashboard.extract.happenings.cues import cue, cue_before
from dashboard.extract.happenings.known import is_event_name, known_by_day
from dashboard.extract.happenings.nominals import Nominal
from dashboard.extract.happenings.scene import Scene
from dashboard.extract.words import words_of
from dashboard.model import Span, TimeExpression

_OF_NOUN = re.compile(r"\b([A-Za-z]+) of (?:the )?$")
_INNER = re.compile(r"\b(?:over|of|against|about|from|by|in|at|with|to)\s")
_NAME = re.compile(r" [A-Z][a-z]")
_DOING = re.compile(r" ((?:to )?[a-z]+ing)\b")
_AIM = re.compile(r"\bto [a-z]+ ")
_NAMED_BY_CLOCK = re.compile(r"\b(?:the|an?|its|their|his|her|[^\W\d]+['’]s) $", re.I)
_CLOCK = re.compile(r"\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m\.?)?|noon|midnight", re.I)


def unfit(
    scene: Scene,
    number: int,
    clause: int | None,
    expression: TimeExpression,
    nominal: Nominal | None,
) -> str:
    """Return why a date word of a sentence dates nothing at all, or ""."""
    useless = _useless(scene, number, expression) or known_by_day(scene, expression)
    if clause is not None and not useless:
        useless = was_meant(scene, scene.verbs[number][clause], expression)
    if useless or nominal:
        return useless
    return _hanging(scene, number, clause, expression.span) or _of_action(
        scene, number, clause, expression
    )


def misplaced(scene: Scene, number: int, clause: int, expression: TimeExpression) -> str:
    """Return why a date word does not date the clause it stands in, or ""."""
    if why := moved_from(scene, scene.verbs[number][clause], expression):
        return why
    stamps = expression.span.start == scene.sentences[number].span.start
    ahead = scene.verbs[number][clause].form in ("future", "modal")
    if stamps and ahead and _CLOCK.fullmatch(expression.text):
        return "It says when this was written, not when it is to come."
    named = expression.rule == "weekday" or names_month(expression.text, scene.article.language)
    if ahead and named and expression.anchor == "mention":
        return "What is to come does not count from the days of a story."
    if _goes_with_next(scene, number, clause, expression):
        return "It dates what stands behind “and”."
    if _is_far_clock(scene, expression):
        return "It is a time of day, and no day is named near it."
    if _too_late(scene, number, clause, expression):
        return "It lies after the publication, so it cannot date what was done."
    if _too_early(scene, number, clause, expression):
        return "It lies before the publication, so it cannot date what is still to come."
    return ""


def is_limit(expression: TimeExpression) -> bool:
    """Say whether a date word only limits; "after dawn on Wednesday" is on that day."""
    on_the_day = expression.kind == "TIME" and expression.bound in ("after", "before")
    return bool(expression.bound) and not on_the_day


def aims_at(scene: Scene, number: int, clause: int, place: Span) -> bool:
    """Say whether an infinitive stands between a verb and a place ("won to reach the final …")."""
    verb = scene.verbs[number][clause]
    return bool(_AIM.search(scene.text, verb.span.end, max(verb.span.end, place.start)))


def is_weak(scene: Scene, expression: TimeExpression) -> bool:
    """Say whether a date word gives way to any other one of its clause.

    A time of day alone does, whose day is only taken, and what stands in a name ("the 2010 Harbour
    Games", "the 9/11 attacks").
    """
    named = expression.text.isdigit() and _NAME.match(scene.text, expression.span.end)
    return bool(named or is_event_name(expression) or _CLOCK.fullmatch(expression.text))


def _goes_with_next(scene: Scene, number: int, clause: int, expression: TimeExpression) -> bool:
    """Say whether a limit and "and" stand between a verb and a date.

    "Must register boats by 1 May and ban nets from 2024" does not register from 2024.
    """
    verb = scene.verbs[number][clause]
    for other in scene.expressions:
        between = verb.head.end <= other.span.start < other.span.end <= expression.span.start
        words = scene.text[other.span.end : expression.span.start]
        if between and other.bound and other.date and re.search(r"\band [a-z]", words):
            return True
    return False


def is_nearer(scene: Scene, verb: Verb, before: TimeExpression, expression: TimeExpression) -> bool:
    """Say whether the second of two date words says more: a day within the first, or of the verb.

    "A decade ago, on 11 March 2011, …" is the one, "The inquest into his death on 2 May 2019 opened
    on Monday" the other. So is what stands between commas before the verb ("The crown, worth
    22 cents in July, rose this week").
    """
    exact = edtf.is_day(expression.date) and not edtf.is_day(before.date)
    if exact and edtf.intersection(before.date, expression.date):
        return True
    subject = verb.subject
    inside = subject is not None and subject.start < before.span.start < subject.end
    behind = expression.span.start >= verb.span.end
    if subject is None or not (inside and behind):
        return False
    opened = "," in scene.text[subject.start : before.span.start]
    closed = "," in scene.text[before.span.end : verb.span.start]
    return edtf.is_day(expression.date) or (opened and closed)


def _is_far_clock(scene: Scene, expression: TimeExpression) -> bool:
    """Say whether a time of day alone took its day from another paragraph."""
    if expression.anchor != "mention" or not _CLOCK.fullmatch(expression.text):
        return False
    start, number = expression.span.start, scene.sentence_at(expression.span.start)
    paragraph = scene.sentences[number].paragraph
    while number and scene.sentences[number - 1].paragraph == paragraph:
        number -= 1
    first = scene.sentences[number].span.start
    return not any(
        e.date == expression.date and first <= e.span.start < start for e in scene.expressions
    )


def _too_late(scene: Scene, number: int, clause: int, expression: TimeExpression) -> bool:
    """Say whether a date word reaches ahead of the publication while its verb tells the past."""
    published = edtf.latest(scene.article.published_on)
    first, last = edtf.earliest(expression.date), edtf.latest(expression.date)
    verb = scene.verbs[number][clause]
    if not (published and first and last) or verb.family == "plan":
        return False
    ahead = first > published or (first == published and last > published)
    return ahead and verb.form in ("past", "perfect", "pluperfect")


def _too_early(scene: Scene, number: int, clause: int, expression: TimeExpression) -> bool:
    """Say whether a date word that counts from another day is past where its verb looks ahead."""
    published = edtf.earliest(scene.article.published_on)
    last = edtf.latest(expression.date)
    ahead = scene.verbs[number][clause].form in ("modal", "future")
    return bool(ahead and expression.relative and published and last and last < published)


def _hanging(scene: Scene, number: int, clause: int | None, place: Span) -> str:
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
    if cue_before("ends_length", scene.text, sentence.start, place.start) is not None:
        return "It only ends a length of time."
    if cue("of_accounts").match(scene.text, place.start, place.end):
        return "It only says of which time the figures are."
    if _CLOCK.fullmatch(scene.words(place)) and _NAMED_BY_CLOCK.search(
        scene.text, sentence.start, place.start
    ):
        return "It only says which one is meant."
    noun = _OF_NOUN.search(scene.text, sentence.start, place.start)
    if noun and noun.group(1).lower() not in words_of("time_part"):
        return f"It only says which {noun.group(1)} is meant."
    return ""


def _of_action(scene: Scene, number: int, clause: int | None, expression: TimeExpression) -> str:
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


def is_subject(scene: Scene, number: int, nominal: Nominal, clause: int | None) -> bool:
    """Say whether a dated noun is the subject of its clause, which then tells the happening."""
    verb = scene.verbs[number][clause] if clause is not None else None
    if verb is None or verb.subject is None or nominal.opener:
        return False
    before = scene.text[verb.subject.start : nominal.noun.start]
    if _INNER.search(before):
        return False
    return nominal.noun.within(verb.subject) and verb.verb_class == "event"


def _useless(scene: Scene, number: int, expression: TimeExpression) -> str:
    if scene.quoted(expression.span, number):
        return "It stands inside direct speech."
    if expression.kind == "DURATION" and not expression.date:
        return "It names a length of time, not a day."
    if expression.kind == "SET":
        return "It names a repetition, not a day."
    if not expression.date:
        return expression.reason or "No calendar day follows from it."
    return ""


def _is_described(scene: Scene, verb: Verb, place: Span) -> bool:
    """Say whether "which" or "whose" stands before a place ("a bank, which last week sold …")."""
    before = find_tokens(scene.text, Span(verb.clause.start, place.start))
    return any("relative" in token.jobs for token in before)


def clause_of(scene: Scene, number: int, place: Span) -> int | None:
    """Return the verb whose clause holds a place; a fronted date belongs to the main verb."""
    verbs = scene.verbs[number]
    n = next((n for n, verb in enumerate(verbs) if place.within(verb.clause)), None)
    if n is None or verbs[n].lead == "main" or place.end > verbs[n].span.start:
        return n
    if verbs[n].lead == "relative" and _is_described(scene, verbs[n], place):
        return n
    return next((m for m, v in enumerate(verbs) if m > n and v.lead == "main"), n)
