"""Who is in post: not away, not gone, and covered by somebody else who is there; both engines say the same of anybody."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.engine.compiled import in_post as compact
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.family_record import FamilyRecord
from holdfast.engine.compiled.instants import instant
from holdfast.engine.compiled.lead_worker import absence_of_lead_worker as compact_absence
from holdfast.engine.compiled.lead_worker import lead_times as compact_times
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.reference.in_post import PostHolders, times_uncovered
from holdfast.engine.reference.lead_worker import absence_of_lead_worker, lead_times
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import RecordView
from holdfast.engine.responsibility.roster import Roster
from holdfast.kernel.moment import Moment
from holdfast.standards.states import NEEDS_SOCIAL_WORKER
from holdfast.vocabulary.entry import Entry
from tests.engine.staffing import DUTY, MANAGER, NADIA, SAM, TEACHER, TOM, allocated, at, back, case, cover, entry, sick
from tests.sizes import drawn

STAFF = (SAM, NADIA, TOM, MANAGER, DUTY, TEACHER)
COMPACT_ABSENCE = compact_absence(Compiler(), NEEDS_SOCIAL_WORKER)
TUESDAY = at("2019-09-10T10:00")  # Tuesday


def posts(*entries: Entry, when: datetime = TUESDAY) -> PostHolders:
    """Who is in post, by these entries, as known then."""
    return PostHolders.known(RecordView(case(*entries, workers=STAFF), Moment.live(when)), when)


def leaves(worker: str, said: str, last_day: object, **rest: object) -> Entry:
    """A worker's last day is set."""
    return entry(f"leaving-{worker}-{said}", "worker_leaving", said, worker=worker, last_day=last_day, **rest)


def gone(worker: str, happened: str, about: Sequence[str] = ()) -> Entry:
    """A worker's part is over: everywhere, unless it is said for whom."""
    return entry(f"gone-{worker}-{happened}", "worker_ended", happened, about=about, worker=worker)


def post(worker: str, happened: str, type: str, name: str = "Team manager") -> Entry:
    """A post is taken up or left."""
    return entry(f"{type}-{worker}-{happened}-{name}", type, happened, about=(), worker=worker, post=name)


@pytest.mark.parametrize(
    ("when", "there"),
    [
        ("2019-09-04T09:00", True),  # Wednesday, the day before the last
        ("2019-09-05T23:59:59.999999", True),  # Thursday, the last instant of the last day
        ("2019-09-06T00:00", False),  # Friday, the first instant after it
    ],
)
def test_a_worker_is_in_post_until_the_last_instant_of_their_last_day(when: str, there: bool) -> None:
    assert posts(leaves("w1", "2019-09-02", "2019-09-05"), when=at(when)).in_post("w1") is there


