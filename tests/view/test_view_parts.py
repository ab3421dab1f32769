"""The small parts: measured text, colours, ticks, slots."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from dashboard.errors import RuleError
from dashboard.selection import Selection
from dashboard.view import Text, measure, timeline_view
from dashboard.view.measure import FILES, FONTS, fit, width, wrap
from dashboard.view.palette import country_colors, palette
from dashboard.view.shapes import Scale
from dashboard.view.slots import deal, spread
from dashboard.view.ticks import APART, major, minor
from tests.view.pictures import frame_of, outside, overlaps


@pytest.mark.parametrize("role", sorted(FILES))
@pytest.mark.parametrize("text", ["Łódź", "Kyjiw", "Київ", "São Tomé", "“…” – 1/2", "Český"])
def test_fonts_hold_latin_and_cyrillic(role: str, text: str) -> None:
    """Every letter has its own glyph, not the box of a missing one."""
    from fontTools.ttLib import TTFont

    letters = TTFont(FONTS / f"{FILES[role]}.ttf").getBestCmap()
    assert [c for c in text if ord(c) not in letters] == []


@pytest.mark.parametrize("role", sorted(FILES))
@pytest.mark.parametrize("suffix", ["ttf", "woff2"])
def test_figures_are_tabular(role: str, suffix: str) -> None:
    """All digits are equally wide, in the file for measuring as in the one for the browser."""
    from fontTools.ttLib import TTFont

    font = TTFont(FONTS / f"{FILES[role]}.{suffix}")
    letters = font.getBestCmap()
    assert len({font["hmtx"][letters[ord(digit)]][0] for digit in "0123456789"}) == 1


def test_fonts_are_small_and_have_their_licences() -> None:
    """All font files together stay under 2 MB, and each family has its licence beside it."""
    assert sum(path.stat().st_size for path in FONTS.iterdir()) < 2_000_000
    for name in ("inter-OFL.txt", "source-serif-4-OFL.txt"):
        assert "SIL Open Font License" in (FONTS / name).read_text()


def test_wrapping_keeps_every_word_and_the_room() -> None:
    """Lines joined again are the text, and no line is wider than its room."""
    text = "Storm damages the eastern breakwater and leaves nine villages without power"
    for room in (60, 120, 240):
        lines = wrap(text, "bold", 15, room)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert max(width(line, "bold", 15) for line in lines) <= room


def test_a_cut_falls_after_a_word_and_shows() -> None:
    """Text that does not fit ends in an ellipsis after a whole word."""
    assert fit("Fishing fleets return to port", "sans", 12, 110) == "Fishing fleets…"
    assert wrap("one two three four", "sans", 12, 55, 2)[-1].endswith("…")
    assert width(fit("Unbreakable" * 5, "sans", 12, 50), "sans", 12) <= 50


@pytest.mark.parametrize("room", [20, 45, 110, 300])
def test_a_cut_keeps_as_many_words_as_there_is_room_for(room: float) -> None:
    """No longer beginning of the text, with its ellipsis, would fit."""
    text = "The fleet, so they say, comes home – at last – with nine (or ten) boats"
    words = text.split(" ")
    starts = [" ".join(words[:n]).rstrip(",–(") for n in range(1, len(words))]
    fitting = [f"{s.rstrip()}…" for s in starts if width(f"{s}…", "sans", 12) <= room]
    cut = fit(text, "sans", 12, room)
    assert cut.replace(" …", "…") == fitting[-1] if fitting else width(cut, "sans", 12) <= room


def test_a_sentence_of_thousands_of_words_is_measured_in_one_walk(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Cutting it asks for the advance of each letter a few times at most, and keeps no line."""
    asked = 0
    plain = measure._advance

    def counting(role: str, character: str) -> float:
        nonlocal asked
        asked += 1
        return plain(role, character)

    monkeypatch.setattr(measure, "_advance", counting)
    text = " ".join(f"boat{n}" for n in range(4000))
    assert wrap(text, "sans", 12, 300, 3)[-1].endswith("…")
    assert fit(text, "sans", 12, 300).endswith("…")
    assert asked < 8 * len(text)


