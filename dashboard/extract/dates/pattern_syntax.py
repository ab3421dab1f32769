"""How a rule's pattern is written, and its translation into a regular expression over symbols.

A pattern names classes (or groups of classes) in order: "DAY OF? MONTHANY (COMMA? YEAR)?".
`A|B` without spaces is one or the other class, `( A B | C )` one or the other run, `?` makes
optional; words outside `< … >` must stand there but are no part of the mention. There is no
repetition, so a pattern looks at a bounded number of tokens and the work is linear in the text.
"""

import re

_PIECE = re.compile(r"\s*([A-Z_0-9]+(?:\|[A-Z_0-9]+)*|[()|?<>])")


def to_regex(pattern: str, symbols: dict[str, str]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Translate a pattern into a regular expression over symbols, one group a name, and its names.

    Raises KeyError for a name that is no class or group.
    """
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


def first_symbols(regex: str) -> set[str]:
    """Return the symbols with which a match of the translated pattern can begin."""
    position = 0

    def sequence() -> tuple[set[str], bool]:
        nonlocal position
        first: set[str] = set()
        empty = False
        branch: set[str] = set()
        open_ = True
        while position < len(regex) and regex[position] != ")":
            if regex[position] == "|":
                first, empty = first | branch, empty or open_
                branch, open_, position = set(), True, position + 1
                continue
            got, nullable = atom()
            if open_:
                branch |= got
            open_ = open_ and nullable
        return first | branch, empty or open_

    def atom() -> tuple[set[str], bool]:
        nonlocal position
        if regex[position] == "[":
            end = regex.index("]", position)
            got, nullable = set(regex[position + 1 : end]), False
            position = end + 1
        else:
            position = _inside(regex, position)
            got, nullable = sequence()
            position += 1
        if regex[position : position + 1] == "?":
            position, nullable = position + 1, True
        return got, nullable

    return sequence()[0]


def _inside(regex: str, position: int) -> int:
    """Step over the opening of a group: "(", "(?:" or "(?P<begin>"."""
    if regex.startswith("(?:", position):
        return position + 3
    return regex.index(">", position) + 1 if regex.startswith("(?P<", position) else position + 1
