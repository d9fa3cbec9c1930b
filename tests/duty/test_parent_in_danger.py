"""A concern about a parent alone, with a child who is known: the danger is shown for the child, and reaches duty."""

from datetime import timedelta

from holdfast.duty.escalation_job import run_minute_jobs
from holdfast.duty.models import Delivery
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.record.models import Alert
from holdfast.record.people import add_person, relate
from holdfast.record.projection.rebuild import differences
from tests.duty.team import BEFORE, Team, at

RULES = ("SIG-MSG-UNREAD-RISK", "SIG-BEFORE-WEEKEND")
SATURDAY = at("2019-09-14T23:00")


def said_of(team: Team, adult: str) -> None:
    data = team.concern(immediate_harm=True)
    append(at=SATURDAY, by=team.maya, type="contact_received", happened=When.at(SATURDAY), about=(adult,), data=data)
    for hours in (0, 1, 2):
        run_minute_jobs(at=SATURDAY + timedelta(hours=hours, minutes=1))
    run_minute_jobs(at=at("2019-09-16T09:00"))


def test_each_child_of_a_mother_of_whom_we_are_told_has_the_alert(team: Team) -> None:
    mother = add_person(at=BEFORE, by=team.sam, born="1990")
    for child in (team.chloe, team.harper):
        relate(from_person=mother, to_person=child, kind="mother", at=BEFORE, by=team.sam)
    said_of(team, mother.pk)
    raised = set(Alert.objects.filter(rule_id__in=RULES).values_list("rule_id", "child_id"))
    assert raised == {(rule, child.pk) for rule in RULES for child in (team.chloe, team.harper)}
    unread = Alert.objects.get(rule_id="SIG-MSG-UNREAD-RISK", child=team.chloe)
    assert Delivery.objects.filter(matter=unread.pk, worker=team.joe, from_at=None).exists()
    assert list(differences()) == []


def test_of_an_adult_of_whom_no_child_is_known_the_alert_is_theirs(team: Team) -> None:
    alone = add_person(at=BEFORE, by=team.sam, born="1990")
    said_of(team, alone.pk)
    assert set(Alert.objects.filter(rule_id__in=RULES).values_list("rule_id", "child_id")) == {(rule, alone.pk) for rule in RULES}
    assert list(differences()) == []
