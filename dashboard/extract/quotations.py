"""Finds direct speech and who speaks.

Marks: straight, curly, single, low and angled ones, doubled ticks; a speech that runs on
into the next paragraph without closing. Runs under three words are titles or scare quotes.
The speaker is looked for by ordered rules, the surest first; `rule` says which one found it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.extract.countries import find_countries
from dashboard.extract.grammar import Verb, find_verbs
from dashboard.extract.names import People, find_people
from dashboard.extract.sentences import Sentence, find_marked, split_sentences
from dashboard.model import Span

_SHORTEST = 3
_CLOSING = "”\"»’'"
_LABEL = re.compile(
    r"(?:^|\n)(?:\d{1,2}[.:]\d\d ?(?:[ap]m)?:? +)?([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}):\s*$"
)
_ACCORDING = re.compile(r"\b(?:according to|in the words of) ([^,“\"]{3,60}),? *$", re.I)
_HE = re.compile(r"(?:he|she)\b", re.I)
_OWN = re.compile(r"(?:it|they|its \w+|their \w+|the (?:statement|company|group|union))\b", re.I)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A run of direct speech, marks included, and who speaks it.

    speaker is the place of the words that name the speaker; name is whom they stand for
    (the full name for a surname, the last person for "she"), or "" where nobody is known.
    rule is tag_after, according_to, verb_before, verb_after, runs_on, lead_in,
    same_paragraph, later_tag, paragraph_before, own_subject (a guess), name (it only names
    something) or none.
    """

    span: Span
    speaker: Span | None
    rule: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A run with its sentence and that sentence's verbs, before its speaker is known."""

    span: Span
    sentence: Sentence
    verbs: tuple[Verb, ...]


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the runs of direct speech in order.

    >>> q = find_quotations("“We will not go there,” Anna Lee said.")[0]
    >>> q.rule, q.name
    ('tag_after', 'Anna Lee')
    """
    runs = _find_runs(text)
    found: list[Quotation] = []
    for n, run in enumerate(runs):
        speaker, rule = attribute(text, run.sentence, run.span, run.verbs)
        if _is_name(text, run.span, run.verbs):
            speaker, rule = None, "name"
        elif speaker is None:
            speaker, rule = _from_around(text, runs, n, found)
        found.append(Quotation(run.span, speaker, rule))
    return _named(text, found)


def _find_runs(text: str) -> tuple[Run, ...]:
    runs = []
    for sentence in split_sentences(text):
        marked = [
            run
            for run in find_marked(text, sentence.span)
            if len(text[run.start : run.end].split()) >= _SHORTEST
        ]
        verbs = find_verbs(text, sentence.span) if marked else ()
        runs += [Run(run, sentence, verbs) for run in marked]
    return tuple(runs)


def attribute(
    text: str, sentence: Sentence, run: Span, verbs: Sequence[Verb]
) -> tuple[Span | None, str]:
    """Return who speaks a run, by the speech verbs of its sentence, and the rule."""
    speech = [v for v in verbs if v.verb_class == "speech" and v.subject and v.form != "modal"]
    after = [v for v in speech if v.span.start >= run.end]
    before = [v for v in speech if v.span.end <= run.start]
    stopped = text[run.end - 2 : run.end - 1] in ".!?"
    ended = stopped and bool(before) and text[run.end - 2] == "."
    if after and not ended and _is_tag(text, run, after[0]):
        return after[0].subject, "tag_after"
    source = _ACCORDING.search(text, sentence.span.start, run.start)
    if source and not before:
        return Span(source.start(1), source.end(1)), "according_to"
    if before:
        return before[-1].subject, "verb_before"
    if after:
        return after[0].subject, "verb_after"
    return None, "none"


def _is_tag(text: str, run: Span, verb: Verb) -> bool:
    """Say whether nothing but the speaker stands between a run and a speech verb."""
    between = text[run.end : verb.span.start].strip(" ,")
    subject = text[verb.subject.start : verb.subject.end] if verb.subject else ""
    return not between or between.startswith(subject)


def _is_name(text: str, run: Span, verbs: Sequence[Verb]) -> bool:
    """Say whether a run only names something: "a ship called “Star of the Sea”"."""
    naming = [v for v in verbs if v.span.end <= run.start and v.lemma in ("call", "name", "title")]
    told = text[naming[-1].span.end : run.start].strip() if naming else "-"
    inner = text[run.start + 1 : run.end - 1].split()
    return not told and all(w[:1].isupper() or len(w) < 4 for w in inner)


def _from_around(
    text: str, runs: Sequence[Run], n: int, found: Sequence[Quotation]
) -> tuple[Span | None, str]:
    """Return the speaker from the sentences around a run whose own sentence names none."""
    run, previous = runs[n], found[-1] if found else None
    if text[run.span.end - 1] not in _CLOSING and n + 1 < len(runs):
        later = runs[n + 1]
        speaker, _ = attribute(text, later.sentence, later.span, later.verbs)
        return speaker, "runs_on" if speaker else "none"
    lead = _lead_in(text, run)
    if lead:
        return lead, "lead_in"
    if n and previous and previous.speaker and _same_paragraph(runs[n - 1], run):
        return previous.speaker, "same_paragraph"
    for later in runs[n + 1 :]:
        if not _same_paragraph(later, run):
            break
        speaker, _ = attribute(text, later.sentence, later.span, later.verbs)
        if speaker:
            return speaker, "later_tag"
    tag = _later_verb(text, run)
    if tag:
        return tag, "later_tag"
    near = n and run.sentence.paragraph - runs[n - 1].sentence.paragraph <= 1
    if near and previous and previous.speaker:
        return previous.speaker, "paragraph_before"
    own = next((v.subject for v in run.verbs if v.subject), None) or _subject_before(text, run)
    return own, "own_subject" if own else "none"


def _subject_before(text: str, run: Run) -> Span | None:
    """Return the subject of the sentence before a run in its paragraph."""
    paragraph = text.rfind("\n", 0, run.span.start) + 1
    sentences = split_sentences(text[paragraph : run.span.start])
    if not sentences:
        return None
    last = sentences[-1].span
    verbs = find_verbs(text, Span(paragraph + last.start, paragraph + last.end))
    return next((v.subject for v in verbs if v.subject), None)


def _same_paragraph(one: Run, other: Run) -> bool:
    return one.sentence.paragraph == other.sentence.paragraph


def _lead_in(text: str, run: Run) -> Span | None:
    """Return the speaker of a sentence or a label that a colon ends before the run."""
    lead = text[: run.span.start].rstrip()
    if not lead.endswith(":"):
        return None
    start = max(lead.rfind("\n"), *(lead.rfind(stop) + 1 for stop in (". ", "? ", "! ")), 0)
    start += lead[start : start + 1].isspace()
    label = _LABEL.search(lead)
    if label:
        return Span(label.start(1), label.end(1))
    verbs = find_verbs(text, Span(start, len(lead)))
    return next((v.subject for v in reversed(verbs) if v.subject), None)


def _later_verb(text: str, run: Run) -> Span | None:
    """Return the subject of a speech verb right behind the run's sentence in its paragraph."""
    end = text.find("\n", run.sentence.span.end)
    rest = Span(run.sentence.span.end, end if end >= 0 else len(text))
    sentences = split_sentences(text[rest.start : rest.end]) if text[rest.start : rest.end] else ()
    if not sentences:
        return None
    first = sentences[0].span
    verbs = find_verbs(text, Span(rest.start + first.start, rest.start + first.end))
    return next((v.subject for v in verbs if v.verb_class == "speech" and v.subject), None)


