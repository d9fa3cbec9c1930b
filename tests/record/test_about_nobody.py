"""What is about nobody in particular is kept, and what it forbids is forbidden for every child."""

from datetime import timedelta

from holdfast.engine.reference.person_view import PARTNERSHIP
from holdfast.record.ledger.append import append
from holdfast.record.models import Alert, Person, StoredClock
from tests.record.family import MONDAY, Family

DAY = timedelta(days=1)


def test_the_yearly_report_is_kept_and_no_person_is_made_up_for_it(family: Family):
    report = append(at=MONDAY, by=family.manager, type="partnership_report_published", happened="2018-10-01", about=(), data={})
    assert report.about == ()
    # The partnership is no person: its clocks are read from its entries when a case is replayed, and none is stored.
    assert not Person.objects.filter(pk=PARTNERSHIP).exists()
    assert not StoredClock.objects.exists()


def test_a_hold_on_every_record_shows_when_a_childs_record_is_destroyed(family: Family):
    append(at=MONDAY, by=family.manager, type="legal_hold_set", happened="2018-10-01", about=(), data={"reason": "inquiry"})
    about = (family.chloe.pk,)
    gone = {"reason": "Cleared out with the old system."}
    append(at=MONDAY + DAY, by=family.sam, type="record_disposed", happened="2018-10-02", about=about, data=gone)
    assert [alert.rule_id for alert in Alert.objects.filter(child=family.chloe, rule_id="RET-07")] == ["RET-07"]
    assert not Alert.objects.filter(child=family.harper, rule_id="RET-07").exists()


def test_a_hold_released_first_lets_it_go(family: Family):
    held = {"reason": "inquiry"}
    hold = append(at=MONDAY, by=family.manager, type="legal_hold_set", happened="2018-10-01", about=(), data=held)
    released = {"hold": hold.id}
    append(at=MONDAY, by=family.manager, type="legal_hold_released", happened="2018-10-01", about=(), data=released)
    gone = {"reason": "Cleared out with the old system."}
    append(at=MONDAY + DAY, by=family.sam, type="record_disposed", happened="2018-10-02", about=(family.chloe.pk,), data=gone)
    assert not Alert.objects.filter(rule_id="RET-07").exists()
