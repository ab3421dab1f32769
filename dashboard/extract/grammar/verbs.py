"""Finds the finite verbs of a sentence, each with its auxiliaries and what they make of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dashboard.extract.grammar.conjugation import Form, guess_lemma, verb_forms
from dashboard.extract.grammar.plain import (
    has_subject,
    is_asked_for,
    is_inverted,
    is_modifier,
    is_noun_here,
    is_planning,
    is_plural_saying,
    is_said_of,
    opens_content,
    regular_past_form,
)
from dashboard.extract.grammar.tokens import Token, is_adverb
from dashboard.extract.words import words_of
from dashboard.model import Span

_INFINITIVES = ("be:be", "be:been", "be:being", "have:have", "have:having", "do:do")


_TICKS = ("'", "‘", '"', "“")
NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with its auxiliaries.

    form is past, imperfect ("was going"), perfect, pluperfect, present, progressive, future or
    modal. lead says how
    its clause hangs on what stands before: main, relative, content, condition,
    subordinator, after, before or during. helped is the place of the auxiliaries it shares
    with the verb before ("was called and handed a note").
    """

    span: Span
    head: Span
    lemma: str
    verb_class: str
    family: str
    form: str
    passive: bool = False
    negated: bool = False
    habitual: bool = False
    alleged: bool = False
    lead: str = "main"
    clause: Span = NOWHERE
    subject: Span | None = None
    helped: Span | None = None


def find_groups(tokens: Sequence[Token]) -> Iterator[tuple[int, Verb]]:
    """Yield (index of the first token, verb) for every finite verb group."""
    at = 0
    while at < len(tokens):
        end, verb = _group_at(tokens, at)
        if verb:
            yield at, verb
        at = max(end, at + 1)


def _group_at(tokens: Sequence[Token], at: int) -> tuple[int, Verb | None]:
    """Read a verb group that starts at a token: auxiliaries, adverbs, head."""
    auxiliaries: list[str] = []
    negated = False
    place = last = at
    while place < len(tokens):
        token = tokens[place]
        auxiliary = token.jobs & {"be", "have", "do", "modal", "future"}
        small = token.text.islower() and not _is_in_name(tokens, place)
        if auxiliary and token.lower != "'s" and (small or place == 0):
            auxiliaries.append(f"{sorted(auxiliary)[0]}:{token.lower}")
            last = place
        elif "negation" in token.jobs and (auxiliaries or token.lower == "never"):
            negated = True
        elif not (auxiliaries and (is_adverb(token) or token.lower in words_of("counting"))):
            break
        negated |= (
            token.lower.endswith("n't") or token.lower.endswith("n’t") or token.lower == "cannot"
        )
        place += 1
    if auxiliaries:
        if auxiliaries[0] in _INFINITIVES and at and tokens[at - 1].lower == "to":
            return place + 1, None
        return _auxiliary_group(tokens, (at, last, place), auxiliaries, negated)
    return place if place > at else at + 1, _plain_verb(
        tokens, place if negated else at, at, negated
    )


def _is_in_name(tokens: Sequence[Token], place: int) -> bool:
    """Say whether "do" stands inside a name of several words ("Serra do Vale")."""
    beside = [*tokens[place - 1 : place], *tokens[place + 1 : place + 2]]
    names = len(beside) > 1 and all(t.text[:1].isupper() for t in beside)
    return place > 1 and tokens[place].lower == "do" and names


def _auxiliary_group(
    tokens: Sequence[Token], places: tuple[int, int, int], auxiliaries: list[str], negated: bool
) -> tuple[int, Verb | None]:
    """Read the head of a group; places are those of its first, of its last auxiliary, after it."""
    at, last_auxiliary, place = places
    kinds = [a.split(":")[0] for a in auxiliaries]
    words = [a.split(":")[1] for a in auxiliaries]
    head = tokens[place] if place < len(tokens) else None
    form = _form(kinds, words)
    tense = _head_tenses(head) if head else frozenset()
    last = kinds[-1]
    if head and last == "be" and (tense & {"participle"} or _looks_participle(head)):
        return place + 1, _verb(tokens, at, place, form, True, negated)
    if head and last == "be" and not tense and is_planning(tokens, place):
        due = _verb(tokens, at, place, form, True, negated)
        return place + 1, replace(due, verb_class="state", family="plan")
    if head and last == "be" and head.text.endswith("ing") and head.text.islower():
        going = form if form in ("future", "modal") else "progressive"
        going = "imperfect" if form == "past" else going
        return place + 1, _verb(tokens, at, place, going, False, negated)
    if head and last == "have" and (tense & {"participle", "past"} or _looks_participle(head)):
        return place + 1, _verb(tokens, at, place, form, False, negated)
    if head and last in ("modal", "future", "do") and (head.text.islower() and not head.jobs):
        return place + 1, _verb(tokens, at, place, form, False, negated)
    if head and last == "be" and head.lower == "to":
        return place + 1, _verb(tokens, at, last_auxiliary, "future", False, negated)
    return place, _verb(tokens, at, last_auxiliary, form, False, negated)


