"""What the conditions mean that set what the entry names beside the starting entry, or beside the person the clock is about,
written out."""

from collections.abc import Sequence

from holdfast.engine.compiled.compiler import MEANINGS, Compiler, is_single
from holdfast.engine.compiled.entries import CompactEntry, listed
from holdfast.engine.compiled.entry_fields import each_text, value_text, worded
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.expression import Expression, LooksAt
from holdfast.engine.compiled.person import PersonRecord
from holdfast.rules import conditions as c

Types = tuple[str, ...]
START: frozenset[LooksAt] = frozenset({"start"})


def _points_at_start(compiler: Compiler, field: str, types: Types) -> str:
    if is_single(types, field):
        value = value_text(types, field)
        # By the root, or an answer to a question that was put right would answer nothing.
        return f"{value} is not None and person.record.root({worded(types, field, value)}) == start.root"
    each = worded(types, field, "each")
    return f"any(person.record.root({each}) == start.root for each in {each_text(compiler, types, field)})"


def _points_where_start_does(compiler: Compiler, field: str, start_field: str, types: Types) -> str:
    texts = each_text(compiler, types, field)
    return f"{compiler.use(name_one_entry)}(person, {texts}, {compiler.use(listed)}(start, {start_field!r}))"


def name_one_entry(person: PersonRecord, some: Sequence[object], others: Sequence[object]) -> bool:
    """Whether an id among some and one among others name the same entry."""
    root = person.record.root
    return bool(some and others) and not {root(str(each)) for each in some}.isdisjoint(root(str(each)) for each in others)


def _refers_to(compiler: Compiler, node: c.RefersTo, types: Types) -> Expression:
    if node.start_field is None:
        points = _points_at_start(compiler, node.field, types)
    else:
        points = _points_where_start_does(compiler, node.field, node.start_field, types)
    return Expression(f"start is not None and {points}", looks_at=START)


def _same_as(compiler: Compiler, node: c.SameAs, types: Types) -> Expression:
    theirs = f"{compiler.use(listed)}(start, {node.start_field!r})"
    if is_single(types, node.field):
        value = value_text(types, node.field)
        return Expression(f"start is not None and {value} is not None and {value} in {theirs}", looks_at=START)
    same = f"any(each in {theirs} for each in {each_text(compiler, types, node.field)})"
    return Expression(f"start is not None and {same}", looks_at=START)


def _named_by(compiler: Compiler, node: c.NamedBy, types: Types) -> Expression:
    is_it = "each in entry.about" if node.what == "person" else "person.record.root(str(each)) == entry.root"
    named = f"any({is_it} for each in {compiler.use(listed)}(start, {node.field!r}))"
    return Expression(f"start is not None and {named}", looks_at=START)


def _is_trigger(compiler: Compiler, node: c.IsTrigger, types: Types) -> Expression:
    return Expression("start is not None and entry.id == start.id", looks_at=START)


def _refers_to_event(compiler: Compiler, node: c.RefersToEvent, types: Types) -> Expression:
    event = compiler.event(node.event, linked=False)
    looks: set[LooksAt] = {"references"}
    # What the other entry is asked is asked of this one too, as far as it may change.
    if event.per_start or event.by_others:
        looks.add("others")
    if event.by_identity:
        looks.add("identity")
    texts = each_text(compiler, types, node.field)
    text = f"{compiler.use(name_an_entry_that_fits)}(person, {texts}, {compiler.constant(event, 'event')})"
    return Expression(text, looks_at=frozenset(looks))


def name_an_entry_that_fits(person: PersonRecord, named: Sequence[object], event: CompiledEvent) -> bool:
    """Whether an entry that is named, as it is read now, is about the person and certainly the event."""
    for each in named:
        entry: CompactEntry | None = person.record.current(str(each))
        if (
            entry is not None
            and entry.type in event.type_set
            and person.id in entry.about
            and event.fits(person, entry, None, None)
        ):
            return True
    return False


MEANINGS.update(
    {
        c.RefersTo: _refers_to,
        c.SameAs: _same_as,
        c.NamedBy: _named_by,
        c.IsTrigger: _is_trigger,
        c.RefersToEvent: _refers_to_event,
    }
)
