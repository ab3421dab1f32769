"""Says which clauses tell what somebody denies: "denied that …", "the claim that … is false"."""

from dashboard.extract.grammar import Verb
from dashboard.extract.happenings.scene import Scene
from dashboard.extract.words import words_of
from dashboard.model import Span

_REJECT = "reject"


def denial_of(scene: Scene, verb: Verb) -> Span | None:
    """Return the words that deny a clause, and it with them; None where nothing does.

    Accepted: "the port denied that …", "denied claims that …", "the claim that … is false".
    """
    if verb.lead != "content" or verb.negated:
        return None
    verbs = scene.verbs[scene.sentence_at(verb.span.start)]
    if verb not in verbs:
        return None
    at = verbs.index(verb)
    over = next((v for v in reversed(verbs[:at]) if v.lead != "content"), None)
    if over is not None and _denies(scene, over):
        start = over.subject.start if over.subject else over.span.start
        return Span(min(start, over.span.start), verb.clause.end)
    after = verbs[at + 1] if at + 1 < len(verbs) else None
    if _has(scene, verb.clause, verb.span, "claim") and after and _is_untrue(scene, after):
        return Span(verb.clause.start, after.clause.end)
    return None


def _denies(scene: Scene, verb: Verb) -> bool:
    """Say whether a verb denies what its "that" opens, or rejects a claim of it."""
    claimed = verb.family == _REJECT and _has(scene, verb.clause, None, "claim")
    return not verb.negated and (verb.lemma in words_of("denying") or claimed)


def _is_untrue(scene: Scene, verb: Verb) -> bool:
    """Say whether a verb says of its subject that it is not so."""
    words = scene.text[verb.head.end : verb.clause.end].lower().replace(".", " ").split()
    if verb.lemma != "be":
        return False
    return ("true" in words[:2]) if verb.negated else bool(set(words[:2]) & words_of("untrue"))


def _has(scene: Scene, span: Span, before: Span | None, sort: str) -> bool:
    end = before.start if before else span.end
    words = scene.text[span.start : end].lower().split()
    return bool(set(words) & words_of(sort))
