"""Makes the candidates of an article, dated by their own sentence where it dates them."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard import edtf
from dashboard.extract.grammar import Verb
from dashboard.extract.happenings.choice import clause_candidate, judge_clause
from dashboard.extract.happenings.limits import as_told, reached
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
            entry = scene.entries.get(sentence.paragraph)
            for expression in inside:
                if expression != entry:
                    place(found, dating, expression)
            if entry:
                _share_entry(scene, dating, entry, inside)
            _judge_sentence(found, dating)
        else:
            _pass_over(found, sentence.span, sentence.part, inside)
    _account_rest(found)
    return found


def _share_entry(
    scene: Scene, dating: Dating, entry: TimeExpression, inside: Sequence[TimeExpression]
) -> None:
    """Let the day that opens an entry date what the entry tells and no other day dates."""
    for n, verb in enumerate(scene.verbs[dating.number]):
        open_ = any(
            e.span.within(verb.clause) and e.kind in ("DATE", "TIME") and not e.date for e in inside
        )
        told = verb.lead == "main" and verb.form in ("past", "perfect") and not open_
        if told and n not in dating.own and n not in dating.governed:
            dating.own[n] = entry


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
    _share_helped(found.scene, dating)
    reasons, made = [], False
    for n, verb in enumerate(found.scene.verbs[dating.number]):
        told = as_told(found.scene, verb, dating.own.get(n))
        kind, reason = judge_clause(found.scene, told, dating.own.get(n), n in dating.governed)
        if kind:
            found.candidates.append(_verb_candidate(found.scene, dating, n, told, kind))
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
    """Let the day of a clause with "when" date the main clause beside it too.

    "When rebels attacked on Monday, the mayor fled" and "The mayor fled when rebels attacked on
    Monday" both tell of two things on that day.
    """
    verbs = scene.verbs[dating.number]
    for n, verb in enumerate(verbs):
        words = scene.words(verb.clause).split(maxsplit=1)
        if n not in dating.own or not words or words[0].lower() not in words_of("same_time"):
            continue
        after, before = verbs[n + 1 : n + 2], verbs[n - 1 : n] if n else ()
        beside = after if after and after[0].lead == "main" else before
        for other in beside:
            place = verbs.index(other)
            told = (verb.form, other.form) in (("past", "past"), ("present", "future"))
            if told and place not in dating.own and other.lead in ("main", "content"):
                dating.governed[place] = dating.own[n]


def _share_helped(scene: Scene, dating: Dating) -> None:
    """Let the day of a passive date the one that shares its auxiliary.

    "She was called in on Monday and handed a note" tells of two things on that day.
    """
    for n, verb in enumerate(scene.verbs[dating.number]):
        own = dating.own.get(n - 1) or dating.governed.get(n - 1)
        if verb.helped and own and edtf.is_day(own.date) and n not in dating.own:
            dating.governed[n] = own


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
        own = dating.own[n]
        why = reached(scene, scene.verbs[dating.number][n], own)
        steps = (Step("reached", own.text, why, own.span),) if why else ()
        return in_time(scene, with_own_date(scene, candidate, own, *steps))
    if n in dating.governed:
        return in_time(scene, _governed_by(candidate, dating.governed[n]))
    return candidate


def _governed_by(candidate: Candidate, expression: TimeExpression) -> Candidate:
    reason = f"It happened during what “{expression.text}” dates."
    if candidate.verb and candidate.verb.helped:
        reason = f"“{expression.text}” dates both verbs."
    step = Step("during", expression.text, reason, expression.span)
    read = step_of(expression)
    return candidate.dated(expression.date, "governed", expression.span, step, read)
