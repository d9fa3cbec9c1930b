"""Danger is said in words wherever it is on a list, and tonight's stands before what has been urgent for months."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from holdfast.duty.contact_intake import receive
from holdfast.duty.models import Delivery
from holdfast.duty.outbox import notify
from holdfast.engine.responsibility.roster import Recipient
from holdfast.kernel.when import When
from holdfast.record.models import Alert
from tests.pages.contacts.reported import text_of
from tests.pages.partnership import FRIDAY, Place

pytestmark = pytest.mark.django_db
IN_DANGER = "Told us: in danger now"
MAY_BE_HARM = "Told us: may come to serious harm"
ADDS_UP = "A child may be in danger now"


def rung(place: Place, text: str, at: datetime = FRIDAY, *, danger: bool | None) -> str:
    """A neighbour's concern about Noor, with whoever is on duty."""
    data = {"from": {"role": "neighbour", "name": "A neighbour"}, "channel": "phone", "text": text}
    data |= {} if danger is None else {"immediate_harm": danger}
    about = (place.children["Noor"].pk,)
    return receive(at=at, by=None, type="contact_received", happened=When.at(at), about=about, data=data).entry.id


def urgent_alert(place: Place, to: str, at: datetime, why: str, rule: str = "CP-01") -> None:
    child, id = place.children["Ava"].pk, uuid4()
    Alert.objects.create(id=id, child_id=child, key=str(uuid4()), rule_id=rule, why=why, raised_at=at)
    told = [Recipient("duty_social_worker", to, "you are told")]
    notify(at=at, kind=Delivery.Kind.ALERT, matter=id, child=child, rung=0, told=told)


def pages(place: Place) -> dict[str, str]:
    """Where somebody on duty reads what waits."""
    client = place.client("amina.khan")
    return {address: text_of(client.get(address)) for address in ("/today/", "/for-you/", "/tonight/")}


@pytest.mark.parametrize(("danger", "said"), [(True, True), (False, False), (None, False)])
def test_that_somebody_told_us_of_danger_is_a_word_on_every_list(place: Place, danger: bool | None, said: bool) -> None:
    rung(place, "He is hitting her now.", danger=danger)
    for address, page in pages(place).items():
        assert (IN_DANGER in page) is said, address


def test_two_concerns_of_one_night_do_not_look_alike(place: Place) -> None:
    rung(place, "He shouts a lot.", danger=False)
    rung(place, "He is hitting her now.", danger=True)
    for address, page in pages(place).items():
        assert page.count(IN_DANGER) == 1, address
        assert page.index(IN_DANGER) < page.index("He is hitting her now.") < page.index("He shouts a lot."), address


def test_a_message_and_an_alert_say_what_their_danger_is(place: Place) -> None:
    data = {"for": "amina.khan", "from": {"role": "teacher", "name": "A teacher"}, "text": "She has a bruise."}
    data |= {"possible_serious_harm": True}
    about = (place.children["Noor"].pk,)
    receive(at=FRIDAY, by=None, type="message_received", happened=When.at(FRIDAY), about=about, data=data)
    urgent_alert(place, "amina.khan", FRIDAY, "No discussion was held.")
    for address, page in pages(place).items():
        assert MAY_BE_HARM in page, address
        assert ADDS_UP in page, address


@pytest.mark.parametrize(("hours", "first"), [(0, True), (15, True), (16, False)])
def test_tonights_danger_stands_before_what_has_been_urgent_for_months(place: Place, hours: int, first: bool) -> None:
    urgent_alert(place, "amina.khan", FRIDAY - timedelta(days=186), "Many things at once.")
    urgent_alert(place, "amina.khan", FRIDAY - timedelta(hours=hours), "No discussion was held.")
    tonight = text_of(place.client("amina.khan").get("/tonight/"))
    assert (tonight.index("No discussion was held.") < tonight.index("Many things at once.")) is first


def test_danger_that_somebody_told_us_of_waits_before_older_alerts_however_long_it_waited(place: Place) -> None:
    urgent_alert(place, "amina.khan", FRIDAY - timedelta(days=186), "Many things at once.")
    rung(place, "He is hitting her now.", FRIDAY - timedelta(days=3), danger=True)
    for address in ("/tonight/", "/for-you/"):
        page = text_of(place.client("amina.khan").get(address))
        assert page.index("He is hitting her now.") < page.index("Many things at once."), address


def test_tonights_danger_leads_though_somebody_opened_it(place: Place) -> None:
    concern = rung(place, "He is hitting her now.", danger=True)
    rung(place, "He shouts a lot.", danger=False)
    Delivery.objects.filter(matter=concern).update(read_at=FRIDAY)
    page = text_of(place.client("amina.khan").get("/for-you/"))
    assert page.index("He is hitting her now.") < page.index("He shouts a lot.")
