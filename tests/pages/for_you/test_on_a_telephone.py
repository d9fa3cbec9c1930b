"""What waits, on a desk and on a telephone: danger in words, a day that was decided, and words of any length."""

from datetime import timedelta
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from holdfast.actions.decide_contact import DecisionForChild, decide_contact
from holdfast.duty.contact_intake import receive
from holdfast.duty.models import Delivery
from holdfast.kernel.when import When
from holdfast.record.models import Worker
from holdfast.record.people import state_fact
from tests.browser import no_sideways, shoot
from tests.pages.partnership import FRIDAY, Place

pytestmark = pytest.mark.browser
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


@pytest.fixture
def waiting(live_place: Place) -> dict[str, str]:
    """Danger that a neighbour rang about, a concern that can wait, and an assessment decided for Tuesday; with long words."""
    noor = live_place.children["Noor"].pk
    state_fact(
        person=noor,
        kind="name",
        value={"use": "alias", "given": LONG, "family": None},
        at=FRIDAY,
        by=live_place.worker("amina.khan"),
    )
    for words, danger in ((f"He is hitting her now. {LONG}", True), ("He shouts a lot.", False)):
        data = {"from": {"role": "neighbour", "name": LONG}, "channel": "phone", "text": words, "immediate_harm": danger}
        about = (noor,)
        taken = receive(at=FRIDAY, by=None, type="contact_received", happened=When.at(FRIDAY), about=about, data=data)
    decided = DecisionForChild(noor, "assessment", "See her.", who="amina.khan", when=When.parse("2026-11-20"))
    early = receive(
        at=FRIDAY - timedelta(hours=5),
        by=None,
        type="contact_received",
        happened=When.at(FRIDAY - timedelta(hours=5)),
        about=(noor,),
        data={"from": {"role": "aunt"}, "channel": "phone", "text": "She is thin."},
    )
    ruth = live_place.users["ruth.adeyemi"]
    decide_contact(by=ruth, at=FRIDAY, contact=early.entry.id, id=str(uuid4()), decisions=[decided])
    task = Delivery.objects.get(kind="task", worker=Worker.objects.get(pk="amina.khan"))
    pages = {"today": "/today/", "for-you": "/for-you/", "tonight": "/tonight/", "person": f"/person/{noor}/"}
    pages |= {"concern": f"/report-a-concern/{taken.entry.id}/", "child": f"/children/{noor}/", "family": f"/families/{noor}/"}
    return pages | {"tonight-child": f"/tonight/{noor}/", "decided-day": f"/for-you/soon-due/{noor}/{task.matter}/"}


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_no_word_however_long_makes_a_page_scroll_sideways(
    live: str, chromium_page: Page, sign_in_as, waiting: dict[str, str], check_accessible, width: int
) -> None:
    sign_in_as("amina.khan")
    chromium_page.set_viewport_size({"width": width, "height": 900})
    for name, address in waiting.items():
        chromium_page.goto(live + address)
        no_sideways(chromium_page)
        shoot(chromium_page, f"p-{name}-{width}")
    for name in ("today", "for-you", "tonight", "decided-day"):
        chromium_page.goto(live + waiting[name])
        check_accessible(chromium_page)


def test_the_danger_of_a_line_is_read_out_before_the_child_it_is_about(
    live: str, chromium_page: Page, sign_in_as, waiting: dict[str, str]
) -> None:
    sign_in_as("amina.khan")
    for name in ("for-you", "tonight"):
        chromium_page.goto(live + waiting[name])
        first = chromium_page.locator(".hf-thing__title").first
        expect(first).to_contain_text("Told us: in danger now")
        expect(first).to_contain_text("Noor Aziz")
