"""Nobody records what is not theirs: who may start and end a plan, give a child a worker, decide, and put right what was said."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction

from holdfast.access.decide import NotAllowed, may
from holdfast.access.entry_permissions import may_put_right, may_record_about
from holdfast.access.entry_writers import OF_ITS_OWN, WRITERS, permission_for
from holdfast.access.permissions import Permission
from holdfast.access.role_grants import ROLES
from holdfast.actions.correct_entry import correct_entry
from holdfast.actions.record_entry import EntryAnswers, record_entry
from holdfast.actions.withdraw_entry import withdraw_entry
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.record.models import Worker
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.type_registry import ENTRY_TYPES
from tests.access.cast import CAST, EVERYONE, FRIDAY, Cast
from tests.access.table import WHO_MAY

NOW = Moment.live(FRIDAY)

ACTS: dict[str, frozenset[str]] = {
    "end a child protection plan": frozenset({"chair", "manager", "service_manager", "director"}),
    "start a plan": frozenset({"chair", "manager", "service_manager", "director"}),
    "give the child another lead social worker": frozenset({"manager", "service_manager", "director"}),
    "close the case": frozenset({"manager", "service_manager", "director"}),
}
"""What the attack of one ordinary account did, and who may do it about Ava. Everybody else of the cast may not."""

SAID: dict[str, tuple[str, dict[str, Any]]] = {
    "end a child protection plan": ("plan_ended", {"plan": "child_protection", "reason": "Over."}),
    "start a plan": ("plan_started", {"plan": "child_protection", "category": "NEG"}),
    "give the child another lead social worker": ("worker_allocated", {"worker": "police", "role": "social_worker"}),
    "close the case": ("case_closed", {"kind": "child_protection", "reason": "Nothing more to do."}),
}


@pytest.fixture(autouse=True)
def taken_away(cast: Cast) -> Iterator[None]:
    """What one test writes is not there for the next."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def answers(cast: Cast, type: str, data: dict[str, Any]) -> EntryAnswers:
    return EntryAnswers(type, When.parse("2019-11-29"), (cast.ava.pk,), ENTRY_TYPES[type].model_validate(data))


def record(cast: Cast, who: str, type: str, data: dict[str, Any], about: tuple[str, ...] | None = None) -> Entry:
    return append(
        at=FRIDAY - timedelta(hours=1),
        by=Worker.objects.get(pk=who),
        type=type,
        happened="2019-11-29",
        about=about or (cast.ava.pk,),
        data=data,
    )


@pytest.mark.parametrize("act", sorted(ACTS))
def test_an_act_on_a_childs_case_is_done_by_whose_work_it_is_and_by_nobody_else(act: str, cast: Cast) -> None:
    type, data = SAID[act]
    for who in sorted(CAST):
        sent = {"by": cast.users[who], "at": FRIDAY, "id": str(uuid4()), "answers": answers(cast, type, data)}
        if who in ACTS[act]:
            assert may_record_about(sent["by"], type, (cast.ava.pk,), FRIDAY, data=sent["answers"].data), (act, who)
        else:
            with pytest.raises(NotAllowed):
                record_entry(**sent)


@pytest.mark.parametrize("type", sorted(ENTRY_TYPES.keys() - OF_ITS_OWN))
def test_each_type_is_recorded_by_those_whom_the_table_names_and_by_nobody_else(type: str, cast: Cast) -> None:
    permission = permission_for(type)
    for who in sorted(EVERYONE):
        decision = may_record_about(cast.users[who], type, (cast.ava.pk,), FRIDAY)
        assert decision.allowed == (who in WHO_MAY[permission]), f"{who}: {decision}"


def test_no_role_may_write_of_a_child_by_a_tie_by_which_it_may_not_record_at_all() -> None:
    writing = [each for each in WRITERS if each.value.startswith(("record_", "chair_", "allocate_")) and each.about_child]
    for role in ROLES:
        for permission in writing:
            assert set(role.ties(permission)) <= set(role.ties(Permission.RECORD)), (role.id, permission)


