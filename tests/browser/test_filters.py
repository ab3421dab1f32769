"""The rail, the chips, the way out of an empty result, the history, and saved views."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from complaints import listen
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect
from test_hostile import serve

from dashboard.events import to_events
from dashboard.selection import Selection
from dashboard.store import open_store

NOTHING = "?country=FRA&text=drones&sources=2"


@pytest.fixture(scope="module")
def own_url(seeds_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app over a copy of the seeds' store, for what is saved stays."""
    path = tmp_path_factory.mktemp("own") / "own.db"
    shutil.copy(seeds_store, path)
    yield from serve(path)


def open_page(page: Page, query: str = "") -> None:
    """Go to a view and wait until its sentence stands."""
    page.goto(f"/{query}")
    expect(page.locator("#sentence")).not_to_be_empty()


def faults(page: Page) -> list[str]:
    """What axe finds serious or critical, with the elements."""
    return [
        f"{fault['id']}: {[node['html'][:160] for node in fault['nodes'][:4]]}"
        for fault in Axe().run(page).response["violations"]
        if fault["impact"] in ("serious", "critical")
    ]


def test_words_are_found_marked_and_suspended(page: Page) -> None:
    """Typed words reach the address, are marked in the rows, and can be set aside and back."""
    open_page(page)
    everything = str(page.locator("#sentence").text_content())
    page.get_by_role("textbox", name="Words").press_sequentially("SANCTIONS on ")
    expect(page).to_have_url(re.compile("text=SANCTIONS"))
    expect(page.locator("#events mark.hit").first).to_have_text(re.compile("sanctions|on", re.I))
    expect(page.get_by_role("textbox", name="Words")).to_have_value("SANCTIONS on ")
    page.locator("#events .open").first.click()
    expect(page.locator("#drawer .hit, #drawer-title .hit").first).to_be_visible()
    page.keyboard.press("Escape")
    chip = page.get_by_role("group", name="Filter: with the words")
    chip.get_by_role("button", name="Set aside").click()
    expect(page).to_have_url(re.compile("off=text"))
    expect(chip.locator("s")).to_contain_text("SANCTIONS on")
    expect(chip.get_by_role("button", name="Put back in force")).to_be_focused()
    expect(page.locator("#sentence")).to_contain_text(everything.split(",")[0])
    chip.get_by_role("button", name="Remove").click()
    expect(page.locator("#sentence")).to_have_text(everything)
    expect(page.locator("#sentence")).to_be_focused()


def test_country_is_shut_out_by_one_click_and_let_in_again(page: Page) -> None:
    """“not” turns a chip round; the other filters stay as they are."""
    open_page(page, "?country=UKR&country=FRA")
    page.get_by_role("button", name="Shut out: not France").click()
    expect(page).to_have_url(re.compile(r"\?country=UKR&not_country=FRA$"))
    expect(page.locator("#sentence")).to_contain_text("never France")
    assert "France" not in str(page.locator("#events table").text_content())
    page.get_by_role("button", name="Let in: not France").click()
    expect(page).to_have_url(re.compile(r"\?country=FRA&country=UKR$"))


def test_more_filters_are_behind_a_disclosure(page: Page) -> None:
    """Closed at first; its controls reach the address, and a link that sets one opens it."""
    open_page(page)
    box = page.get_by_role("checkbox", name=re.compile("Only countries named outright"))
    expect(box).to_be_hidden()
    page.locator("#more summary").click()
    box.check()
    expect(page).to_have_url(re.compile("stated=1"))
    outlets = page.get_by_role("textbox", name="Number of sources")
    outlets.click()
    page.get_by_role("option", name=re.compile("2 or more")).click()
    expect(page).to_have_url(re.compile("stated=1&sources=2"))
    expect(page.locator("#more-count")).to_have_text("2 set")
    assert all(
        "2 sources" in str(row.text_content())
        for row in page.locator("#events tr[data-event]").all()
    )
    open_page(page, "?dated_by=relative")
    expect(box).to_be_visible()


