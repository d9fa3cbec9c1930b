"""A concern and everything that followed from it: who has it, who has read it, what was decided, what was said since."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID, uuid5

from holdfast.access.kept_back_matters import readable
from holdfast.access.models import User
from holdfast.duty.contact_assignee import current_assignee
from holdfast.duty.models import Delivery
from holdfast.duty.refusals import refuse
from holdfast.duty.rota import Assignee
from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.record_view import RecordView
from holdfast.engine.reference.version_history import VersionHistory
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import end_of_day
from holdfast.record.contact_decisions import ContactDecisions, decisions_in
from holdfast.record.contact_sender import ContactSender, confirmations_of, sender_of_contact
from holdfast.record.entry_versions import first_version, history_of
from holdfast.record.models import EntryEnvelope, StoredClock, Worker
from holdfast.record.read import entries_about, entry_by_id, world_of
from holdfast.standards.front_door import FD_02
from holdfast.vocabulary.contact_reference import reference, source_of
from holdfast.vocabulary.contact_text import PartSaid, apart
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import KnownPerson


@dataclass(frozen=True)
class ContactRead:
    """Somebody opened it."""

    worker: Worker
    at: datetime


class ContactThread:
    """Everything about one concern, as known at ``moment``, without what is kept back from its ``reader``."""

    def __init__(self, contact: Entry, moment: Moment, reader: Worker | None = None) -> None:
        self.contact, self.moment, self.reader = contact, moment, reader

    @classmethod
    def find(cls, contact_id: UUID | str, moment: Moment, reader: Worker | None = None) -> "ContactThread | None":
        """The concern with this id, or of which this is a version; nothing where there is none, or where the id is that of
        something else."""
        try:
            entry = entry_by_id(str(contact_id))
        except EntryEnvelope.DoesNotExist:
            return None
        # Everything that follows names the first version: by another one nothing of it would be found.
        return cls(first_version(entry), moment, reader) if entry.type == "contact_received" else None

    @classmethod
    def at(cls, contact_id: UUID | str, moment: Moment) -> "ContactThread":
        """The same for whoever acts on it. Raises :class:`DutyRefused` where there is none."""
        thread = cls.find(contact_id, moment)
        if thread is None:
            do = "Open the concern from your list and try again; if it is not there, ask the front door for its reference."
            raise refuse("$.contact", f"There is no concern {contact_id} in the record.", do)
        return thread

    @cached_property
    def known(self) -> RecordView:
        """What the record says about these children at the moment."""
        # The concern itself first: it may be about nobody the record knows, and then nothing else would bring it in.
        entries = dict(self._versions.by_id)
        # Whom it was said to be about at first as well: what followed was recorded about them, before anybody knew better.
        people = tuple(dict.fromkeys(person for version in self._versions.by_id.values() for person in version.about))
        for person in people:
            entries.update({entry.id: entry for entry in entries_about(person, self.moment)})
        world = world_of(people, list(entries.values()), self.moment)
        return RecordView(readable(world, self.reader, self.moment), self.moment)

    @cached_property
    def _versions(self) -> VersionHistory:
        return history_of([self.contact.id], self.moment)

    @property
    def reference(self) -> str:
        """What people say on the telephone."""
        return reference(self.contact.id)

    @cached_property
    def current(self) -> Entry:
        """The concern as it reads now, if it was put right since."""
        # The entry it began with stays the thread's own: everything that follows names that one, whatever corrects it.
        return self._versions.current(self.contact, self.moment.known_at) or self.contact

    @cached_property
    def children(self) -> list[KnownPerson]:
        """The children it is about."""
        return [self.known.world.people[id] for id in self.current.about]

    @cached_property
    def words(self) -> Entry | None:
        """The child's own words that came with it."""
        # Found by an id made from the concern's: the two are recorded in one step, and neither names the other.
        return self.known.current(str(uuid5(UUID(self.contact.id), "voice")))

    @property
    def parts(self) -> tuple[PartSaid, ...] | None:
        """What was told, in its parts; ``None`` where it came another way and is one text."""
        return apart(value(self.current, "text"))

    def _about_it(self, *types: str, field: str = "contact") -> list[Entry]:
        return [each for each in self.known.of(*types) if self.known.same(str(value(each, field)), self.contact.id)]

    @cached_property
    def _decided(self) -> ContactDecisions:
        return decisions_in(self.known, self.current)

    @property
    def decisions(self) -> Mapping[str, Entry]:
        """The decision about each child there is one for."""
        return self._decided.decided

    @property
    def undecided(self) -> list[KnownPerson]:
        """The children nobody has decided about yet; adults only where it is about no child."""
        return [self.known.world.people[id] for id in self._decided.undecided]

    @cached_property
    def informed(self) -> list[Entry]:
        """What the referrer was told of the outcome."""
        return self._about_it("referrer_informed")

    @cached_property
    def disagreements(self) -> list[Entry]:
        """Where somebody sees the decision, or the concern's having none, differently."""
        # Decisions and the concern alike: a referrer may disagree before anybody has decided, and says so about the concern.
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
        # A disagreement is shown with its answer, not a second time as the message that carried it.
        own |= {disagreement_message(each.id) for each in self.disagreements}
        return [each for each in found if each.source == source_of(self.contact.id) and each.id not in own]

    @cached_property
    def assignee(self) -> Assignee:
        """Who has it now."""
        return current_assignee(entry=self.contact, at=self.moment.as_at).assignee

    @cached_property
    def reads(self) -> list[ContactRead]:
        """Who has opened it, and when they first did."""
        rows = Delivery.objects.filter(matter=self.contact.id, read_at__lte=self.moment.known_at, worker__isnull=False)
        # Whoever it was passed to twice has two rows: what counts is when they first opened it.
        first: dict[str, ContactRead] = {}
        for row in rows.select_related("worker").order_by("read_at"):
            if row.worker is not None and row.read_at is not None:
                first.setdefault(row.worker.pk, ContactRead(row.worker, row.read_at))
        return list(first.values())

    @cached_property
    def due(self) -> datetime | None:
        """By when it has to be decided: the earliest of the children's clocks. Only known once the clocks have run."""
        # The stored clock and no sum of our own: a partnership may set its own number of days, and then the two would differ.
        versions = list(self._versions.by_id)
        rows = StoredClock.objects.filter(trigger__in=versions, standard=FD_02.id, due__isnull=False)
        return min((instant_of(str(row.due)) for row in rows), default=None)

    @cached_property
    def sent(self) -> ContactSender:
        """Who it came from, as far as that is sure."""
        return sender_of_contact(self.current, confirmations_of([self.contact.id], self.moment).get(self.contact.id, []))

    def sender(self) -> Worker | None:
        """The professional it came from; nothing where it came from somebody else, or nobody has made sure who it was."""
        return (
            Worker.objects.select_related("organisation", "user").filter(pk=self.sent.worker).first()
            if self.sent.worker
            else None
        )

    @cached_property
    def read_here(self) -> bool:
        """Whether whoever sent it can sign in and read what became of it. Anybody else has to be told by a person."""
        return self.sent.worker is not None and User.objects.filter(worker=self.sent.worker, is_active=True).exists()


def instant_of(written: str) -> datetime:
    """The last moment that is still in time, of a day or an instant as a clock keeps it."""
    return datetime.fromisoformat(written) if "T" in written else end_of_day(date.fromisoformat(written))


def disagreement_message(disagreement: UUID | str) -> str:
    """The id of the message that carries a disagreement to whoever decided."""
    return str(uuid5(UUID(str(disagreement)), "to"))