def _form(kinds: Sequence[str], words: Sequence[str]) -> str:
    if kinds[0] in ("modal", "future"):
        return kinds[0]
    if kinds[0] == "have":
        return "pluperfect" if words[0] == "had" else "perfect"
    if kinds[0] == "do":
        return "past" if words[0].startswith("did") else "present"
    return "past" if words[0] in ("was", "were", "wasn't", "weren't") else "present"


def _head_tenses(token: Token) -> frozenset[str]:
    form = verb_forms().get(token.lower)
    return form.tenses if form and token.text[:1].islower() else frozenset()


def _looks_participle(token: Token) -> bool:
    return token.text.islower() and token.text.endswith("ed") and len(token.text) > 3


def _verb(
    tokens: Sequence[Token], at: int, head: int, form: str, passive: bool, negated: bool
) -> Verb:
    token = tokens[head]
    known = verb_forms().get(token.lower)
    if token.jobs & {"be", "have"} or not known:
        lemma = (
            "be"
            if "be" in token.jobs
            else "have"
            if "have" in token.jobs
            else guess_lemma(token.lower)
        )
        known = Form(lemma, "state" if token.jobs & {"be", "have"} else "event", lemma, frozenset())
    around = tokens[max(0, at - 2) : head + 3]
    return Verb(
        span=Span(tokens[at].span.start, token.span.end),
        head=token.span,
        lemma=known.lemma,
        verb_class=known.verb_class,
        family=known.family,
        form=form,
        passive=passive,
        negated=negated or any("negation" in t.jobs for t in tokens[max(0, at - 1) : at]),
        habitual=any("habit" in t.jobs for t in around),
        alleged=any("alleged" in t.jobs for t in around),
    )


def participle_at(tokens: Sequence[Token], place: int) -> Verb:
    """Read the past participle at a place as a passive in the past ("a man arrested in May")."""
    return _verb(tokens, place, place, "past", True, False)


def active_at(tokens: Sequence[Token], place: int) -> Verb:
    """Read the present form at a place as the past ("3 May: Rebels flee")."""
    return _verb(tokens, place, place, "past", False, False)


def _plain_verb(tokens: Sequence[Token], place: int, at: int, negated: bool) -> Verb | None:
    """Read a simple past or present verb, if the words around it let it be one."""
    if place >= len(tokens):
        return None
    token = tokens[place]
    if not token.text.islower() or token.jobs or "-" in token.text:
        return None
    form = verb_forms().get(token.lower)
    tenses = form.tenses if form else frozenset()
    before = tokens[at - 1] if at else None
    if at > 1 and tokens[at - 1].text in _TICKS:
        before = tokens[at - 2]
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    tagging = before is not None and "quotation" in before.jobs and is_inverted(after)
    if tagging and (tenses & {"past", "present"} or (not form and regular_past_form(token))):
        told = "past" if "past" in tenses or not form else "present"
        tag = _verb(tokens, at, place, told, False, negated)
        said = tag.verb_class == "speech"
        return tag if said else replace(tag, verb_class="speech", family="say")
    if "past" in tenses or (not form and regular_past_form(token)):
        described = next((t for t in reversed(tokens[:at]) if not is_adverb(t)), before)
        if is_modifier(before, after) or (
            described is not before and is_modifier(described, after)
        ):
            return None
        return _verb(tokens, at, place, "past", False, negated)
    if is_plural_saying(before, token, after, form):
        return _verb(tokens, at, place, "present", False, negated)
    saying = (
        form is not None
        and form.verb_class == "speech"
        and form.lemma not in words_of("saying_noun")
    )
    reported = form is not None and (form.lemma == "say" or opens_content(after))
    subject = has_subject(before) or (saying and reported and before and not before.jobs)
    if form and "base" in tenses and is_asked_for(tokens, place):
        return _verb(tokens, at, place, "modal", False, negated)
    if form and is_said_of(before, tenses):
        return _verb(tokens, at, place, "present", False, negated)
    if form and token.lower in words_of("never_noun") and before is not None:
        return _verb(tokens, at, place, "present", False, negated)
    linked = before is not None and before.lower in ("who", "which")
    if form and "present" in tenses and subject and (linked or not is_noun_here(after, form)):
        return _verb(tokens, at, place, "present", False, negated)
    return None
