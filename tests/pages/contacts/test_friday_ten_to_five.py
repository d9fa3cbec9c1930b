"""J1: a school's safeguarding lead reports a concern at ten to five on a Friday, in twelve taps or fewer."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import no_sideways, reach, shoot
from tests.pages.partnership import Place

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WORDS = "I dont want to go home. He shouts and I hide in the bath"
SAW = "Came in with no coat, very tired. Asked her friend's mum for food at the gate."


def report(page: Page, live: str, taps: Any) -> None:
    """From the safeguarding lead's own page to the receipt."""
    page.goto(live + "/")
    taps.click(page.get_by_role("button", name="Report a concern"))
    taps.click(page.get_by_role("button", name="Noor Aziz"))
    taps.check(page.get_by_label("Yes", exact=True))
    expect(page.get_by_role("heading", name="Call 999 now")).to_be_visible()
    taps.type(page.get_by_label("Where will the child be tonight"), "At home with Mum and her partner")
    taps.type(page.get_by_label("Who must not know"), "Mum's partner, Darren")
    taps.click(page.get_by_role("button", name="Continue"))
    taps.type(page.get_by_label("What did the child say?"), WORDS)
    taps.type(page.get_by_label("What did you see"), SAW)
    taps.check(page.get_by_label("No, it is not safe to"))
    taps.type(page.get_by_label("Who lives in the home"), "Mum, her partner, a baby")
    taps.click(page.get_by_role("button", name="Continue"))
    taps.click(page.get_by_role("button", name="Send the concern"))


def test_from_home_to_a_receipt_with_a_name_in_twelve_taps(
    live: str,
    live_place: Place,
    chromium_page: Page,
    sign_in_as: Callable[[str], None],
    count_taps: Any,
    check_accessible: Callable[..., None],
) -> None:
    page = chromium_page
    sign_in_as("maya.osei")
    taps = count_taps(page)
    report(page, live, taps)
    expect(page.get_by_role("heading", name="We have your concern")).to_be_visible()
    expect(page.get_by_text("Amina Khan, duty social worker, has this now. From 5pm it is with Joe Ellis")).to_be_visible()
    expect(page.get_by_text("Decision by the end of Monday 23 November 2026")).to_be_visible()
    assert taps.count <= 12, taps.steps
    check_accessible(page)
    shoot(page, "concern-receipt")


def test_every_page_of_it_is_open_to_everyone(
    live: str,
    live_place: Place,
    chromium_page: Page,
    narrow: Page,
    sign_in_as: Callable[[str], None],
    count_taps: Any,
    check_accessible: Callable[..., None],
) -> None:
    for page, name in ((chromium_page, "wide"), (narrow, "narrow")):
        sign_in_as("maya.osei")

        def look(what: str, page: Page = page, name: str = name) -> None:
            check_accessible(page)
            no_sideways(page)
            shoot(page, f"concern-{what}-{name}")

        page.goto(live + "/report-a-concern/mine/")
        look("mine")
        page.get_by_role("button", name="Report a concern").click()
        look("1-child")
        page.get_by_role("link", name="More than one child").click()
        look("1-children")
        page.get_by_label("Ava Hughes").check()
        page.get_by_label("Noor Aziz").check()
        page.get_by_role("button", name="Continue").click()
        look("2-safety")
        page.get_by_label("Yes", exact=True).check()
        page.get_by_label("Where will the children be tonight").fill("At home")
        look("2-safety-yes")
        page.get_by_role("button", name="Continue").click()
        page.get_by_label("What did a child say?").fill(WORDS)
        page.get_by_label("Noor Aziz").check()
        page.get_by_label("No, it is not safe to").check()
        look("3-happened")
        page.get_by_role("button", name="Continue").click()
        look("4-check")
        page.get_by_role("button", name="Send the concern").click()
        look("5-receipt")
        page.get_by_role("link", name="Follow it").click()
        look("6-followed")
        page.get_by_role("link", name="Add more information").click()
        look("7-more")
        page.go_back()
        page.get_by_role("link", name="I see this differently").click()
        look("8-disagree")


