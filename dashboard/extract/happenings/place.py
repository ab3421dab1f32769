"""Gives a date word to the happening it dates: a noun, a verb, a limit, or nothing.

The nearest clause counts, not the nearest word: "convened after the attacks on Monday"
dates the attacks, and says only that the convening came later.
"""

from dataclasses import dataclass, field, replace

from dashboard import edtf
from dashboard.extract.dates import names_month
from dashboard.extract.grammar import Verb
from dashboard.extract.happenings.ahead import as_meant, gone_by, is_off
from dashboard.extract.happenings.asides import aside_at, says_so
from dashboard.extract.happenings.choice import clause_candidate, is_ahead, judge
from dashboard.extract.happenings.cues import cue_before
from dashboard.extract.happenings.known import is_old, known_by_day
from dashboard.extract.happenings.limits import as_told, reached
from dashboard.extract.happenings.nominals import (
    Nominal,
    first_since,
    is_event,
    nominal_of,
    takes_part,
)
from dashboard.extract.happenings.scene import Candidate, Scene
from dashboard.extract.happenings.unfit import (
    aims_at,
    clause_of,
    is_limit,
    is_nearer,
    is_subject,
    is_weak,
    misplaced,
    unfit,
)
from dashboard.extract.words import words_of
from dashboard.model import Accounted, Span, Step, TimeExpression


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
        if clause is not None and side in ("after", "before", "until"):
            (self.after if side == "after" else self.before)[clause] = date


def place(found: Attached, dating: Dating, expression: TimeExpression) -> None:
    """Give one date word to a noun, a verb or a limit, or say why it dates nothing."""
    scene, span = found.scene, expression.span
    verbs, clause = scene.verbs[dating.number], clause_of(scene, dating.number, span)
    if clause is not None:
        expression = as_meant(scene, verbs[clause], expression)
    since = first_since(scene, dating.number, span)
    nominal = _nominal_of(scene, dating.number, clause, expression)
    aside = aside_at(scene, dating.number, span)
    if clause is not None and not (nominal or aside or since):
        expression = gone_by(scene, verbs[clause], expression)
    why_not = unfit(scene, dating.number, clause, expression, nominal)
    if why_not:
        found.account(span, "date", "unused", why_not)
        subject = verbs[clause].subject if clause is not None else None
        if subject and span.within(subject) and known_by_day(scene, expression):
            dating.limit(clause, "before", expression.date)
    elif since and clause is not None and aims_at(scene, dating.number, clause, since):
        reason = f"“{scene.words(since)}” belongs to what was aimed at."
        found.account(span, "date", "unused", reason)
    elif since and clause is not None and verbs[clause].lemma == "be":
        found.account(span, "date", "unused", "It counts happenings, and tells of none.")
    elif since and clause is not None:
        found.candidates.append(_earlier(scene, dating.number, clause, since, expression))
        found.account(span, "date", "used", "It dates an earlier happening of the same sort.")
    elif nominal and not is_subject(scene, dating.number, nominal, clause):
        _place_nominal(found, dating, nominal, expression, clause)
    elif clause is not None and not aside and reached(scene, verbs[clause], expression):
        _take(found, dating, clause, expression)
    elif is_limit(expression):
        dating.limit(clause, expression.bound, expression.date)
        reason = f"“{expression.bound}” makes it a limit, not a day."
        found.account(span, "date", "bound", reason)
    elif aside:
        _place_aside(found, dating, aside, expression, clause)
    elif clause is None:
        found.account(span, "date", "unused", "No verb of its sentence can be dated by it.")
    elif misplaced(scene, dating.number, clause, expression):
        reason = misplaced(scene, dating.number, clause, expression)
        found.account(span, "date", "unused", reason)
        if verbs[clause].form == "present":
            dating.limit(clause, "after", expression.date)
    else:
        _take(found, dating, clause, expression)


def _nominal_of(
    scene: Scene, number: int, clause: int | None, expression: TimeExpression
) -> Nominal | None:
    """Return the event noun of a date.

    The cause of what is to come has the day of that; what somebody is fined or jailed for has
    an older day than the news.
    """
    nominal = nominal_of(scene, number, expression.span)
    if expression.bound in ("since", "until"):
        return None
    if nominal is None or clause is None or nominal.opener not in ("cause", "blame"):
        return None if nominal and nominal.opener == "blame" else nominal
    verb = scene.verbs[number][clause]
    if nominal.opener == "cause":
        return nominal if verb.form in ("past", "perfect", "pluperfect", "imperfect") else None
    subject = verb.subject
    inside = subject is not None and expression.span.within(subject)
    inside = inside and "," not in scene.words(Span(verb.clause.start, expression.span.end))
    blamed = verb.lemma in words_of("blaming") and is_old(scene, expression)
    return nominal if blamed or inside else None