def test_month_and_precision_are_pickers_with_counts(page: Page) -> None:
    """Each option shows as many events as it says; its chip sets it aside, a way out drops it."""
    open_page(page)
    page.locator("#more summary").click()
    months = page.get_by_role("textbox", name="Months")
    months.click()
    october = page.get_by_role("option", name=re.compile(r"October 2022\s*\d"))
    number = re.sub(r"\D*2022\D*", "", str(october.text_content()))
    october.click()
    expect(page).to_have_url(re.compile(r"\?month=2022-10$"))
    expect(page.locator("#sentence")).to_contain_text(", in October 2022, ")
    expect(page.locator("#events tr[data-event]")).to_have_count(int(number))
    page.keyboard.press("Escape")
    page.get_by_role("textbox", name="How exact the date is").click()
    coarse = page.get_by_role("option", name=re.compile(r"Week, month or year\s*\d"))
    few = re.sub(r"\D", "", str(coarse.text_content()))
    assert 0 < int(few) < int(number)
    coarse.click()
    expect(page).to_have_url(re.compile("month=2022-10&precision=interval"))
    expect(page.locator("#events tr[data-event]")).to_have_count(int(few))
    expect(page.locator("#more-count")).to_have_text("2 set")
    chip = page.get_by_role("group", name="Filter: date is a week, month or year only")
    chip.get_by_role("button", name="Set aside").click()
    expect(page).to_have_url(re.compile("off=precision"))
    expect(page.locator("#events tr[data-event]")).to_have_count(int(number))
    page.evaluate("dateline.go('?month=1999-01&precision=day')")
    expect(page.locator("#sentence")).to_contain_text("No events")
    expect(page.locator("#empty button").first).to_have_text(
        re.compile(r"Drop “in January 1999”: \d+ events")
    )


def test_certain_and_possible_matches_have_a_switch_each(page: Page) -> None:
    """A range counts both; what lies only partly in it can be left out."""
    open_page(page, "?from=2022-10-04&to=2022-10-11")
    sentence = page.locator("#sentence")
    found = re.search(r"(\d+) certain, (\d+) possible", str(sentence.text_content()))
    assert found is not None
    certain, possible = found.groups()
    assert int(possible) > 0
    box = page.get_by_role("checkbox", name=f"Possible ({possible})")
    box.uncheck()
    expect(page).to_have_url(re.compile("certainty=certain"))
    expect(page.locator("#events tr[data-event]")).to_have_count(int(certain))
    last = page.get_by_role("checkbox", name=f"Certain ({certain})")
    last.click()
    expect(last).to_be_checked()
    expect(page).to_have_url(re.compile("certainty=certain"))


def test_last_kind_stays_ticked_and_says_why(page: Page) -> None:
    """Without any kind there would be nothing to see, ever."""
    open_page(page, "?kind=happened")
    box = page.get_by_role("checkbox", name=re.compile("Happened"))
    box.click()
    expect(page.locator("#rail")).to_contain_text("One kind must stay ticked.")
    expect(box).to_be_checked()


def test_typed_name_is_chosen_by_enter(page: Page) -> None:
    """The first value that fits what is typed is the one that Enter takes."""
    open_page(page)
    page.get_by_role("textbox", name="Countries").click()
    page.keyboard.type("franc")
    expect(page.get_by_role("option", name="France")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("country=FRA"))


@contextmanager
def held_back(page: Page) -> Iterator[None]:
    """The answers to pickers come only when this is left."""
    held: list[Route] = []
    page.route("**/_dash-update-component*", lambda route: held.append(route))
    yield
    for route in [*held]:
        route.continue_()
    page.unroute("**/_dash-update-component*")


@contextmanager
def late_options(page: Page) -> Iterator[None]:
    """Open the picker of countries; its options come only when this is left."""
    with held_back(page):
        page.get_by_role("textbox", name="Countries").click()
        yield


