"""Questions that set an entry beside others: what came just before, how many there were, how brothers and sisters fare, and
what the words of one say of another. As every condition, they say nothing about how they are answered."""

from dataclasses import dataclass

from holdfast.standards.events import Condition, Event, State
from holdfast.standards.limits import Amount


@dataclass(frozen=True)
class Anyone(Condition):
    """Whoever it is about: the event's other conditions say how it belongs to this child."""


@dataclass(frozen=True)
class IsChild(Condition):
    """The person counted as a child on the day of the entry."""


@dataclass(frozen=True)
class AboutChild(Condition):
    """The entry is about this child."""


@dataclass(frozen=True)
class AboutSubject(Condition):
    """The entry is about the person this worry is about, where there is one for each of several people."""


@dataclass(frozen=True)
class AboutNamed(Condition):
    """The entry is about somebody whom the starting entry names in ``field``."""

    field: str


@dataclass(frozen=True)
class NamedBy(Condition):
    """The starting entry names this entry (any version of it) in ``field``."""

    field: str


@dataclass(frozen=True)
class NotYet(Condition):
    """By the starting entry nothing of ``events`` had been done, which stand to this entry as to a starting one."""

    events: tuple[Event, ...]


@dataclass(frozen=True)
class BeginsWith(Condition):
    """The text in ``field`` begins with one of ``words``, compared without case, spaces or hyphens."""

    field: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Says(Condition):
    """One of ``fields`` has one of ``phrases`` in it, as whole words, not denied just before. Words raise a question; they
    never answer or lower one."""

    fields: tuple[str, ...]
    phrases: tuple[str, ...]


@dataclass(frozen=True)
class SpeaksOf(Condition):
    """The text in ``field`` has one of the texts of the starting entry's ``start_field`` in it (four letters or more)."""

    field: str
    start_field: str


@dataclass(frozen=True)
class AsLead(Condition):
    """The worker was given the child as lead social worker, by the role named or else by the worker's own."""


@dataclass(frozen=True)
class SameSender(Condition):
    """It came from whoever sent the starting entry."""


@dataclass(frozen=True)
class NamesAdult(Condition):
    """One of ``fields`` names somebody who is not a child."""

    fields: tuple[str, ...]


@dataclass(frozen=True)
class Covers(Condition):
    """The time from ``start`` to ``end`` is at least so many days, both counted."""

    start: str
    end: str
    days: int


@dataclass(frozen=True)
class Previous(Condition):
    """There was an earlier ``event``, and the latest of them passes ``where``, this entry standing as the starting one."""

    event: Event
    where: tuple[Condition, ...]


@dataclass(frozen=True)
class AtLeast(Condition):
    """At least ``n`` of ``event`` in a window shorter than ``within`` that ends on the day of this entry."""

    event: Event
    n: int
    within: Amount


@dataclass(frozen=True)
class Outgrows(Condition):
    """Indicators of neglect in the ``days`` that end with this entry are more than ``times`` those in as many days before."""

    days: int
    times: float


@dataclass(frozen=True)
class FellBy(Condition):
    """The number in ``field`` is at least ``n`` below what it was in an earlier entry of the kind, about the same
    ``same``, that ended no more than ``days`` days before this one."""

    field: str
    n: float
    days: int
    same: str


@dataclass(frozen=True)
class LessThanSiblings(Condition):
    """Since ``since`` began, there have been fewer than ``share`` of the ``event`` that each younger brother or sister in
    ``since`` has had on average. Asked only where that average is at least ``least``."""

    event: Event
    share: float
    since: State
    least: int


@dataclass(frozen=True)
class WeakerResponse(Condition):
    """What was decided about this contact and the like one before it is on average at least ``by`` grades weaker than about
    the like ones before those. Contacts are alike where both told of harm right now, or neither did. Grades run from no
    further action (0) to a strategy discussion (4); asked only where there are at least ``least`` to compare."""

    by: int
    least: int


@dataclass(frozen=True)
class Outweighed(Condition):
    """In the ``within`` up to the day of the entry, something spoke against it and no more spoke for it."""

    supporting: tuple[Event, ...]
    opposing: tuple[Event, ...]
    within: Amount


@dataclass(frozen=True)
class AgenciesTrained(Condition):
    """Somebody who was present, or their agency where no worker is named, had training that speaks of one of ``words`` in the
    ``within`` before. Unknown where attendance was not recorded, or no training of any of them ever was."""

    words: tuple[str, ...]
    within: Amount


@dataclass(frozen=True)
class OfThosePresent(Condition):
    """The training was that of somebody present at the starting entry, or of their agency where no worker is named."""