@pytest.mark.parametrize("type", sorted(OF_ITS_OWN))
def test_what_has_a_command_of_its_own_is_not_recorded_past_it(type: str, cast: Cast) -> None:
    with pytest.raises(NotAllowed) as refusal:
        sent = EntryAnswers(type, When.parse("2019-11-29"), (cast.ava.pk,), ENTRY_TYPES[type].model_construct())
        record_entry(by=cast.users["service_manager"], at=FRIDAY, id=str(uuid4()), answers=sent)
    assert "on the page of what it is about" in str(refusal.value)


def test_the_lead_social_worker_says_which_partners_work_with_the_child(cast: Cast) -> None:
    midwife = Worker.objects.create(id="midwife", name="Midwife", role="midwife")
    partner = answers(cast, "worker_allocated", {"worker": midwife.pk, "role": "midwife"})
    assert record_entry(by=cast.users["lead"], at=FRIDAY, id=str(uuid4()), answers=partner)
    for role in ("midwife", "social_worker", "cp_chair"):
        lead = answers(cast, "worker_allocated", {"worker": "social_worker_elsewhere", "role": role})
        with pytest.raises(NotAllowed):
            record_entry(by=cast.users["lead"], at=FRIDAY, id=str(uuid4()), answers=lead)


@pytest.mark.parametrize("who", ["social_worker_elsewhere", "duty", "health_visitor", "police", "lead", "manager", "chair"])
def test_what_somebody_else_said_is_not_taken_back(who: str, cast: Cast) -> None:
    said = record(cast, "gp", "observation_recorded", {"text": "A bruise on her arm.", "setting": "home"})
    with pytest.raises(NotAllowed):
        withdraw_entry(by=cast.users[who], at=FRIDAY, id=str(uuid4()), entry=said, reason="Not so.")
    changed = EntryAnswers(said.type, said.happened, said.about, said.data, reason="Not so.")
    with pytest.raises(NotAllowed):
        correct_entry(by=cast.users[who], at=FRIDAY, id=str(uuid4()), entry=said, answers=changed)


def test_whoever_wrote_it_and_their_manager_may_put_it_right(cast: Cast) -> None:
    said = record(cast, "lead", "observation_recorded", {"text": "No food in the house.", "setting": "home"})
    assert {who for who in CAST if may_put_right(cast.users[who], said, FRIDAY)} == {
        *("lead", "manager", "service_manager", "director"),
    }
    assert withdraw_entry(by=cast.users["manager"], at=FRIDAY, id=str(uuid4()), entry=said, reason="Of another child.")


def test_where_nobody_is_left_who_wrote_it_the_childs_own_worker_and_their_managers_put_it_right(cast: Cast) -> None:
    said = record(cast, "former_lead", "observation_recorded", {"text": "No food in the house.", "setting": "home"})
    assert not may_put_right(cast.users["lead"], said, FRIDAY)
    append(
        at=FRIDAY - timedelta(days=2),
        by=Worker.objects.get(pk="manager"),
        type="worker_leaving",
        happened="2019-11-01",
        about=(cast.ava.pk,),
        data={"worker": "former_lead", "last_day": "2019-11-20"},
    )
    found = {who for who in CAST if may_put_right(cast.users[who], said, FRIDAY)}
    assert found == {"lead", "cover", "manager", "service_manager", "director"}


def test_whoever_decides_a_concern_says_whom_it_is_about_and_leaves_its_words_alone(cast: Cast) -> None:
    moved = EntryAnswers(
        cast.concern.type, cast.concern.happened, (cast.lucas.pk,), cast.concern.data, reason="It was his brother."
    )
    changed = ENTRY_TYPES["contact_received"].model_validate({**cast.concern.data.written(), "text": "Nothing at all."})
    words = EntryAnswers(cast.concern.type, cast.concern.happened, cast.concern.about, changed, reason="Better so.")
    with pytest.raises(NotAllowed):
        correct_entry(by=cast.users["emergency"], at=FRIDAY, id=str(uuid4()), entry=cast.concern, answers=words)
    assert correct_entry(by=cast.users["emergency"], at=FRIDAY, id=str(uuid4()), entry=cast.concern, answers=moved)


