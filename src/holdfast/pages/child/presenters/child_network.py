"""The people in the child's life: family with what tells them apart, and the professionals, with who is at work."""

from dataclasses import dataclass

from holdfast.engine.reference.entry_fields import row_value, value
from holdfast.engine.reference.person_view import PersonView
from holdfast.identity.ages import age, died_in_words
from holdfast.identity.same_name import (
    NEVER_SHOWN,
    kind_and_end,
    ties,
)
from holdfast.kernel.when import end_of_day, london_day
from holdfast.pages.child.queries.case import Case
from holdfast.pages.date_phrases import clock, short_day
from holdfast.standards.professions import normal
from holdfast.vocabulary.kinship import carried_no_longer
from holdfast.vocabulary.sentence_parts import listed


@dataclass(frozen=True)
class Relative:
    """Somebody in the family: name with what tells them apart, what they are to the child, age or death, responsibility."""

    person: str
    name: str
    to_child: str
    to_others: str
    age: str
    responsibility: str
    child: bool


@dataclass(frozen=True)
class Professional:
    """Somebody who works with the child: role, agency, phone, and whether they are at work."""

    worker: str
    name: str
    role: str
    agency: str
    at_work: str
    away: bool
    cover: str
    phone: str = ""


@dataclass(frozen=True)
class ChildNetwork:
    """Everyone in the child's life."""

    family: tuple[Relative, ...]
    professionals: tuple[Professional, ...]
    same_names: tuple[str, ...]
    lead: str


def child_network(case: Case, phones: dict[str, str] | None = None) -> ChildNetwork:
    """Who is in this child's life."""
    groups = case.family.same_names.groups()
    return ChildNetwork(
        tuple(_family(case)), tuple(_professionals(case, phones or {})), tuple(g.warning for g in groups), lead_in_words(case)
    )


def _family(case: Case) -> list[Relative]:
    near: dict[str, list[str]] = {}
    for link in case.world.relationships:
        # "No contact" and the like are recorded as relationships. Among the family they would read as family.
        if link.kind in NEVER_SHOWN:
            continue
        if link.to_person == case.id:
            near.setdefault(link.from_person, []).append(kind_and_end(link))
        elif link.from_person == case.id:
            # The other way round the kind says what the child is to them; it only tells that they belong to the list.
            near.setdefault(link.to_person, [])
    others = {id for link in case.world.relationships for id in (link.from_person, link.to_person)}
    # Those who are something to the child first, then brothers and sisters known through a parent, then everybody else.
    ids = [*near, *(id for id in case.siblings if id not in near), *sorted(others - set(near) - set(case.siblings))]
    return [_relative(case, id, near.get(id, [])) for id in dict.fromkeys(ids) if id != case.id and id in case.world.people]


def _relative(case: Case, id: str, kinds: list[str]) -> Relative:
    view = PersonView(case.known, id)
    said = ties(case.world.relationships, id, case.world.people)
    to_child = listed(kinds) or ("Brother or sister" if id in case.siblings else "")
    born = view.born
    died = view.died.happened if view.died is not None else None
    return Relative(
        id,
        case.names.person(id),
        to_child,
        "; ".join(said),
        died_in_words(died, age(born, case.day, died)),
        _responsibility(case, id, kinds),
        not view.is_adult(case.day),
    )


def _responsibility(case: Case, id: str, kinds: list[str]) -> str:
    # Nobody who has died holds it; and of a child who has died nobody does.
    if PersonView.of(case.known, id).died is not None or case.died is not None:
        return ""
    links = [
        link
        for link in case.world.relationships
        if (link.from_person, link.to_person) == (id, case.id) and not carried_no_longer(link, case.moment.as_at)
    ]
    # Any link that says so is enough, before any that denies it: the same father can be recorded by two agencies.
    if any(link.parental_responsibility is True for link in links):
        return "has parental responsibility"
    if any(link.parental_responsibility is False for link in links):
        return "does not have parental responsibility"
    return (
        "parental responsibility not recorded"
        if id in case.view.parents or any("arent" in k or "ather" in k or "other" in k for k in kinds)
        else ""
    )


def lead_in_words(case: Case) -> str:
    """Who leads for the child, in a sentence that is never silent about nobody."""
    worker = case.roster.lead(case.id)
    if case.died is not None:
        return f"{case.name} died {case.died.in_words()}. Nobody leads for a child who has died."
    if worker is None:
        return f"Nobody is recorded as leading for {case.name}."
    missing = case.roster.missing(worker)
    name = case.names.worker(worker)
    if missing is None:
        return (
            f"{name} leads for {case.name} and is {_there(case, worker)}."
            if case.roster.in_post(worker)
            else f"{name} leads for {case.name} and is not known as a worker here."
        )
    cover = case.roster.cover(worker, case.id)
    stands_in = f" {case.names.worker(cover)} covers." if cover else " Nobody is named to cover."
    return f"{name} leads for {case.name} and is {missing.in_words()}.{stands_in}"


def _there(case: Case, worker: str) -> str:
    """Whether somebody in post is at work at this hour, and from when."""
    # A page of a past day is of no hour of it: whoever was in post then was at work.
    if case.roster.on_shift(worker) or case.moment.as_at == end_of_day(case.day):
        return "at work"
    comes = case.roster.comes_to_work(worker)
    return "not at work at this hour" if comes is None else f"at work from {clock(comes)} on {short_day(london_day(comes))}"


def _professionals(case: Case, phones: dict[str, str]) -> list[Professional]:
    roles: dict[str, str] = {}
    for entry in case.roster.allocations(case.id):
        roles[str(value(entry, "worker"))] = normal(str(value(entry, "role"))).replace("_", " ")
    # Health visitors and teachers are allocated by nobody: they are known from who sat in the last meetings.
    for type in ("core_group_held", "conference_held"):
        entry = case.latest(type)
        for row in (value(entry, "present") or ()) if entry else ():
            worker = row_value(row, "worker")
            if worker in case.world.workers:
                roles.setdefault(str(worker), str(row_value(row, "role") or "").replace("_", " "))
    return [_professional(case, id, role, phones) for id, role in roles.items()]


def _professional(case: Case, id: str, role: str, phones: dict[str, str]) -> Professional:
    worker = case.world.workers.get(id)
    missing = case.roster.missing(id)
    cover = case.roster.cover(id, case.id) if missing else None
    said = (
        missing.in_words()[:1].upper() + missing.in_words()[1:]
        if missing
        else _there(case, id).capitalize()
        if case.roster.in_post(id)
        else "No longer at work here"
    )
    return Professional(
        id,
        case.names.worker(id),
        role or (worker.role or "").replace("_", " ") if worker else role,
        case.names.organisation(worker.organisation) if worker and worker.organisation else "agency not recorded",
        said,
        # Somebody who has left is away for good: the card is drawn the same, so that nobody rings in vain.
        not case.roster.in_post(id),
        f"{case.names.worker(cover)} covers" if cover else "Nobody is named to cover" if missing else "",
        phones.get(id, ""),
    )
