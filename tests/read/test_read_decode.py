"""Decoding: character sets, marks, line ends, and what is refused."""

import codecs
import random

import pytest

from dashboard.errors import ArticleError
from dashboard.read.decode import decode

PLAIN = "The café in Malmö reopened on 4 October.\r\nIts owner said: “At last!”\n"
RUSSIAN = "Министры встретились в понедельник в столице и обсудили новую железную дорогу."


@pytest.mark.parametrize(
    ("raw", "encoding", "encoding_from"),
    [
        (PLAIN.encode(), "utf-8", "utf-8"),
        (codecs.BOM_UTF8 + PLAIN.encode(), "utf-8", "bom"),
        (codecs.BOM_UTF16_LE + PLAIN.encode("utf-16-le"), "utf-16-le", "bom"),
        (codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"), "utf-16-be", "bom"),
        (codecs.BOM_UTF32_LE + PLAIN.encode("utf-32-le"), "utf-32-le", "bom"),
        (PLAIN.encode("cp1252"), "windows-1252", "chardet"),
    ],
)
def test_the_text_is_the_same_in_every_character_set(
    raw: bytes, encoding: str, encoding_from: str
) -> None:
    """Line ends, quotation marks and accents come through; where the set is known from is said."""
    found = decode(raw)
    assert found.text == PLAIN
    assert (found.encoding, found.encoding_from) == (encoding, encoding_from)


def test_a_guess_is_marked_as_one() -> None:
    """Cyrillic in a legacy set is read right, and marked as guessed."""
    found = decode(RUSSIAN.encode("cp1251"))
    assert (found.text, found.encoding_from) == (RUSSIAN, "chardet")


def test_only_one_mark_is_dropped() -> None:
    """A second byte order mark belongs to the text."""
    assert decode(codecs.BOM_UTF8 * 2 + b"Talks.").text == "\ufeffTalks."


def test_the_form_of_accents_is_kept() -> None:
    """A letter and its accent written apart stay apart."""
    assert decode("cafe\u0301".encode()).text == "cafe\u0301"


def test_few_nul_are_replaced_and_counted() -> None:
    """Up to one NUL in a thousand characters becomes U+FFFD."""
    found = decode(b"word " * 300 + b"\0")
    assert (found.text[-1], found.nul_replaced) == ("\ufffd", 1)


def test_no_bytes_make_it_fall_over() -> None:
    """Whatever the bytes, there is a text without NUL, or an ArticleError."""
    rng = random.Random(4)
    for _ in range(200):
        raw = bytearray(PLAIN.encode(rng.choice(["utf-8", "cp1252", "utf-16"])))
        for _ in range(rng.randrange(1, 12)):
            raw[rng.randrange(len(raw))] = rng.randrange(256)
        try:
            text = decode(bytes(raw)).text
        except ArticleError:
            continue
        assert "\0" not in text
        assert text.encode().decode() == text
