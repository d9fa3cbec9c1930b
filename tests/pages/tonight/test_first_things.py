"""What stands above all: missing, police protection, handed over tonight, expected trouble; and the list of these children."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from holdfast.access.models import User
from holdfast.actions.answer_message import answer_message
from holdfast.actions.decide_contact import DecisionForChild, decide_contact
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.pages.tonight.presenters.night_list import ChildTonight, children_tonight
from holdfast.pages.tonight.presenters.night_notices import NightNotice
from holdfast.pages.tonight.queries.children_tonight import on_plan
from holdfast.record.ledger.append import append
from holdfast.record.models import Organisation, Worker
from holdfast.vocabulary.entry import Entry
from tests.pages.household import NIGHT, Wrens
from tests.pages.tonight.conftest import night_of, rang, take_back

EVENING = datetime(2026, 11, 20, 20, tzinfo=UTC)


def notices(wrens: Wrens, kind: str, at: datetime = NIGHT, child: str | None = None) -> list[NightNotice]:
    return [each for each in night_of(child or wrens.noah, at).notices if each.kind == kind]


def listed(at: datetime = NIGHT) -> list[ChildTonight]:
    return children_tonight(Moment.live(at), lambda _: True)


def names(at: datetime = NIGHT) -> list[str]:
    return [each.card.name for each in listed(at)]


def said(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")


def test_a_missing_child_is_the_first_thing_said_on_every_brothers_page_and_in_the_list(wrens: Wrens) -> None:
    gone = wrens.tell("missing_started", said(EVENING), [wrens.tia], at=EVENING)
    (notice,) = notices(wrens, "Missing")
    assert notice.words == "Tia Stone is missing since Friday 8pm, 6 hours ago."
    assert night_of(wrens.noah).danger.title == "Tia Stone is missing"
    assert names() == ["Tia Stone"]
    take_back(wrens, gone)
    assert names() == []


def test_a_child_who_was_found_is_not_missing(wrens: Wrens) -> None:
    wrens.tell("missing_started", said(EVENING), [wrens.tia], at=EVENING)
    found = wrens.tell("missing_ended", said(EVENING + timedelta(hours=1)), [wrens.tia], at=EVENING + timedelta(hours=1))
    assert notices(wrens, "Missing") == []
    assert names() == []
    take_back(wrens, found)
    assert notices(wrens, "Missing")


def test_police_protection_says_when_it_must_end_and_asks_when_that_has_passed(wrens: Wrens) -> None:
    wrens.tell("police_protection_started", said(EVENING), [wrens.isla], at=EVENING)
    (now,) = notices(wrens, "Police protection")
    assert now.words == "Isla Brook since Friday 8pm, 6 hours ago. It ends by 8pm Monday at the latest."
    (over,) = notices(wrens, "Police protection", at=EVENING + timedelta(hours=72))
    assert over.words.endswith("It could last until 8pm today. Nobody has recorded what followed.")
    wrens.tell("police_protection_ended", said(EVENING + timedelta(hours=3)), [wrens.isla], at=EVENING + timedelta(hours=3))
    assert notices(wrens, "Police protection") == []


def hand_over(wrens: Wrens, at: datetime) -> None:
    words = {"for": "joe.ellis", "from": {"role": "social_worker", "worker": "amina.khan"}, "text": "Ring Carrie at ten."}
    wrens.tell("message_received", said(at), [wrens.noah], by="amina.khan", at=at, **words)


@pytest.mark.parametrize(("minutes", "shown"), [(-1, True), (0, True), (1, False)])
def test_what_the_day_left_for_the_night_is_there_for_that_night(wrens: Wrens, minutes: int, shown: bool) -> None:
    hand_over(wrens, NIGHT - timedelta(hours=16, minutes=minutes))
    found = notices(wrens, "Handed over tonight")
    assert bool(found) is shown
    if shown:
        assert found[0].quoted == "Ring Carrie at ten."
        assert found[0].source.startswith("Amina Khan, Northmere Children’s Services, Friday")


FROM_DAY = {"role": "social_worker", "worker": "amina.khan"}
NO_HANDOVER = {
    "a doctor rings and leaves word": ({"role": "gp", "name": "Dr Hakim"}, "amina.khan", None),
    "a school writes": ({"role": "designated_safeguarding_lead", "worker": "maya.osei"}, "maya.osei", None),
    "the grandmother rings": ({"role": "grandmother", "name": "Pat Wren"}, "amina.khan", None),
    "somebody sees a decision differently, or replies about a concern": (FROM_DAY, "amina.khan", "Concern HF-7K3M-92QD"),
}


@pytest.mark.parametrize("what", NO_HANDOVER)
def test_a_message_to_somebody_on_duty_is_no_handover_because_it_is_to_them(wrens: Wrens, what: str) -> None:
    sender, by, source = NO_HANDOVER[what]
    append(
        at=EVENING,
        by=Worker.objects.get(pk=by),
        type="message_received",
        happened=When.at(EVENING),
        about=(wrens.noah,),
        data={"for": "joe.ellis", "from": sender, "text": "She needs to be seen tonight."},
        source=source,
    )
    assert notices(wrens, "Handed over tonight") == []
    assert names() == []


def message(wrens: Wrens, sender: str, to: str, role: str) -> Entry:
    data = {"for": to, "from": {"role": role, "worker": sender}, "text": "Is he with his aunt?"}
    return wrens.tell("message_received", said(EVENING), [wrens.noah], by=sender, at=EVENING, **data)


def test_a_reply_is_no_handover_and_no_work_of_the_night(wrens: Wrens) -> None:
    asked = message(wrens, "priya.nair", "joe.ellis", "health_visitor")
    users = {user.username: user for user in User.objects.all()}
    answer_message(by=users["joe.ellis"], at=EVENING, message=asked, words="Yes, he is.", id=uuid4())
    back = message(wrens, "joe.ellis", "amina.khan", "emergency_duty_worker")
    answer_message(by=users["amina.khan"], at=EVENING, message=back, words="He is asleep.", id=uuid4())
    assert notices(wrens, "Handed over tonight") == []
    assert [each.quoted for each in notices(wrens, "Done tonight")] == ["Is he with his aunt?"]


def test_a_task_of_a_decision_made_at_night_is_not_what_the_night_did(wrens: Wrens) -> None:
    concern = rang(wrens, "He came in cold.", at=EVENING)
    rows = [DecisionForChild(wrens.noah, "early_help", "As told.", who="amina.khan")]
    joe = User.objects.get(username="joe.ellis")
    decide_contact(by=joe, at=NIGHT - timedelta(hours=1), contact=concern.id, id=str(uuid4()), decisions=rows)
    assert notices(wrens, "Done tonight") == []


def test_what_one_of_the_night_leaves_for_the_next_is_handed_over(wrens: Wrens) -> None:
    csc = Organisation.objects.get(pk="csc")
    Worker.objects.create(id="ann.shaw", name="Ann Shaw", role="emergency_duty_worker", organisation=csc)
    message(wrens, "joe.ellis", "ann.shaw", "emergency_duty_worker")
    assert len(notices(wrens, "Handed over tonight")) == 1


def test_what_the_night_wrote_to_itself_because_nobody_leads_was_done_and_not_handed_over(wrens: Wrens) -> None:
    message(wrens, "joe.ellis", "joe.ellis", "emergency_duty_worker")
    assert notices(wrens, "Handed over tonight") == []
    assert len(notices(wrens, "Done tonight")) == 1


def test_the_list_of_children_tonight_is_by_what_happens_if_nobody_acts(wrens: Wrens) -> None:
    hand_over(wrens, EVENING)
    wrens.tell("person_excluded", "2026-11-19", [wrens.isla], person=wrens.lee_brook, kept_away_by="bail", until="2026-11-22")
    wrens.tell("missing_started", said(EVENING), [wrens.tia], at=EVENING)
    assert names() == ["Tia Stone", "Noah Brook", "Isla Brook"]
    (isla,) = listed()[2].notices
    assert isla.words == "What keeps Lee Brook away (bail conditions) ends Sunday."


@pytest.mark.parametrize(
    ("until", "shown"), [("2026-11-20", False), ("2026-11-21", True), ("2026-11-22", True), ("2026-11-23", False)]
)
def test_bail_that_ends_tonight_or_tomorrow_is_expected_trouble(wrens: Wrens, until: str, shown: bool) -> None:
    wrens.tell("person_excluded", "2026-11-19", person=wrens.lee_brook, kept_away_by="bail", until=until)
    assert bool(notices(wrens, "Expected")) is shown


def test_a_plan_for_emergencies_agreed_lately_and_a_visit_tomorrow_are_expected(wrens: Wrens) -> None:
    wrens.tell("contingency_agreed", "2026-11-19", carers=[wrens.joy])
    wrens.tell("visit_booked", "2026-11-19", worker="sam.poole", for_="2026-11-21")
    assert {each.words for each in notices(wrens, "Expected")} == {
        "A plan for emergencies was agreed Thursday, 2 days ago. It names Joy Wren.",
        "Sam Poole is to visit today.",
    }


def test_closed_old_cases_grown_children_and_children_who_died_are_not_tonights(wrens: Wrens) -> None:
    assert names() == []
    wrens.tell("missing_started", said(EVENING), [wrens.tia], at=EVENING)
    grown = datetime(2030, 3, 4, 2, tzinfo=UTC)
    assert names(grown) == []
    wrens.tell("death_recorded", "2026-11-20", [wrens.tia], person=wrens.tia)
    assert names() == []
    assert [card.name for card in on_plan(Moment.live(NIGHT), reader=None).cards] == ["Isla Brook", "Noah Brook"]


def test_the_first_page_shows_only_children_whom_the_reader_may_see(wrens: Wrens) -> None:
    wrens.tell("missing_started", said(EVENING), [wrens.tia], at=EVENING)
    assert "Tia Stone" in page_of("joe.ellis")
    assert "Tia Stone" in page_of("sam.poole")
    # A social worker who does not know the family may open the first page, and nobody is on it for her.
    wrens.tell("worker_ended", "2026-11-20", worker="sam.poole", reason="Another team has them", by="ruth.adeyemi")
    assert "Tia Stone" not in page_of("sam.poole")
    assert "Children on a child protection plan" not in page_of("sam.poole")


def test_what_is_kept_back_from_somebody_is_not_on_their_first_page(wrens: Wrens) -> None:
    bail = wrens.tell("person_excluded", "2026-11-19", person=wrens.lee_brook, kept_away_by="bail", until="2026-11-22")
    assert "What keeps Lee Brook away" in page_of("sam.poole")
    data = {"what": "His bail", "entry": bail.id, "from_": ["sam.poole"], "why": "enquiry", "said_by": "ruth.adeyemi"}
    wrens.tell("kept_back", "2026-11-20", by="ruth.adeyemi", **data)
    assert "What keeps Lee Brook away" not in page_of("sam.poole")
    assert "What keeps Lee Brook away" in page_of("joe.ellis")


def page_of(username: str) -> str:
    client = Client()
    client.force_login(User.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get("/tonight/")
    assert answer.status_code == 200
    return answer.content.decode()
