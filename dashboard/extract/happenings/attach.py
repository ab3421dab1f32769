"""Gives every date word of a sentence to the happening it dates, and makes the candidates.

The nearest clause counts, not the nearest word: "convened after the attacks on Monday"
dates the attacks, and says only that the convening came later.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from dashboard import edtf
from dashboard.extract.grammar import Verb
from dashboard.extract.happenings.choice import (
    first_since,
    judge,
    nominal_of,
    opener_of,
    speech_candidate,
)
from dashboard.extract.happenings.scene import Candidate, Scene
from dashboard.model import Accounted, Span, Step, TimeExpression

_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.I)


@dataclass(slots=True)
class Attached:
    """The candidates of an article and what became of each date word and sentence."""

    candidates: list[Candidate] = field(default_factory=list)
    accounted: list[Accounted] = field(default_factory=list)

    def account(self, scene: Scene, span: Span, what: str, fate: str, reason: str) -> None:
        """Note what became of a date word or sentence."""
        self.accounted.append(Accounted(span, scene.words(span), what, fate, reason))


def attach(scene: Scene) -> Attached:
    """Return every candidate of the article, dated by its own sentence where it can be."""
    found = Attached()
    for number, sentence in enumerate(scene.sentences):
        inside = [e for e in scene.expressions if e.span.within(sentence.span)]
        if sentence.part != "body":
            reason = f"It is a {sentence.part}, not part of the telling."
            found.account(scene, sentence.span, "sentence", "unused", reason)
            for expression in inside:
                found.account(
                    scene, expression.span, "date", "unused", f"It stands in a {sentence.part}."
                )
            continue
        _attach_sentence(scene, number, inside, found)
    return found


def _attach_sentence(
    scene: Scene, number: int, inside: Sequence[TimeExpression], found: Attached
) -> None:
    own: dict[int, TimeExpression] = {}
    bounds: dict[int, dict[str, str]] = {}
    governed: dict[int, TimeExpression] = {}
    for expression in inside:
        useless = _useless(scene, number, expression)
        if useless:
            found.account(scene, expression.span, "date", "unused", useless)
            continue
        clause = _clause_of(scene, number, expression.span)
        since = first_since(scene, number, expression.span)
        nominal = nominal_of(scene, number, expression.span)
        if since and clause is not None:
            found.candidates.append(_earlier(scene, number, clause, since, expression))
            found.account(
                scene,
                expression.span,
                "date",
                "used",
                "It dates an earlier happening of the same sort.",
            )
        elif nominal:
            _attach_nominal(scene, number, nominal, expression, clause, found, bounds, governed)
        elif expression.bound:
            _note_bound(expression, clause, bounds)
            found.account(
                scene,
                expression.span,
                "date",
                "bound",
                f"“{expression.bound}” makes it a limit, not a day.",
            )
        elif clause is None:
            found.account(
                scene,
                expression.span,
                "date",
                "unused",
                "No verb of its sentence can be dated by it.",
            )
        elif clause in own:
            found.account(
                scene,
                expression.span,
                "date",
                "merged",
                "Another date word of the clause dates the happening.",
            )
        else:
            own[clause] = expression
    _judge_sentence(scene, number, own, governed, bounds, found)


def _useless(scene: Scene, number: int, expression: TimeExpression) -> str:
    if scene.quoted(expression.span, number):
        return "It stands inside direct speech."
    if expression.kind in ("DURATION", "SET"):
        return f"It names a {'length of time' if expression.kind == 'DURATION' else 'repetition'}, not a day."
    if not expression.date:
        return expression.reason or "No calendar day follows from it."
    return ""


def _clause_of(scene: Scene, number: int, place: Span) -> int | None:
    """Return the verb whose clause holds a place; a fronted date belongs to the main verb."""
    verbs = scene.verbs[number]
    holding = [n for n, verb in enumerate(verbs) if place.within(verb.clause)]
    if not holding:
        return None
    n = holding[0]
    before_verb = place.end <= verbs[n].span.start
    if before_verb and verbs[n].lead != "main":
        return next((m for m, verb in enumerate(verbs) if m > n and verb.lead == "main"), n)
    return n


def _note_bound(
    expression: TimeExpression, clause: int | None, bounds: dict[int, dict[str, str]]
) -> None:
    if clause is not None and expression.bound in ("after", "before"):
        bounds.setdefault(clause, {})[expression.bound] = expression.date


def _earlier(
    scene: Scene, number: int, clause: int, since: Span, expression: TimeExpression
) -> Candidate:
    verb = scene.verbs[number][clause]
    made = speech_candidate(scene, number, verb, "happened")
    words = scene.words(since)
    step = Step(
        "first_since",
        words,
        f"“{words}” says that it last happened then. {expression.reason}",
        since,
    )
    return replace(made, trigger=since, is_speech=False).dated(
        expression.date, "governed", expression.span, step
    )


def _attach_nominal(
    scene: Scene,
    number: int,
    nominal: tuple[Span, str, Span],
    expression: TimeExpression,
    clause: int | None,
    found: Attached,
    bounds: dict[int, dict[str, str]],
    governed: dict[int, TimeExpression],
) -> None:
    noun, family, phrase = nominal
    candidate = Candidate(number, _with_adjectives(scene, noun, phrase), phrase, family, "happened")
    found.candidates.append(_with_own_date(candidate, expression))
    found.account(scene, expression.span, "date", "used", f"It dates “{scene.words(noun)}”.")
    opener = opener_of(scene, phrase)
    target = clause
    verbs = scene.verbs[number]
    if clause is not None and verbs[clause].lead in ("after", "before", "during"):
        target = next((n for n, v in enumerate(verbs) if v.lead == "main"), None)
    if target is not None and opener == "during":
        governed[target] = expression
    elif target is not None and opener in ("after", "before"):
        bounds.setdefault(target, {})[opener] = expression.date


def _with_adjectives(scene: Scene, noun: Span, phrase: Span) -> Span:
    """Widen an event noun by the adjectives before it, so that the id rests on telling words."""
    match = re.search(r"(?:\b[a-z-]+\s)?$", scene.text[phrase.start : noun.start])
    word = match.group().strip() if match else ""
    small = {
        "the",
        "a",
        "an",
        "of",
        "after",
        "following",
        "before",
        "during",
        "amid",
        "this",
        "that",
    }
    if not word or word in small:
        return noun
    return Span(noun.start - len(match.group() if match else ""), noun.end)


def _with_own_date(candidate: Candidate, expression: TimeExpression) -> Candidate:
    relative = expression.relative and not _MONTH.search(expression.text)
    step = Step(expression.rule, expression.text, expression.reason, expression.span)
    return candidate.dated(
        expression.date, "relative" if relative else "stated", expression.span, step
    )


def _judge_sentence(
    scene: Scene,
    number: int,
    own: dict[int, TimeExpression],
    governed: dict[int, TimeExpression],
    bounds: dict[int, dict[str, str]],
    found: Attached,
) -> None:
    sentence, verbs = scene.sentences[number], scene.verbs[number]
    reasons, made = [], False
    for n, verb in enumerate(verbs):
        reason = _barred(verb, n in own)
        kind = ""
        if not reason:
            kind, reason = judge(verb, n in own or n in governed)
        if kind:
            candidate = replace(speech_candidate(scene, number, verb, kind), **bounds.get(n, {}))
            found.candidates.append(_dated_by(candidate, own.get(n), governed.get(n), scene))
            made = True
        elif verb.lead == "main":
            reasons.append(reason)
        if n in own:
            fate, why = (
                ("used", f"It dates “{scene.words(verb.span)}”.") if kind else ("unused", reason)
            )
            found.account(scene, own[n].span, "date", fate, why)
    if not made:
        reason = reasons[0] if reasons else _no_verb_reason(scene, number)
        found.account(scene, sentence.span, "sentence", "unused", reason)


def _barred(verb: Verb, has_day: bool) -> str:
    """Say why a clause is not looked at further: it hangs on another and has no day."""
    if verb.lead in ("condition", "content", "subordinator", "before", "during") and not has_day:
        return "It is part of what another clause says."
    if verb.lead == "condition":
        return "It is a condition."
    if verb.lead == "content" and verb.verb_class != "event":
        return "It is what somebody says, not a happening."
    if verb.lead in ("after", "relative") and not has_day and verb.verb_class != "event":
        return "It only describes somebody or something."
    return ""


def _no_verb_reason(scene: Scene, number: int) -> str:
    sentence = scene.sentences[number].span
    if any(
        q.end - q.start > (sentence.end - sentence.start) // 2 for q in scene.quotations[number]
    ):
        return "It is direct speech that goes on."
    return "No finite verb of a happening was recognised in it."


def _dated_by(
    candidate: Candidate, own: TimeExpression | None, governing: TimeExpression | None, scene: Scene
) -> Candidate:
    if own:
        return _in_time(_with_own_date(candidate, own), scene)
    if governing:
        step = Step(
            governing.rule,
            governing.text,
            f"It happened during what “{governing.text}” dates. {governing.reason}",
            governing.span,
        )
        return _in_time(candidate.dated(governing.date, "governed", governing.span, step), scene)
    return candidate


def _in_time(candidate: Candidate, scene: Scene) -> Candidate:
    """Turn a happening dated after publication into a plan; it cannot have happened yet."""
    published = edtf.latest(scene.article.published_on)
    first = edtf.earliest(candidate.date)
    if candidate.kind == "happened" and published and first and first > published:
        return replace(candidate, kind="planned")
    return candidate


def date_words_left(scene: Scene, found: Attached) -> Iterator[TimeExpression]:
    """Yield the date words that nothing has accounted for yet."""
    seen = {a.span for a in found.accounted if a.what == "date"}
    yield from (e for e in scene.expressions if e.span not in seen)
