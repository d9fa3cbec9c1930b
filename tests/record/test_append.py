"""One function writes entries. It takes what fits, once, and says field by field what does not."""

from datetime import timedelta
from uuid import uuid4

import pytest

from holdfast.kernel.moment import Moment
from holdfast.record.ledger.append import AppendRefused, append
from holdfast.record.models import EntryEnvelope
from holdfast.record.read import entries_about, world_around
from tests.record.family import MONDAY, Family

DAY = timedelta(days=1)


def faults(refused: pytest.ExceptionInfo[AppendRefused]) -> list[str]:
    return [fault.path for fault in refused.value.faults]


def test_an_entry_reads_back_as_it_was_told(family: Family):
    visit = family.visit(at=MONDAY + 3 * DAY, happened={"from": "2018-09-30", "to": "2018-10-01"}, source="4.6")
    (read,) = entries_about(family.chloe.pk, Moment.live(MONDAY + 4 * DAY))
    assert read == visit
    assert read.recorded_at == MONDAY + 3 * DAY
    assert read.happened.to_json() == {"from": "2018-09-30", "to": "2018-10-01"}
    assert read.by == "w1"


def test_a_retry_with_the_same_id_writes_nothing_and_gives_the_same_entry(family: Family):
    id = uuid4()
    first = family.visit(id=id)
    again = family.visit(id=id, at=MONDAY + timedelta(minutes=5))
    assert again == first
    assert EntryEnvelope.objects.count() == 1


def test_another_entry_with_the_same_id_is_refused(family: Family):
    id = uuid4()
    family.visit(id=id)
    with pytest.raises(AppendRefused) as refused:
        family.visit(id=id, seen=(family.harper.pk,))
    assert faults(refused) == ["$.id"]


def test_a_childs_own_words_are_kept_to_the_letter(family: Family):
    words = "i dont like it wen he shouts \n\n  😢 — “stop” ‮"
    append(
        at=MONDAY,
        by=family.sam,
        type="voice_recorded",
        happened="2018-10-01",
        about=[family.chloe.pk],
        data={"child": family.chloe.pk, "how": "words", "words": words},
    )
    (read,) = entries_about(family.chloe.pk, Moment.live(MONDAY))
    assert read.data.words == words  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"about": ["nobody-we-know"]}, "$.about[0]"),
        ({"happened": "yesterday"}, "$.happened"),
        ({"data": {"kind": "child_protection", "seen": ["nobody-we-know"]}}, "$.data.seen[0]"),
        ({"data": {"kind": "child_protection", "worker": "w77"}}, "$.data.worker"),
        ({"data": {"kind": "a chat"}}, "$.data.kind"),
        ({"data": {"kind": "child_protection", "mood": "good"}}, "$.data.mood"),
        ({"source": "a\x00b"}, "$.source"),
        ({"id": "not-a-uuid"}, "$.id"),
        ({"corrects": str(uuid4()), "reason": "wrong"}, "$.corrects"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_field_and_nothing_is_written(family: Family, change: dict, path: str):
    with pytest.raises(AppendRefused) as refused:
        family.visit(**change)
    assert path in faults(refused)
    assert all(fault.what and fault.do for fault in refused.value.faults)
    assert EntryEnvelope.objects.count() == 0


def test_every_fault_of_an_entry_is_said_at_once(family: Family):
    with pytest.raises(AppendRefused) as refused:
        family.visit(about=["nobody", family.chloe.pk], data={"kind": "child_protection", "seen": ["someone"]})
    assert faults(refused) == ["$.about[0]", "$.data.seen[0]"]


def test_a_decision_must_name_a_contact_that_is_there_and_is_a_contact(family: Family):
    contact, visit = family.contact(), family.visit()

    def decide(contact_id: str) -> None:
        data = {"contact": contact_id, "decision": "assessment", "reasons": "Third this term."}
        append(at=MONDAY, by=family.manager, type="contact_decided", happened="2018-10-01", about=[family.chloe.pk], data=data)

    for wrong in (visit.id, str(uuid4()), contact.id.upper()):
        with pytest.raises(AppendRefused) as refused:
            decide(wrong)
        assert faults(refused) == ["$.data.contact"]
    decide(contact.id)


def test_a_correction_never_changes_what_was_known_before_it(family: Family):
    visit = family.visit(at=MONDAY)
    before = world_around(family.chloe.pk, Moment.live(MONDAY + DAY))
    family.visit(
        at=MONDAY + 2 * DAY, seen=(family.harper.pk,), about=(family.harper.pk,), corrects=visit.id, reason="Wrong twin."
    )
    assert world_around(family.chloe.pk, Moment.live(MONDAY + DAY)) == before
    assert len(world_around(family.chloe.pk, Moment.live(MONDAY + 2 * DAY)).entries) == 2


def test_an_entry_is_put_right_once_and_then_its_latest_version_is(family: Family):
    visit = family.visit(at=MONDAY)
    right = family.visit(at=MONDAY + DAY, corrects=visit.id, reason="Date.", happened="2018-09-30")
    with pytest.raises(AppendRefused) as refused:
        family.visit(at=MONDAY + DAY, corrects=visit.id, reason="Again.")
    assert faults(refused) == ["$.corrects"]
    family.visit(at=MONDAY + DAY, corrects=right.id, reason="Again.")


def test_a_correction_needs_a_reason_and_the_same_type(family: Family):
    contact = family.contact()
    with pytest.raises(AppendRefused) as refused:
        family.visit(corrects=contact.id)
    assert faults(refused) == ["$.reason"]
    with pytest.raises(AppendRefused) as refused:
        family.visit(corrects=contact.id, reason="It was a visit.")
    assert faults(refused) == ["$.corrects"]


def test_a_withdrawal_is_about_the_same_people(family: Family):
    visit = family.visit(about=(family.chloe.pk, family.harper.pk))

    def withdraw(*about: str) -> None:
        append(
            at=MONDAY + DAY,
            by=family.sam,
            type="entry_withdrawn",
            happened="2018-10-02",
            about=about,
            data={},
            withdraws=visit.id,
            reason="Recorded on the wrong family.",
        )

    with pytest.raises(AppendRefused) as refused:
        withdraw(family.chloe.pk)
    assert faults(refused) == ["$.about"]
    withdraw(family.harper.pk, family.chloe.pk)


def test_something_dated_after_it_was_recorded_is_kept_as_told(family: Family):
    visit = family.visit(at=MONDAY, happened="2018-10-09")
    assert visit.happened.first.isoformat() == "2018-10-09"
