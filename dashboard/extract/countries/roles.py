"""Says what part each country plays in a sentence: actor, target, location or less."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from dashboard.countries import country_name
from dashboard.extract.countries.find import find_countries
from dashboard.extract.countries.place import decide
from dashboard.extract.countries.scene import Scene
from dashboard.extract.countries.table import role_words
from dashboard.extract.grammar import find_tokens, find_verbs
from dashboard.model import CountryMention, CountryRole, Span

_STRENGTH = ("actor", "target", "location", "involved", "mentioned")


def find_roles(
    sentence: str,
    offset: int = 0,
    people: Mapping[str, str] | None = None,
    known: Iterable[CountryMention] | None = None,
) -> tuple[CountryRole, ...]:
    """Return each country of a sentence once, with its strongest role and the words that give it.

    people maps family names to country codes (see find_people); offset is added to the spans.
    known are the mentions of the whole article, at their own places, where they are found
    already: a person named in full there is one here too.

    >>> [(r.country_code, r.role) for r in find_roles("Norway sent Danish-made boats to Chile.")]
    [('NOR', 'actor'), ('CHL', 'target'), ('DNK', 'mentioned')]
    """
    found = find_countries(sentence) if known is None else _moved(known, -offset)
    mentions = [m for m in found if m.country_code]
    persons = list(_persons(sentence, people or {}, mentions))
    whole = Span(0, len(sentence))
    scene = Scene(sentence, find_tokens(sentence, whole), find_verbs(sentence, whole))
    roles: list[CountryRole] = []
    before: CountryMention | None = None
    for mention in sorted([*mentions, *persons], key=lambda m: m.span):
        role, reason = decide(scene, mention)
        if before and _is_list(sentence[before.span.end : mention.span.start]) and roles:
            role, reason = _joined(roles[-1], role, reason)
        span = Span(mention.span.start + offset, mention.span.end + offset)
        said = _said(mention, reason)
        roles.append(CountryRole(mention.country_code, role, mention.text, span, said))
        before = mention
    return _completed(scene, _strongest(roles))


def _moved(mentions: Iterable[CountryMention], by: int) -> Iterable[CountryMention]:
    return [replace(m, span=Span(m.span.start + by, m.span.end + by)) for m in mentions]


def _completed(scene: Scene, roles: tuple[CountryRole, ...]) -> tuple[CountryRole, ...]:
    """Let the place of a deed be its target, and a lone country its actor, where none is sure.

    Meetings and talks have a place only: nobody does them to it.
    """
    given = {role.role for role in roles}
    deeds = [v for v in scene.verbs if v.lemma not in ("be", "have") and v.family != "say"]
    main = next((v for v in deeds if v.lead == "main"), deeds[0] if deeds else None)
    quoted = any("quotation" in t.jobs for t in scene.tokens)
    if len(roles) == 1 and given == {"involved"} and not quoted:
        return (_changed(roles[0], "actor", "is the only country it tells of"),)
    if (
        len(roles) == 1
        and given == {"location"}
        and "(“in”)" in roles[0].reason
        and _holder_acts(scene)
    ):
        return (_changed(roles[0], "actor", "is the only country, and who acts holds an office"),)
    meets = main and main.family in ("consult", "elect")
    if main is None or "target" in given or (meets and main.lemma not in ("visit", "arrive")):
        return roles
    leaving = main.family in ("retreat", "release", "aid", "mobilise")
    places = [r for r in roles if r.role == "location" and (leaving or "(“from”)" not in r.reason)]
    words = scene.text[main.span.start : main.span.end]
    return tuple(
        _changed(r, "target", f"is where “{words}” takes effect") if r in places else r
        for r in roles
    )


def _holder_acts(scene: Scene) -> bool:
    """Say whether the subject of the first clause begins with an office ("President Lee")."""
    subject = next((v.subject for v in scene.verbs if v.lead == "main" and not v.passive), None)
    words = scene.text[subject.start : subject.end].split() if subject else []
    opening = [w.strip(",").lower() for w in words if w.lower() != "the"][:2]
    return any(w in role_words("office") for w in opening)


def _changed(role: CountryRole, to: str, why: str) -> CountryRole:
    return replace(role, role=to, reason=f"“{role.words}” {why}.")


def _persons(
    sentence: str, people: Mapping[str, str], mentions: Iterable[CountryMention]
) -> Iterable[CountryMention]:
    taken = [m.span for m in mentions]
    for word in re.finditer(r"[^\W\d_][\w'’-]*[^\W\d_]", sentence) if people else ():
        name = re.sub(r"['’]s$", "", word.group())
        span = Span(word.start(), word.start() + len(name))
        if name in people and not any(span.overlaps(t) for t in taken):
            code = people[name]
            yield CountryMention(span, name, code, country_name(code), "person", "office holder")


def _is_list(between: str) -> bool:
    return bool(re.fullmatch(r"(?:['’]s?)?(?:,| and| or|, and|,? as well as)(?: the)? ", between))


def _joined(before: CountryRole, role: str, reason: str) -> tuple[str, str]:
    """Let a country in a list share the role of the one before it, unless it acts by itself."""
    if role == "actor" or before.role == role or before.role == "mentioned":
        return role, reason
    return before.role, f"stands in one list with “{before.words}”"


def _said(mention: CountryMention, reason: str) -> str:
    holder = f", who holds an office of {mention.name}," if mention.kind == "person" else ""
    return f"“{mention.text}”{holder} {reason}."


def _strongest(roles: Iterable[CountryRole]) -> tuple[CountryRole, ...]:
    best: dict[str, CountryRole] = {}
    for role in roles:
        old = best.get(role.country_code)
        if not old or _STRENGTH.index(role.role) < _STRENGTH.index(old.role):
            best[role.country_code] = role
    return tuple(sorted(best.values(), key=lambda r: (_STRENGTH.index(r.role), r.span)))
