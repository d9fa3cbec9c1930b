"""The source that rules are compiled to, for reading and for checking."""

from collections.abc import Iterator
from types import FunctionType

from holdfast.engine.compiled.compiled_rules import CompiledRules
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.rulebook import InUse

HEADER = '''"""What the rules are compiled to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from holdfast.engine.compiled.calendar_arrays import BEGINS, ENDS, WORKED, WORKING, Count
from holdfast.engine.compiled.compact_clock import CompactClock
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.event_lookup import NONE, Candidates, candidates, first
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.instants import FAR_OFF, midnight
from holdfast.engine.compiled.outcome import is_in_force, warn_from
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.standard import Now
from holdfast.engine.compiled.clock_start import CompactStart
from holdfast.engine.compiled.state import CompactSpan, CompiledState, span_on, spans
from holdfast.engine.compiled.terms import CompiledLimit, Terms
from holdfast.engine.compiled.trigger import CompiledTrigger

COVERED = ENDS - BEGINS
WORKING_DAYS = len(WORKING)
terms: Terms
limit: CompiledLimit
limits: tuple[CompiledLimit, ...]
met_by: CompiledEvent
excused_by: CompiledEvent
during: CompiledState
warn: tuple[int, str, int | None]
trigger: CompiledTrigger
count_from: Count
end_types: frozenset[str]
general: Now
settle: Callable[[PersonRecord, CompactStart], Iterable[CompactClock]]
'''
"""The names that the source of a standard written out whole speaks of, each with what it is."""


def python_source_of(id: str, used: InUse) -> str:
    """Every function that one rule is compiled to. Raises ``KeyError`` where it is not in use."""
    used.check([id])
    # Compiled by itself, so that what is shown is what this rule needs and nothing of the others.
    rules = CompiledRules(used)
    rules[id]
    return "\n\n".join(source.rstrip() for source in rules.compiler.written.values()) + "\n"


def module_of(compiler: Compiler) -> str:
    """Everything that was compiled, as one module that can be checked by itself."""
    return "\n".join((HEADER, *_imports(compiler), *_constants(compiler), "", *compiler.written.values(), *_aliases(compiler)))


def _imports(compiler: Compiler) -> Iterator[str]:
    for name, value in sorted(compiler.names.items()):
        # Functions of ours are imported by the checker; those that were written are in the text itself.
        if isinstance(value, FunctionType) and not _is_written(value) and name not in compiler.written:
            yield f"from {value.__module__} import {value.__name__}"


def _is_written(function: FunctionType) -> bool:
    """Whether a function is of the source itself, and of no module."""
    return function.__code__.co_filename.startswith("<compiled ")


def _aliases(compiler: Compiler) -> Iterator[str]:
    """Functions of the source that other functions of it speak of by another name."""
    for name, value in compiler.names.items():
        if isinstance(value, FunctionType) and _is_written(value) and name not in compiler.written:
            yield f"{name} = {value.__name__}"


def _constants(compiler: Compiler) -> Iterator[str]:
    for name, value in compiler.names.items():
        if name not in ("__builtins__", "annotations") and not isinstance(value, FunctionType) and name not in compiler.written:
            kind = type(value)
            yield f"import {kind.__module__}" if kind.__module__ != "builtins" else ""
            yield f"{name}: {kind.__module__}.{kind.__qualname__}" if kind.__module__ != "builtins" else f"{name}: Any"
