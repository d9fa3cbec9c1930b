"""An invented family at two in the morning: three children, two men of one first name, an aunt who was checked, a grandmother who
was not, an uncle who was found unsuitable, and a worker who is away."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from holdfast.record import people
from holdfast.record.ledger.append import append, write
from holdfast.record.models import Worker
from holdfast.record.models.person_facts import new_id
from holdfast.record.projection import refresh
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import PersonName
from tests.people import make_demo_people

NIGHT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)  # a Saturday
BEFORE = NIGHT - timedelta(days=400)


@dataclass
class Wrens:
    """The Wrens, by their given names; the ids are the record's."""

    tia: str
    noah: str
    isla: str
    carrie: str
    lee_stone: str
    lee_brook: str
    joy: str
    pat: str
    dean: str
    sam: Worker
    waiting: list[Entry] | None = None

    @property
    def children(self) -> list[str]:
        return [self.tia, self.noah, self.isla]

    def tell(
        self,
        type: str,
        happened: str,
        about: list[str] | None = None,
        *,
        by: str = "sam.poole",
        at: datetime | None = None,
        **data: Any,
    ) -> Entry:
        """Record one thing, late in the afternoon of the day it happened unless ``at`` says when."""
        entry = self._entry(type, happened, about, by, at, data)
        if self.waiting is not None:
            self.waiting.append(entry)
            return entry
        return append(
            at=entry.recorded_at,
            by=Worker.objects.get(pk=by),
            type=type,
            happened=happened,
            about=entry.about,
            data=entry.data,
            id=entry.id,
        )

    def _entry(
        self, type: str, happened: str, about: list[str] | None, by: str, at: datetime | None, data: dict[str, Any]
    ) -> Entry:
        return Entry.build(
            id=str(new_id()),
            type=type,
            happened=happened,
            about=self.children if about is None else about,
            data={name.rstrip("_"): value for name, value in data.items()},
            recorded_at=at or datetime.fromisoformat(f"{happened}T17:00:00+00:00"),
            by=by,
        )


def _add(given: str, family: str, born: str, sex: str, **more: Any) -> str:
    return people.add_person(at=BEFORE, by=None, names=[PersonName("usual", given, family)], born=born, sex=sex, **more).pk


def make_wrens() -> Wrens:
    """The family, its plan, and what the last weeks have brought."""
    made = make_demo_people()
    sam = made["sam.poole"].worker
    assert sam is not None
    home = "4 Quay Row, Northmere"
    wrens = Wrens(
        tia=_add("Tia", "Stone", "2012-03-04", "F"),
        noah=_add("Noah", "Brook", "2018-06-10", "M"),
        isla=_add("Isla", "Brook", "2026-01-20", "F"),
        carrie=_add("Carrie", "Wren", "1992-02-02", "F", address=home),
        lee_stone=_add("Lee", "Stone", "1990-05-05", "M"),
        lee_brook=_add("Lee", "Brook", "1991", "M"),
        joy=_add("Joy", "Wren", "1995-07-07", "F", address="9 Mill Lane, Northmere"),
        pat=_add("Pat", "Wren", "1966-01-01", "F"),
        dean=_add("Dean", "Stone", "1994-01-01", "M"),
        sam=sam,
    )
    _relate(wrens)
    wrens.waiting = []
    _story(wrens)
    story, wrens.waiting = sorted(wrens.waiting, key=lambda entry: entry.recorded_at), None
    write(story)  # all at once: a test is about a page, and not about how it came to be recorded
    refresh.project(story, at=NIGHT, people=wrens.children)
    return wrens


def _relate(wrens: Wrens) -> None:
    def relate(one: str, kind: str, other: str, responsible: bool | None = None) -> None:
        people.relate(at=BEFORE, by=None, from_person=one, to_person=other, kind=kind, parental_responsibility=responsible)

    for child in wrens.children:
        relate(wrens.carrie, "mother", child, True)
        relate(wrens.joy, "aunt", child)
        relate(wrens.pat, "maternal_grandmother", child)
    relate(wrens.lee_stone, "father", wrens.tia, False)
    relate(wrens.dean, "uncle", wrens.tia)
    for child in (wrens.noah, wrens.isla):
        relate(wrens.lee_brook, "father", child)
    relate(wrens.lee_brook, "partner", wrens.carrie)
    relate(wrens.pat, "mother", wrens.carrie)
    relate(wrens.pat, "mother", wrens.joy)


def _story(w: Wrens) -> None:
    present = [{"role": "social_worker", "worker": "sam.poole"}, {"role": "mother", "person": w.carrie}]
    decisions = [
        {"child": c, "decision": "plan_made", "category": "NEG", "reasons": f"Reason {n}"} for n, c in enumerate(w.children)
    ]
    w.tell("worker_allocated", "2026-04-01", by="ruth.adeyemi", worker="sam.poole", role="social_worker")
    w.tell("conference_held", "2026-05-06", kind="initial", present=present, decisions=decisions)  # a Wednesday
    w.tell("household_changed", "2026-05-10", joined=[w.carrie, w.lee_brook], left=[w.lee_stone])
    w.tell("address_changed", "2026-09-01", person=w.carrie, address="4 Quay Row, Northmere", confirmed_by="sam.poole")
    w.tell("court_order_made", "2026-06-01", kind="non-molestation order: Lee Stone may not come to the address")
    w.tell("viability_assessed", "2026-08-03", carer=w.joy, outcome="suitable", checks=["police", "health", "home visit"])
    w.tell("viability_assessed", "2026-08-04", [w.tia], carer=w.dean, outcome="not_suitable", checks=["police"])
    w.tell("safety_check_completed", "2026-10-20", carer=w.pat, police=True, outcome="No convictions. Nobody has been to look.")
    w.tell("contingency_agreed", "2026-09-02", carers=[w.joy], child_asked=True)
    w.tell("safety_plan_agreed", "2026-09-02", text="If Lee Stone comes, Tia rings 999.\nJoy has a key.", readable_by_duty=True)
    for day, seen, alone in (("2026-10-01", w.children, [w.tia]), ("2026-10-14", w.children, []), ("2026-11-09", [w.noah], [])):
        w.tell("visit_made", day, kind="child_protection", worker="sam.poole", seen=seen, seen_alone=alone)
    w.tell(
        "observation_recorded",
        "2026-11-02",
        by="priya.nair",
        neglect=["physical"],
        text="No heating and no cot sheet.",
        setting="home",
        other=["danger to staff: dog loose"],
    )
    w.tell(
        "attendance_recorded",
        "2026-11-10",
        [w.noah],
        by="maya.osei",
        setting="Larkfield Primary School",
        percent=81.5,
        from_="2026-09-03",
        to="2026-11-10",
    )
    w.tell("incident_recorded", "2026-11-15", kind="domestic_abuse", involved=[w.carrie, w.lee_brook], children_present="aware")
    words = {"child": w.noah, "how": "words", "words": "I mind Isla when it is loud.", "worker": "maya.osei"}
    said = w.tell("voice_recorded", "2026-11-12", [w.noah], by="maya.osei", **words)
    w.tell(
        "voice_answered",
        "2026-11-16",
        [w.noah],
        by="maya.osei",
        voice=said.id,
        answer="Maya told Noah who will come",
        told_child=True,
    )
    words = {"child": w.tia, "how": "words", "words": "I don’t want to go home. <b>Ever</b>", "wants": "change"}
    w.tell("voice_recorded", "2026-11-18", [w.tia], by="maya.osei", **words)
    w.tell("absence_started", "2026-11-17", [], by="ruth.adeyemi", worker="sam.poole")
