"""Turning what a rule says into functions: each event and condition is written out as Python once, and shared by every rule that
says the same."""

import __future__

import linecache
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeGuard

from holdfast.engine.compiled.entries import listed
from holdfast.engine.compiled.event import CompiledEvent, Test
from holdfast.engine.compiled.expression import Expression, LooksAt, both, either, looking_at
from holdfast.engine.compiled.state import CompiledState
from holdfast.engine.compiled.three_valued import all_of
from holdfast.engine.meanings import Meanings
from holdfast.kernel.unknown_name import UnknownName
from holdfast.rules.conditions import About, IsTrigger, RefersTo
from holdfast.rules.event import Condition, Event, State
from holdfast.rules.node import NO_STANDARD
from holdfast.rules.standard import Standard
from holdfast.standards import STANDARDS
from holdfast.vocabulary.field_types import Shape, shapes
from holdfast.vocabulary.type_registry import ENTRY_TYPES

ARGUMENTS = "person: PersonRecord, entry: CompactEntry, start: CompactEntry | None, subject: str | None"
Meaning = Callable[["Compiler", Any, tuple[str, ...]], Expression]
"""How a condition is written out, for entries of some types."""
NOT_ITSELF = "(start is None or entry.id != start.id)"
MEANINGS: Meanings[Meaning] = Meanings("condition", "holdfast.engine.compiled.conditions")
"""The compiled meaning of each condition, registered by :mod:`holdfast.engine.compiled.conditions`."""


