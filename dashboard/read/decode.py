"""Turns the bytes of a text file into text, and says how sure the character set is.

A byte order mark decides, then strict UTF-8; what fits neither is guessed by chardet, else
read as Windows-1252. Nothing is ever replaced silently: a file that does not decode is
refused, and the few NUL characters that are replaced are counted.
"""

import codecs
import re
from dataclasses import dataclass

import chardet

from dashboard.errors import ArticleError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # Starts like the mark of UTF-16, so it goes first.
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BINARY = 0.001
"""Share of control characters from which on a file is no text."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with its encoding, where that is known from, and how many NUL were replaced."""

    text: str
    encoding: str
    encoding_from: str
    nul_replaced: int = 0


def decode(raw: bytes) -> Decoded:
    """Return the text of a file; raise ArticleError if it is empty, binary or undecodable.

    >>> decode(b"\\xef\\xbb\\xbfTalks began.")
    Decoded(text='Talks began.', encoding='utf-8', encoding_from='bom', nul_replaced=0)
    """
    text, encoding, encoding_from = _text(raw)
    if not text.strip("\0 \t\r\n\f\v\ufeff"):
        raise ArticleError("is empty.", "Put the text of the article into it, or delete it.")
    odd = len(_CONTROL.findall(text))
    if odd > BINARY * len(text):
        raise ArticleError(
            f"is no text: {odd:,} of its {len(text):,} characters are control characters.",
            "Save it as plain text in UTF-8.",
        )
    return Decoded(text.replace("\0", "\ufffd"), encoding, encoding_from, text.count("\0"))


def _text(raw: bytes) -> tuple[str, str, str]:
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _strict(raw[len(mark) :], encoding), encoding, "bom"
    try:
        return raw.decode(), "utf-8", "utf-8"
    except UnicodeDecodeError:
        return _guess(raw)


def _guess(raw: bytes) -> tuple[str, str, str]:
    name = chardet.detect(raw)["encoding"]
    if name:
        try:
            return raw.decode(name), name.lower(), "chardet"
        except (UnicodeDecodeError, LookupError):
            pass
    return _strict(raw, "cp1252"), "cp1252", "fallback"


def _strict(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"does not decode: byte {error.start:,} is not {encoding}.",
            "Save it as plain text in UTF-8.",
        ) from None
