"""Pictures look as they did; one that is meant to change is drawn anew and committed."""

import pytest
from PIL import Image

from tests.view.golden import FOLDER, MOST, difference, draw, lay_out, names, reduced


@pytest.mark.parametrize("name", names())
def test_picture_looks_as_it_did(name: str) -> None:
    """Hardly a pixel differs; else look at it, and run python -m tests.view.golden --update."""
    drawn = reduced(draw(lay_out(name))).convert("RGB")
    assert difference(drawn, Image.open(FOLDER / f"{name}.png")) <= MOST


def test_every_kept_picture_is_compared_and_they_are_small() -> None:
    """No file lies about that no test looks at, and all of them stay under 1.5 MB."""
    kept = list(FOLDER.iterdir())
    assert {path.name for path in kept} == {f"{name}.png" for name in names()}
    assert sum(path.stat().st_size for path in kept) < 1_500_000


def test_a_moved_word_is_seen() -> None:
    """A shift by two pixels is more than the tolerance."""
    picture = draw(lay_out("ledger-680-light"))
    moved = Image.new("RGB", picture.size, "white")
    moved.paste(picture, (2, 0))
    assert difference(picture, moved) > MOST
