"""Chloe, her sister Harper and their mother, the people who work with them, and one entry of every kind others refer to."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from django.test import Client

from holdfast.access.models import User
from holdfast.record import people
from holdfast.record.ledger.append import append
from holdfast.record.models import Alert, Organisation, Person, Worker
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import PersonName

NOW = datetime(2018, 11, 5, 9, 30, tzinfo=UTC)  # Monday
BEFORE = NOW - timedelta(days=400)
ALERT = "0190f3f0-0000-7000-8000-00000000a1e7"

Said = tuple[str, str, dict[str, Any]]


@dataclass(frozen=True)
class Family:
    """Two sisters, their mother, their social worker and her manager."""

    chloe: Person
    harper: Person
    mother: Person
    sam: Worker
    manager: Worker
    user: User
    entries: dict[str, Entry] = field(repr=False)

    def say(self, type: str, happened: str, data: dict[str, Any], **parts: Any) -> Entry:
        """Sam records something about Chloe."""
        about = parts.pop("about", (self.chloe.pk,))
        return append(at=parts.pop("at", NOW), by=self.sam, type=type, happened=happened, about=about, data=data, **parts)


def signed_in(user: User) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def make_family() -> Family:
    """The family, known since the year before, on a child protection plan since October 2018."""
    csc = Organisation.objects.create(id="csc", kind="childrens_social_care", name="Northmere Children's Services")
    school = Organisation.objects.create(id="school", kind="school", name="Hill Lane Primary")
    manager = Worker.objects.create(id="ruth", name="Ruth Adeyemi", organisation=csc, role="service_manager")
    sam = Worker.objects.create(id="sam", name="Sam Poole", organisation=csc, role="service_manager", manager=manager)
    Worker.objects.create(id="priya", name="Priya Nair", organisation=school, role="school_nurse")
    user = User.objects.create(username="sam.poole", worker=sam)

    def person(name: str, **facts: Any) -> Person:
        return people.add_person(at=BEFORE, by=sam, names=[PersonName(use="usual", given=name)], **facts)

    chloe, harper, mother = person("Chloe", born="2013-05"), person("Harper", born="2011"), person("Mother", born="1990")
    for child in (chloe, harper):
        people.relate(at=BEFORE, by=sam, from_person=mother, to_person=child, kind="mother", parental_responsibility=True)
    family = Family(chloe, harper, mother, sam, manager, user, {})
    for type, happened, data in _first(family):
        family.entries[type] = family.say(type, happened, data, about=(chloe.pk, harper.pk), at=NOW - timedelta(days=3))
    Alert.objects.create(id=ALERT, child=chloe, key="k", rule_id="CP-20", why="No core group by 17 Oct 2018.", raised_at=NOW)
    return family


def _first(family: Family) -> list[Said]:
    """What others refer to, oldest first."""
    return [
        (
            "contact_received",
            "2018-08-01",
            {"from": {"role": "teacher", "organisation": "school", "worker": "priya"}, "channel": "phone", "text": "No coat."},
        ),
        ("message_received", "2018-08-02", {"for": "sam", "from": "Gran", "text": "Please ring."}),
        ("assessment_started", "2018-08-03", {"kind": "child_and_family"}),
        ("test_taken", "2018-08-04", {"kind": "hair"}),
        ("core_group_held", "2018-08-05", {}),  # of an earlier plan
        (
            "conference_held",
            "2018-10-03",
            {
                "kind": "initial",
                "decisions": [
                    {"child": family.chloe.pk, "decision": "plan_made", "category": "NEG", "reasons": "Neglect."},
                    {"child": family.harper.pk, "decision": "plan_made", "category": "NEG", "reasons": "Neglect."},
                ],
            },
        ),
        (
            "action_agreed",
            "2018-10-04",
            {
                "plan": "child_protection",
                "action": "See the dentist.",
                "for": "child",
                "owner": family.mother.pk,
                "due": "2018-11-01",
            },
        ),
        ("voice_recorded", "2018-10-05", {"child": family.chloe.pk, "how": "words", "words": "i want to go swiming"}),
        ("stay_started", "2018-10-06", {"with": [family.mother.pk], "arrangement": "family"}),
        ("disagreement_raised", "2018-10-07", {"text": "We disagree."}),
        ("person_excluded", "2018-10-07", {"person": "Gran", "kept_away_by": "bail"}),
        ("suspicion_recorded", "2018-10-07", {"person": "Gran", "text": "Says the school."}),
        ("incident_recorded", "2018-10-07", {"kind": "arrest", "children_present": "no"}),
        ("partners_told", "2018-10-07", {"about": "pre-proceedings"}),
        ("plan_concern_raised", "2018-10-07", {"text": "Nothing has changed."}),
        ("allegation_received", "2018-10-07", {"against": "priya", "text": "Shouted at a child."}),
        ("subject_access_requested", "2018-10-07", {"from": family.mother.pk}),
        ("data_breach_identified", "2018-10-07", {"text": "A letter went to the wrong house."}),
        ("legal_hold_set", "2018-10-07", {"reason": "An inquiry."}),
        ("recommendation_made", "2018-10-08", {"text": "Do better.", "owner": "csc", "due": "2019"}),
    ]
