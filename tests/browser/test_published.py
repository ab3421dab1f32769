"""Setting the publication day in the browser: by keyboard, with errors beside the field."""

import shutil
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, expect
from test_hostile import EVIL, serve

from dashboard.cli import commands, main

LVIV = "001_f927863d51ab1c4e.txt"


@pytest.fixture
def undated_url(root: Path, tmp_path: Path) -> Iterator[str]:
    """The address of an app over the seeds without what is declared of them."""
    given = {"articles": tmp_path / "articles", "store": tmp_path / "a.db"}
    args = Namespace(**{**commands.PLACES, **given})
    shutil.copytree(root / "seeds", args.articles)
    (args.articles / "sources.toml").unlink()
    assert main(["build", "--articles", str(args.articles), "--store", str(args.store)]) == 0
    yield from serve(args.store, lambda: commands.build_again(args))


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (390, "dark")])
def test_day_is_set_and_taken_back_by_keyboard(
    context: BrowserContext, undated_url: str, width: int, theme: str
) -> None:
    """A day gives the timeline its events, without it they go; hostile text stays text."""
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{undated_url}/?article={LVIV}&theme={theme}")
    button = page.locator(f'#reader [data-day-of="{LVIV}"]')
    button.focus()
    page.keyboard.press("Enter")
    day = page.get_by_label("Day", exact=True)
    expect(day).to_be_focused()
    expect(page.get_by_text("Would settle it:")).to_be_visible()
    page.keyboard.type("soon")
    page.keyboard.press("Enter")
    error = page.locator("#published-day-error")
    expect(error).to_contain_text("“soon” cannot be read as a day.")
    expect(day).to_be_focused()
    expect(day).to_have_attribute("aria-invalid", "true")
    day.fill("11 Oct 2022")
    page.get_by_label("Reason").fill(EVIL)
    page.get_by_label("Your name").fill("<b>Anna</b>")
    page.keyboard.press("Enter")
    said = page.locator("#published .said")
    expect(said).to_contain_text("events got another day")
    expect(page.locator("#status")).to_contain_text("events")
    expect(page.locator("#reader .who")).to_contain_text("Published Tue 11 Oct 2022")
    page.get_by_text("What was corrected").click()
    expect(page.locator("#published .log")).to_contain_text("by <b>Anna</b>: publication day")
    assert page.locator("#published :is(b, img, script)").count() == 0
    assert page.evaluate("window.hurt === undefined")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    faults = Axe().run(page).response["violations"]
    assert [f["id"] for f in faults if f["impact"] in ("serious", "critical")] == []
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_text("Correct the day")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your name")).to_have_value("<b>Anna</b>")
    page.get_by_role("button", name="Take back").click()
    expect(said).to_contain_text("Publication day not known")
    expect(page.locator("#reader .who")).to_contain_text("Publication day not known")
    page.close()


def test_note_on_an_article_without_a_day_leads_to_the_form(
    context: BrowserContext, undated_url: str
) -> None:
    """What is noted can be set right where it is noted."""
    page = context.new_page()
    page.goto(undated_url)
    page.get_by_text("notes on the articles").click()
    page.locator(f'#notes [data-day-of="{LVIV}"]').click()
    expect(page.locator("#published .about")).to_have_text(LVIV)
    page.get_by_label("Day", exact=True).fill("2022-10-11")
    page.keyboard.press("Enter")
    expect(page.locator("#published .said")).to_contain_text("events got another day")
    expect(page.locator("#notes")).to_contain_text("1 note on the articles")
    page.keyboard.press("Escape")
    expect(page.locator("#notes details")).to_have_attribute("open", "")
    expect(page.locator("#notes summary")).to_be_focused()
    page.close()
