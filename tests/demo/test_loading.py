"""The demonstration in the record: made once, alive, and something for everybody who can be signed in as."""

import re
from datetime import timedelta

import pytest
from django.db.models import Count
from django.test import Client

from holdfast.access.demo_people import DEMO_PEOPLE
from holdfast.access.models import User
from holdfast.config import system_clock
from holdfast.demo.loader import load_northmere
from holdfast.demo.seeds import ORIGIN
from holdfast.demo.stock import stock
from holdfast.duty.alerts import team_worklist, worklist
from holdfast.duty.models import Delivery, DutyShift, Notice
from holdfast.duty.rota import holder, staffing_roster
from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.moment import Moment
from holdfast.record.ledger.verification import verify
from holdfast.record.models import (
    Alert,
    EntryEnvelope,
    ImportedId,
    Organisation,
    Person,
    PersonFact,
    Relationship,
    StoredSpan,
    Worker,
)
from holdfast.record.projection.rebuild import differences
from holdfast.record.read import entry_by_id
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from tests.demo.conftest import AT
from tests.sizes import one_in

pytestmark = pytest.mark.django_db
BETWEEN_ENGINES = one_in("people of the demonstration, by the meaning of record")
PART = 0.04


def brannigans() -> dict[str, str]:
    """The Brannigan children by given name."""
    facts = PersonFact.objects.filter(kind="name", value__family__in=["Hartley", "Doyle", "Crosby"])
    children = set(Relationship.objects.filter(kind="mother").values_list("to_person_id", flat=True))
    return {fact.value["given"]: fact.person_id for fact in facts if fact.person_id in children}


def test_the_demonstration_is_made_once_and_is_alive() -> None:
    said: list[str] = []
    people = load_northmere(AT, lambda what, done, total: said.append(what), part=PART)

    assert [name for name, _ in people] == [each.name for each in DEMO_PEOPLE]
    assert {"entries", "clocks and alerts"} <= set(said)
    _everybody_can_sign_in_and_has_a_place()
    _what_was_recorded_keeps_its_instant()
    _the_manager_has_a_mornings_work_and_not_a_years()
    _sams_children_are_with_people_at_work()
    _what_came_in_waits_for_somebody_by_name()
    _the_rota_is_kept_by_day_and_by_night()
    _the_reviews_children_are_there_and_their_alerts_wait_for_nobody()
    _the_record_proves_itself()
    _somebody_who_signs_in_finds_something_waiting_where_they_land()
    _every_page_says_that_its_people_are_invented()
    _old_alerts_are_answered_in_words_that_answer_them()
    _loading_again_changes_nothing()


def _somebody_who_signs_in_finds_something_waiting_where_they_land() -> None:
    with system_clock.fixed_at(AT):
        for each in DEMO_PEOPLE:
            client = Client()
            client.force_login(User.objects.get(username=each.username), backend="django.contrib.auth.backends.ModelBackend")
            page = client.get("/", follow=True).content.decode()
            things = len(re.findall(r'class="(hf-(thing|worklist__item|notice)\b|govuk-table__row"><th scope="row")', page))
            assert things, f"nothing waits for {each.name} at {each.title}"
        kinds = {worker: {item.kind for item in worklist(worker, AT)} for worker in ("tenter-street.gp", "pc.dunn", "steve.ware")}
        assert kinds["tenter-street.gp"] == kinds["pc.dunn"] == {"message"}
        assert "alert" in kinds["steve.ware"]


def _every_page_says_that_its_people_are_invented() -> None:
    for address in ("/sign-in/", "/nowhere/"):
        assert "Demonstration: invented people." in Client().get(address, follow=True).content.decode()


def _old_alerts_are_answered_in_words_that_answer_them() -> None:
    answers = stock("notes")["answers"]["signals"]
    asked = 0
    for alert in Alert.objects.exclude(answered_by=None):
        entry = entry_by_id(alert.answered_by)
        if entry.by is None or not EntryEnvelope.objects.filter(pk=entry.id, imported_from=ORIGIN).exists():
            continue
        words, asked = value(entry, "answer"), asked + 1
        if alert.rule_id in SIGNALS:
            assert words in answers[SIGNALS[alert.rule_id].theme], (alert.rule_id, words)
        else:
            assert STANDARDS[alert.rule_id].wanted.lower() in words.lower(), (alert.rule_id, words)
    assert asked > 5


def _everybody_can_sign_in_and_has_a_place() -> None:
    for each in DEMO_PEOPLE:
        user = User.objects.get(username=each.username)
        assert user.worker is not None
        assert (user.worker.name, user.worker.role, user.worker.organisation_id) == (each.name, each.role, each.organisation)
        assert not user.has_usable_password()
    imported = ImportedId.objects.values("internal_id")
    assert not Worker.objects.filter(phone="").exclude(pk__in=imported).exists()
    assert not Organisation.objects.filter(phone="").exclude(pk__in=imported).exists()
    assert Worker.objects.get(pk="sam.poole").manager_id == "ruth.adeyemi"