def _take(found: Attached, dating: Dating, clause: int, expression: TimeExpression) -> None:
    """Let a date word date a clause, in place of a weak one that it has, or merge it."""
    before = dating.own.setdefault(clause, expression)
    if before is expression:
        return
    verb = found.scene.verbs[dating.number][clause]
    moved = reached(found.scene, verb, expression) and not reached(found.scene, verb, before)
    weak = is_weak(found.scene, before) and not is_weak(found.scene, expression)
    if moved or weak or is_nearer(found.scene, verb, before, expression):
        dating.own[clause] = expression
        found.account(before.span, "date", "merged", "Another date word names the day.")
    else:
        reason = "Another date word of the clause dates the happening."
        found.account(expression.span, "date", "merged", reason)


def _earlier(
    scene: Scene, number: int, clause: int, since: Span, expression: TimeExpression
) -> Candidate:
    """Make the happening that "for the first time since …" says there was before."""
    made = clause_candidate(scene, number, scene.verbs[number][clause], "happened")
    words = scene.words(since)
    step = Step("first_since", words, f"“{words}” says that it last happened then.", since)
    earlier = replace(made, trigger=since, is_speech=False)
    read = step_of(expression)
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
    if clause is not None and takes_part(scene, scene.verbs[dating.number][clause], expression):
        dating.governed[clause] = expression
        used = f"It dates “{scene.words(nominal.noun)}”, and who takes part in it."
        found.account(expression.span, "date", "used", used)
        return
    candidate = Candidate(
        dating.number, nominal.trigger, nominal.phrase, nominal.family, "happened"
    )
    found.candidates.append(in_time(scene, with_own_date(scene, candidate, expression)))
    found.account(expression.span, "date", "used", f"It dates “{scene.words(nominal.noun)}”.")
    verbs, target = scene.verbs[dating.number], clause
    if clause is not None and verbs[clause].lead in ("after", "before", "during"):
        target = next((n for n, v in enumerate(verbs) if v.lead == "main"), None)
    if target is not None and nominal.opener == "during":
        dating.governed[target] = expression
    side = "after" if nominal.opener in ("cause", "blame") else nominal.opener
    dating.limit(target, side, expression.date)


def _place_aside(
    found: Attached, dating: Dating, aside: Verb, expression: TimeExpression, clause: int | None
) -> None:
    """Make a candidate of a participle with its date ("The ferry, built in 2003, sank")."""
    scene, span = found.scene, expression.span
    aside = as_told(scene, aside, expression)
    kind, reason = judge(aside, has_day=True)
    late = is_ahead(scene, expression)
    verbs = scene.verbs[dating.number] if kind == "planned" else ()
    moved = any(is_off(scene, v) for v in verbs)
    if not kind or moved or late is (kind != "planned") or aside.subject is None:
        reason = (
            reason or f"It only dates the aside “{scene.words(Span(aside.span.start, span.end))}”."
        )
        found.account(span, "date", "unused", reason)
        return
    made = clause_candidate(scene, dating.number, aside, kind)
    made = replace(made, label_span=Span(aside.span.start, aside.clause.end), is_speech=False)
    found.candidates.append(with_own_date(scene, made, expression))
    found.account(span, "date", "used", f"It dates “{scene.words(aside.span)}”.")
    if clause is not None and scene.verbs[dating.number][clause].form == "present":
        dating.limit(clause, "after", expression.date)
    if clause is not None and says_so(scene.verbs[dating.number][clause], aside):
        dating.governed[clause] = expression
    opened = cue_before("inside", scene.text, 0, aside.subject.start)
    if clause is not None and opened is not None and is_event(scene, aside.subject):
        dating.governed[clause] = expression


def with_own_date(
    scene: Scene, candidate: Candidate, expression: TimeExpression, *steps: Step
) -> Candidate:
    """Return the candidate with the day of a date word of its own clause, and steps before it."""
    named = names_month(expression.text, scene.article.language)
    relative = expression.relative and not named
    source = "relative" if relative else "stated"
    return candidate.dated(expression.date, source, expression.span, *steps, step_of(expression))


def step_of(expression: TimeExpression) -> Step:
    """Return the reading of a date word as a step."""
    return Step(expression.rule, expression.text, expression.reason, expression.span)


def in_time(scene: Scene, candidate: Candidate) -> Candidate:
    """Turn a happening dated after publication into a plan; it cannot have happened yet."""
    published = edtf.latest(scene.article.published_on)
    first = edtf.earliest(candidate.date)
    if candidate.kind == "happened" and published and first and first > published:
        return replace(candidate, kind="planned")
    return candidate
