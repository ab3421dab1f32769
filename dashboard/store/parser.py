"""Says which rules, and which code that applies them, a store was built with."""

from hashlib import sha256
from pathlib import Path

from dashboard import rules

PACKAGE = Path(__file__).resolve().parents[1]
FOLDERS = ("edtf", "extract", "read", "review")
MODULES = (
    *("accounting.py", "counts.py", "countries.py", "events.py", "frame.py", "model.py"),
    *("reprints.py", "search.py"),
)


def parser_fingerprint() -> str:
    """Return sixteen hexadecimal digits that change whenever parsing could give other reports."""
    digest = sha256(rules.fingerprint().encode())
    inside = [p for folder in FOLDERS for p in (PACKAGE / folder).rglob("*.py")]
    for path in sorted([*inside, *(PACKAGE / name for name in MODULES)]):
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
