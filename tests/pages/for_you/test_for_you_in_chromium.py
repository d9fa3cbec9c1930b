"""For you, My children and what they lead to, in a real browser: wide, on a telephone, without scripts, and by the keyboard."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from holdfast.actions.decide_contact import DecisionForChild, decide_contact
from holdfast.actions.raise_disagreement import raise_disagreement
from holdfast.duty.contact_intake import receive
from holdfast.kernel.when import When
from holdfast.record.models import Organisation
from tests.browser import no_sideways, reach, shoot
from tests.pages.contacts.reported import send
from tests.pages.for_you.sent import a_warning, an_alert, link_sent_to
from tests.pages.for_you.test_my_children import conference, core_group
from tests.pages.partnership import FRIDAY, Place

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def busy(live_place: Place) -> Place:
    """A Friday on which something of each kind waits for a school, a health visitor, a chair and emergency duty."""
    place = live_place
    Organisation.objects.filter(pk="larkfield-primary").update(kind="school")
    ava, maya = place.children["Ava"].pk, place.users["maya.osei"]
    core_group(place, "priya.nair")
    conference(place, "david.lowe")
    concern, _ = send(place.client("maya.osei"), place.children["Noor"].pk)
    decided = [DecisionForChild(place.children["Noor"].pk, "information_and_advice", "Known to early help.")]
    amina = place.users["amina.khan"]
    decide_contact(at=FRIDAY, by=amina, contact=concern, id=str(uuid4()), decisions=decided, outcome="Advice was given.")
    words = "She was hungry on four mornings out of five, and nobody has asked her why."
    raise_disagreement(at=FRIDAY, by=maya, contact=concern, id=str(uuid4()), text=words, immediate_risk=False)
    for who in ("maya.osei", "priya.nair", "david.lowe"):
        data = {
            "for": who,
            "from": {"role": "social_worker", "worker": "dana.whitlock"},
            "text": "Ava starts breakfast club on Monday. Please tell me on the day if she is not there, and how she seems.",
        }
        receive(at=FRIDAY, by=place.team["dana"], type="message_received", happened=When.at(FRIDAY), about=(ava,), data=data)
    send(place.client("maya.osei"), place.children["Ava"].pk, safety={"danger": "yes"})
    for who in ("maya.osei", "priya.nair", "david.lowe", "joe.ellis"):
        an_alert(place, place.users[who])
        a_warning(place, place.users[who])
    return place


@pytest.mark.parametrize("who", ["maya.osei", "priya.nair", "david.lowe"])
def test_every_partner_can_use_it_wide_narrow_and_without_scripts(
    live: str,
    busy: Place,
    chromium_page: Page,
    narrow: Page,
    without_javascript: Page,
    sign_in_as: Callable[[str], None],
    check_accessible: Callable[..., None],
    who: str,
) -> None:
    sign_in_as(who)
    for path, name in (("/for-you/", "for-you"), ("/for-you/children/", "my-children"), ("/r/HF-0000-0000/", "no-reference")):
        status = {"status": 404} if path.startswith("/r/") else {}
        for page, width in ((chromium_page, 1280), (narrow, 320), (narrow, 390)):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(live + path)
            check_accessible(page, **status)
            no_sideways(page)
            shoot(page, f"{name}-{who}-{width}")
    without_javascript.goto(live + "/for-you/")
    expect(without_javascript.get_by_role("heading", name="For you", exact=True)).to_be_visible()
    without_javascript.get_by_role("link", name="Read and answer").first.click()
    expect(without_javascript.get_by_text("Back to your list")).to_be_visible()


def test_the_page_of_something_soon_due_and_the_night_can_be_used_by_everybody(
    live: str,
    busy: Place,
    chromium_page: Page,
    narrow: Page,
    sign_in_as: Callable[[str], None],
    check_accessible: Callable[..., None],
) -> None:
    sign_in_as("priya.nair")
    for page, width in ((chromium_page, 1280), (narrow, 320)):
        page.goto(live + "/for-you/")
        page.get_by_role("link", name="See what is due").first.click()
        check_accessible(page)
        no_sideways(page)
        shoot(page, f"soon-due-{width}")
    sign_in_as("joe.ellis")
    for page, width in ((chromium_page, 1280), (narrow, 320)):
        page.goto(live + "/tonight/")
        expect(page.get_by_role("heading", name="Waiting for you now")).to_be_visible()
        check_accessible(page)
        no_sideways(page)
        shoot(page, f"tonight-waiting-{width}")


def test_from_the_message_outside_to_the_answer_is_three_taps_for_somebody_signed_in(
    live: str, busy: Place, chromium_page: Page, sign_in_as: Callable[[str], None], count_taps: Callable[[Page], object]
) -> None:
    priya = busy.users["priya.nair"]
    busy.worker("priya.nair").__class__.objects.filter(pk="priya.nair").update(email="priya@example.org")
    priya.refresh_from_db()
    link = link_sent_to(priya)
    sign_in_as("priya.nair")
    chromium_page.goto(live + link)
    expect(chromium_page.get_by_role("heading", level=1)).to_be_visible()
    expect(chromium_page.get_by_text(link.split("/")[2])).to_be_visible()


def test_by_the_keyboard_alone_a_reference_is_opened(
    live: str, busy: Place, chromium_page: Page, sign_in_as: Callable[[str], None]
) -> None:
    sign_in_as("maya.osei")
    chromium_page.goto(live + "/for-you/")
    reach(chromium_page, chromium_page.get_by_label("Such as HF-7K3M-92QD"))
    chromium_page.keyboard.type("hf 0000 0000")
    chromium_page.keyboard.press("Enter")
    expect(chromium_page.get_by_role("heading", level=1)).to_have_text("Nothing opens for you with this reference")
