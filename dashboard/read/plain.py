"""Reads plain text: all of the file is the article."""

import re
from dataclasses import asdict

from dashboard.model import Article
from dashboard.read.decode import decode

LONGEST_HEADLINE = 120
_SENTENCE_END = re.compile(r"[.:,;…]['\"”’»)]*$")


def read_plain(file: str, raw: bytes) -> Article:
    """Return the article of a text file; raise ArticleError if there is no text in it."""
    decoded = decode(raw)
    return Article(file=file, headline=first_line_headline(decoded.text), **asdict(decoded))


def first_line_headline(text: str) -> str:
    """Return the first line if it looks like a headline (short, no full stop), else "".

    >>> first_line_headline("Ferry Talks Open in Oslo\\n\\nMinisters met on Monday.")
    'Ferry Talks Open in Oslo'
    """
    line, _, rest = text.strip().partition("\n")
    line = line.strip()
    if not rest.strip() or len(line) > LONGEST_HEADLINE or _SENTENCE_END.search(line):
        return ""
    return line
