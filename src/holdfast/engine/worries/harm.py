"""The signal about carers nobody checked, in whose nights somebody has to count."""

from collections.abc import Iterator

from holdfast.engine import carers
from holdfast.engine.fields import value
from holdfast.engine.life import Life
from holdfast.engine.raised import Raised
from holdfast.engine.worries.shape import is_child, raise_, root, seen_at, when_words
from holdfast.kernel.when import start_of_day
from holdfast.signals.model import Signal


def carer_unassessed(life: Life, signal: Signal) -> Iterator[Raised]:
    """Stays that repeat with a carer nobody has assessed."""
    for found in carers.repetitions(life):
        if not is_child(life, found.day):
            continue
        name = " and ".join(life.world.names.person(each) for each in found.carers)
        assessed = next(
            (
                entry
                for entry in life.known.of("viability_assessed")
                if value(entry, "carer") in found.carers
                and entry.happened.last >= found.day
                and value(entry, "outcome") != "more_needed"
            ),
            None,
        )
        ended = (seen_at(assessed.happened), assessed) if assessed is not None else None
        times = f"{len(found.evidence)} in 28 days, the last {when_words(found.entry)}"
        why = f"Overnight stays with {name} repeat ({times}) and no assessment is recorded."
        key = "/".join((root(life, found.evidence[0]), *found.carers))
        yield raise_(life, signal, start_of_day(found.day), found.evidence, why, key=key, ended=ended)
