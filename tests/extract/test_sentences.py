"""Sentences, parts and paragraphs, with exact offsets."""

import pytest

from dashboard.extract.sentences import check_examples, split_sentences

CUTS = [
    # stops that end a sentence, and stops that do not
    ("It rained. It stopped.", ["It rained.", "It stopped."]),
    ("Gen. Ruiz met Dr. Okafor. They talked.", ["Gen. Ruiz met Dr. Okafor.", "They talked."]),
    ("It fell on Oct. 4 at sea. Nobody died.", ["It fell on Oct. 4 at sea.", "Nobody died."]),
    ("J. K. Moreau resigned. Why?", ["J. K. Moreau resigned.", "Why?"]),
    ("The U.S. Navy left at 5 p.m. on Friday.", ["The U.S. Navy left at 5 p.m. on Friday."]),
    ("Prices rose 3.5 percent. Wages fell.", ["Prices rose 3.5 percent.", "Wages fell."]),
    # a quotation and the words that give its speaker stay one
    (
        "“We left. We will not return,” the captain said. Rain fell.",
        ["“We left. We will not return,” the captain said.", "Rain fell."],
    ),
    ('"Stop!" he cried. They ran.', ['"Stop!" he cried.', "They ran."]),
    ("He wrote “The end.” Then he left.", ["He wrote “The end.”", "Then he left."]),
    # a line wrapped in the middle of a sentence goes on; a new paragraph does not
    ("The ship left the\nport at dawn. It sank.", ["The ship left the\nport at dawn.", "It sank."]),
    ("First point\n\nSecond point", ["First point", "Second point"]),
    ("One.\r\nTwo.", ["One.", "Two."]),
    # names that begin small, initials joined by &
    ("It sold well. eBay said so.", ["It sold well.", "eBay said so."]),
    ("It was dropped. iOS came.", ["It was dropped.", "iOS came."]),
    ("They called R&B. Nobody came.", ["They called R&B.", "Nobody came."]),
]


@pytest.mark.parametrize(("text", "expected"), CUTS)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: list[str]) -> None:
    """Every sentence is found, whole, and equals the text at its offsets."""
    assert [s.of(text) for s in split_sentences(text)] == expected


PARTS = [
    ("Port closed after storm", "headline"),
    ("By Ana Costa", "byline"),
    ("Ana Costa is a defence reporter for the Harbour Post.", "byline"),
    ("Photo: Harbour Post", "caption"),
    ("Read more: the harbour in pictures", "promotion"),
    ("Updated on 4 May 2021 at 10:15", "stamp"),
    ("The port closed on Monday.", "body"),
]


@pytest.mark.parametrize(("line", "part"), PARTS)
def test_lines_that_report_nothing_are_named(line: str, part: str) -> None:
    """Headlines, bylines, credits and stamps are told apart from the body."""
    sentences = split_sentences(f"{line}\n\nThe harbour master spoke on Friday.")
    assert sentences[0].part == part


def test_boilerplate_rows_match_their_examples_only() -> None:
    """Every row of boilerplate.csv matches its example and not its counter-example."""
    assert check_examples() == []


def test_an_unclosed_quotation_does_not_swallow_the_next_paragraph() -> None:
    """A speech left open at a paragraph's end stays within that paragraph."""
    text = "“We have begun.\n\nThe mayor left. The crowd stayed."
    assert [s.of(text) for s in split_sentences(text)][1:] == [
        "The mayor left.",
        "The crowd stayed.",
    ]