LETS_IN: dict[str, tuple[str, dict[str, Any]]] = {
    "an allocation": ("worker_allocated", {"worker": "{me}", "role": "{role}"}),
    "a core group": ("core_group_held", {"present": [{"worker": "{me}", "role": "{role}"}], "absent": [], "concerns": []}),
    "a conference": ("conference_held", {"kind": "review", "present": [{"worker": "{me}", "role": "cp_chair"}], "decisions": []}),
    "cover": ("cover_named", {"for": "lead", "cover": "{me}"}),
    "a concern given to themselves": ("contact_assigned", {"contact": "{concern}", "worker": "{me}"}),
}


OPENED_BY: dict[str, tuple[str, ...]] = {
    "an allocation": ("social_worker_elsewhere", "health_visitor_elsewhere"),
    "a core group": ("health_visitor_elsewhere",),
    "a conference": ("chair_elsewhere", "health_visitor_elsewhere"),
    "cover": ("social_worker_elsewhere",),
    "a concern given to themselves": ("social_worker_elsewhere", "manager_elsewhere"),
}
"""Whom the same words let in when somebody else wrote them."""


@pytest.mark.parametrize("way", sorted(LETS_IN))
@pytest.mark.parametrize("who", ["social_worker_elsewhere", "chair_elsewhere", "health_visitor_elsewhere", "manager_elsewhere"])
def test_nobody_lets_themselves_in_to_a_childs_record_by_what_they_write(way: str, who: str, cast: Cast) -> None:
    type, data = LETS_IN[way]
    written = filled(data, {"{me}": who, "{role}": CAST[who][0], "{concern}": cast.concern.id})
    record(cast, who, type, written)
    assert not may(cast.users[who], Permission.SEE_CHILD, cast.ava.pk, NOW)
    record(cast, "service_manager", type, written)
    if way in OPENED_BY and who in OPENED_BY[way]:
        assert may(cast.users[who], Permission.SEE_CHILD, cast.ava.pk, NOW)


def filled(data: Any, words: dict[str, str]) -> Any:
    if isinstance(data, dict):
        return {name: filled(value, words) for name, value in data.items()}
    if isinstance(data, list):
        return [filled(each, words) for each in data]
    return words.get(data, data)


@pytest.mark.parametrize(("days", "lets_in"), [(269, True), (270, False)])
def test_having_been_at_a_meeting_counts_while_the_plan_may_still_be_waiting_for_its_review(
    days: int, lets_in: bool, cast: Cast
) -> None:
    held = When.parse("2019-10-04").end  # the conference; the core group was later
    at = held + timedelta(days=days)
    assert bool(may(cast.users["police"], Permission.SEE_CHILD, cast.ava.pk, Moment.live(at))) == lets_in


@pytest.mark.parametrize(("days", "lets_in"), [(27, True), (28, False)])
def test_those_who_carried_out_a_plan_see_the_child_for_four_weeks_after_it(days: int, lets_in: bool, cast: Cast) -> None:
    record(cast, "manager", "plan_ended", {"plan": "child_protection", "reason": "Over."})
    at = When.parse("2019-11-29").end + timedelta(days=days)
    for who in ("police", "health_visitor", "health_visitors_colleague"):
        assert bool(may(cast.users[who], Permission.SEE_CHILD, cast.ava.pk, Moment.live(at))) == lets_in, who


def test_a_concern_that_was_given_to_somebody_opens_the_child_until_it_is_decided(cast: Cast) -> None:
    assert may(cast.users["given_the_concern"], Permission.SEE_CHILD, cast.ava.pk, NOW)
    decided = {"contact": cast.concern.id, "decision": "no_further_action", "reasons": "Known already."}
    record(cast, "manager", "contact_decided", decided)
    assert not may(cast.users["given_the_concern"], Permission.SEE_CHILD, cast.ava.pk, NOW)