class Compiler:
    """Everything that is compiled together. ``caching`` off asks every condition anew each time, for finding one that looks at
    more than it says."""

    def __init__(self, standards: Mapping[str, Standard] = STANDARDS, *, caching: bool = True) -> None:
        self.standards = standards
        """Those that signals say something of."""
        self.caching = caching
        self.names: dict[str, Any] = {}
        self.kept: dict[str, Any] = {}
        """What is compiled once for all rules, by what compiles it."""
        self.written: dict[str, str] = {}
        """The source of every function, by its name."""
        self._events: dict[Any, CompiledEvent] = {}
        self._states: dict[State, CompiledState] = {}
        self._tests: dict[tuple[str, str], Test] = {}
        self._constants: dict[Any, str] = {}

    def standard(self, id: str) -> Standard:
        """A standard that a signal names."""
        if id not in self.standards:
            raise UnknownName("standard", id, self.standards, NO_STANDARD)
        return self.standards[id]

    # Names that the source speaks of.

    def use(self, function: Callable[..., Any]) -> str:
        """The name by which the source calls a function of ours."""
        name = function.__name__
        # Two functions of one name in two modules would make the source of one rule call the other's, without a word.
        there = self.names.setdefault(name, function)
        if there is not function:
            raise ValueError(
                f"two functions are called {name}: {there.__module__} and {function.__module__}; give one another name"
            )
        return name

    def constant(self, value: Any, called: str) -> str:
        """The name by which the source speaks of a value of ours."""
        # Each value has one name, so that two rules that say the same are the same text, and one function.
        found = self._constants.get(value)
        if found is None:
            found = self._constants[value] = f"{called}_{len(self._constants)}"
            self.names[found] = value
        return found

    def function(self, text: str, says: str, returns: str = "object") -> Test:
        """A function of an expression, with what it ``says`` in words. Two that say the same are one."""
        # By the text: what is written alike does alike, whoever wrote it.
        key = (text, returns)
        found = self._tests.get(key)
        if found is None:
            name = f"test_{len(self._tests)}"
            # One signature for all of them, so that an event can hold any and pass it whatever there is.
            source = f'def {name}({ARGUMENTS}) -> {returns}:\n    """{says}"""\n    return {text}\n'
            found = self._tests[key] = self._made(name, source)
        return found

    def whole(self, id: str, says: str, body: Sequence[str], constants: Mapping[str, Any]) -> Any:
        """A function of a person that does all of one rule, from the lines of its body and the values they speak of."""
        # With the rule's id, so that a traceback and a profile say which rule it was.
        name = f"{id.replace('-', '_')}_{len(self.written)}"
        text = "\n".join(body)
        source = f'def {name}(person: PersonRecord) -> Sequence[CompactClock]:\n    """{says}."""\n{text}\n'
        return self._made(name, source, dict(constants))

    def selection(self, text: str, says: str) -> Any:
        """A function that picks the entries of which an expression holds: one call for all of them."""
        key = (text, "select")
        found = self._tests.get(key)
        if found is None:
            name = f"select_{len(self._tests)}"
            head = f"def {name}(person: PersonRecord, entries: Sequence[CompactEntry]) -> list[CompactEntry]:"
            unset = "    start: CompactEntry | None = None\n    subject: str | None = None\n"
            body = "    return list(entries)" if text == "True" else f"{unset}    return [entry for entry in entries if {text}]"
            source = f'{head}\n    """{says}"""\n{body}\n'
            found = self._tests[key] = self._made(name, source)
        return found

    def _made(self, name: str, source: str, names: dict[str, Any] | None = None) -> Any:
        file = f"<compiled {name}>"
        self.written[name] = source
        names = self.names if names is None else names
        # So that a traceback shows the line.
        linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
        # Annotations stay text: the types they speak of are needed by the type checker, and importing them here would be a
        # circle.
        code = compile(source, file, "exec", flags=__future__.annotations.compiler_flag)  # names in annotations need not be there
        exec(code, names)  # noqa: S102  (made from the rules alone: nothing that anybody typed goes into it)
        return names[name]

    # What a rule says.

    def condition(self, node: Condition, types: tuple[str, ...]) -> Expression:
        """A condition asked of entries of these types."""
        return MEANINGS[type(node)](self, node, types)

    def certain(self, where: Iterable[Condition], types: tuple[str, ...], says: str) -> Test:
        """Whether every condition certainly holds."""
        return self.function(both([self.condition(each, types).certain for each in where]), says)

    def answer(self, node: Condition, types: tuple[str, ...], says: str) -> Test:
        """The answer to a condition: true, false, or what is missing."""
        return self.function(self.condition(node, types).three_valued, says, "bool | str")

    def event(self, *events: Event, linked: bool = True) -> CompiledEvent:
        """Any of several events. ``linked``: where all that it asks of the start is that an entry points at it, the entries are
        found by that; whoever asks without a start needs it otherwise."""
        key = (events, linked)
        found = self._events.get(key)
        if found is None:
            found = self._events[key] = self._event(events, linked)
        return found

    def maybe(self, *events: Event, linked: bool = True) -> CompiledEvent | None:
        """The same, where there are any."""
        return self.event(*events, linked=linked) if events else None

    def _event(self, events: tuple[Event, ...], linked: bool) -> CompiledEvent:
        types = tuple(dict.fromkeys(type for event in events for type in event.types))
        says = "; ".join(" or ".join(event.types) for event in events)[:100]
        parts = [self._parts(event, types, len(events) > 1) for event in events]
        # With every question in it, for whoever asks without having found the entries by what they point at.
        whole = [both([head, *(each.certain for each in where)]) for head, where in parts]
        meets = [
            each
            if any(isinstance(node, IsTrigger) for node in event.where)
            else f"(start is None or entry.id != start.id) and {each}"
            for event, each in zip(events, whole, strict=True)
        ]
        looks = _looks(events, [each for _, where in parts for each in where])
        fits, link = whole, None
        field = _link(events) if linked and self.caching else None
        if field is not None:
            rest = [self._parts(_unlinked(event), types, len(events) > 1) for event in events]
            without = looking_at(*(each for _, where in rest for each in where))
            # Once the question of the start is taken out nothing else of it may look at a start, or the list by what they
            # point at would be of one start alone.
            if without.isdisjoint({"start", "others"}):
                fits = [both([head, *(each.certain for each in where)]) for head, where in rest]
                link = self._roots(field)
                # That an entry points at the start was answered by finding it there.
                looks = without | (looks & {"identity"})
        return CompiledEvent(
            says,
            types,
            anyones=tuple(dict.fromkeys(type for event in events if About("anyone") in event.where for type in event.types)),
            fits=self.function(either(fits), says),
            meets=self.function(either(meets), f"{says}, and not the start itself"),
            select=self.selection(either(fits), says),
            per_start=not self.caching or "start" in looks,
            by_others="others" in looks,
            by_identity="identity" in looks,
            by_reference="references" in looks,
            link=link,
            fits_whole=self.function(either(whole), says),
        )

    def _parts(self, event: Event, types: tuple[str, ...], several: bool) -> tuple[str, list[Expression]]:
        """Of which type it is and whether it names the child, and its conditions."""
        head = []
        # Of several events together, which one an entry may be is said by its type; of one alone every entry has it already.
        if several and types != event.types:
            head.append(f"entry.type in {event.types!r}" if len(event.types) > 1 else f"entry.type == {event.types[0]!r}")
        if event.names == "child":
            head.append("entry.data.get('child') == person.id")
        elif event.names in ("decisions", "child_views"):
            head.append(f"person.has_row(entry, {event.names!r})")
        elif event.names is not None:
            head.append(f"person.is_named(entry, {event.names!r})")
        return both(head), [self.condition(node, event.types) for node in event.where]

    def _roots(self, field: str) -> Any:
        name = f"points_at_{field}"
        if name not in self.names:
            self.use(roots_in)
            head = f"def {name}(person: PersonRecord, entry: CompactEntry) -> list[str]:"
            source = f"{head}\n    return roots_in(person, entry, {field!r})\n"
            return self._made(name, source)
        return self.names[name]

    def doubtful(self, event: Event) -> Test:
        """Whether an entry is the event, which may be unknown."""
        names = [] if event.names is None else [Expression(f"person.is_named(entry, {event.names!r})")]
        parts = [*names, *(self.condition(node, event.types) for node in event.where)]
        # Of several things that are missing, the last is said.
        # The function below gives the first that is unknown, and the reference the last.
        answers = ", ".join(part.three_valued for part in reversed(parts))
        return self.function(f"{self.use(all_of)}({answers})", " or ".join(event.types), "bool | str")

    def state(self, state: State) -> CompiledState:
        """What starts and ends a state."""
        found = self._states.get(state)
        if found is None:
            found = self._states[state] = CompiledState(
                state.id,
                state.title,
                starts=self.maybe(*state.starts, linked=False) if not state.any_of else None,
                ends=self.maybe(*state.ends, linked=False) if not state.any_of else None,
                any_of=tuple(self.state(each) for each in state.any_of),
                restarts=state.restarts,
            )
        return found

    def states(self, state: State | None) -> CompiledState | None:
        """The same, where there is one."""
        return None if state is None else self.state(state)


