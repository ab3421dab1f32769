"""Verbs, their forms, and how their clauses hang together."""

import pytest

from dashboard.extract.grammar import find_verbs
from dashboard.model import Span

FORMS = [
    ("The army withdrew from the city.", [("withdraw", "past")]),
    ("The bridge was destroyed.", [("destroy", "past")]),
    ("The council has approved the plan.", [("approve", "perfect")]),
    ("The council had approved the plan.", [("approve", "pluperfect")]),
    ("The envoy will visit the port.", [("visit", "future")]),
    ("The envoy could visit the port.", [("visit", "modal")]),
    ("The envoy is visiting the port.", [("visit", "progressive")]),
    ("The wounded man slept near the united front.", [("sleep", "past")]),
    ("He was to be moved.", [("be", "future")]),
    ("He was digging.", [("dig", "imperfect")]),
    ("It opened in May.", [("open", "past")]),
    ("Raiders ambushed the convoy.", [("ambush", "past")]),
    ("The shop stays shut.", []),
    ("Sales of the recently announced car began.", [("begin", "past")]),
    ("It is clear how divided the hall was.", [("be", "present"), ("be", "past")]),
    ("The page, here in full, states: “The club has lost a friend.”", [("state", "present")]),
    ("The rebels say they won.", [("say", "present"), ("win", "past")]),
    ("It is not clear.", [("be", "present")]),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_verbs_are_found_with_their_form(text: str, expected: list[tuple[str, str]]) -> None:
    """A finite verb is found with its tense or mood; adjectives in -ed are not verbs."""
    found = find_verbs(text, Span(0, len(text)))
    assert [(v.lemma, v.form) for v in found] == expected


LEADS = [
    ("The mayor resigned and left the city.", ["main", "main"]),
    ("The mayor, who won in spring, resigned.", ["relative", "main"]),
    ("The mayor said that the bridge would open.", ["main", "content"]),
    ("The mayor said the bridge would open.", ["main", "content"]),
    ("After rebels attacked the port, the mayor fled.", ["after", "main"]),
    ("If the talks fail, the army will move.", ["main"]),
    ("The missiles launched from the coast hit the port.", ["main"]),
    ("The mayor left before the rebels attacked.", ["main", "before"]),
    ("As snow fell, the mayor resigned.", ["subordinator", "main"]),
    ("The law, passed in May, was struck down.", ["main"]),
    ("He said the trawler cut its nets and fled.", ["main", "content", "content"]),
    ("It has a screen, dubbed the wall.", ["main"]),
    ("The yard delivered the last ferry built for the island.", ["main"]),
    ("The hall was lit by a globe made of glass.", ["main"]),
    ("A man described as a lawyer shot two people.", ["main"]),
    ("The rebels advanced as the army fled.", ["main", "subordinator"]),
    ("The inquiry found the man took the money.", ["main", "content"]),
    ("In a letter sent the next day, the ministry denounced the deal.", ["main"]),
    ("In May the army attacked, the minister said.", ["main", "main"]),
    ("Since its launch the shop has sold 90 boats.", ["main"]),
    ("After the war ended the port reopened.", ["after", "main"]),
    ("As the army advanced", ["subordinator"]),
]


@pytest.mark.parametrize(("text", "expected"), LEADS)
def test_clauses_say_what_they_hang_on(text: str, expected: list[str]) -> None:
    """The words between two verbs tell whether the second goes on, explains or reports."""
    assert [v.lead for v in find_verbs(text, Span(0, len(text)))] == expected


SUBJECTS = [
    ("On Friday, the mayor resigned.", ["the mayor"]),
    ("The mayor, who won in spring, resigned.", ["The mayor", "The mayor"]),
    ("“We will not go back there,” said the mayor.", ["the mayor"]),
    ("The mayor resigned and left.", ["The mayor", "The mayor"]),
    ("During the siege, two bridges were destroyed.", ["two bridges"]),
    ("“We have won it all,” said Dr. Grace Phiri, the director.", ["Dr. Grace Phiri"]),
    ("He met the envoy of Norway, who resigned.", ["He", "the envoy of Norway"]),
    ("It hit the old port, which burnt.", ["It", "the old port"]),
    ("During his speech he called the deal a mistake.", ["he"]),
    ("At the talks in Oslo the two sides agreed.", ["the two sides"]),
]


@pytest.mark.parametrize(("text", "expected"), SUBJECTS)
def test_subjects_are_who_or_what_the_verb_tells_of(text: str, expected: list[str]) -> None:
    """Fronted phrases and asides are no part of the subject; "and" carries it on."""
    found = find_verbs(text, Span(0, len(text)))
    assert [text[v.subject.start : v.subject.end] for v in found if v.subject] == expected


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("He did not speak.", True),
        ("He never spoke.", True),
        ("They didn't vote.", True),
        ("He spoke.", False),
    ],
)
def test_negation_is_part_of_the_verb(text: str, negated: bool) -> None:
    """What did not happen is marked so."""
    assert find_verbs(text, Span(0, len(text)))[0].negated is negated
