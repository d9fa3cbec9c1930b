"""States folded from entries: whatever is recorded, a plan is either open or not on any day."""

from datetime import UTC, datetime
from itertools import pairwise

from hypothesis import given

from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import RecordView
from holdfast.engine.reference.state import spans
from holdfast.kernel.moment import Moment
from holdfast.standards.states import STATES
from holdfast.vocabulary.world import World
from tests.engine.lives import lives
from tests.sizes import drawn
from tests.specs.kit import CHILD

LATER = Moment.live(datetime(2021, 1, 1, tzinfo=UTC))
PLANS = ("conference_held", "plan_ended", "preproceedings_started", "preproceedings_meeting_held", "death_recorded")


def person(world: World) -> PersonView:
    """The child of a generated world, with everything known."""
    return PersonView(RecordView(world, LATER), CHILD)


@drawn("plans made and ended")
@given(lives(kinds=PLANS))
def test_stretches_of_a_state_follow_each_other_and_never_overlap(world: World) -> None:
    for state in STATES.values():
        found = spans(person(world), state)
        assert all(span.end is None or span.start <= span.end for span in found)
        assert all(earlier.end is not None and earlier.end <= later.start for earlier, later in pairwise(found))


@drawn("plans made and ended")
@given(lives(kinds=PLANS))
def test_only_the_last_stretch_can_still_be_open(world: World) -> None:
    for state in STATES.values():
        assert all(span.end is not None for span in spans(person(world), state)[:-1])


@drawn("plans made and ended")
@given(lives(kinds=PLANS))
def test_a_state_made_of_others_holds_on_exactly_the_days_one_of_them_does(world: World) -> None:
    child = person(world)
    for state in STATES.values():
        if not state.any_of:
            continue
        days = {day for part in state.any_of for span in spans(child, part) for day in (span.start, span.end) if day}
        for day in days:
            parts = any(span.holds_on(day) for part in state.any_of for span in spans(child, part))
            assert any(span.holds_on(day) for span in spans(child, state)) == parts