@pytest.mark.parametrize(
    ("entries", "there"),
    [
        pytest.param([gone("w1", "2019-09-03")], False, id="their part ended for every child"),
        pytest.param([gone("w1", "2019-09-03", ["harper"])], True, id="their part ended for one child"),
        pytest.param([gone("w1", "2019-09-03"), allocated("w1", "2019-09-04")], True, id="given a child again since"),
        pytest.param([leaves("w1", "2019-09-02", "2019-09-05"), allocated("w1", "2019-09-05")], False, id="on the last day"),
        pytest.param([leaves("w1", "2019-09-02", "2019-09-05"), allocated("w1", "2019-09-06")], True, id="the day after it"),
        pytest.param(
            [leaves("w1", "2019-09-02", "2019-09-05"), leaves("w1", "2019-09-04", "2019-09-20")], True, id="the last day put off"
        ),
        pytest.param(
            [leaves("w1", "2019-09-02", "2019-12-20"), leaves("w1", "2019-09-04", "2019-09-09")], False, id="brought forward"
        ),
        pytest.param(
            [
                leaves("w1", "2019-09-02", "2019-09-05"),
                entry(
                    "put-right",
                    "worker_leaving",
                    "2019-09-02",
                    worker="w1",
                    last_day="2019-10-31",
                    recorded_at="2019-09-03T09:00:00Z",
                    corrects="leaving-w1-2019-09-02",
                    reason="Wrong month.",
                ),
            ],
            True,
            id="the last day corrected",
        ),
        pytest.param([leaves("w1", "2019-09-02", "2019-09")], False, id="some day this month: perhaps gone counts as gone"),
        pytest.param([post("w1", "2019-09-03", "post_left")], False, id="the post left"),
        pytest.param(
            [post("w1", "2019-09-03", "post_left"), post("w1", "2019-09-04", "post_taken_up")], True, id="and taken up again"
        ),
        pytest.param(
            [post("w1", "2019-09-02", "post_taken_up", "Service manager"), post("w1", "2019-09-03", "post_left")],
            True,
            id="another post taken up before",
        ),
        pytest.param(
            [
                post("w1", "2016-09-02", "post_taken_up", "Social worker"),
                post("w1", "2018-09-03", "post_taken_up"),
                post("w1", "2019-09-03", "post_left"),
            ],
            False,
            id="the last post taken up, after an older one that nobody wrote down as left",
        ),
        pytest.param(
            [
                post("w1", "2016-09-02", "post_taken_up", "Social worker"),
                post("w1", "2018-09-03", "post_taken_up"),
                post("w1", "2019-09-03", "post_left", "social worker"),
            ],
            True,
            id="the older post, written down late",
        ),
        pytest.param(
            [post("w1", "2018-09-03", "post_taken_up", "Team Manager, North"), post("w1", "2019-09-03", "post_left")],
            False,
            id="the post by another spelling",
        ),
        pytest.param(
            [post("w1", "2018-09-03", "post_taken_up", "Locality lead"), post("w1", "2019-09-03", "post_left")],
            False,
            id="the post by another name, taken up long before",
        ),
        pytest.param(
            [post("w1", "2019-08-03", "post_taken_up", "Locality lead"), post("w1", "2019-09-03", "post_left")],
            True,
            id="a post of another name taken up 31 days before",
        ),
        pytest.param(
            [post("w1", "2019-08-02", "post_taken_up", "Locality lead"), post("w1", "2019-09-03", "post_left")],
            False,
            id="and 32 days before",
        ),
        pytest.param(
            [
                post("w1", "2018-09-03", "post_taken_up", "Social worker, Team 3"),
                post("w1", "2019-01-07", "post_taken_up", "Social worker, Team 5"),
                post("w1", "2019-09-03", "post_left", "social worker  Team 3"),
            ],
            True,
            id="the same post in the team before",
        ),
        pytest.param(
            [
                post("w1", "2018-09-03", "post_taken_up", "Social worker"),
                post("w1", "2019-01-07", "post_taken_up", "Team manager"),
                post("w1", "2019-09-02", "post_left", "Team manager"),
                post("w1", "2019-09-03", "post_left", "Social worker"),
            ],
            False,
            id="both posts left, the last one first",
        ),
        pytest.param(
            [post("w1", "2019-09-03", "post_left"), entry("up", "post_taken_up", "2019-09", about=(), worker="w1", post="Lead")],
            False,
            id="taken up again some day this month: perhaps back does not count",
        ),
        pytest.param([leaves("w1", "2019-09-09", "2019")], False, id="some day this year, said yesterday"),
        pytest.param([leaves("w1", "2019-09-11", "2019-09-05")], True, id="a last day that nobody has set yet"),
        pytest.param(
            [leaves("w1", "2019-09-02", "2019-09-05"), leaves("w1", "2019-09-09", "2019-09-20")],
            True,
            id="the last day put off after it had passed",
        ),
        pytest.param(
            [gone("w1", "2019-09-03T10:00"), allocated("w1", "2019-09-03T14:00")], True, id="ended and given again that day"
        ),
        pytest.param([allocated("w1", "2019-09-03T10:00"), gone("w1", "2019-09-03T14:00")], False, id="given and ended that day"),
    ],
)
def test_who_has_left_is_in_post_no_longer_and_who_came_back_is(entries: list[Entry], there: bool) -> None:
    assert posts(*entries).in_post("w1") is there


@pytest.mark.parametrize(
    ("entries", "covers"),
    [
        pytest.param([cover("w1", "w1", "2019-09-03")], None, id="themselves"),
        pytest.param([cover("w1", "w2", "2019-09-03")], "w2", id="somebody else who is there"),
        pytest.param([cover("w1", "w2", "2019-09-03"), sick("w2", "2019-09-02")], None, id="somebody who is away"),
        pytest.param([cover("w1", "w2", "2019-09-03"), leaves("w2", "2019-09-02", "2019-09-09")], None, id="who left yesterday"),
        pytest.param([cover("w1", "w2", "2019-09-03"), leaves("w2", "2019-09-02", "2019-09-10")], "w2", id="who leaves tonight"),
        pytest.param(
            [cover("w1", "w2", "2019-09-03"), sick("w2", "2019-09-02"), back("w2", "2019-09-09")], "w2", id="who is back"
        ),
        pytest.param(
            [cover("w1", "w2", "2019-09-03"), sick("w2", "2019-09-02"), cover("w2", "w3", "2019-09-04")],
            "w3",
            id="the cover of whoever covers",
        ),
        pytest.param(
            [cover("w1", "w2", "2019-09-03"), sick("w2", "2019-09-02"), cover("w2", "w1", "2019-09-04")],
            None,
            id="round and round",
        ),
        pytest.param([cover("w1", "w2", "2019-09-03", about=["harper"])], None, id="for another child alone"),
        pytest.param([cover("w1", "nobody-here", "2019-09-03")], None, id="somebody whom nobody knows"),
    ],
)
def test_cover_is_somebody_else_who_is_there(entries: list[Entry], covers: str | None) -> None:
    assert posts(sick("w1", "2019-09-03"), *entries).cover("w1", "chloe") == covers