def test_with_the_keyboard_alone(live: str, live_place: Place, chromium_page: Page, sign_in_as: Callable[[str], None]) -> None:
    page = chromium_page
    sign_in_as("maya.osei")
    page.goto(live + "/report-a-concern/mine/")
    reach(page, page.get_by_role("button", name="Report a concern"))
    page.keyboard.press("Enter")
    reach(page, page.get_by_role("button", name="Noor Aziz"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/safety/")
    reach(page, page.get_by_label("Yes", exact=True))
    page.keyboard.press("Space")
    expect(page.get_by_role("heading", name="Call 999 now")).to_be_visible()
    reach(page, page.get_by_label("Where will the child be tonight"))
    page.keyboard.type("At home")
    reach(page, page.get_by_role("button", name="Continue"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/what-happened/")
    reach(page, page.get_by_label("What did the child say?"))
    page.keyboard.type(WORDS)
    reach(page, page.get_by_label("Yes, I have told them"))
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("No, it is not safe to")).to_be_checked()
    reach(page, page.get_by_role("button", name="Continue"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/check/")
    reach(page, page.get_by_role("button", name="Send the concern"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="We have your concern")).to_be_visible()


def test_without_scripts(
    live: str, live_place: Place, without_javascript: Page, sign_in_as: Callable[[str], None], count_taps: Any
) -> None:
    page = without_javascript
    sign_in_as("maya.osei")
    taps = count_taps(page)
    report(page, live, taps)
    expect(page.get_by_text("Amina Khan, duty social worker, has this now.")).to_be_visible()
    assert taps.count <= 12, taps.steps


def test_on_a_phone(live: str, live_place: Place, narrow: Page, sign_in_as: Callable[[str], None], count_taps: Any) -> None:
    page = narrow
    sign_in_as("maya.osei")
    taps = count_taps(page)
    report(page, live, taps)
    expect(page.get_by_text("Amina Khan, duty social worker, has this now.")).to_be_visible()
    no_sideways(page)
    assert taps.count <= 12, taps.steps


def test_a_mistake_is_named_at_the_top_and_leads_to_its_question(
    live: str, live_place: Place, chromium_page: Page, sign_in_as: Callable[[str], None], check_accessible: Callable[..., None]
) -> None:
    page = chromium_page
    sign_in_as("maya.osei")
    page.goto(live + "/report-a-concern/")
    page.get_by_role("button", name="Noor Aziz").click()
    page.get_by_label("Where will the child be tonight").fill("At her gran’s")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    check_accessible(page, status=422)
    shoot(page, "concern-mistake")
    page.get_by_role("link", name="Say whether the child is hurt or in danger now").click()
    expect(page.get_by_label("Yes", exact=True)).to_be_focused()
    expect(page.get_by_label("Where will the child be tonight")).to_have_value("At her gran’s")


def test_the_connection_goes_while_sending_and_the_report_is_still_there(
    live: str, live_place: Place, chromium_page: Page, sign_in_as: Callable[[str], None]
) -> None:
    page = chromium_page
    sign_in_as("maya.osei")
    page.goto(live + "/report-a-concern/")
    page.get_by_role("button", name="Noor Aziz").click()
    page.get_by_label("No", exact=True).check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("What did you see").fill(SAW)
    page.get_by_label("No, not yet").check()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("link", name="01632 960 010")).to_be_visible()  # the number is on the page before the cable goes
    page.context.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        page.goto(page.url)
    page.context.set_offline(False)
    page.goto(live + "/report-a-concern/mine/")
    page.get_by_role("link", name="Carry on with it").click()
    expect(page.get_by_text(SAW)).to_be_visible()
    page.get_by_role("button", name="Send the concern").click()
    expect(page.get_by_role("heading", name="We have your concern")).to_be_visible()


def test_deciding_is_open_to_everyone_and_the_referrer_sees_the_outcome(
    live: str,
    live_place: Place,
    chromium_page: Page,
    narrow: Page,
    sign_in_as: Callable[[str], None],
    count_taps: Any,
    check_accessible: Callable[..., None],
) -> None:
    sign_in_as("maya.osei")
    report(chromium_page, live, count_taps(chromium_page))
    concern = chromium_page.url.rsplit("/", 3)[1]
    sign_in_as("amina.khan")
    for page, name in ((chromium_page, "wide"), (narrow, "narrow")):
        page.goto(f"{live}/report-a-concern/{concern}/")
        check_accessible(page)
        no_sideways(page)
        shoot(page, f"decide-{name}")
    page = chromium_page
    page.get_by_role("button", name="Record the decision").click()
    check_accessible(page, status=422)
    shoot(page, "decide-mistake")
    page.get_by_label("Assessment").check()
    page.get_by_label("Why?").fill("Third concern in a year, and nobody knows who the partner is.")
    page.get_by_label("What Maya Osei will be told").fill("A social worker will see Noor at school on Tuesday.")
    page.get_by_role("button", name="Record the decision").click()
    expect(page.get_by_text("The decision is on the record and the referrer can see what you told them.")).to_be_visible()
    check_accessible(page)
    shoot(page, "decided")
    page.get_by_role("link", name="Write to Maya Osei").click()
    check_accessible(page)
    page.get_by_label("What do you want to say or ask?").fill("What is the partner called?")
    page.get_by_role("button", name="Send").click()
    sign_in_as("maya.osei")
    page.goto(live + "/report-a-concern/mine/")
    check_accessible(page)
    shoot(page, "mine-with-reply")
    page.get_by_role("link", name="Your concern about Noor Aziz").click()
    expect(page.get_by_text("What is the partner called?")).to_be_visible()
    check_accessible(page)
    shoot(page, "followed-decided")
    taps = count_taps(page)
    taps.click(page.get_by_role("link", name="I see this differently"))
    taps.type(page.get_by_label("What do you think the child needs"), "Somebody to see her before the weekend.")
    taps.check(page.get_by_label("Yes", exact=True))
    taps.click(page.get_by_role("button", name="Send"))
    assert taps.count <= 4
    check_accessible(page)
    shoot(page, "followed-disagreed")
    sign_in_as("amina.khan")
    page.goto(f"{live}/report-a-concern/{concern}/")
    page.get_by_role("link", name="Answer with reasons").click()
    check_accessible(page)
    shoot(page, "answer-disagreement")
