"""A concern and everything that followed from it: who has it, who has read it, what was decided, what was said since."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID, uuid5

from holdfast.duty.contact_routing import who_has
from holdfast.duty.models import Delivery
from holdfast.duty.rota import Held
from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.record_view import RecordView
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import end_of_day
from holdfast.pages.concern.reference import reference
from holdfast.pages.concern.sending import source_of
from holdfast.pages.concern.telling import Said, apart
from holdfast.record.models import EntryEnvelope, StoredClock, Worker
from holdfast.record.read import entries_about, entry_by_id, world_of
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import Person

NAMELESS = "a child whose name is not known"


@dataclass(frozen=True)
class Read:
    """Somebody opened it."""

    worker: Worker
    at: datetime


class Thread:
    """Everything about one concern, as known at ``moment``."""

    def __init__(self, contact: Entry, moment: Moment) -> None:
        self.contact, self.moment = contact, moment

    @classmethod
    def find(cls, contact_id: UUID | str, moment: Moment) -> "Thread | None":
        """The concern with this id; nothing where there is none, or where the id is that of something else."""
        try:
            entry = entry_by_id(str(contact_id))
        except EntryEnvelope.DoesNotExist:
            return None
        return cls(entry, moment) if entry.type == "contact_received" else None

    @cached_property
    def known(self) -> RecordView:
        """What the record says about these children at the moment."""
        entries = {self.contact.id: self.contact}
        for person in self.contact.about:
            entries.update({entry.id: entry for entry in entries_about(person, self.moment)})
        return RecordView(world_of(self.contact.about, list(entries.values()), self.moment), self.moment)

    @property
    def reference(self) -> str:
        """What people say on the telephone."""
        return reference(self.contact.id)

    @cached_property
    def current(self) -> Entry:
        """The concern as it reads now, if it was put right since."""
        return self.known.current(self.contact.id) or self.contact

    @cached_property
    def children(self) -> list[Person]:
        """The children it is about."""
        return [self.known.world.people[id] for id in self.contact.about]

    @property
    def names(self) -> str:
        """The children's names, as a sentence lists them."""
        return listed([child_name(child) for child in self.children])

    @cached_property
    def words(self) -> Entry | None:
        """The child's own words that came with it."""
        return self.known.current(str(uuid5(UUID(self.contact.id), "voice")))

    @property
    def parts(self) -> tuple[Said, ...] | None:
        """What was told, in its parts; ``None`` where it came another way and is one text."""
        return apart(value(self.current, "text"))

    def _about_it(self, *types: str, field: str = "contact") -> list[Entry]:
        return [each for each in self.known.of(*types) if self.known.same(str(value(each, field)), self.contact.id)]

    @cached_property
    def decisions(self) -> dict[str, Entry]:
        """The decision about each child there is one for."""
        return {child: entry for entry in self._about_it("contact_decided") for child in entry.about}

    @property
    def undecided(self) -> list[Person]:
        """The children nobody has decided about yet."""
        return [child for child in self.children if child.id not in self.decisions]

    @cached_property
    def informed(self) -> list[Entry]:
        """What the referrer was told of the outcome."""
        return self._about_it("referrer_informed")

    @cached_property
    def disagreements(self) -> list[Entry]:
        """Where somebody sees the decision, or the concern's having none, differently."""
        decided = {self.contact.id, *(entry.id for entry in self.decisions.values())}
        return [each for each in self.known.of("disagreement_raised") if value(each, "about_entry") in decided]

    def answers_to(self, disagreement: Entry) -> list[Entry]:
        """How a disagreement was answered, and how it ended."""
        found = self.known.of("disagreement_answered", "disagreement_resolved")
        return [each for each in found if self.known.same(str(value(each, "disagreement")), disagreement.id)]

    @cached_property
    def since(self) -> list[Entry]:
        """What was said about it since: messages either way, and concerns that add to it."""
        found = self.known.of("message_received", "contact_received", "voice_recorded")
        own = {self.contact.id, self.words.id if self.words else ""}
        own |= {str(uuid5(UUID(each.id), "to")) for each in self.disagreements}  # the message that carries a disagreement
        return [each for each in found if each.source == source_of(self.contact.id) and each.id not in own]

    @cached_property
    def held(self) -> Held:
        """Who has it now."""
        return who_has(entry=self.contact, at=self.moment.as_at).held

    @cached_property
    def reads(self) -> list[Read]:
        """Who has opened it, and when they first did."""
        rows = Delivery.objects.filter(matter=self.contact.id, read_at__lte=self.moment.known_at, worker__isnull=False)
        first: dict[str, Read] = {}
        for row in rows.select_related("worker").order_by("read_at"):
            if row.worker is not None and row.read_at is not None:
                first.setdefault(row.worker.pk, Read(row.worker, row.read_at))
        return list(first.values())

    @cached_property
    def due(self) -> datetime | None:
        """By when it has to be decided: the earliest of the children's clocks. Only known once the clocks have run."""
        rows = StoredClock.objects.filter(trigger=self.contact.id, standard="FD-02", due__isnull=False)
        return min((instant_of(str(row.due)) for row in rows), default=None)

    def sender(self) -> Worker | None:
        """The professional it came from; nothing where it came from somebody who cannot be written to here."""
        worker = getattr(value(self.contact, "from"), "worker", None)
        return Worker.objects.select_related("organisation").filter(pk=worker).first() if worker else None


def instant_of(written: str) -> datetime:
    """The last moment that is still in time, of a day or an instant as a clock keeps it."""
    return datetime.fromisoformat(written) if "T" in written else end_of_day(date.fromisoformat(written))


def child_name(person: Person) -> str:
    """The name of a child, and plain words where nobody knows it."""
    return person.name if person.names else NAMELESS


def listed(names: list[str]) -> str:
    """ "Ava, Lucas and Harper"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else NAMELESS
