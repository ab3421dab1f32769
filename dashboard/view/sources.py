"""Numbered sources as notes in columns: the quote where it is not shown whole, then its origin."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from dashboard.view.card import quoted
from dashboard.view.items import Item
from dashboard.view.measure import wrap
from dashboard.view.palette import Palette
from dashboard.view.shapes import Shape, Text

SIZE = 11.0
_LEAD = 3.0
GAP = 5.0
GUTTER = 32.0
_INDENT = 30.0
MANY = 40
"""Of more articles than this the outlets are listed."""
_STEP = SIZE / 2
GOES_ON = "…"
_WHOLE = 1_000_000
_HEAD = 3


@dataclass(frozen=True, slots=True)
class Note:
    """One source broken into lines of a size for a column; head says what it tells of, and when."""

    number: str
    quote: tuple[str, ...]
    origin: tuple[str, ...]
    size: float = SIZE
    head: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        """Its height with the gap under it."""
        lines = len(self.head) + len(self.quote) + len(self.origin)
        return (self.size + _LEAD) * lines + GAP


def notes(
    items: Sequence[Item],
    room: float,
    columns: int,
    whole: Collection[str] = (),
    size: float = SIZE,
    titled: bool = False,
) -> list[Note]:
    """Return a note for each source in order: its quote, unless it stands whole on a card.

    titled puts day and title of an event over its first source, where the picture has neither.
    """
    wide = _measure(room, columns)
    found = []
    for item in items:
        for at, citation in enumerate(item.citations):
            said = at == 0 and item.event_id in whole
            quote = () if said else quoted(citation.quote, size + 0.5, wide, _WHOLE)
            origin = wrap(f"{citation.origin}, {citation.place}", "sans", size, wide, 2)
            title = (
                f"{item.when[:1].upper()}{item.when[1:]}: {item.title}"
                if titled and at == 0
                else ""
            )
            head = wrap(title, "bold", size, wide, _HEAD) if title else ()
            found.append(Note(citation.number, quote, origin, size, head))
    return found


def _head(item: Item, size: float, wide: float) -> tuple[str, ...]:
    return wrap(f"{item.when[:1].upper()}{item.when[1:]}: {item.title}", "bold", size, wide, _HEAD)


def by_article(items: Sequence[Item], numbered: bool) -> list[str]:
    """Say of each article (each outlet, if there are many) which events it tells of.

    They are named by their numbers where those stand in the picture, else counted.
    """
    many = len({c.origin for item in items for c in item.citations}) > MANY
    numbers: dict[str, dict[int, list[str]]] = {}
    for item in items:
        for citation in item.citations:
            key = citation.publisher if many else citation.origin
            numbers.setdefault(key, {}).setdefault(item.number, []).append(citation.number)
    if not numbered:
        return counted({key: len(found) for key, found in numbers.items()})
    runs = {key: _runs([*chain.from_iterable(found.values())]) for key, found in numbers.items()}
    return [f"{', '.join(found)}: {key}" for key, found in runs.items()]


def counted(events: Mapping[str, int]) -> list[str]:
    """Say of how many events an article or outlet tells, that of the most first.

    >>> counted({"Gazette": 1, "Courier": 2})
    ['2 events: Courier', '1 event: Gazette']
    """
    order = sorted(events.items(), key=lambda one: (-one[1], one[0]))
    return [f"{count:,} event{'' if count == 1 else 's'}: {key}" for key, count in order]


def listed(words: Sequence[str], room: float, columns: int) -> list[Note]:
    """Return a note without a quote for each of some lines of words."""
    wide = _measure(room, columns) + _INDENT
    return [Note("", (), wrap(line, "sans", SIZE, wide, 3)) for line in words]


def _runs(numbers: Sequence[str]) -> list[str]:
    """Join three and more numbers in a row.

    >>> _runs(["1", "2", "3", "5a", "6"])
    ['1–3', '5a', '6']
    """
    runs: list[list[str]] = []
    for number in numbers:
        last = runs[-1][-1] if runs else ""
        if last.isdigit() and number.isdigit() and int(number) == int(last) + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [word for run in runs for word in ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else run)]


def _measure(room: float, columns: int) -> float:
    return (room - (columns - 1) * GUTTER) / columns - _INDENT


def columns_of(found: Sequence[Note], columns: int) -> list[list[Note]]:
    """Divide notes into columns of nearly one height, in order, none broken."""
    low = max((note.height for note in found), default=0.0)
    total = sum(note.height for note in found)
    fewest, most = 0, int((total - low) // _STEP) + 1
    while fewest < most:
        middle = (fewest + most) // 2
        if len(_fill(found, low + middle * _STEP)) <= columns:
            most = middle
        else:
            fewest = middle + 1
    return _fill(found, low + most * _STEP)


def _fill(found: Sequence[Note], limit: float) -> list[list[Note]]:
    filled: list[list[Note]] = []
    used = 0.0
    for note in found:
        if not filled or used + note.height > limit:
            filled.append([])
            used = 0.0
        filled[-1].append(note)
        used += note.height
    return filled


def height(found: Sequence[Note], columns: int) -> float:
    """Return the height of notes in so many columns."""
    return max((sum(n.height for n in column) for column in columns_of(found, columns)), default=0)


def paginate(found: Sequence[Note], room: float) -> list[list[Note]]:
    """Divide notes into pages of two columns of this height.

    A note higher than a column goes on in the next one, under "…" in place of its number.
    """
    filled = _fill([part for note in found for part in _parts(note, room)], room)
    return [
        [note for column in filled[at : at + 2] for note in column]
        for at in range(0, len(filled), 2)
    ]


def _parts(note: Note, room: float) -> list[Note]:
    """Divide a note higher than the room into notes of as many lines as go into it."""
    if note.height <= room:
        return [note]
    count = max(1, int((room - GAP) // (note.size + _LEAD)))
    texts = (note.head, note.quote, note.origin)
    lines = [(place, line) for place, text in enumerate(texts) for line in text]
    pieces = [lines[at : at + count] for at in range(0, len(lines), count)]
    return [_part(note, piece, at > 0) for at, piece in enumerate(pieces)]


def _part(note: Note, lines: Sequence[tuple[int, str]], goes_on: bool) -> Note:
    head, quote, origin = (tuple(line for at, line in lines if at == place) for place in range(3))
    number = GOES_ON if goes_on and note.number else note.number
    return replace(note, number=number, head=head, quote=quote, origin=origin)


def draw(
    found: Sequence[Note], columns: int, x: float, y: float, room: float, colors: Palette
) -> list[Shape]:
    """Draw notes in columns, y being the top."""
    pitch = (room - (columns - 1) * GUTTER) / columns + GUTTER
    shapes: list[Shape] = []
    for at, column in enumerate(columns_of(found, columns)):
        top, left = y, x + at * pitch
        for note in column:
            shapes += _note(note, left, top + note.size, colors)
            top += note.height
    return shapes


def _note(note: Note, x: float, base: float, colors: Palette) -> list[Shape]:
    size, leading = note.size, note.size + _LEAD
    shapes: list[Shape] = []
    if note.number:
        shapes.append(Text(x, base, note.number, size, "bold", colors.text))
        x += _INDENT
    lines = (
        *((line, size, "bold", colors.text) for line in note.head),
        *((line, size + 0.5, "serif", colors.text) for line in note.quote),
        *((line, size, "sans", colors.secondary) for line in note.origin),
    )
    shapes += [Text(x, base + at * leading, *line) for at, line in enumerate(lines)]
    return shapes
