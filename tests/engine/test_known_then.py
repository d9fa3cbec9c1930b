"""What was known when: nothing learned later changes what was said earlier."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from holdfast.engine.clock import Clock
from holdfast.engine.reference.evaluate import evaluate, rules
from holdfast.engine.reference.record_view import RecordView
from holdfast.engine.replay import replay
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import LONDON
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World
from tests.engine.lives import FIRST, ON_A_PLAN, lives
from tests.sizes import drawn
from tests.specs.kit import CHILD, ORGANISATIONS, PEOPLE, RELATIONSHIPS, WORKERS


def noon(day: date) -> datetime:
    """Midday in England."""
    return datetime.combine(day, time(12), LONDON)


moments = st.integers(0, 620).map(lambda n: noon(FIRST + timedelta(days=n)))
STATES = {"running", "due_soon", "overdue", "met", "met_late", "not_required", "cannot_tell"}


def until(world: World, instant: datetime) -> World:
    """The record as it stood: nothing recorded later is in it."""
    return replace(world, entries=tuple(entry for entry in world.entries if entry.recorded_at <= instant))


@drawn("what was known when")
@given(lives(), moments)
def test_an_entry_recorded_later_never_changes_what_was_known_earlier(world: World, instant: datetime) -> None:
    moment = Moment(instant, instant)
    told = [each.to_json() for each in replay(world, moment)]
    then = [each.to_json() for each in replay(until(world, instant), moment)]
    assert told == then


@drawn("what was known when")
@given(lives(kinds=ON_A_PLAN, plan=True) | lives(), st.integers(0, 200).map(lambda n: noon(FIRST + timedelta(days=n))))
def test_what_first_showed_on_a_day_keeps_that_day_however_much_is_learned_since(world: World, instant: datetime) -> None:
    then = {line.what.key: line.raised_at for line in evaluate(world, CHILD, Moment(instant, instant)).lines if line.raised_at}
    later = Moment.live(instant + timedelta(days=200))
    now = {line.what.key: line.raised_at for line in evaluate(world, CHILD, later).lines}
    assert {key: now.get(key) for key in then} == then


@drawn("what was known when")
@given(lives(), moments)
def test_every_line_can_be_said_and_a_breach_has_the_day_it_showed(world: World, instant: datetime) -> None:
    for each in replay(world, Moment(instant, instant)):
        line = each.to_json()
        assert line["why"].endswith((".", ".'"))
        if isinstance(each.line.what, Clock):
            assert each.state in STATES
            assert (line["raised_on"] is not None) or each.state not in ("overdue", "met_late")
            assert line["raised_on"] is None or date.fromisoformat(line["raised_on"]) <= instant.astimezone(LONDON).date()


@drawn("what was known when")
@given(lives())
def test_readers_see_one_version_of_a_fact_and_none_that_was_withdrawn(world: World) -> None:
    known = RecordView(world, Moment.live(datetime(2021, 1, 1, tzinfo=LONDON)))
    shown = [*known.entries, *known.future_dated]
    assert len({known.history.root(entry.id) for entry in shown}) == len(shown)
    withdrawn = {entry.withdraws for entry in world.entries if entry.withdraws}
    assert not withdrawn & {entry.id for entry in shown}


def test_every_rule_names_the_entry_types_it_reads() -> None:
    assert all(rule.reads for rule in rules().values())


def test_a_worry_that_was_over_before_anybody_could_have_seen_it_is_not_said() -> None:
    said = entry("said", "voice_recorded", "2018-10-08T10:00:00Z", {"child": CHILD, "how": "words", "words": "I am not safe."})
    answered = entry(
        "answered", "voice_answered", "2018-10-08T16:00:00Z", {"voice": "said", "answer": "A place to stay.", "told_child": True}
    )
    world = World(ORGANISATIONS, WORKERS, PEOPLE, RELATIONSHIPS, (said, answered))
    reading = evaluate(world, CHILD, Moment.live(noon(date(2018, 11, 1))), ["SIG-VOICE-NO-ACTION"])
    assert reading.signals == ()


def entry(id: str, type: str, happened: str, data: dict[str, object]) -> Entry:
    """Something that was recorded only the next day."""
    return Entry.build(id=id, type=type, happened=happened, recorded_at="2018-10-09T12:00:00Z", about=(CHILD,), data=data)