def roots_in(person: Any, entry: Any, field: str) -> list[str]:
    """The first versions of the entries that a field of this one points at."""
    root = person.record.root
    return [root(str(each)) for each in listed(entry, field)]


def _looks(events: Sequence[Event], conditions: Sequence[Expression]) -> frozenset[LooksAt]:
    """What has to be looked at, beyond an entry, to tell whether it is one of the events."""
    # It decides how often that is asked, so nothing may be left out: too much is slow, too little is a wrong answer in some state
    # of knowledge.
    looks = looking_at(*conditions)
    # Being seen hangs on who the mother is and whether there has been a birth; a row of one's own hangs on nothing.
    if any(event.names is not None and event.names not in ("decisions", "child_views", "child") for event in events):
        looks |= {"identity"}
    if any(isinstance(node, IsTrigger) for event in events for node in event.where):
        looks |= {"start"}
    return looks


def _link(events: Sequence[Event]) -> str | None:
    """The one field in which all of the events point at the start."""
    fields = {next((node.field for node in event.where if _points_at_start(node)), None) for event in events}
    return fields.pop() if len(fields) == 1 else None


def _points_at_start(node: Condition) -> TypeGuard[RefersTo]:
    return isinstance(node, RefersTo) and node.start_field is None


def _unlinked(event: Event) -> Event:
    first = next(node for node in event.where if _points_at_start(node))
    return Event(event.types, tuple(node for node in event.where if node is not first), event.names)


def field_shape(type: str, field: str) -> Shape | None:
    """What a field of an entry type is; none where the type has no such field."""
    return next((each for each in shapes(ENTRY_TYPES[type]) if field in (each.name, each.attribute)), None)


def is_single(types: tuple[str, ...], field: str) -> bool:
    """Whether a field holds one plain value in every one of these types that has it."""
    found = [field_shape(type, field) for type in types]
    return all(each is None or (not each.many and not each.also and each.kind != "row") for each in found)


def is_list(types: tuple[str, ...], field: str) -> bool:
    """Whether it holds a list in every one of them that has it."""
    found = [field_shape(type, field) for type in types]
    return all(each is None or (each.many and not each.also) for each in found)
