"""The meaning of record: standards and signals over one person's entries, in plain Python.

Every other way of running a rule must give the same answers as this one.
"""

from collections.abc import Collection
from functools import lru_cache, partial

from holdfast.engine.evaluation import PersonEvaluation
from holdfast.engine.reference import standard
from holdfast.engine.reference.first_shown import ReferenceEvaluator, RuleInState
from holdfast.engine.reference.signal import finder
from holdfast.engine.reference.timeline import PARTNERSHIP
from holdfast.engine.rulebook import TIMED, InUse, counted, in_use, of_the_partnership, published
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.rules.signal import Signal
from holdfast.rules.standard import Standard
from holdfast.signals import SIGNALS
from holdfast.standards.local_values import NO_VALUES, Values
from holdfast.vocabulary.world import World


def evaluate(
    world: World, person: str, moment: Moment, only: Collection[str] | None = None, *, values: Values = NO_VALUES
) -> PersonEvaluation:
    """Every clock and signal for ``person`` at ``moment``. ``only`` narrows it to some ids; ``values`` are a partnership's own.

    Raises ``KeyError`` for an id in ``only`` that is no standard and no signal.
    """
    return read(ReferenceEvaluator(counted(world, values), moment), person, only, values)


def read(
    reader: ReferenceEvaluator, person: str, only: Collection[str] | None = None, values: Values = NO_VALUES
) -> PersonEvaluation:
    """As :func:`evaluate`, with a reader that several people share."""
    used = in_use(values, london_day(reader.moment.as_at))
    # Asked of all of them before any is read: half an answer, and then a refusal, would be taken for a whole one.
    used.check(only or ())
    every = rules_of(used)
    chosen = list(every.values()) if only is None else [every[id] for id in only]
    # What is about nobody is everybody's to read, and would begin any rule: only those of the partnership's own are meant.
    if person == PARTNERSHIP:
        chosen = [rule for rule in chosen if rule.id in of_the_partnership()]
    return PersonEvaluation.of(line for rule in chosen for line in reader.read(person, rule))


def rules() -> dict[str, RuleInState]:
    """Every standard and signal as published, ready to read."""
    return rules_of(published())


@lru_cache(maxsize=32)
def rules_of(used: InUse) -> dict[str, RuleInState]:
    """Those in use, ready to read."""
    found = {id: of_standard(rule) for id, rule in used.standards.items()}
    # What a signal says of other signals it says of them as published: a partnership sets the numbers of each for itself alone.
    looked_at = used if used.signals is SIGNALS else InUse(used.standards, SIGNALS)
    return found | {id: of_signal(signal, looked_at) for id, signal in used.signals.items()}


def of_standard(rule: Standard) -> RuleInState:
    """One standard, ready to read."""
    # What is due at once is counted in hours whatever its unit says: whether it was late is a matter of the time of day.
    timed = rule.limit.unit in TIMED or rule.limit.n == 0
    rules = published()
    return RuleInState(rule.id, rule.looks_at(rules), timed, partial(standard.clocks, rule=rule), rule.begins(rules))


def of_signal(signal: Signal, rules: InUse | None = None) -> RuleInState:
    """One signal, ready to read; what it says of standards is said of these, which are the published ones unless it is said."""
    rules = published() if rules is None else rules
    return RuleInState(signal.id, signal.looks_at(rules), signal.timed, finder(signal, rules), signal.begins(rules))
