"""What the conditions mean about whom the entry is about or names, written out."""

from typing import cast

from holdfast.engine.compiled.compiler import MEANINGS, Compiler
from holdfast.engine.compiled.entries import CompactEntry, listed
from holdfast.engine.compiled.entry_fields import each_text, value_text, worded, written_name
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.event_entries import fitting
from holdfast.engine.compiled.expression import ALONE, Expression, LooksAt
from holdfast.engine.compiled.instants import FAR_OFF
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.state import CompiledState, holds_on
from holdfast.engine.reference.affiliation import FAMILY_WORDS
from holdfast.engine.reference.conditions.subject import NOT_SAID
from holdfast.rules import conditions as c
from holdfast.rules.conditions.subject import Named
from holdfast.standards.professions import FAMILY_ROLES, normal

Types = tuple[str, ...]
# Whether somebody else is a child, or what happened to them, is no part of who this person is.
OTHERS: frozenset[LooksAt] = frozenset({"others"})


def _names(compiler: Compiler, node: c.Names, types: Types) -> Expression:
    if node.who == "child":
        # Only who was seen may be named by their mother before they are born.
        looks: frozenset[LooksAt] = frozenset({"identity"}) if node.field in ("seen", "seen_alone") else ALONE
        named = f"person.is_named(entry, {written_name(types, node.field)!r})"
    else:
        is_one, looks = _is_one(compiler, node.who, worded(types, node.field, "each"))
        named = f"any({is_one} for each in {each_text(compiler, types, node.field)})"
    if node.who == "subject":
        # A clock about nobody in particular is met whoever is named.
        named = f"subject is None or {named}"
    if node.who not in NOT_SAID:
        return Expression(named, looks_at=looks)
    text = f"{NOT_SAID[node.who]!r} if {value_text(types, node.field)} is None else {named}"
    return Expression(text, may_be_unknown=True, looks_at=looks)


def _is_one(compiler: Compiler, who: Named, each: str) -> tuple[str, frozenset[LooksAt]]:
    """Whether somebody named is one of them, and what has to be looked at to tell."""
    people, role = "person.record.people.by_id", f"{compiler.use(normal)}({each})"
    match who:
        case "subject":
            return f"{each} == subject", frozenset({"start"})
        case "parent":
            return f"{each} in person.parents", ALONE
        case "adult":
            return f"{each} not in {people} or person.other({each}).is_adult(entry.last)", OTHERS
        case "family":
            return f"{each} in {people} or {role} in {compiler.constant(FAMILY_WORDS, 'family_words')}", ALONE
    return f"{each} not in {people} and {role} not in {compiler.constant(FAMILY_ROLES, 'family_roles')}", ALONE


def _names_sibling(compiler: Compiler, node: c.NamesSibling, types: Types) -> Expression:
    field, state = written_name(types, node.field), compiler.constant(compiler.state(node.state), "state")
    return Expression(f"{compiler.use(names_sibling_in_state)}(person, entry, {field!r}, {state})", looks_at=OTHERS)


def names_sibling_in_state(person: PersonRecord, entry: CompactEntry, field: str, state: CompiledState) -> bool:
    """Whether a brother or sister is named, and the state held that day for one who is or for the child."""
    siblings = person.siblings
    # Whether any is named at all, first: only then does the state matter, which has to be folded.
    named = [each for each in listed(entry, field) if each in siblings] if siblings else []
    if not named:
        return False
    day = entry.last
    return holds_on(person, state, day) or any(holds_on(person.other(each), state, day) for each in named)


def _about(compiler: Compiler, node: c.About, types: Types) -> Expression:
    if node.whom == "siblings":
        alone = "each in entry.about or not person.other(each).is_child_on(entry.last)"
        return Expression(f"all({alone} for each in person.siblings)", looks_at=OTHERS)
    if node.whom == "parent":
        return Expression(f"{compiler.use(about_parent)}(person, entry)", looks_at=OTHERS | {"identity"})
    if node.whom == "subject":
        return Expression("subject in entry.about", looks_at=frozenset({"start"}))
    return Expression("True" if node.whom == "anyone" else "person.id in entry.about")


def about_parent(person: PersonRecord, entry: CompactEntry) -> bool:
    """Whether an entry is about adults alone, one of whom brings this child up."""
    day = entry.last
    # First what is known without reading anything: nearly every entry is about somebody else.
    if person.brought_up_by(day).isdisjoint(entry.about) or person.is_adult(day):
        return False
    return all(person.other(each).is_adult(day) for each in entry.about)


def _brings_up_nobody(compiler: Compiler, node: c.BringsUpNobody, types: Types) -> Expression:
    text = f"not person.is_adult(entry.last) or not {compiler.use(brings_up_a_child)}(person, entry.last)"
    return Expression(text, looks_at=OTHERS | {"identity"})


def brings_up_a_child(person: PersonRecord, day: int) -> bool:
    """Whether a child is known whom this person was bringing up on a day."""
    others = {link.to_person for link in person.links if link.from_person == person.id}
    return any(person.other(each).is_child_on(day) and person.id in person.other(each).brought_up_by(day) for each in others)


def _has_responsibility(compiler: Compiler, node: c.HasResponsibility, types: Types) -> Expression:
    return Expression(f"{compiler.use(has_responsibility)}(person, subject)", looks_at=frozenset({"start"}))


def has_responsibility(person: PersonRecord, adult: str | None) -> bool:
    """Whether an adult is recorded as having parental responsibility for the child. A mother has it unless the record says
    not."""
    return any(
        link.parental_responsibility is True or (link.parental_responsibility is None and adult in person.mothers)
        for link in person.links
        if link.to_person == person.id and link.from_person == adult
    )


def _of_sibling(compiler: Compiler, node: c.OfSibling, types: Types) -> Expression:
    event = compiler.maybe(*node.events, linked=False)
    if event is None:
        return Expression("False")
    first = f"{compiler.use(first_day)}(person.other(each), {compiler.constant(event, 'event')})"
    return Expression(f"any({first} <= entry.last for each in person.siblings)", looks_at=OTHERS)


def first_day(person: PersonRecord, event: CompiledEvent) -> int:
    """The first day on which the event can have happened to the person."""
    # Every entry of every sister asks for the same day.
    return cast("int", person.keep((event, "first day"), lambda person: _first_day(person, event)))


def _first_day(person: PersonRecord, event: CompiledEvent) -> int:
    return min((entry.first for entry in fitting(person, event)), default=FAR_OFF)


MEANINGS.update(
    {
        c.Names: _names,
        c.NamesSibling: _names_sibling,
        c.About: _about,
        c.BringsUpNobody: _brings_up_nobody,
        c.HasResponsibility: _has_responsibility,
        c.OfSibling: _of_sibling,
    }
)
