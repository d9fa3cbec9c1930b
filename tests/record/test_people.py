"""A person is an id; what is known of them is said by somebody, from some day, and can be put right in the open."""

from datetime import timedelta

import pytest

from holdfast.kernel.moment import Moment
from holdfast.record import people
from holdfast.record.models import PersonFact, StoredClock
from holdfast.record.people import FactRefused
from holdfast.record.projection.rebuild import differences
from holdfast.record.read import relationships, world_around
from holdfast.vocabulary.world import PersonName
from tests.record.family import MONDAY, Family

DAY = timedelta(days=1)


def chloe_at(family: Family, days: float) -> object:
    return world_around(family.chloe.pk, Moment.live(MONDAY + days * DAY)).people[family.chloe.pk]


def test_a_date_of_birth_put_right_is_known_from_then_on_and_not_before(family: Family):
    fact = PersonFact.objects.get(person=family.chloe, kind="born")
    people.state_fact(
        at=MONDAY,
        by=family.sam,
        person=family.chloe,
        kind="born",
        value="2013-05-17",
        replaces=fact,
        reason="Birth certificate seen.",
        source="birth certificate",
    )
    assert str(chloe_at(family, -1).born) == "May 2013"  # type: ignore[attr-defined]
    assert str(chloe_at(family, 0).born) == "17 May 2013"  # type: ignore[attr-defined]


def test_a_second_name_does_not_take_the_place_of_the_first(family: Family):
    value = people.name_value(PersonName(use="known_as", given="Clo"))
    people.state_fact(at=MONDAY, by=family.sam, person=family.chloe, kind="name", value=value, position=1)
    assert [str(name) for name in chloe_at(family, 0).names] == ["Chloe", "Clo"]  # type: ignore[attr-defined]


def test_a_fact_taken_back_leaves_nothing_in_its_place(family: Family):
    fact = PersonFact.objects.get(person=family.chloe, kind="born")
    people.state_fact(
        at=MONDAY, by=family.sam, person=family.chloe, kind="born", value=None, replaces=fact, reason="It was Harper's."
    )
    assert chloe_at(family, 0).born is None  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"kind": "shoe_size", "value": "12"}, "$.kind"),
        ({"kind": "born", "value": "a while ago"}, "$.value"),
        ({"kind": "sex", "value": None}, "$.value"),
        ({"kind": "sex", "value": "F", "start": "31st"}, "$.start"),
    ],
)
def test_a_fact_that_does_not_fit_is_refused_by_its_field(family: Family, change: dict, path: str):
    before = PersonFact.objects.count()
    with pytest.raises(FactRefused) as refused:
        people.state_fact(at=MONDAY, by=family.sam, person=family.chloe, **change)
    assert [fault.path for fault in refused.value.faults] == [path]
    assert PersonFact.objects.count() == before


def test_a_fact_is_replaced_once_with_a_reason_and_by_one_of_its_kind(family: Family):
    fact = PersonFact.objects.get(person=family.chloe, kind="born")

    def replace(kind: str = "born", reason: str | None = "Certificate.") -> None:
        people.state_fact(at=MONDAY, by=family.sam, person=family.chloe, kind=kind, value="2013", replaces=fact, reason=reason)

    for wrong in ({"reason": " "}, {"kind": "expected"}):
        with pytest.raises(FactRefused):
            replace(**wrong)
    replace()
    with pytest.raises(FactRefused):
        replace()


def test_a_relationship_that_ended_is_a_later_row(family: Family):
    (link, _) = family.mother.relationships_from.order_by("recorded_at", "pk")
    people.relate(
        at=MONDAY,
        by=family.sam,
        from_person=family.mother,
        to_person=link.to_person_id,
        kind="mother",
        parental_responsibility=False,
        end="2018-09-30",
        replaces=link,
        reason="Adoption order.",
    )
    everyone = [family.chloe.pk, family.harper.pk, family.mother.pk]
    before = relationships(everyone, Moment.live(MONDAY - DAY))
    after = relationships(everyone, Moment.live(MONDAY))
    assert [one.parental_responsibility for one in before] == [True, True]
    assert sorted(str(one.parental_responsibility) for one in after) == ["False", "True"]


def test_nobody_is_related_to_themselves(family: Family):
    with pytest.raises(FactRefused):
        people.relate(at=MONDAY, by=family.sam, from_person=family.chloe, to_person=family.chloe, kind="sister")


def test_a_birth_date_that_changes_reaches_the_childs_clocks(family: Family):
    chloe = family.chloe.pk
    family.visit(data={"kind": "child_protection", "seen": [chloe]})
    decisions = [{"child": chloe, "decision": "plan_made", "category": "NEG", "reasons": "Neglect."}]
    from holdfast.record.ledger.append import append

    data = {"kind": "initial", "present": [], "decisions": decisions}
    append(at=MONDAY, by=family.manager, type="conference_held", happened="2018-10-01", about=[chloe], data=data)
    assert StoredClock.objects.filter(child=chloe, excused_on="2031-05-31").exists()
    fact = PersonFact.objects.get(person=chloe, kind="born")
    people.state_fact(
        at=MONDAY + DAY, by=family.sam, person=chloe, kind="born", value="2014-05-31", replaces=fact, reason="Certificate."
    )
    assert not StoredClock.objects.filter(child=chloe, excused_on="2031-05-31").exists()
    assert StoredClock.objects.filter(child=chloe, excused_on="2032-05-31").exists()
    assert list(differences()) == []
