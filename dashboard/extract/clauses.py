"""Finds the verbs of a sentence and says which clause each one carries.

There is no parser here: verbs come from data/rules/verbs.csv and from their endings, and
the small words between two verbs (data/rules/function_words.csv) say how the second
clause hangs on the first. Words inside quotation marks are passed over.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dashboard.extract.sentences import find_marked
from dashboard.model import Span
from dashboard.rules import read_table

_TOKEN = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*['’]?|[^\w\s]")
_NOT_VERBS = re.compile(r"(?:red|bed|shed|need|speed|seed|indeed|hundred|united|kindred|sacred|naked)$")
_SPEECH_QUOTATION_WORDS = 3
_BREAKS = (",", ";", ":", "–", "—")
_INFINITIVES = ("be:be", "be:been", "be:being", "have:have", "have:having", "do:do")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a sentence, with the jobs that function_words.csv gives it."""

    span: Span
    text: str
    jobs: frozenset[str]

    @property
    def lower(self) -> str:
        """The word in small letters."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with its auxiliaries.

    form is past, perfect, pluperfect, present, progressive, future or modal. lead says how its clause hangs on what
    stands before: main, relative, content, condition, subordinator, after, before, during.
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
    clause: Span = Span(0, 0)
    subject: Span | None = None


def find_tokens(text: str, within: Span) -> tuple[Token, ...]:
    """Return the words and marks of a span; each quotation of three words or more is one token.

    >>> [t.text for t in find_tokens("He said, “No, we do not agree.”", Span(0, 31))]
    ['He', 'said', ',', '“No, we do not agree.”']
    """
    quoted = [q for q in find_marked(text, within) if len(text[q.start : q.end].split()) >= _SPEECH_QUOTATION_WORDS]
    tokens, at = [], within.start
    while at < within.end:
        if quoted and at >= quoted[0].start:
            span = quoted.pop(0)
            tokens.append(Token(span, text[span.start : span.end], frozenset({"quotation"})))
            at = span.end
            continue
        match = _TOKEN.search(text, at, within.end)
        if not match:
            break
        if quoted and match.start() >= quoted[0].start:
            at = quoted[0].start
            continue
        tokens.append(_token(match.group(), match.start()))
        at = match.end()
    return tuple(tokens)


def _token(word: str, start: int) -> Token:
    jobs = _jobs().get(word.lower().replace("’", "'"), frozenset())
    if word.lower().replace("’", "'").endswith("n't"):
        jobs |= {"negation"} | _jobs().get(word[:-3].lower(), frozenset())
    return Token(Span(start, start + len(word)), word, jobs)


@cache
def _jobs() -> dict[str, frozenset[str]]:
    jobs: dict[str, set[str]] = {}
    for row in read_table("function_words", ("word", "job"), ("word", "job")):
        jobs.setdefault(row["word"], set()).add(row["job"])
    return {word: frozenset(found) for word, found in jobs.items()}


@dataclass(frozen=True, slots=True)
class Form:
    """An inflected verb form as data/rules/verbs.csv gives or implies it."""

    lemma: str
    verb_class: str
    family: str
    tenses: frozenset[str]


@cache
def verb_forms() -> dict[str, Form]:
    """Return every form of every listed verb: word → lemma, class, family, possible tenses."""
    found: dict[str, Form] = {}
    columns = ("lemma", "class", "family", "past", "participle")
    for row in read_table("verbs", columns, ("lemma",)):
        lemma = row["lemma"]
        past, participle = row["past"] or regular_past(lemma), row["participle"] or regular_past(lemma)
        for word, tense in (
            (lemma, "base"),
            (_third_person(lemma), "present"),
            (_gerund(lemma), "gerund"),
            (past, "past"),
            (participle, "participle"),
        ):
            old = found.get(word)
            if old and old.lemma != lemma:
                continue
            tenses = (old.tenses if old else frozenset()) | {tense}
            found[word] = Form(lemma, row["class"], row["family"] or lemma, tenses)
    return found


def regular_past(lemma: str) -> str:
    """Form the past of a regular verb.

    >>> regular_past("agree"), regular_past("deny"), regular_past("stop"), regular_past("visit")
    ('agreed', 'denied', 'stopped', 'visited')
    """
    return _stem(lemma, "ed")


def _stem(lemma: str, ending: str) -> str:
    if ending == "ed" and lemma.endswith("e"):
        return lemma + "d"
    if ending == "ing" and lemma.endswith("e") and not lemma.endswith("ee"):
        return lemma[:-1] + ending
    if ending == "ed" and re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ied"
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgmnprt]|.*(?:[^aeiou]|qu)(?:mit|pel|fer|cur|ban|plan|nap)", lemma):
        return lemma + lemma[-1] + ending
    return lemma + ending


def _third_person(lemma: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh|o)$", lemma):
        return lemma + "es"
    return lemma[:-1] + "ies" if re.search(r"[^aeiou]y$", lemma) else lemma + "s"


def _gerund(lemma: str) -> str:
    return _stem(lemma, "ing")


def _base(word: str) -> str:
    """Guess the lemma of an unlisted form: the word without its ending."""
    if word.endswith("ied"):
        return word[:-3] + "y"
    return re.sub(r"(?:ed|ing)$", "", word)


def find_verbs(text: str, within: Span) -> tuple[Verb, ...]:
    """Return the finite verbs of a sentence in order, each with its clause and subject."""
    tokens = find_tokens(text, within)
    groups = list(_groups(tokens))
    led = [
        replace(verb, lead=_lead(tokens, groups[n - 1][1] if n else None, first))
        for n, (first, verb) in enumerate(groups)
    ]
    return _with_clauses(tokens, [first for first, _ in groups], led, within)


def _groups(tokens: Sequence[Token]) -> Iterator[tuple[int, Verb]]:
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
    place = at
    while place < len(tokens):
        token = tokens[place]
        auxiliary = token.jobs & {"be", "have", "do", "modal", "future"}
        if auxiliary and not (token.lower == "'s"):
            auxiliaries.append(f"{sorted(auxiliary)[0]}:{token.lower}")
        elif "negation" in token.jobs and (auxiliaries or token.lower == "never"):
            negated = True
        elif not (auxiliaries and _is_adverb(token)):
            break
        negated |= token.lower.endswith("n't") or token.lower.endswith("n’t") or token.lower == "cannot"
        place += 1
    if auxiliaries:
        if auxiliaries[0] in _INFINITIVES and at and tokens[at - 1].lower == "to":
            return place + 1, None
        return _auxiliary_group(tokens, at, place, auxiliaries, negated)
    return place if place > at else at + 1, _plain_verb(tokens, place if negated else at, at, negated)


def _is_adverb(token: Token) -> bool:
    if token.jobs & {"habit", "state", "alleged", "adverb"}:
        return True
    return token.text.endswith("ly") and token.text.islower() and "noun" not in token.jobs


def _auxiliary_group(
    tokens: Sequence[Token], at: int, place: int, auxiliaries: list[str], negated: bool
) -> tuple[int, Verb | None]:
    kinds = [a.split(":")[0] for a in auxiliaries]
    words = [a.split(":")[1] for a in auxiliaries]
    head = tokens[place] if place < len(tokens) else None
    form = _form(kinds, words)
    tense = _head_tenses(head) if head else frozenset()
    last = kinds[-1]
    if head and last == "be" and (tense & {"participle"} or _looks_participle(head)):
        return place + 1, _verb(tokens, at, place, form, True, negated)
    if head and last == "be" and head.text.endswith("ing") and head.text.islower():
        return place + 1, _verb(tokens, at, place, "progressive", False, negated)
    if head and last == "have" and (tense & {"participle", "past"} or _looks_participle(head)):
        return place + 1, _verb(tokens, at, place, form, False, negated)
    if head and last in ("modal", "future", "do") and (head.text.islower() and not head.jobs):
        return place + 1, _verb(tokens, at, place, form, False, negated)
    if head and last == "be" and head.lower == "to":
        return place + 1, _verb(tokens, at, place - 1, "future", False, negated)
    return place, _verb(tokens, at, place - 1, form, False, negated)


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
        lemma = "be" if "be" in token.jobs else "have" if "have" in token.jobs else _base(token.lower)
        known = Form(lemma, "state" if token.jobs & {"be", "have"} else "event", lemma, frozenset())
    around = [t for t in tokens[max(0, at - 2) : head + 2]]
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
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if "past" in tenses or (not form and _regular_past_form(token)):
        if _is_modifier(before, after):
            return None
        return _verb(tokens, at, place, "past", False, negated)
    if form and "present" in tenses and _has_subject(before) and not _is_noun_here(after, form):
        return _verb(tokens, at, place, "present", False, negated)
    return None


def _regular_past_form(token: Token) -> bool:
    return token.text.endswith("ed") and len(token.text) > 4 and not _NOT_VERBS.search(token.text)


def _is_modifier(before: Token | None, after: Token | None) -> bool:
    """Say whether a past form between these words modifies a noun ("the wounded man")."""
    if before is None:
        return True
    if before.jobs & {"determiner", "preposition"} or before.lower in ("as", "than", "when", "if"):
        return True
    possessive = before.text.endswith(("'s", "’s", "s'", "s’"))
    nounish = after is not None and after.text[:1].isalpha() and not after.jobs and not after.text.endswith("ly")
    return possessive and nounish


def _has_subject(before: Token | None) -> bool:
    return before is not None and (
        before.text[:1].isupper() or before.lower in ("he", "she", "it", "who", "which", "that") or before.text == ","
        or _is_adverb(before)
    )


def _is_noun_here(after: Token | None, form: Form) -> bool:
    """Say whether a word like "attacks" or "talks" stands as a noun: nothing follows that a verb takes."""
    if form.verb_class in ("speech", "state") and form.lemma not in ("claim", "demand", "call", "need", "report"):
        return False
    takes_object = after is not None and (
        bool(after.jobs & {"determiner", "pronoun", "content"}) or after.text[:1].isupper() or after.lower == "to"
    )
    return not takes_object


def _lead(tokens: Sequence[Token], before: Verb | None, first: int) -> str:
    """Say how a clause hangs on the one before, by the last telling word between the verbs."""
    if before is None:
        return _opening_lead(tokens[:first])
    start = next(i for i, t in enumerate(tokens) if t.span.start >= before.head.start) + 1
    return _linked_lead(tokens[start:first], before)


_LEADS = ("relative", "content", "condition", "subordinator", "after", "before", "during")


def _opening_lead(between: Sequence[Token]) -> str:
    """Return the lead of the first verb: subordinate if the sentence opens with such a word."""
    lead, commas = "main", 0
    for n, token in enumerate(between):
        if token.text == "," and n:
            commas += 1
            lead = "main" if commas and lead != "relative" else lead
        for name in _LEADS:
            follows_comma = n == 0 or between[n - 1].text == "," or name in ("relative", "content", "condition")
            if name in token.jobs and follows_comma and not _is_demonstrative(between, n):
                lead = name
    return lead


def _is_demonstrative(between: Sequence[Token], n: int) -> bool:
    """Say whether "that" at place n points at a noun rather than opening a clause."""
    return between[n].lower == "that" and n == 0


def _linked_lead(between: Sequence[Token], before: Verb) -> str:
    lead = ""
    for n, token in enumerate(between):
        if token.text == ";" or ("quotation" in token.jobs and lead == ""):
            lead = lead or "main"
        named = next((name for name in _LEADS if name in token.jobs), "")
        if named and not (token.lower == "since" and lead):
            lead = named
        elif token.text == "," and lead in ("relative", "after", "before", "during", "subordinator", "condition"):
            rest = between[n + 1 :]
            lead = "main" if not any(set(_LEADS) & t.jobs for t in rest) else lead
        elif "coordinator" in token.jobs and (n == len(between) - 1 or between[n - 1].text == ","):
            lead = "main" if lead != "content" else lead
    if lead:
        return lead
    if not between or all(_is_adverb(t) for t in between):
        return before.lead
    if "coordinator" in between[-1].jobs or (len(between) > 1 and "coordinator" in between[-2].jobs):
        return before.lead
    if any(t.text == "," for t in between):
        return "main" if before.lead in ("relative", "after", "before", "during") else before.lead
    if before.verb_class == "speech" or before.lemma in ("know", "think", "believe", "hope", "fear"):
        return "content"
    return "relative" if before.lead == "main" and any(t.jobs & {"pronoun"} for t in between) else "main"


def _with_clauses(
    tokens: Sequence[Token], firsts: Sequence[int], verbs: Sequence[Verb], within: Span
) -> tuple[Verb, ...]:
    """Give every verb its clause (from where its own words begin to where the next one's do) and subject."""
    starts = [_clause_start(tokens, firsts, verbs, n, within) for n in range(len(verbs))]
    ends = [*starts[1:], within.end]
    subjects: list[Span | None] = []
    for n in range(len(verbs)):
        subjects.append(_subject_of(tokens, firsts, starts, verbs, subjects, n))
    return tuple(
        replace(verb, clause=Span(starts[n], max(ends[n], verb.span.end)), subject=subjects[n])
        for n, verb in enumerate(verbs)
    )


def _clause_start(
    tokens: Sequence[Token], firsts: Sequence[int], verbs: Sequence[Verb], n: int, within: Span
) -> int:
    """Return where the words of verb n begin: at the last linking word or comma before it."""
    if n == 0:
        return within.start
    after = verbs[n - 1].head.start
    for token in reversed(tokens[: firsts[n]]):
        if token.span.start <= after:
            break
        if set(_LEADS) & token.jobs or "coordinator" in token.jobs or token.text in _BREAKS:
            return token.span.start
    return verbs[n].span.start


def _subject_of(
    tokens: Sequence[Token],
    firsts: Sequence[int],
    starts: Sequence[int],
    verbs: Sequence[Verb],
    subjects: Sequence[Span | None],
    n: int,
) -> Span | None:
    """Return a verb's subject: its own words before it, else that of the clause it continues."""
    own = _subject(tokens, starts[n], firsts[n]) or _inverted_subject(tokens, verbs[n])
    if n == 0:
        return own
    opening = _subject(tokens, starts[0], firsts[0])
    first_main = not any(v.lead == "main" for v in verbs[:n])
    if verbs[n].lead == "main" and first_main and verbs[0].lead == "relative" and opening:
        return Span(opening.start, own.end) if own else opening
    if own is None and verbs[n].lead in ("main", verbs[n - 1].lead):
        return next((s for s, v in zip(subjects, verbs, strict=False) if v.lead == verbs[n].lead), None)
    return own


def _inverted_subject(tokens: Sequence[Token], verb: Verb) -> Span | None:
    """Return the words after a speech verb that follows a quotation ("…,” said the mayor.")."""
    place = next(n for n, t in enumerate(tokens) if t.span == verb.head)
    before = [t for t in tokens[:place] if t.text[:1].isalnum() or "quotation" in t.jobs]
    if verb.verb_class != "speech" or not before or "quotation" not in before[-1].jobs:
        return None
    words: list[Token] = []
    for token in tokens[place + 1 :]:
        if not token.text[:1].isalnum() or token.jobs & {"preposition", "coordinator", "after", "before"}:
            break
        words.append(token)
    return Span(words[0].span.start, words[-1].span.end) if words else None


def _subject(tokens: Sequence[Token], start: int, first: int) -> Span | None:
    """Return the words of a clause before its verb, without linking words and fronted phrases."""
    words = [t for t in tokens[:first] if t.span.start >= start]
    words = _without_relative(_without_front(words))
    while words and (not words[-1].text[:1].isalnum() or _is_adverb(words[-1])):
        words.pop()
    return Span(words[0].span.start, words[-1].span.end) if words else None


def _without_front(words: list[Token]) -> list[Token]:
    """Drop linking words and, up to its comma, a phrase that a preposition or subordinator opens."""
    while words and (not words[0].text[:1].isalnum() or "coordinator" in words[0].jobs):
        words = words[1:]
    fronting = {"preposition", "subordinator", "after", "before", "during", "condition"}
    comma = next((n for n in range(len(words) - 1, -1, -1) if words[n].text == ","), -1)
    if words and words[0].jobs & fronting and comma >= 0:
        return words[comma + 1 :]
    if words and words[0].jobs & {"content", "relative", "subordinator", "condition"}:
        return words[1:]
    if len(words) > 1 and words[1].text == ",":
        return words[2:] if "front" in words[0].jobs or _is_adverb(words[0]) else words
    return words


def _without_relative(words: list[Token]) -> list[Token]:
    place = next((n for n, t in enumerate(words) if n and "relative" in t.jobs), len(words))
    return words[:place]
