"""Gives every date word of a sentence to the happening it dates, and makes the candidates.

The nearest clause counts, not the nearest word: "convened after the attacks on Monday"
dates the attacks, and says only that the convening came later.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dashboard import edtf
from dashboard.extract.grammar import Verb
from dashboard.extract.happenings.choice import clause_candidate, judge_clause
from dashboard.extract.happenings.nominals import Nominal, first_since, nominal_of
from dashboard.extract.happenings.scene import Candidate, Scene
from dashboard.extract.happenings.unfit import (
    clause_of,
    is_clock,
    is_subject,
    misplaced,
    unfit,
)
from dashboard.model import Accounted, Span, Step, TimeExpression

_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.I)


@dataclass(slots=True)
class Attached:
    """The candidates of an article and what became of each date word and sentence."""

    scene: Scene
    candidates: list[Candidate] = field(default_factory=list)
    accounted: list[Accounted] = field(default_factory=list)

    def account(self, span: Span, what: str, fate: str, reason: str) -> None:
        """Note what became of a date word or a sentence."""
        self.accounted.append(Accounted(span, self.scene.words(span), what, fate, reason))


@dataclass(slots=True)
class Dating:
    """What the date words of one sentence say of each of its verbs, by the verb's number.

    own: the clause's day; governed: the day of what it happened during; after and before:
    limits (EDTF) that do not date it.
    """

    number: int
    own: dict[int, TimeExpression] = field(default_factory=dict)
    governed: dict[int, TimeExpression] = field(default_factory=dict)
    after: dict[int, str] = field(default_factory=dict)
    before: dict[int, str] = field(default_factory=dict)

    def limit(self, clause: int | None, side: str, date: str) -> None:
        """Note that a clause lies after or before a date."""
        if clause is not None and side in ("after", "before"):
            (self.after if side == "after" else self.before)[clause] = date


def attach(scene: Scene) -> Attached:
    """Return every candidate of the article, dated by its own sentence where it can be."""
    found = Attached(scene)
    for number, sentence in enumerate(scene.sentences):
        inside = [e for e in scene.expressions if e.span.within(sentence.span)]
        if sentence.part == "body":
            dating = Dating(number)
            for expression in inside:
                _place(found, dating, expression)
            _judge_sentence(found, dating)
        else:
            _pass_over(found, sentence.span, sentence.part, inside)
    _account_rest(found)
    return found


def _pass_over(
    found: Attached, sentence: Span, part: str, inside: Sequence[TimeExpression]
) -> None:
    found.account(sentence, "sentence", "unused", f"It is a {part}, not part of the telling.")
    for expression in inside:
        found.account(expression.span, "date", "unused", f"It stands in a {part}.")


def _account_rest(found: Attached) -> None:
    """Account for date words that reach over the end of a sentence."""
    seen = {a.span for a in found.accounted if a.what == "date"}
    for expression in found.scene.expressions:
        if expression.span not in seen:
            found.account(expression.span, "date", "unused", "It stands in no single sentence.")


def _place(found: Attached, dating: Dating, expression: TimeExpression) -> None:
    """Give one date word to a noun, a verb or a limit, or say why it dates nothing."""
    scene, span = found.scene, expression.span
    clause = clause_of(scene, dating.number, span)
    since = first_since(scene, dating.number, span)
    nominal = nominal_of(scene, dating.number, span)
    why_not = unfit(scene, dating.number, clause, expression, nominal)
    if why_not:
        found.account(span, "date", "unused", why_not)
    elif since and clause is not None:
        found.candidates.append(_earlier(scene, dating.number, clause, since, expression))
        found.account(span, "date", "used", "It dates an earlier happening of the same sort.")
    elif nominal and not is_subject(scene, dating.number, nominal, clause):
        _place_nominal(found, dating, nominal, expression, clause)
    elif expression.bound:
        dating.limit(clause, expression.bound, expression.date)
        reason = f"“{expression.bound}” makes it a limit, not a day."
        found.account(span, "date", "bound", reason)
    elif clause is None:
        found.account(span, "date", "unused", "No verb of its sentence can be dated by it.")
    elif misplaced(scene, dating.number, clause, expression):
        reason = misplaced(scene, dating.number, clause, expression)
        found.account(span, "date", "unused", reason)
    elif clause in dating.own and is_clock(dating.own[clause]) and not is_clock(expression):
        clock = dating.own[clause].span
        found.account(clock, "date", "merged", "Another date word names the day.")
        dating.own[clause] = expression
    elif clause in dating.own:
        reason = "Another date word of the clause dates the happening."
        found.account(span, "date", "merged", reason)
    else:
        dating.own[clause] = expression


def _earlier(
    scene: Scene, number: int, clause: int, since: Span, expression: TimeExpression
) -> Candidate:
    """Make the happening that "for the first time since …" says there was before."""
    made = clause_candidate(scene, number, scene.verbs[number][clause], "happened")
    words = scene.words(since)
    step = Step("first_since", words, f"“{words}” says that it last happened then.", since)
    earlier = replace(made, trigger=since, is_speech=False)
    read = _step_of(expression)
    return earlier.dated(expression.date, "governed", expression.span, step, read)


def _place_nominal(
    found: Attached,
    dating: Dating,
    nominal: Nominal,
    expression: TimeExpression,
    clause: int | None,
) -> None:
    """Make a candidate of an event noun with its date; the clause around it gets a limit."""
    scene = found.scene
    if nominal.opener == "since":
        dating.limit(clause, "after", expression.date)
        found.account(expression.span, "date", "bound", "“since” makes it a limit, not a day.")
        return
    candidate = Candidate(
        dating.number, nominal.trigger, nominal.phrase, nominal.family, "happened"
    )
    found.candidates.append(_in_time(scene, _with_own_date(candidate, expression)))
    found.account(expression.span, "date", "used", f"It dates “{scene.words(nominal.noun)}”.")
    verbs, target = scene.verbs[dating.number], clause
    if clause is not None and verbs[clause].lead in ("after", "before", "during"):
        target = next((n for n, v in enumerate(verbs) if v.lead == "main"), None)
    if target is not None and nominal.opener == "during":
        dating.governed[target] = expression
    dating.limit(target, nominal.opener, expression.date)


def _with_own_date(candidate: Candidate, expression: TimeExpression) -> Candidate:
    relative = expression.relative and not _MONTH.search(expression.text)
    source = "relative" if relative else "stated"
    return candidate.dated(expression.date, source, expression.span, _step_of(expression))


def _step_of(expression: TimeExpression) -> Step:
    """Return the reading of a date word as a step."""
    return Step(expression.rule, expression.text, expression.reason, expression.span)


def _judge_sentence(found: Attached, dating: Dating) -> None:
    """Make candidates of the verbs that report something; account for dates and the sentence."""
    reasons, made = [], False
    for n, verb in enumerate(found.scene.verbs[dating.number]):
        kind, reason = judge_clause(found.scene, verb, n in dating.own, n in dating.governed)
        if kind:
            found.candidates.append(_verb_candidate(found.scene, dating, n, verb, kind))
            made = True
        elif verb.lead == "main":
            reasons.append(reason)
        if n in dating.own:
            used = f"It dates “{found.scene.words(verb.span)}”."
            fate = ("used", used) if kind else ("unused", reason)
            found.account(dating.own[n].span, "date", *fate)
    if not made:
        reason = reasons[0] if reasons else _no_verb_reason(found.scene, dating.number)
        span = found.scene.sentences[dating.number].span
        found.account(span, "sentence", "unused", reason)


def _no_verb_reason(scene: Scene, number: int) -> str:
    sentence = scene.sentences[number].span
    half = (sentence.end - sentence.start) // 2
    if any(q.end - q.start > half for q in scene.quotations[number]):
        return "It is direct speech that goes on."
    return "No finite verb of a happening was recognised in it."


def _verb_candidate(scene: Scene, dating: Dating, n: int, verb: Verb, kind: str) -> Candidate:
    candidate = replace(
        clause_candidate(scene, dating.number, verb, kind),
        after=dating.after.get(n, ""),
        before=dating.before.get(n, ""),
    )
    if n in dating.own:
        return _in_time(scene, _with_own_date(candidate, dating.own[n]))
    if n in dating.governed:
        return _in_time(scene, _governed_by(candidate, dating.governed[n]))
    return candidate


def _governed_by(candidate: Candidate, expression: TimeExpression) -> Candidate:
    reason = f"It happened during what “{expression.text}” dates."
    step = Step("during", expression.text, reason, expression.span)
    read = _step_of(expression)
    return candidate.dated(expression.date, "governed", expression.span, step, read)


def _in_time(scene: Scene, candidate: Candidate) -> Candidate:
    """Turn a happening dated after publication into a plan; it cannot have happened yet."""
    published = edtf.latest(scene.article.published_on)
    first = edtf.earliest(candidate.date)
    if candidate.kind == "happened" and published and first and first > published:
        return replace(candidate, kind="planned")
    return candidate