def _what_was_recorded_keeps_its_instant() -> None:
    history = EntryEnvelope.objects.filter(imported_from=ORIGIN)
    assert history.count() > 2_000
    assert not history.filter(recorded_at__gt=AT).exists()
    assert history.filter(recorded_at__lt=AT - timedelta(days=400)).exists()
    assert Notice.objects.count() == 0  # nothing is sent about what is history


def _the_manager_has_a_mornings_work_and_not_a_years() -> None:
    items = [item for item in worklist("ruth.adeyemi", AT) if item.kind != "warning"]
    assert 10 <= len(items) <= 56, len(items)
    assert {item.rule for item in items} >= {"WK-01", "CP-30", "SIG-CHILD-ASKS-FOR-SAFETY", "SIG-NEGLECT-CUMULATIVE"}
    assert len({(item.rule, item.why) for item in items}) <= 48, [item.rule for item in items]
    assert len(team_worklist("ruth.adeyemi", staffing_roster(AT))) < 90, len(team_worklist("ruth.adeyemi", staffing_roster(AT)))
    open_now = Alert.objects.filter(ended_at=None, answered_by=None)
    assert 20 <= open_now.count() <= 130, open_now.count()
    assert Alert.objects.exclude(ended_at=None).count() > open_now.count() / 2  # historic breaches are history


def _the_reviews_children_are_there_and_their_alerts_wait_for_nobody() -> None:
    people = ImportedId.objects.filter(origin="the published review", kind="person")
    ids = dict(people.values_list("external_id", "internal_id"))
    alerts = Alert.objects.filter(child__in=[ids[name] for name in ("ava", "lucas", "harper", "chloe")])
    assert {"SIG-PLO-IDLE", "SIG-PLAN-ENDED-UNCHANGED", "WK-02"} <= {alert.rule_id for alert in alerts}
    assert not alerts.filter(ended_at=None, answered_by=None).exists()
    assert not Delivery.objects.filter(child__in=ids.values()).exists()


def _sams_children_are_with_people_at_work() -> None:
    keira = brannigans()["Keira"]
    held = holder("lead_social_worker", keira, Moment.live(AT))
    assert held.worker is not None
    assert held.worker.pk != "sam.poole"
    assert "ruth.adeyemi" in {worker.pk for worker in (held.worker, *held.copied)}
    spans = set(StoredSpan.objects.filter(child=keira, end=None).values_list("kind", flat=True))
    assert {"child_protection_plan", "pre_proceedings"} <= spans
    assert worklist("sam.poole", AT) == ()


def _what_came_in_waits_for_somebody_by_name() -> None:
    concerns = Delivery.objects.filter(kind=Delivery.Kind.CONCERN)
    assert concerns.values("matter").distinct().count() == 5
    assert not concerns.filter(worker=None).exists()
    assert [item.kind for item in worklist("amina.khan", AT)].count("concern") == 5
    mayas = EntryEnvelope.objects.filter(type="contact_received", body__data__for="sam.poole").get()
    assert {row.worker_id for row in concerns.filter(matter=mayas.pk)} >= {"amina.khan", "ruth.adeyemi"}
    assert EntryEnvelope.objects.filter(type="message_rerouted", body__data__message=str(mayas.pk)).exists()


def _the_rota_is_kept_by_day_and_by_night() -> None:
    assert "amina.khan" in staffing_roster(AT).on_duty()
    for hours in range(0, 24 * 14, 3):
        then = AT + timedelta(hours=hours)
        now = staffing_roster(then)
        assert now.on_duty(), hours
        assert now.answers("front_door") or now.on_call(), hours
    twice = DutyShift.objects.values("worker", "team", "starts").annotate(n=Count("id")).filter(n__gt=1)
    assert not twice.exists()


def _the_record_proves_itself() -> None:
    assert verify().ok
    # Everybody is worked out afresh; the meaning of record reads some, which takes it seconds for each.
    assert list(differences(every=BETWEEN_ENGINES)) == []


def _loading_again_changes_nothing() -> None:
    before = (Person.objects.count(), EntryEnvelope.objects.count(), Alert.objects.count(), User.objects.count())
    assert len(load_northmere(AT)) == len(DEMO_PEOPLE)
    assert (Person.objects.count(), EntryEnvelope.objects.count(), Alert.objects.count(), User.objects.count()) == before
    load_northmere(AT + timedelta(days=21))
    then = AT + timedelta(days=45)
    assert staffing_roster(then).on_duty()


def test_every_kind_of_signal_has_an_answer_of_its_own_in_stock() -> None:
    answers = stock("notes")["answers"]["signals"]
    assert set(answers) == {signal.theme for signal in SIGNALS.values()}
    every = [words for theme in answers.values() for words in theme]
    assert len(set(every)) == len(every)
    assert all("{wanted}" in words for words in stock("notes")["answers"]["late"])


def test_a_real_record_never_says_that_its_people_are_invented() -> None:
    assert "invented people" not in Client().get("/sign-in/", follow=True).content.decode()