def _named(text: str, found: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Fill in whom the words that name each speaker stand for."""
    speakers = [q.speaker for q in found if q.speaker]
    people = find_people(text, find_countries(text), speakers) if speakers else People((), {})
    named: list[Quotation] = []
    person = body = ""
    for quotation in found:
        words = text[quotation.speaker.start : quotation.speaker.end] if quotation.speaker else ""
        if _HE.match(words):
            name = _person_before(text, quotation, people, found) or person or body
        elif _OWN.match(words):
            name = body or words
        else:
            name = people.resolve(_without_aside(words)) or _in(words, people) or words
        if name in people.full:
            person = name
        elif words:
            body = name
        named.append(replace(quotation, name=name))
    return tuple(named)


def _without_aside(words: str) -> str:
    return words.split(",")[0]


def _in(words: str, people: People) -> str:
    return next((name for name in people.full if name in words), "")


def _person_before(
    text: str, quotation: Quotation, people: People, found: Sequence[Quotation]
) -> str:
    """Return the person who was named last before a quotation, outside what others say."""
    end = quotation.speaker.start if quotation.speaker else quotation.span.start
    letters = list(text[:end])
    for other in found:
        for place in range(other.span.start, min(other.span.end, end)):
            letters[place] = " "
    before = "".join(letters)
    places = {name: before.rfind(name) for name in people.full}
    for surname, name in people.by_surname.items():
        places[name] = max(places.get(name, -1), before.rfind(surname))
    best = max(places, key=lambda name: places[name], default="")
    return best if best and places[best] >= 0 else ""
