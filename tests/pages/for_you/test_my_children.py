"""My children: whoever somebody has a part with, by what the record says of their part, each with what is due next."""

from datetime import timedelta

from holdfast.config import system_clock
from holdfast.duty.models import Delivery
from holdfast.record.ledger.append import append
from holdfast.record.models import Alert, Organisation, Relationship, StoredClock
from tests.pages.contacts.reported import text_of
from tests.pages.for_you.sent import RULE, an_alert, person, signed_in
from tests.pages.partnership import BEFORE, FRIDAY, Place, cover

CHILDREN = "/for-you/children/"


def core_group(place: Place, worker: str, child: str = "Ava") -> None:
    append(
        at=BEFORE,
        by=place.worker("sam.poole"),
        type="core_group_held",
        happened="2026-08-28",
        about=(place.children[child].pk,),
        data={"present": [{"worker": worker, "role": "health_visitor"}], "absent": [], "concerns": []},
    )


def conference(place: Place, chair: str, child: str = "Ava") -> None:
    pk = place.children[child].pk
    data = {
        "kind": "initial",
        "present": [{"worker": chair, "role": "cp_chair"}],
        "decisions": [{"child": pk, "decision": "plan_made", "category": "NEG", "reasons": "She is often hungry."}],
        "child_views": [],
    }
    append(at=BEFORE, by=place.worker("sam.poole"), type="conference_held", happened="2026-08-20", about=(pk,), data=data)


def test_a_health_visitor_sees_the_families_she_shares_and_no_other(place: Place) -> None:
    core_group(place, "priya.nair")
    page = text_of(place.client("priya.nair").get(CHILDREN))
    assert "Ava Hughes" in page
    assert "In the child's core group" in page
    assert "Noor" not in page
    assert "Ava" not in text_of(signed_in(person("health_visitor", "elsewhere")).get(CHILDREN))


def test_a_colleague_of_hers_in_the_same_service_sees_them_too(place: Place) -> None:
    core_group(place, "priya.nair")
    colleague = person("health_visitor", "northmere-health")
    assert "Ava Hughes" in text_of(signed_in(colleague).get(CHILDREN))


def test_a_chair_sees_the_children_of_his_conferences(place: Place) -> None:
    conference(place, "david.lowe")
    page = text_of(place.client("david.lowe").get(CHILDREN))
    assert "Ava Hughes" in page
    assert "Chaired the child's conference" in page
    assert "Noor" not in page


def test_a_school_sees_its_roll_apart_from_those_it_has_a_part_with(place: Place) -> None:
    Organisation.objects.filter(pk="larkfield-primary").update(kind="school")
    core_group(place, "maya.osei", "Lucas")
    page = text_of(place.client("maya.osei").get(CHILDREN))
    assert page.index("Lucas Hughes") < page.index("2 more children are on your roll here") < page.index("Noor Aziz")
    # Being on a roll opens nothing.
    assert place.client("maya.osei").get(f"/children/{place.children['Noor'].pk}/").status_code == 403


def test_each_has_what_is_due_next_and_who_works_with_the_child_now(place: Place) -> None:
    cover(place)
    core_group(place, "priya.nair")
    ava = place.children["Ava"]
    StoredClock.objects.filter(child=ava).delete()
    for days in (9, 3):
        due = FRIDAY + timedelta(days=days)
        StoredClock.objects.create(
            child=ava, key=f"{RULE}/{days}", standard=RULE, due=due.date().isoformat(), overdue_from=due, open=True
        )
    page = text_of(place.client("priya.nair").get(CHILDREN))
    assert "due Mon 23 Nov" in page
    assert "due Sun 29 Nov" not in page
    assert "Dana Whitlock, for Sam Poole, who is away 01632 960 144" in page


def test_where_nobody_covers_it_says_so(place: Place) -> None:
    core_group(place, "priya.nair")
    assert "Sam Poole is away, and nobody covers." in text_of(place.client("priya.nair").get(CHILDREN))


def test_somebody_who_was_told_of_a_child_has_them_for_four_weeks_and_no_longer(place: Place) -> None:
    gp = person("gp", "surgery")
    alert = an_alert(place, gp)
    assert "Ava Hughes" in text_of(signed_in(gp).get(CHILDREN))
    Alert.objects.filter(pk=alert.matter).update(ended_at=FRIDAY)
    for days, there in ((27, True), (28, False), (29, False)):
        Delivery.objects.filter(matter=alert.matter).update(told_at=FRIDAY - timedelta(days=days))
        assert ("Ava Hughes" in text_of(signed_in(gp).get(CHILDREN))) == there, days


def test_a_post_that_opens_every_record_makes_nobody_a_list_of_everybody(place: Place) -> None:
    with system_clock.fixed_at(FRIDAY):
        page = text_of(place.client("joe.ellis").get(CHILDREN))
    assert "Ava" not in page
    assert "No child is shared with you now." in page


def test_an_adult_is_not_among_them(place: Place) -> None:
    append(
        at=BEFORE,
        by=place.worker("sam.poole"),
        type="worker_allocated",
        happened="2026-08-28",
        about=(_mother(place),),
        data={"worker": "priya.nair", "role": "health_visitor"},
    )
    assert "Kelly" not in text_of(place.client("priya.nair").get(CHILDREN))


def _mother(place: Place) -> str:
    found = Relationship.objects.filter(to_person=place.children["Ava"], kind="mother").first()
    assert found is not None
    return str(found.from_person_id)
