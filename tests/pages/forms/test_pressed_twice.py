"""A second press of any button, as on a telephone with a slow line, is answered as the first was, and does nothing more."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from holdfast.actions.decide_contact import DecisionForChild, decide_contact
from holdfast.actions.raise_disagreement import raise_disagreement
from holdfast.duty.contact_intake import receive
from holdfast.duty.models import DutyShift
from holdfast.kernel.when import When
from holdfast.pages.contacts.views.report_steps import ReportStep
from holdfast.pages.entries.views.entry_form_view import EntryFormView
from holdfast.pages.forms import FormPage
from holdfast.record.ledger.append import append
from holdfast.record.models import Alert
from holdfast.record.people import state_fact
from tests.pages.contacts.conftest import friday, place
from tests.pages.contacts.reported import by_child, send
from tests.pages.partnership import FRIDAY, Place, at, cover

__all__ = ["friday", "place"]
pytestmark = pytest.mark.django_db
CHECK = {"check_by_day": "1", "check_by_month": "2", "check_by_year": "2027"}
TIMES = {
    **{"starts_day": "12", "starts_month": "12", "starts_year": "2026", "starts_time": "08:30"},
    **{"ends_day": "12", "ends_month": "12", "ends_year": "2026", "ends_time": "17:00"},
}


@dataclass(frozen=True)
class Press:
    """A button, ready to be pressed."""

    client: Client
    url: str
    said: dict[str, Any]


def concern(place: Place) -> str:
    return send(place.client("maya.osei"), place.children["Noor"].pk)[0]


def decided(place: Place) -> str:
    found = concern(place)
    row = DecisionForChild(place.children["Noor"].pk, "assessment", "See her.")
    decide_contact(by=place.users["ruth.adeyemi"], at=FRIDAY, contact=found, id=str(uuid4()), decisions=[row])
    return found


def rung(place: Place, *about: str) -> str:
    data = {"from": {"role": "neighbour", "name": "A neighbour"}, "channel": "phone", "text": "He was out at ten."}
    return receive(at=FRIDAY, by=None, type="contact_received", happened=When.at(FRIDAY), about=about, data=data).entry.id


def decide(place: Place) -> Press:
    found = concern(place)
    said = by_child(found, {"decision_0": "assessment", "reasons_0": "See her.", "outcome": "We will see her."})
    return Press(place.client("ruth.adeyemi"), f"/report-a-concern/{found}/", said)


def reply(place: Place) -> Press:
    return Press(place.client("ruth.adeyemi"), f"/report-a-concern/{concern(place)}/reply/", {"text": "Is she at home?"})


def inform(place: Place) -> Press:
    return Press(place.client("ruth.adeyemi"), f"/report-a-concern/{decided(place)}/tell/", {"outcome": "We will see her."})


def answer_disagreement(place: Place) -> Press:
    found, id = decided(place), str(uuid4())
    maya = place.users["maya.osei"]
    raise_disagreement(by=maya, at=FRIDAY, contact=found, id=id, text="It cannot wait.", immediate_risk=False)
    said = {"answer": "We see her tomorrow."}
    return Press(place.client("ruth.adeyemi"), f"/report-a-concern/{found}/disagreements/{id}/", said)


def who_told_us(place: Place) -> Press:
    found = rung(place, place.children["Noor"].pk)
    said = {"who": "nobody", "how": "Nobody answered."}
    return Press(place.client("ruth.adeyemi"), f"/report-a-concern/{found}/who-told-us/", said)


def which_child(place: Place) -> Press:
    said = {"looked_for": "Noor Aziz", "child": place.children["Noor"].pk, "reason": "The school says so."}
    return Press(place.client("amina.khan"), f"/report-a-concern/{rung(place)}/which-child/", said)


def add(place: Place) -> Press:
    said = {"danger": "no", "text": "She came in late.", "words": ""}
    return Press(place.client("maya.osei"), f"/report-a-concern/{concern(place)}/more/", said)


def disagree(place: Place) -> Press:
    said = {"text": "It cannot wait.", "risk": "no"}
    return Press(place.client("maya.osei"), f"/report-a-concern/{concern(place)}/disagree/", said)


def answer_alert(place: Place) -> Press:
    ava = place.children["Ava"].pk
    trigger = append(
        at=FRIDAY,
        by=None,
        type="worker_allocated",
        happened=When.at(FRIDAY),
        about=(ava,),
        data={"worker": "dana.whitlock", "role": "support_worker"},
    )
    alert = Alert.objects.create(
        id=uuid4(), child_id=ava, key=str(uuid4()), rule_id="CP-30", why="Not seen.", raised_at=FRIDAY, trigger=trigger.id
    )
    return Press(place.client("ruth.adeyemi"), f"/today/answer/{ava}/{alert.pk}/", {"answer": "Seen this morning."})


def answer_message(place: Place) -> Press:
    sender = {"name": "Maya Osei", "role": "designated_safeguarding_lead", "worker": "maya.osei"}
    data = {"for": "ruth.adeyemi", "from": sender, "text": "Has anybody seen her?"}
    about = (place.children["Ava"].pk,)
    taken = receive(at=FRIDAY, by=None, type="message_received", happened=When.at(FRIDAY), about=about, data=data)
    return Press(place.client("ruth.adeyemi"), f"/today/messages/{taken.entry.id}/", {"text": "Yes, today."})


def away(place: Place) -> Press:
    return Press(place.client("ruth.adeyemi"), "/today/away/dana.whitlock/", {"until": "7"})


def fact(place: Place) -> str:
    noor = place.children["Noor"].pk
    return str(state_fact(person=noor, kind="telephone", value="01632 960 141", at=FRIDAY, by=None).pk)


def state(place: Place) -> Press:
    said = {"value": "01632 960 141", "sort": "mobile", "said_by": "Joy", **CHECK}
    return Press(place.client("amina.khan"), f"/person/{place.children['Noor'].pk}/state/telephone/", said)


def correct(place: Place) -> Press:
    said = {"value": "01632 960 142", "sort": "mobile", "said_by": "Joy", "reason": "A digit was wrong.", **CHECK}
    return Press(place.client("amina.khan"), f"/person/{place.children['Noor'].pk}/{fact(place)}/correct/", said)


def take_back(place: Place) -> Press:
    said = {"reason": "It was a neighbour’s."}
    return Press(place.client("amina.khan"), f"/person/{place.children['Noor'].pk}/{fact(place)}/take-back/", said)


def new_shift(place: Place) -> Press:
    said = {"worker": "dana.whitlock", "team": "front_door", **TIMES}
    return Press(place.client("ruth.adeyemi"), "/rota/shifts/new/", said)


def shift(place: Place) -> DutyShift:
    starts, ends = at("2026-12-10T08:30"), at("2026-12-10T17:00")
    return DutyShift.objects.create(worker=place.worker("amina.khan"), team="front_door", starts=starts, ends=ends)


def change_shift(place: Place) -> Press:
    said = {"worker": "dana.whitlock", "team": "front_door", **TIMES}
    return Press(place.client("ruth.adeyemi"), f"/rota/shifts/{shift(place).pk}/", said)


def take_off(place: Place) -> Press:
    return Press(place.client("ruth.adeyemi"), f"/rota/shifts/{shift(place).pk}/off/", {})


def end_now(place: Place) -> Press:
    begun = DutyShift.objects.filter(starts__lt=FRIDAY, ends__gt=FRIDAY).first()
    assert begun is not None
    return Press(place.client("ruth.adeyemi"), f"/rota/shifts/{begun.pk}/off/", {})


def night(place: Place) -> Press:
    noor = place.children["Noor"].pk
    said = {"children": [noor], "did": "She is with her aunt.", "harm": "no"}
    return Press(place.client("amina.khan"), f"/tonight/{noor}/what-i-did/", said)


def entry(place: Place) -> str:
    data = {"neglect": ["physical"], "text": "No coat.", "setting": "school"}
    amina, noor = place.worker("amina.khan"), place.children["Noor"].pk
    return append(at=FRIDAY, by=amina, type="observation_recorded", happened=When.at(FRIDAY), about=(noor,), data=data).id


def withdraw(place: Place) -> Press:
    return Press(place.client("amina.khan"), f"/entry/{entry(place)}/withdraw/", {"reason": "The wrong child."})


SINCE = {"since_day": "1", "since_month": "12", "since_year": "2026", "by": "The board", "why": "Agreed.", "confirmed": "yes"}


def set_value(place: Place) -> Press:
    return Press(place.client("helen.marsh"), "/own-values/CP-20/", {"name": "limit", "number": "5", **SINCE})


def set_hours(place: Place) -> Press:
    said = {"whose": "worker", "worker": "dana.whitlock", "hours": "Mon-Thu 09:00-17:00", **SINCE}
    return Press(place.client("helen.marsh"), "/own-values/hours/", said)


BUTTONS: dict[str, Callable[[Place], Press]] = {
    "DecideContact": decide,
    "ReplyToReferrer": reply,
    "InformReferrer": inform,
    "AnswerDisagreement": answer_disagreement,
    "ConfirmSender": who_told_us,
    "NameChild": which_child,
    "AddInformation": add,
    "RaiseDisagreement": disagree,
    "AlertAnswer": answer_alert,
    "MessageReply": answer_message,
    "RecordAbsence": away,
    "StateFact": state,
    "CorrectFact": correct,
    "TakeBackFact": take_back,
    "SetShift": new_shift,
    "ChangeShift": change_shift,
    "take_off": take_off,
    "take_off of a shift that has begun": end_now,
    "RecordNightWork": night,
    "Withdraw": withdraw,
    "SetLocalValue": set_value,
    "SetWorkingHours": set_hours,
}
OF_NO_PERSON = ("SetLocalValue", "SetWorkingHours")
"""A value is no entry, and has no id of its own: said a second time on another telephone it is the same value, said twice."""


def forms(resolver: URLResolver | None = None) -> Iterator[type]:
    """Every page that is a form, wherever its address is."""
    for each in (resolver or get_resolver()).url_patterns:
        if isinstance(each, URLResolver):
            yield from forms(each)
        elif isinstance(each, URLPattern) and isinstance(view := getattr(each.callback, "view_class", None), type):
            yield view


def test_every_form_there_is_is_pressed_twice_here() -> None:
    once = {view.__name__ for view in forms() if issubclass(view, FormPage) and not issubclass(view, ReportStep)}
    assert once == {name for name in BUTTONS if not name.startswith("take_off")}
    # Forms made from the definitions are tried in tests/pages/entries.
    assert any(issubclass(view, EntryFormView) for view in forms())


def on_record() -> dict[str, int]:
    """How many rows there are of everything that a person can add to or take away."""
    models = [model for app in ("record", "duty") for model in apps.get_app_config(app).get_models()]
    return {model.__name__: model._default_manager.count() for model in models}


def press(button: Press, send_id: str) -> tuple[int, str]:
    answer = button.client.post(button.url, {**button.said, "send_id": send_id})
    shown = answer.context["form"].errors if answer.status_code == 422 else ""  # type: ignore[index]
    assert answer.status_code == 302, (answer.status_code, shown)
    return answer.status_code, answer.headers["Location"]


@pytest.mark.parametrize("name", BUTTONS)
def test_the_second_press_answers_as_the_first_and_does_nothing_more(place: Place, name: str) -> None:
    cover(place)
    button, send_id, before = BUTTONS[name](place), str(uuid4()), on_record()
    first, after = press(button, send_id), on_record()
    assert after != before or name == "ChangeShift" or name.endswith("begun"), "the first press did nothing"
    assert press(button, send_id) == first
    assert on_record() == after


@pytest.mark.parametrize("name", [name for name in BUTTONS if name not in OF_NO_PERSON])
def test_on_another_telephone_the_second_press_does_nothing_more_either(place: Place, name: str) -> None:
    cover(place)
    button, send_id = BUTTONS[name](place), str(uuid4())
    press(button, send_id)
    after = on_record()
    again = Client()
    again.force_login(_user(button.client), backend="django.contrib.auth.backends.ModelBackend")
    answer = again.post(button.url, {**button.said, "send_id": send_id})
    assert answer.status_code < 500
    assert on_record() == after


def _user(client: Client) -> Any:
    from django.contrib.auth import get_user_model

    return get_user_model().objects.get(pk=client.session["_auth_user_id"])


def test_what_is_said_otherwise_under_the_same_id_is_not_taken_for_the_second_press(place: Place) -> None:
    button, send_id = change_shift(place), str(uuid4())
    press(button, send_id)
    said = {**button.said, "ends_time": "16:00"}
    press(Press(button.client, button.url, said), send_id)
    assert DutyShift.objects.filter(worker="dana.whitlock", ends=at("2026-12-12T16:00")).exists()


def test_the_first_answer_is_said_to_whoever_pressed_and_to_nobody_else(place: Place) -> None:
    button, send_id = take_back(place), str(uuid4())
    press(button, send_id)
    other = place.client("priya.nair").post(button.url, {**button.said, "send_id": send_id})
    assert other.status_code in (403, 404)
