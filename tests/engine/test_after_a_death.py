"""After a death nothing starts but what the death itself asks, whatever the rule, the record and what was known when."""

from datetime import UTC, date, datetime, timedelta

import pytest

from holdfast.engine.clock import Clock
from holdfast.engine.compiled.evaluate import evaluate as by_compiled
from holdfast.engine.history_line import HistoryLine
from holdfast.engine.raised_signal import Finding
from holdfast.engine.reference.evaluate import evaluate as by_meaning
from holdfast.engine.reference.first_shown import ReferenceEvaluator
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.state import spans
from holdfast.engine.responsibility.roster import Roster
from holdfast.kernel.moment import FOREVER, Moment
from holdfast.kernel.when import end_of_day, start_of_day
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.standards.states import CHILD_PROTECTION_PLAN
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World
from tests.bulk.generating import cases
from tests.engine.compiled.test_agreement import differences
from tests.sizes import taken
from tests.specs.kit import (
    CHILD,
    FATHER,
    MOTHER,
    ORGANISATIONS,
    PEOPLE,
    RELATIONSHIPS,
    WORKERS,
    Given,
    conference,
    given,
)
from tests.specs.kit import person as invented

RULES = {**STANDARDS, **SIGNALS}
READ = Moment(datetime(2024, 6, 1, tzinfo=UTC), FOREVER)
ASKED_BY_A_DEATH = {
    *("FD-03", "FD-04"),  # whoever told us something is owed an answer
    *("REV-01", "REV-02", "REV-03", "REV-04", "REV-05", "REV-06", "REV-07", "REV-08", "REV-09", "REV-11"),
    *("RPD-01", "RPD-02", "RPD-03", "RPD-04", "RPD-05", "RPD-07"),  # disagreements, as whether to notify
    *("LADO-01", "LADO-02"),  # an allegation is about a worker, who lives
    *("INF-01", "INF-02", "INF-03"),
    *("RET-02", "RET-04", "RET-05", "RET-06", "RET-07"),
    # What was learned from a death is to be carried out and published all the same.
    *("SIG-RECOMMENDATION-PAST-DUE", "SIG-PUBLICATION-NOT-KNOWN"),
    # A mistake in the record is one whoever has died.
    *("SIG-FUTURE-DATED", "SIG-SEEN-OUT-OF-LIFE", "SIG-OUT-OF-ORDER", "SIG-BORN-AFTER-DEATH"),
    "SIG-HARM-AFTER-DEATH",  # was it another child?
}


def test_the_rules_that_may_begin_after_a_death_are_these_few() -> None:
    assert {id for id, rule in RULES.items() if rule.after_death} == ASKED_BY_A_DEATH


def died(day: date, *, id: str = "died", person: str = CHILD, late: int = 0) -> Entry:
    """A death, recorded so many days after it."""
    recorded = end_of_day(day) + timedelta(days=late)
    return Entry.build(
        id=id, type="death_recorded", happened=day.isoformat(), recorded_at=recorded, about=(person,), data={"person": person}
    )


