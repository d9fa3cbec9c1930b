"""Why somebody holds a tie to a child: by their work, by a meeting they sat in, by what they told us or were given.

Each looks into the record around the child, and says in words what it found, for the record of looks.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta

from holdfast.access.family_ties import siblings
from holdfast.access.ties import Tie, Ties
from holdfast.engine.reference.entry_fields import listed, row_value, value
from holdfast.kernel.moment import Moment
from holdfast.standards.professions import normal
from holdfast.standards.roles import CHAIR_TITLES, LEAD_TITLES
from holdfast.vocabulary.entry import Entry

RECENT_CORE_GROUPS = 3
"""A member may miss a meeting and is still in the group; somebody who came once, years ago, is not."""
MEETING_COUNTS = timedelta(days=270)
"""A plan is reviewed within six months (Working Together); half as long again leaves room for one that is late."""
AFTER_THE_PLAN = timedelta(days=28)
"""How long those who carried out a plan may still see the child: long enough to finish what they owe."""


Provider = Callable[[str, str | None, Moment], str | None]
# Duty stands above access in the house and may not be imported here: what it knows it brings when its pages are made ready.
_PROVIDERS: dict[Tie, Provider] = {}


def provides(tie: Tie, provider: Provider) -> None:
    """Let a layer above say who holds a tie: duty knows who is on shift and whom an alert has reached. The provider gets a
    worker's id, a child's id (or none) and a moment, and answers with the basis in words, or nothing."""
    _PROVIDERS[tie] = provider


MatterProvider = Callable[[str, str, Moment], str | None]
_OF_MATTER: dict[Tie, MatterProvider] = {}


def provides_of_matter(tie: Tie, provider: MatterProvider) -> None:
    """The same for a tie to one thing that was put to people. The provider gets a worker's id, the id of the alert, concern or
    message, and a moment."""
    _OF_MATTER[tie] = provider


def basis_of(ties: Ties, tie: Tie) -> str | None:
    """Why the worker holds ``tie``, for the record of looks; nothing if they do not."""
    if tie in _PROVIDERS:
        return _PROVIDERS[tie](ties.worker.pk, ties.child, ties.moment)
    if tie in _OF_MATTER:
        return _OF_MATTER[tie](ties.worker.pk, ties.matter, ties.moment) if ties.matter is not None else None
    finder = _FINDERS.get(tie)
    return next(iter(finder(ties)), None) if finder is not None else None


def _lead(ties: Ties) -> Iterator[str]:
    if ties.child is not None and _leads(ties, ties.child):
        yield "lead social worker"


def _leads(ties: Ties, child: str) -> bool:
    return ties.roster.lead(child) == ties.worker.pk and any(role in LEAD_TITLES for role in _parts(ties, child))


def _parts(ties: Ties, child: str | None) -> Iterator[str]:
    """In which roles somebody else gave the worker a part with the child, the latest first."""
    mine = (entry for entry in reversed(ties.roster.allocations(child)) if value(entry, "worker") == ties.worker.pk)
    return (normal(str(value(entry, "role"))) for entry in ties.by_another(mine))


def _allocated(ties: Ties) -> Iterator[str]:
    for role in _parts(ties, ties.child):
        if role not in LEAD_TITLES:
            yield f"allocated as {role.replace('_', ' ')}"


def _siblings_lead(ties: Ties) -> Iterator[str]:
    if any(_leads(ties, sibling) for sibling in siblings(ties.world, ties.child)):
        yield "lead social worker of a brother or sister"


def _cover(ties: Ties) -> Iterator[str]:
    # Cover counts while the worker is not there and no longer: otherwise everybody who ever stood in would see the child for
    # good.
    allocated = {str(value(entry, "worker")) for entry in ties.roster.allocations(ties.child)}
    for worker in sorted(allocated):
        stands_in = ties.staffed.missing(worker) is not None and ties.staffed.cover(worker, ties.child) == ties.worker.pk
        if stands_in and any(ties.by_another(_named_as_cover(ties, worker))):
            yield f"covers for {ties.name(worker)}, who is {'away' if ties.staffed.away(worker) else 'gone'}"


def _named_as_cover(ties: Ties, worker: str) -> Iterator[Entry]:
    for entry in ties.staffed.staff.posts(worker):
        if (
            entry.type == "cover_named"
            and value(entry, "cover") == ties.worker.pk
            and (not entry.about or ties.child in entry.about)
        ):
            yield entry


def _manages(ties: Ties) -> Iterator[str]:
    anchor = ties.roster.anchor(ties.child)
    if anchor is not None and ties.worker.pk in ties.roster.managers(anchor):
        yield f"manages {ties.name(anchor)}, the child's worker"


def _chair(ties: Ties) -> Iterator[str]:
    if any(role in CHAIR_TITLES for role in _parts(ties, ties.child)):
        yield "allocated as the child's conference chair"
    for held, role in _at_last_conference(ties):
        if role in CHAIR_TITLES:
            yield f"chaired the child's conference on {held.happened.in_words()}"


def _at_last_conference(ties: Ties) -> Iterator[tuple[Entry, str]]:
    """The last conference, as long as having been at it counts, and as what the worker was there."""
    for held in _last_conference(ties):
        for row in listed(held, "present"):
            if row_value(row, "worker") == ties.worker.pk:
                yield held, normal(row_value(row, "role"))


def _last_conference(ties: Ties) -> Iterator[Entry]:
    """The last conference, as long as having been at it counts."""
    held = ties.roster.known.about(ties.child, "conference_held") if ties.child is not None else ()
    return (entry for entry in ties.by_another(held[-1:]) if _counts(ties, entry))


def _counts(ties: Ties, meeting: Entry) -> bool:
    """Whether having been at a meeting is still a part in the child's case: not once the plan is over, nor when nobody has met
    for much longer than the guidance lets a plan wait for its next review."""
    ended = [
        each for each in ties.roster.known.about(str(ties.child), "plan_ended") if each.happened.start >= meeting.happened.start
    ]
    now = ties.moment.as_at
    return now - meeting.happened.end < MEETING_COUNTS and all(now - each.happened.end < AFTER_THE_PLAN for each in ended)


def _core_group(ties: Ties) -> Iterator[str]:
    for entry, worker in _members(ties):
        if worker == ties.worker.pk:
            yield f"in the child's core group (meeting of {entry.happened.in_words()})"


def _colleague(ties: Ties) -> Iterator[str]:
    mine = (ties.worker.organisation_id, normal(ties.worker.role))
    for _, worker in _members(ties):
        other = ties.world.workers.get(worker)
        if other is not None and mine[0] is not None and (other.organisation, normal(other.role)) == mine:
            yield f"same organisation and role as {other.name}, who is in the child's core group"


def _members(ties: Ties) -> Iterator[tuple[Entry, str]]:
    """Who was at the last core groups, or should have been."""
    held = ties.roster.known.about(ties.child, "core_group_held") if ties.child is not None else ()
    # Whoever was meant to come and did not is in the group as much as whoever came.
    for entry in ties.by_another(reversed(held[-RECENT_CORE_GROUPS:])):
        if not _counts(ties, entry):
            continue
        for field in ("present", "absent"):
            for row in listed(entry, field):
                worker = row if isinstance(row, str) else row_value(row, "worker")
                if worker:
                    yield entry, str(worker)


def _conference(ties: Ties) -> Iterator[str]:
    for held, _ in _at_last_conference(ties):
        yield f"took part in the child's conference on {held.happened.in_words()}"


def _reported(ties: Ties) -> Iterator[str]:
    if ties.concern is None:
        return
    if ties.sender.worker == ties.worker.pk:
        yield "reported this concern"
    # Whoever typed it in has to be able to see what became of it, until it is known who told us: from then on it is theirs.
    elif not ties.sender.known and ties.first_version.by == ties.worker.pk:
        yield "recorded this concern"


def _organisation_reported(ties: Ties) -> Iterator[str]:
    if ties.concern is not None and ties.worker.organisation_id is not None:
        worker = ties.world.workers.get(str(ties.sender.worker))
        if ties.worker.organisation_id in (ties.sender.organisation, worker.organisation if worker else None):
            yield "somebody in the same organisation reported this concern"


def _given(ties: Ties) -> Iterator[str]:
    """The concern in question was given to them; or, where none is in question, one about this child that is not decided yet."""
    addressed = [ties.concern] if ties.concern is not None and value(ties.concern, "for") == ties.worker.pk else []
    if any(ties.by_another(addressed)):
        yield "the concern was addressed to them"
    same = ties.roster.known.same
    decided = [str(value(entry, "contact")) for entry in ties.roster.known.of("contact_decided")]
    mine = (entry for entry in ties.roster.known.of("contact_assigned") if value(entry, "worker") == ties.worker.pk)
    for entry in ties.by_another(mine):
        contact = str(value(entry, "contact"))
        if ties.concern is not None:
            if same(contact, ties.concern.id):
                yield "the concern was given to them"
        elif ties.child in entry.about and not any(same(contact, each) for each in decided):
            yield "a concern about the child was given to them"


_FINDERS: dict[Tie, Callable[[Ties], Iterator[str]]] = {
    Tie.LEAD: _lead,
    Tie.ALLOCATED: _allocated,
    Tie.SIBLINGS_LEAD: _siblings_lead,
    Tie.COVER: _cover,
    Tie.MANAGES: _manages,
    Tie.CHAIR: _chair,
    Tie.CORE_GROUP: _core_group,
    Tie.CONFERENCE: _conference,
    Tie.COLLEAGUE: _colleague,
    Tie.REPORTED: _reported,
    Tie.SCHOOL_REPORTED: _organisation_reported,
    Tie.GIVEN: _given,
}
