"""A small family and the people who work with it, for tests of the record."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from holdfast.record import people
from holdfast.record.ledger.append import append
from holdfast.record.models import Organisation, Person, Worker
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import PersonName

MONDAY = datetime(2018, 10, 1, 9, 0, tzinfo=UTC)  # Monday


@dataclass(frozen=True)
class Family:
    """Chloe and Harper, their mother, and the social worker with her manager."""

    chloe: Person
    harper: Person
    mother: Person
    sam: Worker
    manager: Worker

    def visit(self, *, at: datetime = MONDAY, seen: tuple[str, ...] | None = None, **parts: Any) -> Entry:
        """Sam visits Chloe on the Monday, and records it at ``at``."""
        data = {"kind": "child_protection", "seen": list(seen or (self.chloe.pk,)), "seen_alone": []}
        return append(
            at=at,
            by=self.sam,
            type="visit_made",
            happened=parts.pop("happened", "2018-10-01"),
            about=parts.pop("about", (self.chloe.pk,)),
            data=parts.pop("data", data),
            **parts,
        )

    def contact(self, *, at: datetime = MONDAY, **parts: Any) -> Entry:
        """The school tells children's social care something about Chloe."""
        data = {"from": {"role": "teacher", "organisation": "school"}, "channel": "phone", "text": "She came without a coat."}
        about = parts.pop("about", (self.chloe.pk,))
        return append(at=at, by=self.sam, type="contact_received", happened="2018-10-01", about=about, data=data, **parts)


def make_family() -> Family:
    """The family, known since the year before."""
    before = MONDAY - timedelta(days=365)
    csc = Organisation.objects.create(id="csc", kind="childrens_social_care", name="Northmere Children's Services")
    Organisation.objects.create(id="school", kind="school", name="Hill Lane Primary")
    manager = Worker.objects.create(id="w9", name="Priya Nair", organisation=csc, role="team_manager")
    sam = Worker.objects.create(id="w1", name="Sam Poole", organisation=csc, role="social_worker", manager=manager)

    def person(name: str, born: str) -> Person:
        return people.add_person(at=before, by=sam, names=[PersonName(use="usual", given=name)], born=born)

    chloe, harper, mother = person("Chloe", "2013-05"), person("Harper", "2011"), person("Mother", "1990")
    for child in (chloe, harper):
        people.relate(at=before, by=sam, from_person=mother, to_person=child, kind="mother", parental_responsibility=True)
    return Family(chloe, harper, mother, sam, manager)
