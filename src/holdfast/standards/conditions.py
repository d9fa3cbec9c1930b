"""Further questions a rule may ask of an entry: numbers, ages, who took part, what state held and what came before or
after. As those of :mod:`holdfast.standards.events`, they say nothing about how they are answered."""

from dataclasses import dataclass

from holdfast.standards.events import Condition, Event, State
from holdfast.standards.limits import Amount


@dataclass(frozen=True)
class Not(Condition):
    """The condition does not hold. Unknown stays unknown."""

    condition: Condition


@dataclass(frozen=True)
class AnyOf(Condition):
    """One of several conditions holds."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class Recorded(Condition):
    """Something was recorded in ``field``, even an empty list or a plain no."""

    field: str


@dataclass(frozen=True)
class NumberUnder(Condition):
    """The number in ``field`` is under ``n``."""

    field: str
    n: float


@dataclass(frozen=True)
class GradeAtLeast(Condition):
    """A neglect tool graded some area of care at ``n`` or worse (1 is best, 5 worst)."""

    n: int


@dataclass(frozen=True)
class ChildUnderMonths(Condition):
    """The child had not reached this age in months. Unknown where the date of birth is; before birth it is so."""

    months: int


@dataclass(frozen=True)
class BornAlready(Condition):
    """The child had been born by that day."""


@dataclass(frozen=True)
class Unborn(Condition):
    """The record showed a pregnancy with this child on that day, and no birth by then."""


@dataclass(frozen=True)
class InState(Condition):
    """The state certainly held for the child on the day of the entry (a state that began that day holds, one that ended
    that day does not)."""

    state: State


@dataclass(frozen=True)
class Earlier(Condition):
    """Some other entry of ``event`` about the child came before this one: within ``within`` before its day where that is
    given, and since the state on its day began where ``since`` is given. The entry asked about stands as the starting
    entry for what ``event`` itself refers to."""

    event: Event
    within: Amount | None = None
    since: State | None = None


@dataclass(frozen=True)
class Later(Condition):
    """Some other entry of ``event`` about the child came after this one, within ``within`` of its day where that is
    given. The entry asked about stands as the starting entry for what ``event`` itself refers to."""

    event: Event
    within: Amount | None = None


@dataclass(frozen=True)
class ByRole(Condition):
    """Whoever recorded it (or, for a visit or a view, the worker named) has one of these roles."""

    roles: tuple[str, ...]


@dataclass(frozen=True)
class ByAgency(Condition):
    """Whoever recorded it works for an agency, or in a role, that speaks of one of ``words``."""

    words: tuple[str, ...]


@dataclass(frozen=True)
class AboutSiblings(Condition):
    """It is about every living brother and sister who is a child, not this child alone."""


@dataclass(frozen=True)
class StillOpen(Condition):
    """Something of ``begun``, about the child or about everyone, was not over on the day of the entry: nothing of ``ended``,
    which stands to what it ends as to a starting entry, had ended it by then."""

    begun: Event
    ended: Event


@dataclass(frozen=True)
class RolePresent(Condition):
    """Somebody whose role, agency or kind of agency speaks of one of ``words`` was present. Unknown where attendance was
    not recorded."""

    words: tuple[str, ...]


@dataclass(frozen=True)
class ConferenceQuorum(Condition):
    """Children's social care and at least ``agencies`` others were present. Unknown where attendance was not recorded."""

    agencies: int


@dataclass(frozen=True)
class OfThatConference(Condition):
    """``field`` names the conference booking that started the clock, or the conference held by that booking: the first of
    its kind since."""

    field: str


@dataclass(frozen=True)
class LivingChild(Condition):
    """The person was living, and a child, at the end of the entry's day."""


@dataclass(frozen=True)
class ReasonGiven(Condition):
    """The reason given for this child speaks of one of ``words``: the entry's own, or that of a conference's decision about
    the child."""

    words: tuple[str, ...]


@dataclass(frozen=True)
class ReachesFamily(Condition):
    """``field`` lists somebody of the family: one of the people of the case, or a word for one. Unknown where it was not
    recorded."""

    field: str
