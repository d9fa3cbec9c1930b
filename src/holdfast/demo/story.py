"""Telling one family's life as entries: who did what on which day, and when it was written down."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from holdfast.demo.days import DAY, at_work, moment, working
from holdfast.demo.residents import InventedFamily, Resident
from holdfast.demo.seeds import chance, ident
from holdfast.demo.staff import GPS, HEALTH_VISITORS, LEADS_IN_SCHOOLS, Staff
from holdfast.demo.texts import Pen
from holdfast.kernel.when import When, london_day
from holdfast.vocabulary.entry import Entry

Day = date | datetime

# Children's words are drawn from one stock for all families. One who speaks of a mother that is dead would be the first thing a
# visitor notices.
UNSAID = {
    shape: re.compile(pattern, re.IGNORECASE)
    for shape, pattern in (
        ("father_alone", r"\b(mum|mummy|she|her|he's gone|dad rang)\b"),
        ("two_mothers", r"\b(dad|daddy|he|him)\b"),
        ("with_grandparents", r"\b(mum|mummy|dad|daddy)\b"),
        ("in_care", r"\b(mum|mummy|dad|daddy|electric|meter|heating|our house|he|moving)\b"),
    )
}
"""What a child of a family of some shape would not say: there is no mum at home to speak of, or no dad."""

SLIPS = 0.05
"""How often what should happen at intervals is late."""


class Story:
    """The life of one family, up to ``at``. What would happen later is not told: :meth:`tell` gives ``None`` for it, and
    whatever would have followed from it is left out too. ``avoid`` is a pattern that no professional's words may hold."""

    def __init__(
        self, family: InventedFamily, at: datetime, staff: Staff, pen: Pen, *, lead: str | None = None, avoid: str | None = None
    ) -> None:
        self.family, self.at, self.staff, self.pen = family, at, staff, pen
        self.avoid = re.compile(avoid, re.IGNORECASE) if avoid else None
        self.today = london_day(at)
        self.rng: Random = chance("story", family.key)
        self.lead = lead
        self.unsaid = UNSAID.get(family.shape)
        self.health_visitor = HEALTH_VISITORS[sum(map(ord, family.key)) % len(HEALTH_VISITORS)]
        self.entries: list[Entry] = []

    @property
    def manager(self) -> str | None:
        """The manager of the worker whose family this is."""
        return self.staff.worker(self.lead).manager if self.lead else None

    def tell(
        self,
        type: str,
        day: Day,
        about: Sequence[Resident],
        *,
        by: str | None = None,
        recorded: datetime | None = None,
        corrects: str | None = None,
        withdraws: str | None = None,
        reason: str | None = None,
        **data: Any,
    ) -> str | None:
        """Say that something happened on a day, or at an instant. Returns the entry's id, or ``None`` where that day has not
        come. Unless given, it is written down the same day or, a third of the time, the next working day."""
        # Here and not when the record refuses the foreign key: by then nobody can tell which of five thousand entries it was.
        if by is not None:
            self.staff.worker(by)
        when = When.at(day) if isinstance(day, datetime) else When.day(day)
        # A day that has not ended is not told of: at nine in the morning nobody has visited yet today. What happens at an instant
        # may have.
        if (day > self.at) if isinstance(day, datetime) else (day >= self.today):
            return None
        known = recorded or self.written_down(day)
        # Done, and not written down yet. The record knows what is written, as in life.
        if known > self.at:
            return None
        # By its place in this family's story, so that another family's does not move it.
        id = ident("entry", self.family.key, len(self.entries))
        self.entries.append(
            Entry.build(
                id=id,
                type=type,
                happened=when,
                about=[each.id for each in about],
                data={key.rstrip("_"): value for key, value in data.items() if value is not None},
                recorded_at=known.astimezone(UTC),
                by=by,
                corrects=corrects,
                withdraws=withdraws,
                reason=reason,
            )
        )
        return id

    def written_down(self, day: Day) -> datetime:
        """When something is recorded: an instant within two hours, a day by its evening or the next working morning."""
        if isinstance(day, datetime):
            # Not after the instant that is being told, or the last hour of every story would be missing.
            return min(day + timedelta(minutes=self.rng.randrange(3, 110)), max(self.at, day))
        # A third is written down the next working morning. That is what lateness looks like where nobody is neglectful, and the
        # engine has to date it rightly.
        if self.rng.random() < 0.66 or working(day, 1) >= self.today:
            return moment(day, self.rng, 17, 20)
        return moment(working(day, 1), self.rng, 9, 11)

    # Who and where -------------------------------------------------------------------------------------------------

    def school_lead(self, child: Resident, day: date) -> str | None:
        """Who leads on safeguarding where the child goes."""
        school = self.family.school_of(child, day)
        return LEADS_IN_SCHOOLS[school] if school else None

    def partners(self, day: date) -> list[str]:
        """The professionals of other agencies who know this family on a day: never so many that nobody can speak."""
        found = [self.health_visitor] if any(child.age(day) < 5 for child in self.family.children) else []
        found += [lead for child in self.family.alive(day) if (lead := self.school_lead(child, day))]
        found.append(GPS[self.family.practice])
        # A school's lead may have two of the children, and is one person in the room.
        return list(dict.fromkeys(found))[:4]

    def present(self, workers: Sequence[str], people: Sequence[Resident] = ()) -> list[Mapping[str, str]]:
        """Rows of a meeting's attendance."""
        rows: list[Mapping[str, str]] = [{"person": each.id, "role": self._kin(each)} for each in people]
        for id in workers:
            worker = self.staff.worker(id)
            rows.append({"worker": id, "role": worker.role or "", "organisation": worker.organisation or ""})
        return rows

    def _kin(self, one: Resident) -> str:
        kinds = {link.kind for link in self.family.relationships if link.from_person == one.id}
        return "parent" if kinds & {"mother", "father", "parent", "stepfather"} else min(kinds, default="family_member")

    def sender(self, worker: str) -> dict[str, str]:
        """A professional as the sender of a contact or message."""
        found = self.staff.worker(worker)
        return {"name": found.name, "role": found.role or "", "organisation": found.organisation or "", "worker": worker}

    def note(self, *path: str, child: Resident | None = None) -> str:
        """A professional's words about this family."""
        known = {"Mum": self.family.mum.called, "Dad": self.family.dad.called}
        known["carer"] = self.family.carer.called if self.family.carer else "Nan"
        if child is not None:
            known["child"] = child.called
        known.setdefault("child", self.family.children[0].called)
        known["percent"] = str(self.rng.randrange(62, 89))
        text = self.pen.note(self.rng, *path, **known)
        while self.avoid is not None and self.avoid.search(text):
            text = self.pen.note(self.rng, *path, **known)
        return text

    # The child's voice -----------------------------------------------------------------------------------------------

    def hear(self, child: Resident, day: date, *, by: str, answered: bool = True) -> str | None:
        """A child is asked, or, under three, watched; what they say is answered within a few days."""
        if child.born is None or child.born > day:
            return None
        if child.age(day) < 3:
            if self.rng.random() < 0.15:
                text = self.note("day", "text", child=child)
                return self.tell("day_in_the_life_recorded", day, [child], by=by, text=text)
            text = self.note("seen", "well", child=child) + self.note("seen", "also", child=child)
            return self.tell("observation_recorded", day, [child], by=by, text=text, setting="home")
        how, words = self.pen.voice(self.rng, child.age(day), self.unsaid)
        wants = "change" if self.rng.random() < 0.3 else None
        said = self.tell("voice_recorded", day, [child], by=by, child=child.id, how=how, words=words, worker=by, wants=wants)
        if said is not None and answered:
            self.answer(child, said, day, by=by)
        if said is not None and how == "behaviour" and self.rng.random() >= SLIPS:
            meaning = self.note("behaviour", "meaning", child=child)
            self.tell("behaviour_analysed", working(day, 3), [child], by=by, behaviour=[said], meaning=meaning)
        return said

    def answer(self, child: Resident, said: str, day: date, *, by: str) -> str | None:
        """What was done about what a child said, and telling them."""
        later = working(day, self.rng.randrange(1, 4))
        text = self.pen.answer(self.rng, child.called, self.unsaid)
        return self.tell("voice_answered", later, [child], by=by, voice=said, answer=text, told_child=self.rng.random() < 0.85)

    def every(self, start: date, end: date, days: int, jitter: int = 2) -> list[date]:
        """Working days from ``start`` to ``end``, about ``days`` working days apart. Now and then, long enough ago to have
        been made good, one of them slips by a week."""
        found, day = [], start
        while True:
            # Long enough ago to have been made good: a slip of last week would be an alert, and alerts are told on purpose
            # (scripted_families.py).
            slip = 5 if self.rng.random() < SLIPS and (self.today - day).days > 70 else 0
            day = working(day, days + slip - self.rng.randrange(jitter + 1))
            if day > end or day >= self.today:
                return found
            found.append(day)

    def back(self, days: int) -> date:
        """A working day about ``days`` days ago."""
        return at_work(self.today - DAY * days)
