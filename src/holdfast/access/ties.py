"""How a professional is tied to a child, read from the record: who leads, who covers, who was in the room, who told us.

A tie is always as it stands now. Looking at a page as it stood years ago gives nobody the ties they had then.
"""

from collections.abc import Collection, Iterable, Iterator
from enum import Enum
from functools import cached_property
from typing import cast

from holdfast.engine.responsibility.roster import Roster
from holdfast.kernel.moment import Moment
from holdfast.record.contact_sender import ContactSender, confirmations_of, sender_of_contact
from holdfast.record.entry_versions import first_version, is_imported
from holdfast.record.models import Worker
from holdfast.record.read import networks, world_around, world_of, world_of_family
from holdfast.record.stored_staff import StoredStaff
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World


class Tie(Enum):
    """One way of being tied to a child or a concern. ``when`` finishes the sentence "you may open this when …"."""

    def __new__(cls, code: str, when: str) -> "Tie":
        """Keep the words beside the code."""
        member = object.__new__(cls)
        member._value_ = code
        member.when = when
        return member

    when: str

    POST = ("post", "you hold this post")
    LEAD = ("lead", "you are the child's lead social worker")
    ALLOCATED = ("allocated", "you are allocated to the child")
    SIBLINGS_LEAD = ("siblings_lead", "you are the lead social worker of a brother or sister")
    COVER = ("cover", "you are named as cover for a worker of the child's who is away")
    MANAGES = ("manages", "you manage the child's lead social worker")
    CHAIR = ("chair", "you chair the child's conferences")
    CORE_GROUP = ("core_group", "you are in the child's core group")
    CONFERENCE = ("conference", "you took part in the child's last conference")
    COLLEAGUE = ("colleague", "you do the same work in the same organisation as somebody in the child's core group")
    REPORTED = ("reported", "you reported this concern")
    SCHOOL_REPORTED = ("organisation_reported", "somebody in your organisation reported this concern")
    GIVEN = ("given", "a concern was given to you")
    ON_DUTY = ("on_duty", "you are on duty now")
    TOLD = ("told", "an alert about this child has come to you")
    PUT_TO_YOU = ("put_to_you", "this was put to you")
    HOLDS = ("holds", "you hold the post that this is put to")


class Ties:
    """The ties of one worker to one child (or to nobody in particular), to one concern or message if ``concern`` is given, and to
    one thing that was put to people if ``matter`` is."""

    def __init__(
        self,
        worker: Worker,
        child: str | None,
        moment: Moment,
        *,
        concern: Entry | None = None,
        matter: str | None = None,
        like: "Ties | None" = None,
        among: Collection[str] = (),
    ) -> None:
        self.worker, self.child, self.moment, self.concern = worker, child, moment, concern
        self.matter = matter or (concern.id if concern is not None else None)
        # Whoever asks about many children reads the record around all of them once: the ties to the next are read from there.
        self._like, self._among = like, among

    @cached_property
    def world(self) -> World:
        """The world around the child; read once, and only if a tie needs it."""
        if self._like is not None:
            return self._like.world
        if self._among:
            near = networks(self._among, self.moment).values()
            return world_of_family({each for family in near for each in family}, self.moment)
        return world_around(self.child, self.moment) if self.child is not None else world_of((), (), self.moment)

    @cached_property
    def roster(self) -> Roster:
        """Who holds what, who is away, who covers."""
        return self._like.roster if self._like is not None else Roster(self.world, self.moment)

    @cached_property
    def staffed(self) -> Roster:
        """The same with every absence and every cover, whichever child they were recorded about."""
        if self._like is not None:
            return self._like.staffed
        # A worker's leave is recorded about nobody, and cover may have been named about another of their children: the world
        # around one child has neither.
        return Roster(self.world, self.moment, staff=StoredStaff(self.moment))

    @cached_property
    def sender(self) -> ContactSender:
        """Who the concern in question came from, as far as that is sure."""
        if self.concern is None:
            return ContactSender()
        first = self.first_version.id
        return sender_of_contact(self.concern, confirmations_of([first], self.moment).get(first, []))

    @cached_property
    def first_version(self) -> Entry:
        """The concern in question as it was first recorded, whatever was put right since."""
        concern = cast(Entry, self.concern)
        return first_version(concern) if concern.corrects else concern

    def by_another(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Those that somebody else recorded. Nobody lets themselves in: what a person alone wrote down gives them no sight.
        What a file brought was their work before, and nobody's way in."""
        for entry in entries:
            if entry.by != self.worker.pk or is_imported(entry.id):
                yield entry

    def name(self, worker: str) -> str:
        """What a worker is called."""
        found = self.world.workers.get(worker)
        return found.name if found else worker
