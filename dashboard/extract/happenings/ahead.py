"""Says which day to come a date word means, by the verb that it belongs to.

"On Monday, the council will vote" looks ahead from the verb behind the date; "the vote was put off
from 3 July to 30 July" and "unions called a strike for 20 May" name a day to come in a past tense.
"""

import re
from dataclasses import replace

from dashboard import edtf
from dashboard.extract.dates import names_month
from dashboard.extract.grammar import Verb, find_tokens
from dashboard.extract.happenings.cues import cue_before
from dashboard.extract.happenings.nominals import Nominal
from dashboard.extract.happenings.scene import Scene
from dashboard.extract.words import words_of
from dashboard.model import Span, TimeExpression

_AIM = re.compile(r"\bto [a-z]+\b")
_AS = re.compile(r" as\b")
_EITHER_SIDE = ("weekday", "the-weekend")
_NOW = ("present", "progressive")


def appointed(scene: Scene, verb: Verb, expression: TimeExpression) -> str:
    """Return why a date names the day that a past verb moves or appoints something to, or ""."""
    named = scene.words(verb.span)
    second = _stands(scene, "moved_from", verb, expression) and _is_second(expression)
    to = _stands(scene, "moved_to", verb, expression) or second
    if to and is_moving(scene, verb):
        return f"“{named}” says which day it was moved to."
    meant = _stands(scene, "appointed_for", verb, expression)
    if (meant or _is_named(scene, verb, expression)) and _arranges(scene, verb, expression):
        return f"“{named}” says for which day it was meant."
    return ""


def moved_from(scene: Scene, verb: Verb, expression: TimeExpression) -> str:
    """Return why a date is the day on which something moved does not happen, or ""."""
    left = _stands(scene, "moved_from", verb, expression) and not _is_second(expression)
    if left and is_moving(scene, verb):
        return f"“{scene.words(verb.span)}” says that it was moved from that day."
    return ""


def was_meant(scene: Scene, verb: Verb, expression: TimeExpression) -> str:
    """Return why a weekday may lie on either side of the publication, or "".

    "She had been due to travel on Monday" does not say which Monday.
    """
    either = expression.rule in _EITHER_SIDE or _is_open(scene, expression)
    if verb.form != "pluperfect" or not either:
        return ""
    planned = verb.lemma in words_of("arranging") or verb.family == "plan"
    planned = planned or scene.words(verb.head).lower() in words_of("planning")
    named = scene.words(verb.span)
    return f"“{named}” does not say which one is meant." if planned else ""


def may_be_ahead(
    scene: Scene, verb: Verb | None, nominal: Nominal, expression: TimeExpression
) -> str:
    """Return why the weekday of something scheduled may lie on either side of the publication.

    "Put off because of a vote on Friday" and "is in town for Friday's vote" do not say whether
    the vote is over.
    """
    noun = scene.words(nominal.noun).lower()
    scheduled = {noun, noun.removesuffix("s")} & words_of("scheduled")
    either = expression.rule in _EITHER_SIDE and expression.anchor == "publication"
    today = expression.date == scene.article.published_on
    now = not nominal.opener and verb is not None and verb.form in _NOW
    if today or not (scheduled and either and (now or nominal.opener == "cause")):
        return ""
    return f"Nothing says whether “{noun}” was before the publication or is after it."


def _is_open(scene: Scene, expression: TimeExpression) -> bool:
    """Say whether a day or month without a year lies nearer ahead than behind."""
    published = edtf.latest(scene.article.published_on)
    last, other = edtf.latest(expression.date), edtf.earliest(expression.alternative)
    if not (published and last and other and last < published < other):
        return False
    return other - published < published - last


def as_meant(scene: Scene, verb: Verb, expression: TimeExpression) -> TimeExpression:
    """Return a date word as its verb makes it: the day to come, the second day of two."""
    if moved_from(scene, verb, expression) and "/" in expression.date:
        return _new_day(scene, expression)
    ahead = appointed(scene, verb, expression) or _is_fronted(verb, expression)
    if ahead or _is_aimed_at(scene, verb, expression):
        return _to_come(scene, verb, expression)
    return expression


def _was_done(scene: Scene, verb: Verb, expression: TimeExpression) -> bool:
    """Say whether a verb tells plainly what was done on a day ("died in Oslo on 31 January").

    An object between them may have the day for its own ("unveiled a plan for 31 January").
    """
    if expression.span.start < verb.span.end or expression.bound or verb.negated:
        return False
    between = find_tokens(scene.text, Span(verb.head.end, expression.span.start))
    bare = not any("determiner" in t.jobs or t.text == "," for t in between)
    past = verb.form in ("past", "pluperfect") and verb.verb_class == "event"
    plans = words_of("arranging") | words_of("intending") | words_of("postponing")
    month = names_month(expression.text, scene.article.language) or expression.rule == "weekday"
    named = edtf.is_day(expression.date) and month
    aims = _AIM.search(scene.text, verb.head.end, expression.span.start)
    planned = verb.family == "plan" or _names(scene, verb) & plans
    return past and named and bare and not (planned or aims)


