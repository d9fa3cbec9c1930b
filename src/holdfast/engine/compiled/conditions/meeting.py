"""What the conditions about who was at a meeting mean, and about what it decided for this child, written out."""

from typing import cast

from holdfast.engine.compiled.compiler import MEANINGS, Compiler
from holdfast.engine.compiled.entries import CompactEntry, listed
from holdfast.engine.compiled.expression import Expression, LooksAt
from holdfast.engine.compiled.fields import column, is_one_of, written_name
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.who import agencies, is_social_care, role_of, roles_present, those_present
from holdfast.rules import conditions as c
from holdfast.standards import professions

Types = tuple[str, ...]
START: frozenset[LooksAt] = frozenset({"start"})
WHO_WAS_PRESENT = "who was present"
COVER, HELD = ("cover_named",), ("conference_held",)
WITHOUT_A_WORD = professions.FAMILY_ROLES | professions.WITHOUT_A_VOICE


def _social_worker_present(compiler: Compiler, node: c.SocialWorkerPresent, types: Types) -> Expression:
    text = f"{compiler.use(social_worker_present)}(person, entry)"
    return Expression(text, may_be_unknown=True, looks_at=frozenset({"others"}))


def social_worker_present(person: PersonRecord, entry: CompactEntry) -> bool | str:
    """Whether the lead social worker, or social-work cover that anybody had named, was present."""
    present = roles_present(person, entry)
    if present is None:
        return WHO_WAS_PRESENT
    workers = professions.SOCIAL_WORKERS
    if any(role in workers or role_of(person, worker) in workers for role, _, worker in present):
        return True
    covers = cast("frozenset[str]", person.keep("named as cover", _named_as_cover))
    return any(worker in covers for _, _, worker in present)


def _named_as_cover(person: PersonRecord) -> frozenset[str]:
    return frozenset(str(each.data.get("cover")) for each in person.anybodys(COVER))


def _strategy_quorum(compiler: Compiler, node: c.StrategyQuorum, types: Types) -> Expression:
    return Expression(f"{compiler.use(strategy_quorum)}(person, entry)", may_be_unknown=True)


def strategy_quorum(person: PersonRecord, entry: CompactEntry) -> bool | str:
    """Whether children's social care, police and health were all present."""
    there = those_present(person, entry)
    if there is None:
        return WHO_WAS_PRESENT
    return any(map(is_social_care, there)) and all(
        any(professions.speaks_of(words, *texts) for texts in there)
        for words in (professions.POLICE_WORDS, professions.HEALTH_WORDS)
    )


def _role_present(compiler: Compiler, node: c.RolePresent, types: Types) -> Expression:
    return Expression(f"{compiler.use(some_present_speak_of)}(person, entry, {node.words!r})", may_be_unknown=True)


def some_present_speak_of(person: PersonRecord, entry: CompactEntry, words: tuple[str, ...]) -> bool | str:
    """Whether somebody present has a role, agency or kind of agency that speaks of one of the words."""
    there = those_present(person, entry)
    return WHO_WAS_PRESENT if there is None else any(professions.speaks_of(words, *texts) for texts in there)


def _conference_quorum(compiler: Compiler, node: c.ConferenceQuorum, types: Types) -> Expression:
    return Expression(f"{compiler.use(conference_quorum)}(person, entry, {node.agencies!r})", may_be_unknown=True)


def conference_quorum(person: PersonRecord, entry: CompactEntry, wanted: int) -> bool | str:
    """Whether children's social care and so many other agencies were present."""
    there = those_present(person, entry)
    if there is None:
        return WHO_WAS_PRESENT
    social_care, others = False, set()
    for row, texts in zip(entry.data["present"], there, strict=True):
        if column(row, "person") or texts[0] in WITHOUT_A_WORD:
            continue
        if is_social_care(texts):
            social_care = True
        else:
            others.add(texts[1] or texts[0])
    return social_care and len(others - {None, ""}) >= wanted


def _more_present_than(compiler: Compiler, node: c.MorePresentThan, types: Types) -> Expression:
    return Expression(f"{compiler.use(more_present_than)}(entry, {node.n!r})", may_be_unknown=True)


def more_present_than(entry: CompactEntry, n: int) -> bool | str:
    """Whether more than so many professionals were present."""
    rows = entry.data.get("present")
    if rows is None:
        return WHO_WAS_PRESENT
    family, normal = professions.FAMILY_ROLES, professions.normal
    return sum(column(row, "person") is None and normal(column(row, "role")) not in family for row in rows) > n


def _subject_present(compiler: Compiler, node: c.SubjectPresent, types: Types) -> Expression:
    text = f"{compiler.use(agency_present)}(person, entry, subject)"
    return Expression(text, may_be_unknown=True, looks_at=START)


def agency_present(person: PersonRecord, entry: CompactEntry, agency: str | None) -> bool | str:
    """Whether somebody present spoke for an agency."""
    rows = entry.data.get("present")
    return WHO_WAS_PRESENT if rows is None else agency in agencies(person, rows)


def _took_part(compiler: Compiler, node: c.TookPart, types: Types) -> Expression:
    return Expression(f"{compiler.use(took_part)}(person, entry, subject)", may_be_unknown=True, looks_at=START)


def took_part(person: PersonRecord, entry: CompactEntry, adult: str | None) -> bool | str:
    """Whether an adult was present, by name or by what they are to the child."""
    if adult is None:
        return True
    rows = entry.data.get("present")
    if rows is None:
        return WHO_WAS_PRESENT
    kinds = {link.kind for link in person.links if link.from_person == adult}
    return any(
        column(row, "person") == adult or (not column(row, "person") and professions.normal(column(row, "role")) in kinds)
        for row in rows
    )


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


def _child_view_heard(compiler: Compiler, node: c.ChildViewHeard, types: Types) -> Expression:
    return Expression("person.row(entry, 'child_views').get('how', 'none') != 'none'")


def _decision_is(compiler: Compiler, node: c.DecisionIs, types: Types) -> Expression:
    return Expression(is_one_of("person.row(entry, 'decisions').get('decision')", node.values))


MEANINGS.update({
    c.SocialWorkerPresent: _social_worker_present,
    c.StrategyQuorum: _strategy_quorum,
    c.RolePresent: _role_present,
    c.ConferenceQuorum: _conference_quorum,
    c.MorePresentThan: _more_present_than,
    c.SubjectPresent: _subject_present,
    c.TookPart: _took_part,
    c.OfThatConference: _of_that_conference,
    c.DecidedWithReasons: _decided_with_reasons,
    c.ChildViewHeard: _child_view_heard,
    c.DecisionIs: _decision_is,
})  # fmt: skip
