"""Every command pressed four times at one moment, by four clients: it is done once. The others get the same answer, or are told
in words what stands in the way; nobody gets an error, and nothing is there twice."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from importlib import import_module
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.db.models import Model

from holdfast.access.decide import NotAllowed
from holdfast.actions.add_to_contact import MoreInformation
from holdfast.actions.command import COMMANDS
from holdfast.actions.decide_contact import DecisionForChild, decide_contact
from holdfast.actions.raise_disagreement import raise_disagreement
from holdfast.actions.receive_contact import ReportedContact, UnlistedChild
from holdfast.actions.record_entry import EntryAnswers
from holdfast.actions.set_shift import ShiftAnswers
from holdfast.actions.state_fact import state_fact
from holdfast.config import system_clock
from holdfast.duty.contact_intake import contact_data, receive
from holdfast.duty.models import Delivery, DutyShift
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.record.models import Alert, EntryEnvelope, LocalSetting, Person, PersonFact, Relationship
from holdfast.record.models.person_facts import new_id
from holdfast.record.people import add_person
from holdfast.record.person_details import details_of
from holdfast.standards.local_values import LocalValue
from holdfast.vocabulary.entry import ENTRY_TYPES
from holdfast.vocabulary.faults import Refused
from holdfast.vocabulary.stated_facts import FactKind, StatedFact
from tests.actions.test_commands import MODULES
from tests.pages.partnership import FRIDAY, MONDAY, WEEK_BEFORE, Place, cover, make_place
from tests.pages.worklists.test_today import on_a_plan
from tests.record.test_together import at_once

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
TUESDAY = MONDAY + 24 * HOUR


@pytest.fixture
def place(transactional_db: None) -> Place:
    return make_place()


@dataclass
class Scene:
    """The partnership with a concern about Noor, and who may do what."""

    place: Place
    contact: str

    @property
    def noor(self) -> str:
        return self.place.children["Noor"].pk

    @property
    def ava(self) -> str:
        return self.place.children["Ava"].pk

    def by(self, username: str, **said: Any) -> dict[str, Any]:
        return {"by": self.place.users[username], "at": FRIDAY + 9 * MINUTE, **said}


def scene(place: Place) -> Scene:
    with system_clock.fixed_at(FRIDAY):
        cover(place)
        maya = place.worker("maya.osei")
        data = contact_data(maya, text="She cried at the gate.", immediate=False)
        sent = receive(
            at=FRIDAY, by=maya, type="contact_received", happened=When.at(FRIDAY), about=(place.children["Noor"].pk,), data=data
        )
    return Scene(place, sent.entry.id)


def stated(here: Scene, kind: FactKind = FactKind.TELEPHONE, text: str = "01632 960 222") -> PersonFact:
    said = StatedFact(kind, text, said_by="her mother", sort="home" if kind is FactKind.ADDRESS else None)
    return state_fact(**here.by("ruth.adeyemi", id=str(new_id()), person=here.ava, said=said))


def message(here: Scene) -> Any:
    data = {"for": "ruth.adeyemi", "from": {"worker": "maya.osei", "role": "dsl"}, "text": "Please ring."}
    about = (here.ava,)
    return receive(
        at=FRIDAY,
        by=here.place.worker("maya.osei"),
        type="message_received",
        happened=When.at(FRIDAY),
        about=about,
        data=data,
    ).entry


def unnamed(here: Scene) -> str:
    maya = here.place.worker("maya.osei")
    data = contact_data(maya, text="A child at the bus stop.", immediate=True)
    return receive(at=FRIDAY, by=maya, type="contact_received", happened=When.at(FRIDAY), about=(), data=data).entry.id


def observed(here: Scene) -> Any:
    data = {"setting": "home", "text": "Cold, and no coat."}
    by = here.place.worker("ruth.adeyemi")
    return append(at=FRIDAY, by=by, type="observation_recorded", happened=When.at(FRIDAY), about=(here.ava,), data=data)


def answers(here: Scene, **said: Any) -> EntryAnswers:
    data = ENTRY_TYPES["observation_recorded"].model_validate({"setting": "home", "text": "Cold."})
    return EntryAnswers("observation_recorded", When.at(FRIDAY), (here.ava,), data, **said)


def an_alert(here: Scene) -> Alert:
    on_a_plan(here.place)
    delivery = Delivery.objects.filter(kind=Delivery.Kind.ALERT, worker="ruth.adeyemi").first()
    assert delivery is not None
    return Alert.objects.get(pk=delivery.matter)


def disagreed(here: Scene) -> str:
    raised = str(uuid4())
    by = here.by("maya.osei", contact=here.contact, id=raised, text="She is hungry.", immediate_risk=False)
    raise_disagreement(**by)
    return raised


def a_shift(here: Scene) -> DutyShift:
    return DutyShift.objects.create(
        worker=here.place.team["dana"],
        team="front_door",
        starts=MONDAY + timedelta(days=1),
        ends=MONDAY + timedelta(days=1, hours=8),
    )


def once(*children: str) -> tuple[DecisionForChild, ...]:
    return tuple(DecisionForChild(child, "no_further_action", "Seen, and safe.") for child in children)


def decided(here: Scene) -> str:
    decide_contact(**here.by("amina.khan", contact=here.contact, id=str(uuid4()), decisions=once(here.noor)))
    return here.contact


def reported(here: Scene) -> ReportedContact:
    child = UnlistedChild("Zed", "Nobody")
    return ReportedContact(str(uuid4()), (), child, "no", "At home", "", "I am hungry", "unlisted", "Thin.", "not_safe", "Mum")


def home(here: Scene) -> StatedFact:
    by = here.place.worker("ruth.adeyemi")
    data = {"person": here.ava, "address": "9 Hidden Street", "confirmed_by": "aunt"}
    append(at=FRIDAY, by=by, type="address_changed", happened=When.at(FRIDAY), about=(here.ava,), data=data)
    found = details_of([here.ava], Moment.live(FRIDAY + MINUTE))[here.ava].home
    assert found is not None
    return found


MORE = MoreInformation("no", "", "", "She is still hungry.")
VALUE = LocalValue("CP-04", "limit", 5, date(2026, 12, 1), "The board", "Agreed in November.")
CAN_STATE = StatedFact(FactKind.ADDRESS, "2 Oak Lane", sort="home", said_by="her aunt")

PRESSES: dict[str, Callable[[Scene], dict[str, Any]]] = {
    "add_to_contact": lambda s: s.by("maya.osei", contact=s.contact, id=str(uuid4()), more=MORE),
    "answer_alert": lambda s: s.by("ruth.adeyemi", alert=an_alert(s), words="Booked for Monday.", id=uuid4()),
    "answer_disagreement": lambda s: s.by(
        "amina.khan", contact=s.contact, disagreement=disagreed(s), id=str(uuid4()), answer="We look again."
    ),
    "answer_message": lambda s: s.by("ruth.adeyemi", message=message(s), words="I ring now.", id=uuid4()),
    "confirm_fact": lambda s: s.by("ruth.adeyemi", person=s.ava, said=home(s)),
    "confirm_sender": lambda s: s.by(
        "amina.khan", contact=s.contact, id=str(uuid4()), worker="maya.osei", how="Rang the office number."
    ),
    "correct_entry": lambda s: s.by("ruth.adeyemi", id=str(uuid4()), entry=observed(s), answers=answers(s, reason="Not warm.")),
    "correct_fact": lambda s: s.by(
        "ruth.adeyemi", id=str(uuid4()), fact=stated(s, FactKind.ADDRESS, "1 Elm Road"), said=CAN_STATE, reason="It is Oak Lane."
    ),
    "decide_contact": lambda s: s.by("amina.khan", contact=s.contact, id=str(uuid4()), decisions=once(s.noor), outcome="Seen."),
    "end_absence": lambda s: s.by("ruth.adeyemi", worker=s.place.worker("sam.poole")),
    "hand_over_night_work": lambda s: s.by(
        "ruth.adeyemi", child=s.ava, children=(s.ava,), text="Slept at her aunt's.", serious_harm=False, id=str(uuid4())
    ),
    "inform_referrer": lambda s: s.by("amina.khan", contact=decided(s), id=str(uuid4()), outcome="We saw her."),
    "mark_concern_read": lambda s: s.by("amina.khan", contact=s.contact, matters=(s.contact,)),
    "mark_read": lambda s: s.by("amina.khan", matter=s.contact),
    "name_contact_child": lambda s: s.by("amina.khan", contact=unnamed(s), child=s.noor, reason="The school knows her."),
    "name_cover": lambda s: s.by(
        "ruth.adeyemi", worker=s.place.worker("sam.poole"), covers={s.ava: s.place.worker("ruth.adeyemi")}
    ),
    "raise_disagreement": lambda s: s.by(
        "maya.osei", contact=s.contact, id=str(uuid4()), text="She is hungry.", immediate_risk=False
    ),
    "receive_contact": lambda s: s.by("maya.osei", contact=reported(s)),
    "record_absence": lambda s: s.by("ruth.adeyemi", worker=s.place.team["dana"]),
    "record_entry": lambda s: s.by("ruth.adeyemi", id=str(uuid4()), answers=answers(s)),
    "remove_shift": lambda s: s.by("ruth.adeyemi", shift=a_shift(s)),
    "reply_to_contact": lambda s: s.by("amina.khan", contact=s.contact, id=str(uuid4()), text="Thank you."),
    "set_local_value": lambda s: s.by("helen.marsh", value=VALUE),
    "set_shift": lambda s: s.by(
        "ruth.adeyemi", shift=ShiftAnswers(s.place.team["dana"], "front_door", TUESDAY, TUESDAY + 8 * HOUR)
    ),
    "state_fact": lambda s: s.by("ruth.adeyemi", id=str(new_id()), person=s.ava, said=CAN_STATE),
    "take_back_fact": lambda s: s.by(
        "ruth.adeyemi", id=str(uuid4()), fact=stated(s, FactKind.ADDRESS, "1 Elm Road"), reason="It was her sister's."
    ),
    "withdraw_entry": lambda s: s.by("ruth.adeyemi", id=str(uuid4()), entry=observed(s), reason="Another child."),
}


def there() -> dict[str, Any]:
    """How much of everything the record holds."""
    tables = (Person, PersonFact, Relationship, Delivery, DutyShift, LocalSetting)
    return {
        "entries": Counter(EntryEnvelope.objects.values_list("type", flat=True)),
        **{table.__name__: table.objects.count() for table in tables},
        "read": Delivery.objects.filter(read_at__isnull=False).count(),
    }


def own(said: dict[str, Any]) -> dict[str, Any]:
    """The same as a client of its own reads it: no two have one row in their hands."""
    rows = {name: type(each)._default_manager.get(pk=each.pk) for name, each in said.items() if isinstance(each, Model)}
    return said | rows


def test_every_command_is_pressed() -> None:
    assert sorted(PRESSES) == MODULES, "give the new command a press of its own above"


@pytest.mark.parametrize("name", sorted(PRESSES))
def test_pressed_four_times_at_once_it_is_done_once(place: Place, name: str) -> None:
    press = getattr(import_module(f"holdfast.actions.{name}"), name)
    here = scene(place)
    said = PRESSES[name](here)
    before = there()
    with transaction.atomic():
        press(**own(said))
        alone = there()
        transaction.set_rollback(True)
    assert alone != before, "pressed alone it has to do something, or four times show nothing"
    # Nobody's clock says the very same instant.
    presses = [own(said) | {"at": said["at"] + number * timedelta(milliseconds=20)} for number in range(4)]
    failed = at_once(*[lambda each=each: press(**each) for each in presses])
    assert len(failed) < 4, failed
    for error in failed:
        assert isinstance(error, Refused | NotAllowed), error
        assert not isinstance(error, Refused) or all(fault.what and fault.do for fault in error.faults)
    assert there() == alone


@pytest.mark.parametrize("kind", ["confirm_a_row", "unknown_child", "two_answers"])
def test_what_two_send_at_one_moment_under_ids_of_their_own(place: Place, kind: str) -> None:
    """Not one press sent twice, but two people, or two pages."""
    here = scene(place)
    if kind == "confirm_a_row":
        stated(here)
        [said] = details_of([here.ava], Moment.live(FRIDAY + 10 * MINUTE))[here.ava].telephones
        press = import_module("holdfast.actions.confirm_fact").confirm_fact
        failed = at_once(*[lambda: press(**here.by("ruth.adeyemi", person=here.ava, said=said))] * 4)
        assert failed == []
        assert PersonFact.objects.filter(kind="telephone").count() == 2
    if kind == "unknown_child":
        id, maya = str(uuid4()), place.worker("maya.osei")
        data = contact_data(maya, text="A child at the bus stop.", immediate=True)
        sent = {"type": "contact_received", "happened": When.at(FRIDAY), "about": (), "data": data, "id": id}
        people = Person.objects.count()
        assert at_once(*[lambda: receive(at=FRIDAY, by=maya, **sent)] * 4) == []  # type: ignore[arg-type]
        assert Person.objects.count() == people + 1
    if kind == "two_answers":
        sent_message = message(here)
        press = import_module("holdfast.actions.answer_message").answer_message
        by = here.by("ruth.adeyemi", message=sent_message, words="I ring now.")
        failed = at_once(*[lambda: press(**by, id=uuid4()) for _ in range(4)])
        assert len(failed) == 3
        assert all("already answered" in str(error) for error in failed)


def test_two_people_given_one_nhs_number_at_one_moment_are_asked_about(place: Place) -> None:
    here = scene(place)
    people = [add_person(at=WEEK_BEFORE, by=None).pk for _ in range(2)]
    said = StatedFact(FactKind.NHS_NUMBER, "943 476 5919", said_by="a letter")

    def state(person: str, seconds: int) -> None:
        at = FRIDAY + timedelta(seconds=seconds)
        by = here.place.worker("ruth.adeyemi")
        import_module("holdfast.record.people").state_fact(person=person, kind="nhs_number", value=said.value, at=at, by=by)

    assert at_once(*[lambda person=person, place=place: state(person, place) for place, person in enumerate(people)]) == []
    assert EntryEnvelope.objects.filter(type="identity_question_raised").count() == 2


def test_commands_are_loaded_from_their_files() -> None:
    for module in MODULES:
        import_module(f"holdfast.actions.{module}")
    assert {name.rpartition(".")[2] for name in COMMANDS if name.startswith("holdfast.actions.")} == set(MODULES)