def with_a_death(world: World, **parts: int) -> tuple[World, date]:
    """The same world, with the death of the child on the day on which half of it had happened."""
    days = sorted(entry.happened.last for entry in world.entries)
    day = days[len(days) // 2]
    # No other death, and none taken back: the lives that are invented have deaths of their own.
    others = [entry for entry in world.entries if entry.type != "death_recorded"]
    return World(**{**vars(world), "entries": (*others, died(day, **parts))}), day


def began_after(line: HistoryLine, day: date) -> bool:
    """Whether a line that stands began later than the day."""
    if line.withdrawn_at is not None:
        return False
    return (line.what.started_at if isinstance(line.what, Clock) else line.what.raised_at) > start_of_day(day + timedelta(days=1))


@pytest.mark.parametrize("id", RULES)
def test_nothing_begins_after_a_death_but_what_it_asks_and_nothing_else_is_left_open_by_it(id: str) -> None:
    asked = RULES[id].after_death
    outlives = asked or getattr(RULES[id], "outlives_childhood", False)
    for world in cases(RULES[id], 2 * taken("lives invented from each rule, read by both engines")):
        if not world.entries:
            continue
        ended, day = with_a_death(world)
        lines = by_compiled(ended, CHILD, READ, [id]).lines
        assert asked or not [line for line in lines if began_after(line, day)]
        assert outlives or not [line for line in lines if still_open(line, id)]


def still_open(line: HistoryLine, id: str) -> bool:
    """Whether somebody would still be asked about it."""
    if line.withdrawn_at is not None:
        return False
    if isinstance(line.what, Finding):
        return line.what.ended_at is None
    # What was asked as something happened was so or not, and stays that.
    return not line.what.gate and line.what.state(READ.as_at) in ("running", "due_soon", "overdue", "cannot_tell")


@pytest.mark.parametrize("id", RULES)
def test_both_engines_say_the_same_of_a_death_however_late_it_was_recorded(id: str) -> None:
    world = next(iter(cases(RULES[id], 1)))
    if world.entries:
        for late in (0, 45):
            ended, _ = with_a_death(world, late=late)
            assert differences(ended, Moment.live(max(each.recorded_at for each in ended.entries)), [CHILD], [id]) == []
            assert differences(ended, READ, [CHILD], [id]) == []


NOVEMBER = Moment.live(datetime(2018, 11, 30, 12, tzinfo=UTC))
PLAN = conference("ic", "Wed 2018-10-03", category="NEG")


def lived(*entries: Given | Entry) -> World:
    """A family's record."""
    written = tuple(each.entry() if isinstance(each, Given) else each for each in entries)
    return World(ORGANISATIONS, WORKERS, PEOPLE, RELATIONSHIPS, written)


def lines(world: World, rule: str, moment: Moment = NOVEMBER, person: str = CHILD) -> list[HistoryLine]:
    """What both engines say of a rule, which is the same."""
    assert differences(world, moment, [person], [rule]) == []
    return list(by_meaning(world, person, moment, [rule]).lines)


def test_a_birthday_after_the_death_of_a_child_on_a_plan_begins_nothing() -> None:
    toddler = {**PEOPLE, CHILD: invented(CHILD, "Ash", "2015-05-05")}
    world = World(ORGANISATIONS, WORKERS, toddler, RELATIONSHIPS, (PLAN.entry(), died(date(2018, 12, 1))))
    later = Moment.live(datetime(2026, 11, 30, tzinfo=UTC))
    assert by_meaning(world, CHILD, later, ["CP-32"]).lines == ()
    alive = World(ORGANISATIONS, WORKERS, toddler, RELATIONSHIPS, (PLAN.entry(),))
    assert [line.what.starts for line in by_meaning(alive, CHILD, later, ["CP-32"]).clocks] == [date(2019, 5, 5)]


def test_a_plan_and_whoever_had_the_child_are_over_with_the_death() -> None:
    given_to = given("al", "worker_allocated", "Wed 2018-10-03", worker="sam", role="lead_social_worker")
    world = lived(PLAN, given_to, died(date(2018, 11, 5)))
    known = ReferenceEvaluator(world, NOVEMBER).known(NOVEMBER.known_at)
    (span,) = spans(PersonView.of(known, CHILD), CHILD_PROTECTION_PLAN)
    assert (span.end, span.ended_by) == (date(2018, 11, 5), world.entries[-1])
    before = Roster(world, Moment.live(datetime(2018, 11, 4, 12, tzinfo=UTC)))
    after = Roster(world, NOVEMBER)
    assert (before.lead(CHILD), after.lead(CHILD), after.allocations(CHILD)) == ("sam", None, ())
    assert after.anchor(CHILD) == "sam"  # whose managers still answer for what is asked of the death


def test_what_had_shown_before_a_late_death_was_known_stays_in_history_with_the_reason() -> None:
    # The child died on 5 October; the visit due on the 10th showed on the 11th, and the death was written down in November.
    late = Entry.build(
        id="died",
        type="death_recorded",
        happened="2018-10-05",
        recorded_at="2018-11-20T12:00:00Z",
        about=(CHILD,),
        data={"person": CHILD},
    )
    seen = [given("v", "visit_made", "Fri 2018-10-12", kind="child_protection", worker="sam", seen=[CHILD])]
    (stale,) = [line for line in lines(lived(PLAN, *seen, late), "CP-30") if line.what.trigger == "v"]  # type: ignore[union-attr]
    assert stale.withdrawn_on == date(2018, 11, 20)
    assert stale.withdrawn_why == "the death on 5 Oct 2018 was recorded on 20 Nov 2018"


def test_one_who_lives_after_all_has_their_clocks_again() -> None:
    wrong = given("w", "entry_withdrawn", "Mon 2018-11-26", withdraws="died", reason="It was her cousin.")
    world = lived(PLAN, died(date(2018, 10, 8)), wrong)
    (ended,) = lines(world, "CP-31", Moment.live(datetime(2018, 11, 25, 12, tzinfo=UTC)))
    (again,) = lines(world, "CP-31")
    assert isinstance(ended.what, Clock)
    assert isinstance(again.what, Clock)
    assert ended.what.excused_why == "death recorded"
    assert again.what.state(NOVEMBER.as_at) == "overdue"


def test_a_death_of_some_day_of_a_month_ends_what_was_asked_by_the_day_it_was_known() -> None:
    some_day = given("died", "death_recorded", ("Mon 2018-10-01", "Wed 2018-10-31"), person=CHILD, recorded="Tue 2018-10-09")
    (clock,) = lines(lived(PLAN, some_day), "CP-31", Moment.live(datetime(2018, 10, 12, 12, tzinfo=UTC)))
    assert isinstance(clock.what, Clock)
    assert clock.what.excused_on == date(2018, 10, 9)


def test_an_adults_own_clocks_end_with_their_death() -> None:
    asked = given("e", "test_taken", "Mon 2018-10-08", about=(MOTHER,), kind="hair")
    (running,) = lines(lived(asked), "CP-61", person=MOTHER)[:1]
    lines_after = lines(lived(asked, died(date(2018, 10, 9), person=MOTHER)), "CP-61", person=MOTHER)
    assert isinstance(running.what, Clock)
    assert running.what.state(NOVEMBER.as_at) == "overdue"
    assert [line.what.state(NOVEMBER.as_at) for line in lines_after] == ["not_required"]  # type: ignore[union-attr]


def test_a_parent_who_died_later_was_owed_a_letter_until_then_and_one_who_had_died_was_not() -> None:
    decided = given("lp", "legal_planning_held", "Mon 2018-10-01", decision="Start pre-proceedings.")
    states = {}
    for day in (date(2018, 9, 28), date(2018, 10, 3)):
        found = lines(lived(decided, died(day, person=FATHER)), "PLO-02")
        states[day] = {line.what.about[0]: line.what.state(NOVEMBER.as_at) for line in found}  # type: ignore[union-attr]
    assert states[date(2018, 9, 28)] == {MOTHER: "overdue"}
    assert states[date(2018, 10, 3)] == {MOTHER: "overdue", FATHER: "not_required"}


def test_nobody_checks_a_carer_who_has_died() -> None:
    stays = given("s", "stay_started", "Fri 2018-11-02", with_=["gran"], arrangement="family", overnight=True, agreed_by=["sam"])
    (before,) = lines(lived(stays), "KIN-02")
    (after,) = lines(lived(stays, died(date(2018, 11, 5), person="gran")), "KIN-02")
    assert isinstance(before.what, Clock)
    assert isinstance(after.what, Clock)
    assert (before.what.state(NOVEMBER.as_at), after.what.state(NOVEMBER.as_at)) == ("overdue", "not_required")
    assert after.what.excused_why == "death recorded"


def test_no_worry_comes_months_after_the_death_of_a_child_on_a_plan() -> None:
    world = lived(PLAN, died(date(2018, 12, 1)))
    later = Moment.live(datetime(2026, 11, 30, tzinfo=UTC))
    raised = [line for id in SIGNALS for line in by_meaning(world, CHILD, later, [id]).signals]
    assert raised  # before the death there was enough to worry about
    assert [line.rule for line in raised if line.raised_on is not None and line.raised_on > date(2018, 12, 1)] == []
    assert {line.rule for line in raised if line.what.ended_on is None} == set()  # type: ignore[union-attr]
