"""The tour in docs/tour.md is followed as it is written: each action done, each answer seen."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

TOUR = (Path(__file__).resolve().parents[2] / "docs" / "tour.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"^## (\d+\. [^\n]+)\n\n(.+?)(?=\n## |\Z)", TOUR, re.MULTILINE | re.DOTALL)
SAYS = """() => {
  const alt = [...document.images].map((image) => image.alt);
  return [document.body.innerText, ...alt].join(" ");
}"""


def press(page: Page, words: str) -> None:
    """Press what has these words: a button, a link, a filter, or what opens one."""
    for role in ("button", "link", "textbox"):
        found = page.get_by_role(role, name=words, exact=True).filter(visible=True)  # type: ignore[arg-type]
        if found.count():
            return found.first.click()
    page.get_by_text(words, exact=True).filter(visible=True).first.click()


def pick(page: Page, words: str) -> None:
    """Pick a value from the list that is open."""
    page.get_by_role("option", name=re.compile(rf"^{re.escape(words)}\b")).click()
    page.keyboard.press("Escape")


def fill(page: Page, field: str, words: str) -> None:
    """Type words into a field and press Enter."""
    page.get_by_role("textbox", name=field, exact=True).fill(words)
    page.keyboard.press("Enter")


ACTIONS: tuple[tuple[str, Callable[..., object]], ...] = (
    (r"Under \*\*(.+?)\*\*, click \*Choose …\*", press),
    (r"Pick \*\*(.+?)\*\*", pick),
    (r"In \*\*(.+?)\*\*, type `(.+?)` and press Enter", fill),
    (
        r"Click the card \*\*(.+?)\*\*",
        lambda page, title: page.locator(f".mark[aria-label^='{title}.']").click(),
    ),
    (r"(?:Click|Open) \*\*(.+?)\*\*", press),
    (
        r"Scroll down to \*\*(.+?)\*\*",
        lambda page, title: page.get_by_role("region", name=title).scroll_into_view_if_needed(),
    ),
)
"""How an action is written, and what does it."""


def do(page: Page, written: str) -> None:
    """Do one action of the tour as it is written."""
    for pattern, action in ACTIONS:
        if found := re.match(pattern, written):
            action(page, *found.groups())
            return
    raise AssertionError(f"No action is written like this: {written}")


def wait_for(page: Page, words: str) -> None:
    """Wait until the page, a picture's words, or the clipboard say something."""
    for _ in range(400):
        copied = page.evaluate("() => navigator.clipboard.readText()")
        said = f"{page.evaluate(SAYS)} {copied}"
        if words in " ".join(said.split()):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"Nowhere it says: {words}\n{said[:3000]}")


def test_tour_has_ten_questions() -> None:
    """As many as its first sentence says, numbered in order."""
    assert [int(title.split(".")[0]) for title, _ in QUESTIONS] == list(range(1, 11))


@pytest.mark.parametrize(("title", "body"), QUESTIONS, ids=[title for title, _ in QUESTIONS])
def test_tour_is_true(page: Page, title: str, body: str) -> None:
    """Three actions or fewer lead to each answer, and all that it says is shown stands there."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_viewport_size({"width": 1440, "height": 900})
    actions = re.findall(r"^\d\. (.+)$", body, re.MULTILINE)
    assert 1 <= len(actions) <= 3
    page.goto("/")
    expect(page.locator("#sentence")).not_to_be_empty()
    for action in actions:
        do(page, action)
    for words in re.findall(r"^> (.+)$", body, re.MULTILINE):
        wait_for(page, words)
