"""The part that each country plays in a sentence."""

import pytest

from dashboard.extract.countries import find_people, find_roles

ROLES = [
    # subjects act, objects and aims have it done to them
    ("Norway attacked Chile.", "NOR actor, CHL target"),
    ("The Norwegian president visited Chile.", "NOR actor, CHL target"),
    ("Norway's navy fired on Chilean ships.", "NOR actor, CHL target"),
    ("Norway imposed sanctions on Chile and Peru.", "NOR actor, CHL target, PER target"),
    ("The president of Norway said he was ill.", "NOR actor"),
    ("Norway agreed to help Chile.", "NOR actor, CHL target"),
    # the passive turns it round
    ("Norway was attacked by Chile.", "CHL actor, NOR target"),
    # places
    ("Drones took off from Norway.", "NOR location"),
    ("The talks were held in Peru.", "PER location"),
    ("Soldiers gathered on the Chilean border.", "CHL location"),
    # nouns that tell a happening
    ("The council condemned the Norwegian attack on Chile.", "NOR actor, CHL target"),
    ("Talks with Chile over the border collapsed.", "CHL target"),
    ("Sanctions on Chile by Norway have failed.", "NOR actor, CHL target"),
    ("Norway has offered to mediate between Chile and Peru.", "NOR actor, CHL target, PER target"),
    # only modifiers
    ("Peru bought Swedish-made boats.", "PER actor, SWE mentioned"),
    ("Kari Berg told Swedish radio that it was late.", "SWE mentioned"),
    ("Peru spoke of the Chile conflict.", "PER actor, CHL mentioned"),
    ("Peru, a close Chilean ally, voted.", "PER actor, CHL mentioned"),
    # what a statement is about
    ("Norway said that Chile could face sanctions.", "NOR actor, CHL involved"),
    ("Norway demanded that Chile should pay.", "NOR actor, CHL target"),
    # nothing to go by
    ("“We are with Chile in this hour,” she said.", "CHL involved"),
    ("NATO and the EU met.", ""),
]


@pytest.mark.parametrize(("sentence", "expected"), ROLES)
def test_a_country_gets_its_role(sentence: str, expected: str) -> None:
    """Each country once, the strongest role first."""
    found = find_roles(sentence)
    assert ", ".join(f"{r.country_code} {r.role}" for r in found) == expected


def test_spans_count_from_the_offset_and_reasons_are_sentences() -> None:
    """The words lie where the article has them, and a reason ends with a full stop."""
    sentence = "Norway’s army left Peru."
    for role in find_roles(sentence, offset=100):
        assert sentence[role.span.start - 100 : role.span.end - 100] == role.words
        assert role.reason.startswith("“")
        assert role.reason.endswith(".")


PEOPLE = [
    ("Norwegian prime minister Kari Berg spoke.", {"Berg": "NOR"}),
    ("Norway's foreign minister, Kari Berg, spoke.", {"Berg": "NOR"}),
    ("Norwegian Foreign Minister Kari Berg spoke.", {"Berg": "NOR"}),
    ("President of Norway Kari Berg spoke.", {"Berg": "NOR"}),
    ("King Olav of Norway spoke.", {"Olav": "NOR"}),
    ("Kari Berg, the Norwegian foreign minister, spoke.", {"Berg": "NOR"}),
    ("Kari Berg, the president of Norway, spoke.", {"Berg": "NOR"}),
    ("The Norwegian skier Kari Berg spoke.", {}),
    ("Norwegian president Kari Berg met Peruvian president Luis Berg.", {}),
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_an_article_says_who_stands_for_a_country(text: str, expected: dict[str, str]) -> None:
    """An office makes a person stand for a country; a name shared by two does not."""
    assert find_people(text) == expected


def test_an_office_holder_acts_for_the_country_and_the_reason_says_so() -> None:
    """The bare family name is enough once the article has introduced its bearer."""
    (role,) = find_roles("Berg confirmed it.", people={"Berg": "NOR"})
    assert (role.country_code, role.role, role.words) == ("NOR", "actor", "Berg")
    assert "holds an office of Norway" in role.reason
