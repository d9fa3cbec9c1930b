"""Who may read one entry: of everything recorded about a child whom they may see, not all is everybody's.

A sentence, a list of evidence and an explanation show nothing that their reader may not read. What is withheld is said to be
there, and whom to ask.
"""

from collections.abc import Iterable
from functools import cached_property

from holdfast.access.decide import may
from holdfast.access.kept_back_matters import hidden_about
from holdfast.access.models import User
from holdfast.access.moments import PastMoment
from holdfast.access.permissions import Permission
from holdfast.kernel.calendar import add_months
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.record.models import Person, Worker
from holdfast.record.read import people
from holdfast.vocabulary.entry import Entry

LEGAL_ADVICE = ("legal_advice_recorded", "legal_planning_requested", "legal_planning_held", "preproceedings_panel_held")
"""What the council's lawyers said and what was asked of them: for social care and its lawyers."""
OF_AN_ADULT = ("adult_disclosure_recorded", "treatment_ended")
"""What an adult told a service about their own health, and how their treatment went."""
OF_SOMEBODY = ("diagnosis_recorded", "test_taken", "result_received", "result_chased")
"""Health of a child, which those around the child read, or of an adult, which they do not."""
CAME_IN = {
    "contact_received": (Permission.READ_CONCERN, Permission.SEE_OWN_CONCERN),
    "message_received": (Permission.READ_MESSAGE,),
}
"""What somebody told us: for those whom it was for, and for whoever said it."""

CHILDHOOD = 18 * 12  # months


class Reader:
    """Somebody who reads, at one moment. ``admitted`` are the children about whom the page's own door has let them in. Made once
    for a page: what costs a reading of the record is asked once for each child."""

    def __init__(self, user: User, moment: Moment, *, admitted: Iterable[str] = ()) -> None:
        self.user = user
        self.moment = Moment.live(moment.asked_at) if isinstance(moment, PastMoment) else moment
        self._tied = dict.fromkeys(admitted, True)
        self._seen = dict(self._tied)
        self._let_in = bool(self._tied)
        self._held: dict[Permission, bool] = {}
        self._hidden: dict[tuple[str, ...], frozenset[str]] = {}

    def holds(self, permission: Permission) -> bool:
        """Whether their post lets them read entries of this kind."""
        if permission not in self._held:
            self._held[permission] = may(self.user, permission, None, self.moment).allowed
        return self._held[permission]

    def shares_agency(self, entry: Entry) -> bool:
        """Whether it comes from their own agency."""
        return entry.by is not None and entry.by in self._agency

    def must_not_know(self, entry: Entry) -> bool:
        """Whether the entry is kept back from them."""
        if entry.about not in self._hidden:
            self._hidden[entry.about] = hidden_about(entry.about, self.user.worker, self.moment)
        return entry.id in self._hidden[entry.about]

    def tied_to(self, person: str) -> bool:
        """Whether they may read about this person: a grown-up around a child whom they may see, or a child of their own."""
        if person not in self._tied:
            # Social care that was let in about one child reads what of their brothers and sisters bears on it. For others each
            # child's record has a door of its own; what is said of a parent is said for the child's sake, and stands in theirs.
            self._tied[person] = (
                (self._let_in and self.holds(Permission.READ_IN_CONFIDENCE))
                or grown(person, self.moment)
                or may(self.user, Permission.SEE_CHILD, person, self.moment).allowed
            )
        return self._tied[person]

    def sees(self, person: str) -> bool:
        """Whether the record of this person opens for them: more than that something of it bears on a child of theirs."""
        if person not in self._seen:
            self._seen[person] = may(self.user, Permission.SEE_CHILD, person, self.moment).allowed
        return self._seen[person]

    @cached_property
    def _agency(self) -> frozenset[str]:
        worker = self.user.worker
        if worker is None or worker.organisation_id is None:
            return frozenset({worker.pk} if worker is not None else ())
        return frozenset(Worker.objects.filter(organisation=worker.organisation_id).values_list("pk", flat=True))

    @property
    def reads_every_kind(self) -> bool:
        """Whether no kind of entry is kept from them."""
        return self.holds(Permission.READ_IN_CONFIDENCE) and self.holds(Permission.READ_LEGAL_ADVICE)


def grown(person: str, moment: Moment) -> bool:
    """Whether this is an adult: by age, or where nobody knows it by having a child."""
    if not Person.objects.filter(pk=person).exists():
        return False
    born = people([person], moment)[person].born
    if born is not None:
        return add_months(born.last, CHILDHOOD) <= london_day(moment.as_at)
    return Person.objects.filter(pk=person, relationships_from__kind__in=("mother", "father", "parent")).exists()


def may_read(entry: Entry, reader: Reader) -> bool:
    """Whether ``reader`` may be shown what ``entry`` says."""
    # Before who wrote it: whoever must not know now may have been told by the record before, and not again.
    if reader.must_not_know(entry):
        return False
    worker = reader.user.worker
    if worker is not None and entry.by == worker.pk:
        return True
    tied = not entry.about or any(reader.tied_to(person) for person in entry.about)
    if tied and (reader.shares_agency(entry) or _of_a_kind_for(entry, reader)):
        return True
    # What came in has ways of its own, which need no tie to the child: a school reads its own concern.
    ways = CAME_IN.get(entry.type, ())
    return any(may(reader.user, way, None, reader.moment, entry=entry.id).allowed for way in ways)


def opens(entry: Entry, reader: Reader) -> bool:
    """Whether the page of ``entry`` lets ``reader`` in, who may read what it says: asked before a link to it is drawn."""
    if entry.about:
        return any(reader.sees(person) for person in entry.about)
    if entry.type in CAME_IN:
        return may(reader.user, Permission.READ_CONCERN, None, reader.moment, entry=entry.id).allowed
    return reader.holds(Permission.FIND_CHILD)


def _of_a_kind_for(entry: Entry, reader: Reader) -> bool:
    if entry.type in LEGAL_ADVICE:
        return reader.holds(Permission.READ_LEGAL_ADVICE)
    return reader.holds(Permission.READ_IN_CONFIDENCE) or not _in_confidence(entry, reader)


def kept_by_kind(entry: Entry, reader: Reader) -> bool:
    """Whether it is its kind that keeps it from others, and not only whom it is about. Then its very heading would tell."""
    return entry.type in LEGAL_ADVICE or _in_confidence(entry, reader) or reader.must_not_know(entry)


def _in_confidence(entry: Entry, reader: Reader) -> bool:
    if entry.type in OF_SOMEBODY:
        return any(grown(person, reader.moment) for person in entry.about)
    return entry.type in (*OF_AN_ADULT, *CAME_IN)