WORKERS = st.sampled_from(["w1", "w2", "w3"])
COVERS = st.sampled_from(["w1", "w2", "w3", "t1"])
DAYS = st.integers(1, 28).map("2019-09-{:02}".format)
HOURS = st.tuples(DAYS, st.sampled_from(["08:00", "12:00", "17:00"])).map("T".join)
WHENS = st.one_of(
    DAYS, DAYS, HOURS, st.tuples(DAYS, DAYS).map(lambda days: {"from": min(days), "to": max(days)}), st.just("2019-09")
)
SAID = {
    "worker_allocated": {"role": "lead_social_worker"},
    "worker_ended": {},
    "absence_started": {},
    "absence_ended": {},
    "post_taken_up": {},
    "post_left": {},
}
POSTS = st.sampled_from(["Social worker", "Social Worker (North)", "Senior social worker", "Locality lead"])
LAST_DAYS = st.one_of(DAYS, WHENS, st.sampled_from(["2019", "2019-08"])).filter(lambda when: "T" not in str(when))


@st.composite
def staffing(draw: st.DrawFn) -> list[Entry]:
    """A month of a small team in which everything that can happen to who is there may."""
    plan = entry("plan", "plan_started", draw(DAYS), plan="child_protection", category="NEG")
    found = [allocated("w1", "2019-09-01"), *([plan] if draw(st.booleans()) else [])]
    for number in range(draw(st.integers(1, 8))):
        type = draw(st.sampled_from([*SAID, "cover_named", "cover_named", "worker_leaving"]))
        about = draw(st.sampled_from([("chloe",), (), ("harper",)])) if type != "worker_allocated" else ("chloe",)
        data: dict[str, object] = {"worker": draw(WORKERS), **SAID.get(type, {})}
        if type in ("post_taken_up", "post_left"):
            data["post"] = draw(POSTS)
        if type == "cover_named":
            data = {"for": draw(WORKERS), "cover": draw(COVERS)}
        if type == "worker_leaving":
            data["last_day"] = draw(LAST_DAYS)
        late = draw(st.sampled_from([None, None, "2019-09-20T12:00:00Z", "2019-09-29T12:00:00Z"]))
        found.append(entry(f"e{number}", type, draw(WHENS), about=about, **({"recorded_at": late} if late else {}), **data))
    return found


@drawn("months of a team, read by both engines")
@given(entries=staffing())
def test_both_engines_say_the_same_of_who_is_there_at_every_hour_and_from_when_the_child_has_nobody(entries: list[Entry]) -> None:
    moment = Moment.live(at("2019-09-30T12:00"))
    world = case(*entries, workers=STAFF)
    known, record = RecordView(world, moment), FamilyRecord.of(world, moment)
    person = PersonRecord(record, "chloe")
    staff = compact.staff(person)
    for hours in range(0, 30 * 24, 11):
        then = at("2019-09-01T00:00") + timedelta(hours=hours)
        there, now = PostHolders.known(known, then), instant(then)
        for worker in ("w1", "w2", "w3"):
            missing, other = there.missing(worker), compact.missing(staff, worker, now)
            assert (missing and missing.entry) == (other and other.id), (worker, then)
            chain = [each.id for each in there.covers(worker, "chloe")]
            assert chain == [each.id for each in compact.covers(staff, worker, "chloe", now)], (worker, then)
            # Nobody covers for themselves, and nobody who is not there covers for anybody.
            assert there.cover(worker, "chloe") != worker
            assert not chain or there.in_post(str(there.cover(worker, "chloe")))
    one = [
        (each.entry.id, each.day.toordinal(), each.exact, each.already and each.already.id)
        for each in absence_of_lead_worker(PersonView.of(known, "chloe"), NEEDS_SOCIAL_WORKER)
    ]
    other = [(each.entry.id, each.day, each.exact, each.already and each.already.id) for each in COMPACT_ABSENCE(person)]
    assert one == other
    stretches = [
        (led.allocated.id, led.worker, led.until and led.until.toordinal()) for led in lead_times(PersonView.of(known, "chloe"))
    ]
    assert stretches == [(led.allocated.id, led.worker, led.until) for led in compact_times(person)]
    # The roster and the rules have one lead worker.
    roster = Roster(world, moment)
    assert roster.lead("chloe") == next((worker for _, worker, until in reversed(stretches[-1:]) if until is None), None)
    for worker in ("w1", "w2", "w3"):
        nobody = [
            (each.began.date().toordinal(), each.by.id, each.gone, each.ended and each.ended.date().toordinal())
            for each in times_uncovered(known, worker, "chloe")
        ]
        assert nobody == [
            (each.day, each.by.id, each.gone, each.ended) for each in compact.times_uncovered(staff, worker, "chloe")
        ]
