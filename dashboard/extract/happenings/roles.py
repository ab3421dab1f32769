"""Says which countries a happening involves, and what each has to do with it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.extract.countries import SIDE_CLAUSES, find_roles
from dashboard.extract.happenings.scene import Candidate, Scene
from dashboard.extract.sentences import dateline_end
from dashboard.model import CountryMention, CountryRole, Span


def roles_of(
    scene: Scene, candidate: Candidate, quote: Span, every: Sequence[Candidate]
) -> tuple[CountryRole, ...]:
    """Return one role a country that a candidate's quote or subject names, mentioned ones included.

    A verb that goes on with a subject ("… and called a vote") keeps what stands before it, too.
    For a happening that is named by a noun in a sentence about something else, only the
    noun's phrase counts.
    """
    span = _told_in(scene, candidate)
    own = [quote, candidate.subject or quote]
    if candidate.subject and candidate.subject.end <= quote.start:
        own.append(Span(span.start, quote.end))
    near = _inside(scene, span)
    known = [m for m in near if any(m.span.within(o) for o in own)]
    found: dict[str, CountryRole] = {}
    apart = [*_apart(scene, candidate), *_told_aside(candidate, every)]
    for role in find_roles(scene.words(span), span.start, scene.nationals, known):
        if not any(role.span.within(o) for o in own):
            continue
        owner = candidate.subject is not None and role.span.within(candidate.subject)
        if not owner and any(role.span.within(clause) for clause in apart):
            reason = f"“{role.words}” stands in a clause about something else."
            role = replace(role, role="mentioned", reason=reason)
        old = found.get(role.country_code)
        if old is None or (old.role == "mentioned" and role.role != "mentioned"):
            found[role.country_code] = role
    for role in _filed_from(scene, candidate, quote):
        found.setdefault(role.country_code, role)
    return tuple(found[code] for code in sorted(found))


def _filed_from(scene: Scene, candidate: Candidate, quote: Span) -> Iterator[CountryRole]:
    """Yield the countries of a dateline as mentioned: it says where the report was filed."""
    whole = scene.sentences[candidate.sentence]
    dateline = Span(whole.span.start, dateline_end(scene.text, whole))
    for mention in _inside(scene, dateline):
        if mention.country_code and mention.span.within(quote):
            reason = f"“{mention.text}” says where the report was filed."
            code = mention.country_code
            yield CountryRole(code, "mentioned", mention.text, mention.span, reason)


def _apart(scene: Scene, candidate: Candidate) -> list[Span]:
    """Return the main clauses of the same sentence that say how something else is.

    "Measles killed dozens, and polio is still common in Chad" tells of no deaths in Chad.
    """
    return [
        verb.clause
        for verb in scene.verbs[candidate.sentence]
        if verb.lead == "main"
        and verb.form == "present"
        and verb.verb_class == "state"
        and verb.subject is not None
        and verb.subject.within(verb.clause)
        and not candidate.trigger.overlaps(verb.clause)
    ]


def _told_aside(candidate: Candidate, every: Sequence[Candidate]) -> list[Span]:
    """Return the side clauses of the same sentence that are reports of their own, of other days."""
    if candidate.verb is None or candidate.verb.lead != "main":
        return []
    return [
        other.verb.clause
        for other in every
        if other.sentence == candidate.sentence
        and other.verb is not None
        and other.verb.lead in SIDE_CLAUSES
        and other.date
        and other.date != candidate.date
        and not candidate.trigger.overlaps(other.verb.clause)
    ]


def _inside(scene: Scene, span: Span) -> tuple[CountryMention, ...]:
    """Return the mentions inside a stretch of text."""
    first, last = (
        bisect_left(scene.mentions, place, key=lambda m: m.span.start)
        for place in (span.start, span.end)
    )
    return tuple(m for m in scene.mentions[first:last] if m.span.within(span))


def _told_in(scene: Scene, candidate: Candidate) -> Span:
    whole = scene.sentences[candidate.sentence]
    sentence = Span(dateline_end(scene.text, whole), whole.span.end)
    verb = candidate.verb
    if verb is None:
        return candidate.label_span
    if candidate.kind == "denied":
        return sentence
    subject = candidate.subject
    if verb.lead == "relative" and subject and sentence.start <= subject.end <= verb.clause.start:
        return Span(subject.start, verb.clause.end)
    if verb.lead in ("relative", "after", "aside") or (
        verb.lead == "content" and not candidate.is_speech
    ):
        return verb.clause
    return sentence
