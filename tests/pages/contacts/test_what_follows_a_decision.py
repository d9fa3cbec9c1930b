"""A decision is each child's own, opens what follows it, and stands at once with whoever has to do it."""

from uuid import uuid4

import pytest

from holdfast.access.decide import NotAllowed
from holdfast.actions.decide_contact import DecisionForChild, decide_contact
from holdfast.duty.alerts import worklist
from holdfast.duty.contact_assignee import open_matters
from holdfast.duty.refusals import DutyRefused
from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.when import When
from holdfast.pages.entries.links import child_url
from holdfast.record.ledger.append import AppendRefused, append
from holdfast.record.models import EntryEnvelope, StoredClock
from holdfast.record.read import entry_by_id
from tests.pages.contacts.reported import by_child, send, text_of
from tests.pages.partnership import FRIDAY, Place

pytestmark = pytest.mark.django_db
SATURDAY = When.parse("2026-11-21")


def decide(place: Place, concern: str, *decisions: DecisionForChild, by: str = "ruth.adeyemi") -> None:
    decide_contact(by=place.users[by], at=FRIDAY, contact=concern, id=str(uuid4()), decisions=decisions, outcome="We are acting.")


def concern_about(place: Place, *names: str) -> str:
    children = [place.children[name].pk for name in names]
    return send(place.client("maya.osei"), *children, whose=children[0])[0]


def decision(place: Place, name: str, code: str, **more: object) -> DecisionForChild:
    return DecisionForChild(place.children[name].pk, code, f"Reasons for {name}.", **more)  # type: ignore[arg-type]


def open_clocks(place: Place, name: str, *standards: str) -> list[str]:
    rows = StoredClock.objects.filter(child=place.children[name].pk, standard__in=standards, open=True)
    return sorted(row.standard for row in rows)


def test_a_strategy_discussion_is_on_the_list_of_whoever_was_named_and_on_the_childs_page_at_once(place: Place) -> None:
    concern = concern_about(place, "Noor")
    decide(place, concern, decision(place, "Noor", "strategy_discussion", who="dana.whitlock", when=SATURDAY))
    (item,) = [item for item in worklist("dana.whitlock", FRIDAY) if item.rule == "CP-01"]
    assert (item.child, item.because) == (place.children["Noor"].pk, "named for it when the concern was decided")
    assert item.due == StoredClock.objects.get(standard="CP-01", child=place.children["Noor"].pk).due
    page = text_of(place.client("amina.khan").get(child_url(place.children["Noor"].pk)))
    assert "Strategy discussion decided 20 Nov 2026 at 16:50: Dana Whitlock, on 21 Nov 2026, due by" in page
    after = text_of(place.client("ruth.adeyemi").get(f"/report-a-concern/{concern}/"))
    assert "What follows Dana Whitlock, social worker, on 21 Nov 2026, due by 4:50pm on Saturday 21 November 2026." in after


def test_an_assessment_nobody_is_named_for_says_so_and_by_when_it_is_due(place: Place) -> None:
    concern = concern_about(place, "Noor")
    decide(place, concern, decision(place, "Noor", "assessment"))
    page = text_of(place.client("amina.khan").get(child_url(place.children["Noor"].pk)))
    assert "Assessment decided 20 Nov 2026 at 16:50: nobody is named for it yet, due by" in page


@pytest.mark.parametrize("code", ["passed_to_allocated_worker", "early_help", "information_and_advice"])
def test_what_has_no_clock_of_its_own_is_a_message_to_whoever_was_named_without_the_reasons(place: Place, code: str) -> None:
    concern = concern_about(place, "Noor")
    decide(place, concern, decision(place, "Noor", code, who="dana.whitlock"))
    (item,) = [item for item in worklist("dana.whitlock", FRIDAY) if item.kind == "message"]
    assert item.child == place.children["Noor"].pk
    assert "Reasons for Noor" not in item.why
    assert "Reasons for Noor" not in text_of(place.client("maya.osei").get(f"/report-a-concern/{concern}/mine/"))


def test_a_child_left_undecided_keeps_the_clock_and_the_concern_stays_on_the_list(place: Place) -> None:
    concern = concern_about(place, "Ava", "Lucas")
    decide(place, concern, decision(place, "Ava", "assessment"))
    assert open_clocks(place, "Ava", "FD-02") == []
    assert open_clocks(place, "Lucas", "FD-02") == ["FD-02"]
    assert concern in map(str, open_matters(FRIDAY))
    decide(place, concern, decision(place, "Lucas", "no_further_action"))
    assert concern not in map(str, open_matters(FRIDAY))


