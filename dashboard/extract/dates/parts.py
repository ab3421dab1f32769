"""The tokens of a matched pattern, by the names that the pattern gives them."""

from typing import Any, NamedTuple

from dashboard.extract.dates.expressions import Expression
from dashboard.extract.dates.lexer import Token

Read = Expression | None


_UNITS = ("UNITANY", "UNIT", "UNITS", "CALENDAR", "LENGTH", "MANY", "STRETCHUNIT", "QUARTER")
_TURNS = ("PAST", "TURN", "LAST", "THIS", "NEXT", "COMING", "FOLLOWING", "PREVIOUS")


class Parts(NamedTuple):
    """The tokens of a match by the name the pattern gave them."""

    tokens: dict[str, list[Token]]
    text: str

    def get(self, *names: str) -> Any:
        """Return what the first token under any of the names carries, or None."""
        for name in names:
            if name in self.tokens:
                return self.tokens[name][0].value
        return None

    def number(self, *names: str) -> int:
        """Return the first of them as a whole number; figures may end in st, nd, rd, th."""
        return int("".join(c for c in str(self.get(*names)) if c.isdigit() or c == "-"))

    def inner(self, *names: str, at: int = 0) -> Expression:
        """Return the expression that an earlier level found under one of the names."""
        found = [t for name in names for t in self.tokens.get(name, ())]
        expression: Expression = sorted(found)[at].value.expression
        return expression

    def turn(self) -> int | None:
        """Return -1 (last), 0 (this) or 1 (next) where the words say it."""
        return self.number(*_TURNS) if any(n in self.tokens for n in _TURNS) else None

    def joint(self) -> str:
        """Return how two ends are joined: "or", "and", else "to"."""
        return next((name.lower() for name in ("OR", "AND") if name in self.tokens), "to")

    def unit(self) -> str:
        """Return the unit that the words name, a day where they name none."""
        return str(self.get(*_UNITS) or "D")


def count(p: Parts) -> str:
    """Return how many are counted: "3", "1.5", or "X" where the words are vague."""
    for name in ("COUNT", "FEW", "COUPLE", "SEVERAL", "HALF", "BOTH", "A"):
        if name in p.tokens:
            return str(p.get(name)).replace(",", "")
    return "X"
