"""Says what part each country plays in a sentence: actor, target, location or less."""

import re
from collections.abc import Iterable, Mapping

from dashboard.countries import country_name
from dashboard.extract.countries.find import find_countries
from dashboard.extract.countries.place import decide
from dashboard.extract.countries.scene import Scene
from dashboard.extract.grammar import find_tokens, find_verbs
from dashboard.model import CountryMention, CountryRole, Span

_STRENGTH = ("actor", "target", "location", "involved", "mentioned")


def find_roles(
    sentence: str, offset: int = 0, people: Mapping[str, str] | None = None
) -> tuple[CountryRole, ...]:
    """Return each country of a sentence once, with its strongest role and the words that give it.

    people maps family names to country codes (see find_people); offset is added to the spans.

    >>> [(r.country_code, r.role) for r in find_roles("Norway sent Danish-made boats to Chile.")]
    [('NOR', 'actor'), ('CHL', 'target'), ('DNK', 'mentioned')]
    """
    mentions = [m for m in find_countries(sentence) if m.country_code]
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
    return _strongest(roles)


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