def test_a_brother_whom_the_concern_did_not_name_is_asked_about_and_decided_with_clocks_of_his_own(place: Place) -> None:
    concern = concern_about(place, "Ava")
    page = text_of(place.client("ruth.adeyemi").get(f"/report-a-concern/{concern}/"))
    assert "What happens for Lucas Hughes? Not named in the concern: another child of these adults." in page
    decide(place, concern, decision(place, "Ava", "assessment"), decision(place, "Lucas", "assessment"))
    assert open_clocks(place, "Lucas", "AS-01", "FD-02") == ["AS-01"]
    mine = text_of(place.client("maya.osei").get(f"/report-a-concern/{concern}/mine/"))
    assert "Lucas" not in mine.split("What you told us", 1)[0]
    assert "Decision for Ava Hughes: Assessment" in mine


def test_a_child_of_another_family_cannot_be_decided_about_here(place: Place) -> None:
    concern = concern_about(place, "Ava")
    with pytest.raises(DutyRefused):
        decide(place, concern, decision(place, "Noor", "assessment"))
    assert not EntryEnvelope.objects.filter(type="contact_decided").exists()


def test_a_row_for_a_child_whom_the_decision_is_not_about_is_refused_at_its_place(place: Place) -> None:
    concern, ava, lucas = concern_about(place, "Ava"), place.children["Ava"].pk, place.children["Lucas"].pk
    rows = [{"child": child, "decision": "assessment", "reasons": "As seen."} for child in (ava, lucas)]
    data = {"contact": concern, "decision": "assessment", "reasons": "See each child.", "decisions": rows}
    said = {
        "at": FRIDAY,
        "by": place.worker("ruth.adeyemi"),
        "type": "contact_decided",
        "happened": When.at(FRIDAY),
        "data": data,
    }
    with pytest.raises(AppendRefused) as refused:
        append(about=(ava,), **said)
    assert [fault.path for fault in refused.value.faults] == ["$.data.decisions[1].child"]
    append(about=(ava, lucas), **said)
    assert open_clocks(place, "Ava", "FD-02") == []


def test_leave_to_decide_is_asked_for_every_child_the_decision_names(place: Place) -> None:
    concern = concern_about(place, "Ava", "Lucas")
    with pytest.raises(NotAllowed):
        decide(place, concern, decision(place, "Ava", "assessment"), decision(place, "Lucas", "assessment"), by="maya.osei")


def test_each_answer_belongs_to_the_child_it_was_given_for_whoever_was_decided_about_meanwhile(place: Place) -> None:
    concern = concern_about(place, "Ava", "Lucas")
    first, second = entry_by_id(concern).about
    typed = by_child(
        concern,
        {
            "decision_0": "no_further_action",
            "reasons_0": "For the first.",
            "decision_1": "assessment",
            "reasons_1": "For the second.",
            "later": "on",
            "send_id": str(uuid4()),
        },
    )
    decide_contact(
        by=place.users["ruth.adeyemi"],
        at=FRIDAY,
        contact=concern,
        id=str(uuid4()),
        decisions=[DecisionForChild(first, "strategy_discussion", "Decided meanwhile.")],
    )
    assert place.client("amina.khan").post(f"/report-a-concern/{concern}/", typed).status_code == 302
    rows = EntryEnvelope.objects.filter(type="contact_decided").order_by("sequence").values_list("pk", flat=True)
    found = [(entry.about, value(entry, "reasons")) for entry in (entry_by_id(str(pk)) for pk in rows)]
    assert found == [((first,), "Decided meanwhile."), ((second,), "For the second.")]


def test_the_same_for_all_fills_the_page_and_records_nothing(place: Place) -> None:
    concern = concern_about(place, "Ava", "Lucas")
    typed = by_child(concern, {"decision_0": "assessment", "reasons_0": "Both were there.", "fill": "1"})
    answer = place.client("amina.khan").post(f"/report-a-concern/{concern}/", typed)
    assert answer.status_code == 200
    assert answer.content.decode().count("Both were there.") == 2
    assert not EntryEnvelope.objects.filter(type="contact_decided").exists()