def test_options_that_come_late_are_chosen_by_enter_too(page: Page) -> None:
    """Enter takes the first of them, though no key was pressed since they came."""
    open_page(page)
    with late_options(page):
        page.keyboard.type("franc")
        expect(page.get_by_role("listbox", name="Countries")).to_have_text("Looking …")
    expect(page.get_by_role("option", name="France")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?country=FRA$"))


@pytest.mark.parametrize(("key", "chosen"), [("Enter", ["France"]), ("ArrowLeft", [])])
def test_enter_before_the_options_takes_the_first_that_comes(
    page: Page, key: str, chosen: list[str]
) -> None:
    """Another key takes that back."""
    open_page(page)
    with late_options(page):
        page.keyboard.type("fran")
        expect(page.get_by_role("listbox", name="Countries")).to_have_text("Looking …")
        page.keyboard.press("Enter")
        page.keyboard.press(key)
    expect(page.get_by_role("option", name="France")).to_be_visible()
    expect(page.locator("#rail .mantine-MultiSelect-pill")).to_have_text(chosen)


def test_nothing_is_found_only_when_the_answer_held_nothing(page: Page) -> None:
    """Until the answer for what is typed has come, its options are being looked for."""
    open_page(page)
    said = page.get_by_role("listbox", name="Countries")
    with late_options(page):
        expect(said).to_have_text("Looking …")
    expect(page.get_by_role("option", name="France")).to_be_visible()
    with held_back(page):
        page.keyboard.type("q")
        expect(page.get_by_role("option", name="France")).to_have_count(0)
        page.keyboard.type("x")
        expect(said).to_have_text("Looking …")
    expect(said).to_have_text("Nothing found")


def test_empty_result_says_which_filter_to_drop(page: Page) -> None:
    """The button names the filter and how many events there are without it."""
    open_page(page, NOTHING)
    expect(page.locator("#sentence")).to_contain_text("No events")
    way = page.locator("#empty button").first
    found = re.fullmatch(r"Drop “.+”: (\d+) events?", str(way.text_content()))
    assert found is not None
    way.click()
    expect(page.locator("#events tr[data-event]")).to_have_count(int(found[1]))
    expect(page.locator("#empty")).to_be_empty()


def test_words_of_articles_alone_are_one_click_away(page: Page, seeds_store: Path) -> None:
    """Words that stand in no label or quote show nothing, and how many events in articles."""
    store = open_store(seeds_store)
    word = next(
        word
        for word in re.findall(r"\b[a-z]{6,}\b", store.articles()[0].text)
        if not store.search(word)
    )
    open_page(page, f"?text={word}")
    expect(page.locator("#sentence")).to_contain_text("No events")
    way = page.locator("#empty button").first
    found = re.fullmatch(r"Look in whole articles too: (\d+) events", str(way.text_content()))
    assert found is not None
    box = page.get_by_role("checkbox", name=f"Whole articles ({found[1]})")
    expect(box).not_to_be_checked()
    way.click()
    expect(page.locator("#events tr[data-event]")).to_have_count(int(found[1]))
    expect(box).to_be_checked()
    expect(page.locator("#events .excerpt").first).to_contain_text("In the article:")
    page.go_back()
    expect(box).not_to_be_checked()
    box.click()
    expect(page).to_have_url(re.compile("text_in=article"))


def test_back_undoes_twenty_steps(page: Page) -> None:
    """Every change of a filter is a step of the browser's history, and none is one twice."""
    open_page(page)
    steps = [page.url]
    for day in range(1, 21):
        page.evaluate(f"dateline.change({{from: '2022-09-{day:02}'}})")
        expect(page.locator("#sentence")).to_contain_text("since ")
        expect(page.get_by_role("textbox", name="From", exact=True)).to_have_value(
            f"{day} Sep 2022"
        )
        steps.append(page.url)
    assert len(set(steps)) == 21
    for url in reversed(steps[:-1]):
        page.go_back()
        expect(page).to_have_url(url)
    expect(page.get_by_role("textbox", name="From", exact=True)).to_have_value("")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_serious_barrier_in_the_states_of_a_search(page: Page, theme: str) -> None:
    """Axe finds nothing serious or critical: chips, open rail, empty result, views, banner."""
    page.set_viewport_size({"width": 1440, "height": 900})
    open_page(page, f"?theme={theme}&country=FRA&country=BLR&off=country:FRA&sources=2&text=force")
    assert faults(page) == []
    page.get_by_role("button", name="Saved views").click()
    expect(page.get_by_role("textbox", name="Keep this view as")).to_be_focused()
    expect(page.locator("#views li")).to_be_visible()
    assert faults(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Saved views")).to_be_focused()
    page.evaluate(f"dateline.go('{NOTHING}&theme={theme}')")
    expect(page.locator("#empty button").first).to_be_visible()
    assert faults(page) == []
    page.evaluate(f"dateline.go('?country=zz1&theme={theme}')")
    expect(page.get_by_role("alert")).to_contain_text("not a country code")
    assert faults(page) == []


def test_view_is_saved_opened_renamed_and_deleted(context: BrowserContext, own_url: str) -> None:
    """A name brings the same filters back; deleting can be undone."""
    page = context.new_page()
    complaints = listen(page, own_url)
    page.goto(f"{own_url}/?country=BLR&from=2022-10-06&group=country&theme=dark")
    expect(page.locator("#sentence")).to_contain_text("Belarus")
    page.get_by_role("button", name="Saved views").click()
    page.get_by_role("textbox", name="Keep this view as").fill("Minsk <b>")
    page.keyboard.press("Enter")
    expect(page.locator("#views .said")).to_have_text("“Minsk <b>” is saved.")
    page.keyboard.press("Escape")
    page.goto(own_url)
    expect(page.locator("#sentence")).not_to_contain_text("Belarus")
    page.get_by_role("button", name="Saved views").click()
    page.get_by_role("button", name="Rename Minsk <b>").click()
    page.get_by_role("textbox", name="New name of Minsk <b>").fill("Minsk")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Delete Minsk").click()
    expect(page.locator("#views ul")).to_contain_text("None yet")
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Minsk", exact=True).click()
    expect(page.locator("#sentence")).to_contain_text("Belarus")
    assert page.url.endswith("?country=BLR&from=2022-10-06&group=country&theme=dark")
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    page.close()
    assert complaints == []


def test_list_of_views_that_comes_late_undoes_nothing(
    context: BrowserContext, own_url: str
) -> None:
    """A view saved before the first list came is there, and is said to be saved."""
    page = context.new_page()
    page.goto(f"{own_url}/?country=RUS")
    expect(page.locator("#sentence")).to_contain_text("Russia")
    held: list[Route] = []
    listing = re.compile("/views$")

    def hold(route: Route) -> None:
        """Keep the list back, let all else through."""
        if route.request.method == "GET":
            held.append(route)
        else:
            route.continue_()

    page.route(listing, hold)
    page.get_by_role("button", name="Saved views").click()
    page.get_by_role("textbox", name="Keep this view as").fill("Late")
    page.keyboard.press("Enter")
    said = page.locator("#views .said")
    expect(said).to_have_text("“Late” is saved.")
    with page.expect_response(listing):
        held[0].fulfill(json=[])
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    expect(said).to_have_text("“Late” is saved.")
    page.get_by_role("button", name="Delete Late").click()
    expect(said).to_contain_text("“Late” is deleted.")
    page.close()


def test_escape_closes_the_filters_where_they_cover_the_page(page: Page) -> None:
    """On a phone Escape gives the page back, and the focus to the button that opened them.

    The options of a picker that are open are closed first.
    """
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/")
    button = page.get_by_role("button", name="Filters", exact=True)
    button.click()
    page.get_by_role("textbox", name="Countries").click()
    expect(page.get_by_role("option", name="France")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("option", name="France")).to_be_hidden()
    expect(page.locator("#rail")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#rail")).to_be_hidden()
    expect(button).to_be_focused()


def type_day(page: Page, field: Locator, words: str) -> None:
    """Type a day over what a field holds, as a hand does, and leave the field."""
    field.fill("")
    field.press_sequentially(words)
    expect(field).to_have_value(words)
    page.keyboard.press("Tab")


def test_what_was_known_by_a_day_leaves_the_rest_out(page: Page) -> None:
    """A day before all articles leaves nothing, and a way out; one after them leaves everything."""
    open_page(page)
    everything = str(page.locator("#sentence").text_content())
    field = page.get_by_role("textbox", name="Known by")
    type_day(page, field, "10 Oct 2022")
    expect(page).to_have_url(re.compile("known_by=2022-10-10"))
    expect(page.locator("#sentence")).to_contain_text("as known by Mon 10 Oct 2022")
    expect(page.locator("#sentence")).to_contain_text("No events")
    chip = page.get_by_role("group", name="Filter: as known by")
    chip.get_by_role("button", name="Remove").click()
    expect(page.locator("#sentence")).to_have_text(everything)
    expect(field).to_have_value("")
    type_day(page, field, "soonish")
    expect(page.locator("#known-by-error")).to_contain_text("cannot be read as a day")
    type_day(page, field, "October 2022")
    expect(page).to_have_url(re.compile("known_by=2022-10-31"))
    expect(page.locator("#sentence")).to_contain_text(everything.split(",")[0])
    assert faults(page) == []


def test_a_country_is_found_by_membership_where_that_is_asked_for(page: Page) -> None:
    """A way out of nothing, a box with its count, a chip, a part of the sentence, the drawer."""
    open_page(page, "?country=CAN")
    expect(page.locator("#sentence")).to_contain_text("No events")
    way = page.get_by_role("button", name="Count members of organisations too")
    found = str(way.text_content()).split(": ")[1]
    way.click()
    expect(page).to_have_url(re.compile("country=CAN&members=1"))
    said = "involving Canada, also by membership of an organisation"
    expect(page.locator("#sentence")).to_contain_text(said)
    expect(page.locator("#sentence")).to_contain_text(found)
    page.locator("#events .open").first.click()
    drawer = page.locator("#drawer")
    expect(drawer).to_contain_text(re.compile("Canada as a member of an organisation on that day"))
    expect(drawer).to_contain_text(re.compile("Member since .* (1949|1976)"))
    page.keyboard.press("Escape")
    box = page.get_by_role("checkbox", name="Also by membership")
    expect(box).to_be_checked()
    box.uncheck()
    expect(page).to_have_url(re.compile(r"\?country=CAN$"))
    expect(page.get_by_role("group", name="Filter: also by membership")).to_have_count(0)
    expect(page.locator("#sentence")).to_contain_text("No events")
    assert faults(page) == []


def test_the_drawer_leaves_later_sources_out(page: Page, seeds_store: Path) -> None:
    """A source that may have been published a day later is not there; it is said so, and undone."""
    store = open_store(seeds_store)
    events = to_events(store.select(Selection())).to_dict("records")
    store.close()
    two = next(event for event in events if len(event["articles"]) == 2)
    open_page(page, f"?known_by={two['known_on']}&event={two['event_id']}")
    drawer = page.locator("#drawer")
    left_out = re.compile("^1 source is left out: not surely published by ")
    expect(drawer.locator(".notice", has_text=left_out)).to_be_visible()
    expect(drawer.locator("article")).to_have_count(1)
    expect(page.locator("#sentence")).to_contain_text(", 1 source.")
    expect(page.get_by_role("textbox", name="Known by")).not_to_have_value("")
    chip = page.get_by_role("group", name="Filter: as known by")
    chip.get_by_role("button", name="Remove").click()
    expect(drawer.locator("article")).to_have_count(2)
    expect(drawer.locator(".notice", has_text=left_out)).to_have_count(0)