def gone_by(scene: Scene, verb: Verb, expression: TimeExpression) -> TimeExpression:
    """Take the runner-up for a day that a past verb tells of, where the first one is to come."""
    if not _was_done(scene, verb, expression):
        return expression
    published = edtf.latest(scene.article.published_on)
    first, other = edtf.earliest(expression.date), edtf.latest(expression.alternative)
    if not (published and first and other and other <= published < first):
        return expression
    if _stands(scene, "appointed_for", verb, expression):
        return expression
    return _runner_up(scene, verb, expression, "tells the past")


def is_moving(scene: Scene, verb: Verb) -> bool:
    """Say whether a verb moves a happening to another day ("delay", "put off")."""
    return bool(_names(scene, verb) & words_of("postponing"))


def is_off(scene: Scene, verb: Verb) -> bool:
    """Say whether a verb tells that a plan is no more ("postpone", "call off")."""
    return bool(_names(scene, verb) & (words_of("postponing") | words_of("cancelling")))


def _names(scene: Scene, verb: Verb) -> set[str]:
    """Return a verb alone and with each word behind it."""
    behind = re.findall(r"\w+", scene.text[verb.head.end : verb.clause.end])
    return {verb.lemma, *(f"{verb.lemma} {word}" for word in behind)}


def _arranges(scene: Scene, verb: Verb, expression: TimeExpression) -> bool:
    """Say whether a verb appoints something to one day ("set a hearing for", "set 3 May as")."""
    if verb.lemma not in words_of("arranging") or verb.negated or "modal" in verb.form:
        return False
    end = max(verb.head.end, expression.span.start)
    if _is_named(scene, verb, expression):
        return edtf.is_day(expression.date)
    between = find_tokens(scene.text, Span(verb.head.end, end))
    words = [t for t in between if t.text[:1].isalnum()]
    whole = len(words) == len(between) and not any("content" in t.jobs for t in words)
    thing = len(words) > 1 and "preposition" not in words[0].jobs
    return edtf.is_day(expression.date) and whole and (thing or verb.passive)


def _is_named(scene: Scene, verb: Verb, expression: TimeExpression) -> bool:
    """Say whether a day is itself what a verb appoints ("set 3 May as the deadline")."""
    between = scene.text[verb.head.end : max(verb.head.end, expression.span.start)]
    return not between.strip() and bool(_AS.match(scene.text, expression.span.end))


def _stands(scene: Scene, name: str, verb: Verb, expression: TimeExpression) -> bool:
    return cue_before(name, scene.text, verb.span.start, expression.span.start) is not None


def _is_fronted(verb: Verb, expression: TimeExpression) -> bool:
    """Say whether a date opens a clause of what will be ("On Monday, the council will vote")."""
    subject = verb.subject
    before = subject is not None and expression.span.end <= subject.start <= verb.span.start
    return verb.form == "future" and before and expression.anchor == "publication"


def _is_aimed_at(scene: Scene, verb: Verb, expression: TimeExpression) -> bool:
    """Say whether a month and day belong to what was agreed ("agreed to reopen it on 1 July").

    They do where that day lies nearer ahead than behind, and "to reopen" stands between.
    """
    end = max(verb.head.end, expression.span.start)
    meant = verb.lemma in words_of("intending") and _AIM.search(scene.text, verb.head.end, end)
    published = edtf.earliest(scene.article.published_on)
    last, other = edtf.latest(expression.date), edtf.earliest(expression.alternative)
    named = names_month(expression.text, scene.article.language)
    if not (meant and named and published and last and other):
        return False
    return other - published < published - last


def _to_come(scene: Scene, verb: Verb, expression: TimeExpression) -> TimeExpression:
    """Take the runner-up for the day, where that one lies ahead and the first one is over."""
    published = edtf.earliest(scene.article.published_on)
    last, other = edtf.latest(expression.date), edtf.earliest(expression.alternative)
    if not (published and last and other and last < published <= other):
        return expression
    named = names_month(expression.text, scene.article.language)
    far = named and other - published > published - last
    if far and not (is_moving(scene, verb) and expression.bound == "until"):
        return expression
    return _runner_up(scene, verb, expression, "looks ahead")


def _runner_up(scene: Scene, verb: Verb, expression: TimeExpression, does: str) -> TimeExpression:
    """Return a date word with its two days changed for one another, for what its verb does."""
    day = edtf.in_words(expression.alternative)
    reason = f"“{expression.text}” is {day}, as “{scene.words(verb.span)}” {does}."
    return replace(
        expression, date=expression.alternative, alternative=expression.date, reason=reason
    )


def _is_second(expression: TimeExpression) -> bool:
    """Say whether a date word of two days was read as the second one ("3 July to 30 July")."""
    return " to " in expression.text and "/" not in expression.date


def _new_day(scene: Scene, expression: TimeExpression) -> TimeExpression:
    """Take the second of two days, where it is still to come when the article is published."""
    old, _, new = expression.date.partition("/")
    published, day = edtf.latest(scene.article.published_on), edtf.earliest(new)
    if not (published and day and day > published):
        return expression
    reason = f"{expression.reason} It was moved from the first day to the second."
    return replace(expression, date=new, alternative=old, reason=reason)
