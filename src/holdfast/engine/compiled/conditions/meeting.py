"""What the conditions about who was at a meeting mean, and about what it decided for this child, written out."""

from collections.abc import Callable, Iterable, Iterator
from typing import cast

from holdfast.engine.compiled.affiliation import Words, agencies, is_social_care, role_of, roles_present, those_present
from holdfast.engine.compiled.compiler import MEANINGS, Compiler
from holdfast.engine.compiled.entries import CompactEntry, listed
from holdfast.engine.compiled.entry_fields import column, written_name
from holdfast.engine.compiled.expression import ALONE, Expression, LooksAt
from holdfast.engine.compiled.person import PersonRecord
from holdfast.rules import conditions as c
from holdfast.standards import professions

Types = tuple[str, ...]
START: frozenset[LooksAt] = frozenset({"start"})
WHO_WAS_PRESENT = "who was present"
COVER, HELD = ("cover_named",), ("conference_held",)
WITHOUT_A_WORD = professions.FAMILY_ROLES | professions.WITHOUT_A_VOICE


def _attended(compiler: Compiler, node: c.Attended, types: Types) -> Expression:
    if isinstance(node.who, str):
        find, looks = PRESENT[node.who]
        there = f"{compiler.use(find)}(person, entry, subject)"
    else:
        there, looks = f"{compiler.use(those_spoken_of)}(person, entry, {node.who!r})", ALONE
    text = f"{compiler.use(are_so_many)}({there}, {node.at_least!r})"
    text = f"{WHO_WAS_PRESENT!r} if entry.data.get('present') is None else {text}"
    if node.who == "adult":
        text = f"True if subject is None else {text}"
    return Expression(text, may_be_unknown=True, looks_at=looks)


def are_so_many(there: Iterable[object], wanted: int) -> bool:
    """Whether there are at least so many. No more are looked for than it takes."""
    # Those present may have to be looked for in the whole record, so no more are looked for than it takes.
    return any(number == wanted for number, _ in enumerate(there, 1))


def those_spoken_of(person: PersonRecord, entry: CompactEntry, words: tuple[str, ...]) -> Iterator[Words]:
    """Those whose role, agency or kind of agency speaks of one of the words."""
    return (texts for texts in those_present(person, entry) or () if professions.speaks_of(words, *texts))


def social_workers_there(person: PersonRecord, entry: CompactEntry, subject: str | None) -> Iterator[str | None]:
    """Social workers, and last those whom anybody had named as cover, who are only then looked for."""
    others = []
    for role, _, worker in roles_present(person, entry) or ():
        if role in professions.SOCIAL_WORKERS or role_of(person, worker) in professions.SOCIAL_WORKERS:
            yield worker
        else:
            others.append(worker)
    # Only when a social worker by title was not enough: cover is named in entries about anybody.
    covers = cast("frozenset[str]", person.keep("named as cover", _named_as_cover))
    yield from (worker for worker in others if worker in covers)


def _named_as_cover(person: PersonRecord) -> frozenset[str]:
    return frozenset(str(each.data.get("cover")) for each in person.anybodys(COVER))


def social_care_there(person: PersonRecord, entry: CompactEntry, subject: str | None) -> Iterator[Words]:
    """Those of children's social care."""
    return filter(is_social_care, those_present(person, entry) or ())


def agencies_beside_social_care(person: PersonRecord, entry: CompactEntry, subject: str | None) -> Iterable[object]:
    """The other agencies that speak for themselves, where children's social care does so too."""
    social_care, others = False, set()
    for row, texts in zip(entry.data["present"], those_present(person, entry) or (), strict=True):
        if column(row, "person") or texts[0] in WITHOUT_A_WORD:
            continue
        if is_social_care(texts):
            social_care = True
        else:
            others.add(texts[1] or texts[0])
    return others - {None, ""} if social_care else ()


def professionals_there(person: PersonRecord, entry: CompactEntry, subject: str | None) -> Iterator[object]:
    """Those who are not of the family."""
    family, normal = professions.FAMILY_ROLES, professions.normal
    rows = entry.data["present"]
    return (row for row in rows if column(row, "person") is None and normal(column(row, "role")) not in family)


def agency_there(person: PersonRecord, entry: CompactEntry, agency: str | None) -> Iterable[object]:
    """The agency, where somebody spoke for it."""
    return agencies(person, entry.data["present"]) & {agency}


def adult_there(person: PersonRecord, entry: CompactEntry, adult: str | None) -> Iterator[object]:
    """The adult, by name or by what they are to the child."""
    kinds = {link.kind for link in person.links if link.from_person == adult}
    for row in entry.data["present"]:
        name = column(row, "person")
        if name == adult or (not name and professions.normal(column(row, "role")) in kinds):
            yield row


PRESENT: dict[str, tuple[Callable[..., Iterable[object]], frozenset[LooksAt]]] = {
    "social_worker": (social_workers_there, frozenset({"others"})),
    "social_care": (social_care_there, ALONE),
    "agency_beside_social_care": (agencies_beside_social_care, ALONE),
    "professional": (professionals_there, ALONE),
    "agency": (agency_there, START),
    "adult": (adult_there, START),
}
"""Those present who are meant, and what has to be looked at to tell."""


def _of_that_conference(compiler: Compiler, node: c.OfThatConference, types: Types) -> Expression:
    call = f"{compiler.use(names_that_conference)}(person, entry, start, {written_name(types, node.field)!r})"
    return Expression(f"start is not None and {call}", looks_at=frozenset({"start", "others"}))


def names_that_conference(person: PersonRecord, entry: CompactEntry, booking: CompactEntry, field: str) -> bool:
    """Whether a field names the booking, or the conference held by it: the first of its kind since."""
    named, root = listed(entry, field), person.record.root
    if not named:
        return False
    roots = {root(str(each)) for each in named}
    if booking.root in roots:
        return True
    kind, order = booking.data.get("kind"), booking.order
    # The first of its kind since is the one that was booked.
    held = next((each for each in person.read(HELD) if each.data.get("kind") == kind and each.order > order), None)
    return held is not None and held.root in roots


def _decided_with_reasons(compiler: Compiler, node: c.DecidedWithReasons, types: Types) -> Expression:
    return Expression(f"{compiler.use(decided_with_reasons)}(person, entry)", may_be_unknown=True)


def decided_with_reasons(person: PersonRecord, entry: CompactEntry) -> bool | str:
    """Whether the child has a decision with reasons of their own, and a category where a plan was made."""
    if entry.data.get("decisions") is None:
        return "what was decided for each child"
    row = person.row(entry, "decisions")
    reasons = str(row.get("reasons") or "").strip()
    return bool(reasons) and (row.get("decision") != "plan_made" or bool(row.get("category")))


MEANINGS.update(
    {
        c.Attended: _attended,
        c.OfThatConference: _of_that_conference,
        c.DecidedWithReasons: _decided_with_reasons,
    }
)
