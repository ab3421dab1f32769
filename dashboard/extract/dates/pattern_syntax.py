"""How a rule's pattern is written, and its translation into a regular expression over symbols.

A pattern names classes (or groups of classes) in order: "DAY OF? MONTHANY (COMMA? YEAR)?".
`A|B` without spaces is one or the other class, `( A B | C )` one or the other run, `?` makes
optional; words outside `< … >` must stand there but are no part of the mention. There is no
repetition, so a pattern looks at a bounded number of tokens and the work is linear in the text.
"""

import re

_NAMES = r"[A-Z_0-9]+(?:\|[A-Z_0-9]+)*"
_PIECE = re.compile(rf"\s*({_NAMES}|[()|?<>])")
_WHOLE = re.compile(rf"(?=.*[A-Z])(?:\s*(?:{_NAMES}|[()|?<>]))+\s*")


def to_regex(pattern: str, symbols: dict[str, str]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Translate a pattern into a regular expression over symbols, one group a name, and its names.

    Raises KeyError for a name that is no class or group, and where no name stands.
    """
    if not _WHOLE.fullmatch(pattern):
        raise KeyError(pattern)
    pieces: list[str] = []
    names: list[str] = []
    for match in _PIECE.finditer(pattern):
        piece = match[1]
        if piece == "<":
            pieces.append("(?P<begin>)")
        elif piece == ">":
            pieces.append("(?P<finish>)")
        elif piece == "(":
            pieces.append("(?:")
        elif piece in ")|?":
            pieces.append(piece)
        else:
            options = piece.split("|")
            names += options
            pieces.append("(?:" + "|".join(f"([{symbols[name]}])" for name in options) + ")")
    body = "".join(pieces)
    begin = "" if "<" in pattern else "(?P<begin>)"
    finish = "" if ">" in pattern else "(?P<finish>)"
    return re.compile(begin + f"(?:{body})" + finish), tuple(names)


def to_prefix(regex: re.Pattern[str]) -> re.Pattern[str]:
    """Return a pattern for a line that may go on to match: each class may be the line's end.

    >>> pattern = re.compile("(?:(?:([a])|([b]))(?:([c]))?)")
    >>> [bool(to_prefix(pattern).match(line)) for line in ("a", "bc", "c", "")]
    [True, True, False, True]
    """
    return re.compile(re.sub(r"(\[[^\]]*\])", r"(?:\1|\\Z)", regex.pattern))
