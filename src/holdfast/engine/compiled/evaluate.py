"""What the product runs: every clock and signal of a person, with when each first showed, by the compiled rules. Nothing is kept
from one reading to the next."""

from collections.abc import Collection, Mapping

from holdfast.engine.compiled.compiled_rules import CompiledRules, compiled
from holdfast.engine.compiled.family_record import FamilyRecord
from holdfast.engine.compiled.first_shown import NOTHING_KNOWN, CompactLine, Known, lines
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.readable_results import line_of
from holdfast.engine.evaluation import PersonEvaluation
from holdfast.engine.rulebook import counted, in_use
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.standards.local_values import NO_VALUES, Values
from holdfast.vocabulary.world import World

Over = Mapping[str, frozenset[str]]
"""The starts, by the first version of their entry, of which a rule shows nothing but what is over."""
NOTHING_OVER: Over = {}


class CaseEvaluator:
    """Reads the people of one world at one moment from one record of it."""

    def __init__(self, world: World, moment: Moment, values: Values = NO_VALUES) -> None:
        self.moment = moment
        self.rules = compiled(in_use(values, london_day(moment.as_at)))
        self.record = FamilyRecord.of(counted(world, values), moment)

    def read(self, person: str, only: Collection[str] | None = None) -> PersonEvaluation:
        """Every clock and signal for a person. Raises ``KeyError`` for an id in ``only`` that is no standard and no signal."""
        # Asked of all of them before any is read, as in the reference.
        self.rules.used.check(only or ())
        return PersonEvaluation.of(
            line_of(PersonRecord.of(self.record, person), line) for line in lines_for(self.record, person, self.rules, only)
        )


def evaluate(
    world: World, person: str, moment: Moment, only: Collection[str] | None = None, *, values: Values = NO_VALUES
) -> PersonEvaluation:
    """Every clock and signal for ``person`` at ``moment``, as :meth:`CaseEvaluator.read` gives them."""
    return CaseEvaluator(world, moment, values).read(person, only)


def lines_for(
    record: FamilyRecord,
    person: str,
    rules: CompiledRules,
    only: Collection[str] | None = None,
    *,
    known: Known = NOTHING_KNOWN,
    over: Over = NOTHING_OVER,
) -> list[CompactLine]:
    """The same as it is worked out, without its sentences. ``known`` is what had shown by the record's ``since``. Of starts in
    ``over`` nothing is said, for rules that leave them out."""
    whole = PersonRecord.of(record, person)
    found: list[CompactLine] = []
    for rule in rules.that_may_begin(whole, only):
        # A rule that counts in hours reads another record, in which what was written up the same evening was not known in the
        # morning.
        who = PersonRecord.of(record.hourly, person) if rule.hourly else whole
        starts = over.get(rule.id) if over else None
        # Said for this rule alone and taken back: another rule that looks at the same clocks needs all of them.
        who.over = (rule.settles, starts) if starts else None
        found += lines(rule, who, known)
        who.over = None
    return found