def _contrast(one: str, other: str) -> float:
    def light(color: str) -> float:
        parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_and_marks_have_contrast(theme: str) -> None:
    """Text has 4.5 to 1 on the background and the panel, marks and edges have 3 to 1."""
    colors = palette(theme)
    for ink in (colors.text, colors.secondary, colors.muted, colors.focus):
        assert min(_contrast(ink, colors.background), _contrast(ink, colors.panel)) >= 4.5
    for hue in (*colors.countries, colors.axis, colors.other):
        assert _contrast(hue, colors.background) >= 3
    assert _contrast(colors.highlight_text, colors.highlight) >= 4.5


def test_an_unknown_theme_is_refused() -> None:
    """The message names the themes there are."""
    with pytest.raises(RuleError) as caught:
        palette("sepia")
    assert "light, dark" in caught.value.remedy


def test_countries_have_different_colours_until_six() -> None:
    """Six countries have six hues; the seventh, least frequent, is grey."""
    codes = ["NOR", "FIN", "PER", "JPN", "KEN", "CHL", "EGY"]
    events = [codes[:n] for n in range(1, 8)]
    colors = country_colors(events, palette("light"))
    assert len({colors[code] for code in codes[:6]}) == 6
    assert colors["EGY"] == palette("light").other


@pytest.mark.parametrize("length", [1, 5, 8, 20, 60, 200, 800, 4000, 40000, 700000])
def test_ticks_stand_apart_at_every_length(length: int) -> None:
    """Labelled ticks are at least 64 px from each other, from one day to two thousand years."""
    first = date(1, 1, 2).toordinal() if length > 40000 else date(1931, 1, 5).toordinal()
    scale = Scale(first, first + length - 1, 20, 1120 / length)
    days = [tick.day for tick in minor(scale)]
    gaps = [(b - a) * scale.px for a, b in pairwise(days)]
    assert min(gaps, default=APART) >= APART
    assert len(days) <= 20


def test_two_levels_name_days_and_months() -> None:
    """Over a week the ticks are days and the second level the months, the year said once."""
    scale = Scale(date(2031, 3, 28).toordinal(), date(2031, 4, 4).toordinal(), 0, 140)
    assert [tick.label for tick in minor(scale)][:2] == ["Fri 28", "Sat 29"]
    assert [tick.label for tick in major(scale)] == ["March 2031", "April"]


@pytest.mark.parametrize("days", [1, 2, 7])
def test_a_month_that_begins_at_the_end_is_named(days: int) -> None:
    """However few days of it there are, it has its name, and the Monday before it its day."""
    first, last = date(2031, 2, 20), date(2031, 3, 31) + timedelta(days)
    frame = frame_of(str(first), str(last))
    view = timeline_view(frame, Selection(mode="ledger", first=first, last=last), width=1160)
    said = {s.text: s.x for s in view.shapes if isinstance(s, Text)}
    assert {"Apr", "April"}.intersection(said)
    assert view.scale
    assert said["31"] < view.scale.start(date(2031, 4, 1).toordinal())
    assert not overlaps(view)
    assert not outside(view)


def test_slots_are_dealt_in_date_order() -> None:
    """Columns follow each other, and in each the cards run from top to bottom."""
    slots = deal(9, 3, 2, 1)
    assert [slot.column for slot in slots] == [0, 0, 0, 1, 1, 1, 2, 2, 2]
    assert [(slot.above, slot.row) for slot in slots[:3]] == [(True, 1), (True, 0), (False, 0)]


def test_columns_stay_near_their_marks_inside_the_bounds() -> None:
    """Left edges keep their order, their gutters and the bounds."""
    lefts = spread([900, 910, 50], 200, 20, 20, 1140)
    assert all(b - a >= 219.99 for a, b in pairwise(lefts))
    assert lefts[0] >= 20
    assert lefts[-1] + 200 <= 1140.01
