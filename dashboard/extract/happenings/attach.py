"""Makes the candidates of an article, dated by their own sentence where it dates them."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.extract.grammar import Verb
from dashboard.extract.happenings.choice import clause_candidate, judge_clause
from dashboard.extract.happenings.place import (
    Attached,
    Dating,
    in_time,
    place,
    step_of,
    with_own_date,
)
from dashboard.extract.happenings.scene import Candidate, Scene
from dashboard.extract.words import words_of
from dashboard.model import Span, Step, TimeExpression


def attach(scene: Scene) -> Attached:
    """Return every candidate of the article, dated by its own sentence where it can be."""
    found = Attached(scene)
    for number, sentence in enumerate(scene.sentences):
        inside = [e for e in scene.expressions if e.span.within(sentence.span)]
        if sentence.part == "body":
            dating = Dating(number)
            for expression in inside:
                place(found, dating, expression)
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


def _judge_sentence(found: Attached, dating: Dating) -> None:
    """Make candidates of the verbs that report something; account for dates and the sentence."""
    _share_when(found.scene, dating)
    reasons, made = [], False
    for n, verb in enumerate(found.scene.verbs[dating.number]):
        kind, reason = judge_clause(found.scene, verb, dating.own.get(n), n in dating.governed)
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


def _share_when(scene: Scene, dating: Dating) -> None:
    """Let the day of "When rebels attacked on Monday, …" date the main clause behind it too."""
    verbs = scene.verbs[dating.number]
    for n, verb in enumerate(verbs[:-1]):
        words = scene.words(verb.clause).split(maxsplit=1)
        opened = bool(words) and words[0].lower() in words_of("same_time")
        after = verbs[n + 1]
        told = verb.form == after.form == "past" and after.lead == "main"
        if opened and told and n in dating.own and n + 1 not in dating.own:
            dating.governed[n + 1] = dating.own[n]


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
        return in_time(scene, with_own_date(candidate, dating.own[n]))
    if n in dating.governed:
        return in_time(scene, _governed_by(candidate, dating.governed[n]))
    return candidate


def _governed_by(candidate: Candidate, expression: TimeExpression) -> Candidate:
    reason = f"It happened during what “{expression.text}” dates."
    step = Step("during", expression.text, reason, expression.span)
    read = step_of(expression)
    return candidate.dated(expression.date, "governed", expression.span, step, read)
