"""Makes the figures of Inter tabular: each digit stands for the glyph of equal width.

    python assets/fonts/tabular.py

The widths of lines are sums of advances, and not everything that draws them (Pillow, resvg,
Plotly) can be told to use a feature of the font; so the glyphs are chosen in the font itself.
The files of `@fontsource/inter`, joined as SOURCES.md says, hold them under the names "one.tf"
and so on. Doing it twice changes nothing. Needs fontTools and brotli.
"""

from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent
NAMES = ("inter-400", "inter-600")


def make_tabular(font: TTFont) -> None:
    """Point each digit at its tabular glyph in every table of characters."""
    glyphs = set(font.getGlyphOrder())
    for table in font["cmap"].tables:
        for digit in map(ord, "0123456789"):
            tabular = f"{table.cmap.get(digit)}.tf"
            if tabular in glyphs:
                table.cmap[digit] = tabular


def main() -> None:
    """Change the .ttf of each weight, and write its .woff2 anew."""
    for name in NAMES:
        font = TTFont(FONTS / f"{name}.ttf", recalcTimestamp=False)
        make_tabular(font)
        font.save(FONTS / f"{name}.ttf")
        font.flavor = "woff2"
        font.save(FONTS / f"{name}.woff2")


if __name__ == "__main__":
    main()
