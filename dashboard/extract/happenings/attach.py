"""Gives every date word of a sentence to the happening it dates, and makes the candidates.

The nearest clause counts, not the nearest word: "convened after the attacks on Monday"
dates the attacks, and says only that the convening came later.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dashboard import edtf
from dashboard.extract.grammar import Verb, verb_forms
from dashboard.extract.happenings.choice import clause_candidate, judge
from dashboard.extract.happenings.nominals import Nominal, first_since, nominal_of
from dashboard.extract.happenings.scene import Candidate, Scene
from dashboard.model import Accounted, Span, Step, TimeExpression

_WATCHERS = frozenset(
    ("analysts", "commentators", "critics", "experts", "observers", "pundits", "sceptics")
)
_PARTICIPLES = ("due", "born", "set", "scheduled")
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
    useless = _useless(scene, dating.number, expression)
    clause = _clause_of(scene, dating.number, span)
    since = first_since(scene, dating.number, span)
    nominal = nominal_of(scene, dating.number, span)
    aside = _aside(scene, dating.number, clause, span)
    if useless:
        found.account(span, "date", "unused", useless)
    elif since and clause is not None:
        found.candidates.append(_earlier(scene, dating.number, clause, since, expression))
        found.account(span, "date", "used", "It dates an earlier happening of the same sort.")
    elif nominal and not _is_subject(scene, dating.number, nominal, clause):
        _place_nominal(found, dating, nominal, expression, clause)
    elif expression.bound:
        dating.limit(clause, expression.bound, expression.date)
        reason = f"“{expression.bound}” makes it a limit, not a day."
        found.account(span, "date", "bound", reason)
    elif clause is None:
        found.account(span, "date", "unused", "No verb of its sentence can be dated by it.")
    elif _too_late(scene, dating.number, clause, expression):
        reason = "It lies after the publication, so it cannot date what was done."
        found.account(span, "date", "unused", reason)
    elif aside:
        found.account(span, "date", "unused", f"It only dates the aside “{scene.words(aside)}”.")
    elif clause in dating.own:
        reason = "Another date word of the clause dates the happening."
        found.account(span, "date", "merged", reason)
    else:
        dating.own[clause] = expression


def _too_late(scene: Scene, number: int, clause: int, expression: TimeExpression) -> bool:
    """Say whether a date word reaches ahead of the publication while its verb tells the past."""
    published = edtf.latest(scene.article.published_on)
    first, last = edtf.earliest(expression.date), edtf.latest(expression.date)
    verb = scene.verbs[number][clause]
    if not (published and first and last) or verb.family == "plan":
        return False
    ahead = first > published or (first == published and last > published)
    return ahead and verb.form in ("past", "perfect", "pluperfect")


def _aside(scene: Scene, number: int, clause: int | None, place: Span) -> Span | None:
    """Return the aside a date word ends, where a participle opens it (", begun in May, ")."""
    if clause is None:
        return None
    sentence, verb = scene.sentences[number].span, scene.verbs[number][clause]
    start = max(scene.text.rfind(mark, sentence.start, place.start) for mark in ",(")
    opening = re.match(r"[,(] ?(?:(?:first|originally|newly) )?([a-z]+)\b", scene.text[max(start, 0) :])
    if start < 0 or not opening or verb.span.overlaps(Span(start, place.end)):
        return None
    word = opening.group(1)
    form = verb_forms().get(word)
    participle = word in _PARTICIPLES or (form and "participle" in form.tenses)
    return Span(start + 1, place.end) if participle or word.endswith("ed") else None


def _is_subject(scene: Scene, number: int, nominal: Nominal, clause: int | None) -> bool:
    """Say whether a dated noun is the subject of its clause, which then tells the happening."""
    verb = scene.verbs[number][clause] if clause is not None else None
    if verb is None or verb.subject is None or nominal.opener:
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


def _clause_of(scene: Scene, number: int, place: Span) -> int | None:
    """Return the verb whose clause holds a place; a fronted date belongs to the main verb."""
    verbs = scene.verbs[number]
    n = next((n for n, verb in enumerate(verbs) if place.within(verb.clause)), None)
    if n is None or verbs[n].lead == "main" or place.end > verbs[n].span.start:
        return n
    return next((m for m, v in enumerate(verbs) if m > n and v.lead == "main"), n)


def _earlier(
    scene: Scene, number: int, clause: int, since: Span, expression: TimeExpression
) -> Candidate:
    """Make the happening that "for the first time since …" says there was before."""
    made = clause_candidate(scene, number, scene.verbs[number][clause], "happened")
    words = scene.words(since)
    reason = f"“{words}” says that it last happened then. {expression.reason}"
    step = Step("first_since", words, reason, since)
    earlier = replace(made, trigger=since, is_speech=False)
    return earlier.dated(expression.date, "governed", expression.span, step)


def _place_nominal(
    found: Attached,
    dating: Dating,
    nominal: Nominal,
    expression: TimeExpression,
    clause: int | None,
) -> None:
    """Make a candidate of an event noun with its date; the clause around it gets a limit."""
    scene = found.scene
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
    step = Step(expression.rule, expression.text, expression.reason, expression.span)
    source = "relative" if relative else "stated"
    return candidate.dated(expression.date, source, expression.span, step)


def _judge_sentence(found: Attached, dating: Dating) -> None:
    """Make candidates of the verbs that report something; account for dates and the sentence."""
    reasons, made = [], False
    for n, verb in enumerate(found.scene.verbs[dating.number]):
        kind, reason = _judge_clause(found.scene, verb, n, dating)
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


def _judge_clause(scene: Scene, verb: Verb, n: int, dating: Dating) -> tuple[str, str]:
    has_day = n in dating.own
    barred = _barred(verb, has_day)
    if not barred and not has_day and _is_comment(scene, verb):
        barred = "It is comment: people who are not named say what they think."
    if barred:
        return "", barred
    return judge(verb, n in dating.own or n in dating.governed)


def _is_comment(scene: Scene, verb: Verb) -> bool:
    """Say whether a saying is that of unnamed watchers ("Analysts have suggested …")."""
    if verb.verb_class != "speech" or verb.subject is None:
        return False
    words = scene.words(verb.subject).split()
    named = any(w[:1].isupper() for w in words[1:])
    return bool(words) and not named and words[-1].lower() in _WATCHERS


def _barred(verb: Verb, has_day: bool) -> str:
    """Say why a clause is not looked at further: it hangs on another one."""
    hanging = ("condition", "content", "subordinator", "before", "during")
    if verb.lead in hanging and not has_day:
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
    reason = f"It happened during what “{expression.text}” dates. {expression.reason}"
    step = Step("during", expression.text, reason, expression.span)
    return candidate.dated(expression.date, "governed", expression.span, step)


def _in_time(scene: Scene, candidate: Candidate) -> Candidate:
    """Turn a happening dated after publication into a plan; it cannot have happened yet."""
    published = edtf.latest(scene.article.published_on)
    first = edtf.earliest(candidate.date)
    if candidate.kind == "happened" and published and first and first > published:
        return replace(candidate, kind="planned")
    return candidate
