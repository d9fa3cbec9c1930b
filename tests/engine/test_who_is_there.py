"""Whatever becomes of the staff in eight weeks, at every hour what cannot wait is with somebody who is there."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.engine.replay import replay
from holdfast.engine.responsibility.contact_route import route_of
from holdfast.engine.responsibility.ladder_rungs import Escalator, climb
from holdfast.engine.responsibility.roster import Recipient, Roster
from holdfast.engine.responsibility.rungs_reached import reached
from holdfast.engine.responsibility.urgency import cannot_wait
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import LONDON
from holdfast.standards.ladders import LADDERS, Ladder
from holdfast.standards.local_values import HOURS, LocalValue, Values
from holdfast.standards.roles import ROLES
from holdfast.standards.signal_ladders import signal_ladder
from holdfast.vocabulary.case_file import read_case
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.working_hours import TEAMS, KnownShift, StatedHours
from holdfast.vocabulary.world import KnownOrganisation, KnownWorker, World
from tests.engine.staffing import (
    CHAIR,
    DIRECTOR,
    DUTY,
    EMERGENCY,
    MANAGER,
    NADIA,
    SAM,
    SERVICE_MANAGER,
    TEACHER,
    TOM,
    allocated,
    at,
    case,
    cover,
    entry,
    sick,
)
from tests.sizes import drawn

FIRST, LAST = date(2019, 12, 9), date(2020, 2, 2)  # a Monday; eight weeks with Christmas, the New Year and their Mondays
CONSTABLE = KnownWorker("p1", "Ian Shaw", "police", "police_officer")
POLICE = KnownOrganisation("police", "police", "Northmere Police")
EVERYONE = (SAM, NADIA, TOM, MANAGER, SERVICE_MANAGER, DIRECTOR, DUTY, EMERGENCY, CHAIR, TEACHER, CONSTABLE)
WORDS = signal_ladder(("lead_social_worker", "team_manager", "service_manager", "cp_chair"), "critical")
EVERY_LADDER = (*LADDERS.values(), WORDS)

DAYS = st.dates(FIRST, LAST)
WHENS = st.one_of(
    DAYS.map(date.isoformat),
    st.tuples(DAYS, st.integers(1, 40)).map(
        lambda drawn: {"from": drawn[0].isoformat(), "to": (drawn[0] + timedelta(days=drawn[1])).isoformat()}
    ),
    st.sampled_from(["2019-12", "2020-01", "2019", "2020"]),
)
"""When it was, as people say it: a day, one of several, a month, a year."""
POSTS = ("Team manager", "team manager, North", "Social worker", "Senior social worker", "Locality lead")
INSTANTS = st.datetimes(datetime(2019, 12, 9), datetime(2020, 2, 2, 23)).map(lambda naive: naive.replace(tzinfo=LONDON))
IDS = st.sampled_from([worker.id for worker in EVERYONE])
EVENTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["sick", "back", "cover", "cover", "left", "allocated", "ended", "leaving", "took up a post", "left a post"]
        ),
        IDS,
        IDS,
        WHENS,
        st.sampled_from(POSTS),
    ),
    max_size=16,
)
MANAGED_BY = st.dictionaries(IDS, st.one_of(st.none(), IDS), max_size=5)
"""Posts whose manager is another than before: nobody, somebody lower, or themselves."""
SHIFTS = st.lists(
    st.tuples(IDS, st.sampled_from(TEAMS), INSTANTS, st.integers(1, 36)).map(
        lambda drawn: KnownShift(drawn[0], drawn[1], drawn[2], drawn[2] + timedelta(hours=drawn[3]))
    ),
    max_size=12,
)
OWN_HOURS = st.lists(
    st.builds(StatedHours, st.sampled_from(["always", "Mon-Fri 10:00-14:00", "Sat,Sun,Hol 00:00-00:00"]), IDS), max_size=4
)


def happened(number: int, event: tuple[str, str, str, object, str]) -> Entry:
    kind, worker, other, when, post = event
    id = f"n{number}"
    match kind:
        case "leaving":
            return entry(id, "worker_leaving", FIRST.isoformat(), about=(), worker=worker, last_day=when)
        case "took up a post":
            return entry(id, "post_taken_up", when, about=(), worker=worker, post=post)
        case "left a post":
            return entry(id, "post_left", when, about=(), worker=worker, post=post)
        case "sick":
            return entry(id, "absence_started", when, about=(), worker=worker)
        case "back":
            return entry(id, "absence_ended", when, about=(), worker=worker)
        case "cover":
            return entry(id, "cover_named", when, for_=worker, cover=other)
        case "allocated":
            return entry(id, "worker_allocated", when, worker=worker, role="lead_social_worker")
    return entry(id, "worker_ended", when, about=() if kind == "left" else ("chloe",), worker=worker)


@st.composite
def staffings(draw: st.DrawFn) -> World:
    """Eight weeks of staff: some never there at all, some under themselves or in a loop, with holes in the rota."""
    managers = draw(MANAGED_BY)
    present = draw(st.sets(IDS, min_size=2))
    workers = [replace(each, manager=managers.get(each.id, each.manager)) for each in EVERYONE if each.id in present]
    entries = [allocated("w1"), *(happened(number, event) for number, event in enumerate(draw(EVENTS)))]
    world = case(*entries, workers=workers)
    rota = tuple(each for each in draw(SHIFTS) if each.worker in present)
    hours = tuple(each for each in draw(OWN_HOURS) if each.worker in present)
    return replace(world, organisations={**world.organisations, "police": POLICE}, rota=rota, hours=hours)


def somebody_is_there(told: tuple[Recipient, ...], now: Roster) -> None:
    assert told, "never nobody"
    assert any(each.worker is None or now.reached(each.worker, urgent=True) for each in told), "somebody there, or an incident"
    for each in told:
        assert each.worker is None or now.in_post(each.worker), "never somebody who is away or whose last day has passed"
        if each.from_ is not None and each.worker is not None:
            assert each.from_ > now.hour, "whoever is not there has it from an hour to come"
            then = now.at_hour(each.from_)
            assert then.on_shift(each.worker), "and at that hour they are there"


def height(told: tuple[Recipient, ...], now: Roster) -> int | None:
    """How far up the highest of these stands; nothing where the mailbox has it. Whoever holds a post outside the line, such as a
    conference chair, is asked as themselves. Cover stands as high as whoever has it, and not as the post."""
    if any(each.worker is None for each in told):
        return None
    in_line = [each for each in told if each.way != "holder" or each.role not in ROLES or ROLES[each.role].found == "line"]
    return max((now.rank(str(each.worker)) for each in in_line), default=None)


@given(world=staffings(), raised=INSTANTS, waited=st.integers(0, 60 * 24 * 20), ladder=st.sampled_from(EVERY_LADDER))
@drawn("staff and the hour")
def test_at_every_hour_what_cannot_wait_is_with_somebody_who_is_there_and_never_lower_than_before(
    world: World, raised: datetime, waited: int, ladder: Ladder
) -> None:
    moment = Moment.live(raised + timedelta(minutes=waited))
    now = Roster(world, moment)
    before = 0
    rungs = [replace(rung, moment=moment, day_only=False) for rung in reached(ladder, raised, None, moment)]
    for _, told in climb(rungs, lambda rung: now, ("chloe", ()), urgent=True):
        somebody_is_there(told, now)
        found = height(told, now)
        if found is not None:
            assert found >= before, "a ladder never goes down"
            before = max(before, found)


@given(world=staffings(), came=INSTANTS, about=st.sampled_from([(), ("chloe",), ("harper",)]), addressed=st.booleans())
@drawn("staff and the hour")
def test_at_every_hour_a_concern_is_with_somebody_who_is_there(
    world: World, came: datetime, about: tuple[str, ...], addressed: bool
) -> None:
    data = {"from_": {"role": "teacher"}, "channel": "phone", "text": "She is cold."} | ({"for_": "w1"} if addressed else {})
    concern = entry("c", "contact_received", came.isoformat(), about=about, **data)
    now = Roster(world, came)
    told = route_of(concern, now, open_cases=()).told
    somebody_is_there(told, now)
    assert told[0].from_ is None, "whoever has it now stands first"


def words_at(when: str, *workers: KnownWorker, **rest: tuple[object, ...]) -> dict[str, str | None]:
    """Whom a child's "I don't want to go home" reaches at that hour, and from when."""
    world = replace(case(allocated("w1"), workers=workers or EVERYONE), **rest)  # type: ignore[arg-type]
    moment = Moment.live(at(when))
    told = Escalator(world).of_signal(
        tell=("lead_social_worker", "team_manager"),
        severity="critical",
        child="chloe",
        raised=at(when),
        until=None,
        moment=moment,
    )
    return {str(each.worker): each.from_ and f"{each.from_.astimezone(LONDON):%a %d %b %H:%M}" for each in told}


class TestTheHourItIs:
    @pytest.mark.parametrize(
        ("when", "reaches"),
        [
            ("2019-11-29T16:59", {"w1": None, "w9": None}),  # Friday, a minute before the day teams go home
            ("2019-11-29T17:00", {"w1": "Mon 02 Dec 08:30", "w9": "Mon 02 Dec 08:30", "e1": None}),
            ("2019-12-01T02:00", {"w1": "Mon 02 Dec 08:30", "w9": "Mon 02 Dec 08:30", "e1": None}),  # Sunday
            ("2019-12-02T08:29", {"w1": "Mon 02 Dec 08:30", "w9": "Mon 02 Dec 08:30", "e1": None}),
            ("2019-12-02T08:30", {"w1": None, "w9": None}),
            ("2019-12-25T11:00", {"w1": "Fri 27 Dec 08:30", "w9": "Fri 27 Dec 08:30", "e1": None}),  # Christmas Day, a Wednesday
            ("2019-10-27T00:30:00Z", {"w1": "Mon 28 Oct 08:30", "w9": "Mon 28 Oct 08:30", "e1": None}),  # half past one
            ("2019-10-27T01:30:00Z", {"w1": "Mon 28 Oct 08:30", "w9": "Mon 28 Oct 08:30", "e1": None}),  # and half past one again
        ],
    )
    def test_a_childs_words_reach_whoever_is_there_and_the_day_team_when_it_opens(
        self, when: str, reaches: dict[str, str | None]
    ):
        assert words_at(when) == reaches

    def test_the_hour_is_that_of_the_worker_and_not_of_the_office(self):
        hours = (StatedHours("Mon-Fri 10:00-14:00", worker="w1"), StatedHours("Mon-Fri 09:00-17:00", organisation="csc"))
        assert words_at("2019-12-03T01:00", hours=hours) == {"w1": "Tue 03 Dec 10:00", "w9": "Tue 03 Dec 09:00", "e1": None}

    def test_who_is_on_leave_on_monday_has_it_when_they_are_back(self):
        # Leave recorded ahead: the worker is there on no hour of it.
        world = case(allocated("w1"), sick("w9", "2019-12-02", recorded_at="2019-11-20T09:00:00Z"), workers=EVERYONE)
        now = Roster(world, at("2019-12-01T02:00"))
        assert now.comes_to_work("w9") is None
        assert now.comes_to_work("w1") == at("2019-12-02T08:30")

    def test_in_the_hour_that_comes_twice_a_shift_ends_once(self):
        # Joe is on until the second half past one, Tom from then.
        ends = at("2019-10-27T01:30:00Z")
        rota = (
            KnownShift("e1", "emergency_duty", at("2019-10-26T17:00"), ends),
            KnownShift("w3", "emergency_duty", ends, at("2019-10-27T17:00")),
        )
        tired = {when: [id for id in words_at(when, rota=rota) if id in ("e1", "w3")] for when in TWICE}
        assert tired == {TWICE[0]: ["e1"], TWICE[1]: ["e1"], TWICE[2]: ["w3"]}

    def test_a_hole_in_the_night_goes_to_the_manager_on_call(self):
        shift = KnownShift("e1", "emergency_duty", at("2019-12-01T17:00"), at("2019-12-02T08:30"))
        assert words_at("2019-12-01T02:00", rota=(shift,))["w20"] is None

    def test_a_manager_who_is_not_on_the_on_call_rota_is_left_asleep(self):
        on_call = KnownShift("w30", "manager_on_call", at("2019-12-01T00:00"), at("2019-12-02T08:30"))
        asleep = replace(EMERGENCY, role="social_worker")
        workers = tuple(asleep if each is EMERGENCY else each for each in EVERYONE)
        told = words_at("2019-12-01T02:00", *workers, rota=(on_call,))
        assert (told["w30"], "w20" in told) == (None, False)

    def test_nobody_on_duty_and_nobody_on_call_is_an_incident(self):
        assert words_at("2019-12-01T02:00", SAM, MANAGER)["None"] is None

    def test_the_police_are_always_there_and_do_not_answer_for_childrens_services(self):
        world = replace(case(workers=EVERYONE), organisations={"police": POLICE})
        now = Roster(world, at("2019-12-01T02:00"))
        assert now.on_shift("p1")
        assert [each.worker for each in now.reaching([Recipient("police", "p1", "")], urgent=True)] == ["p1", "e1"]

    def test_what_can_wait_waits_and_says_until_when(self):
        world = case(allocated("w1"), workers=EVERYONE)
        told = Escalator(world).of_signal(
            tell=("lead_social_worker",),
            severity="high",
            child="chloe",
            raised=at("2019-12-01T02:00"),
            until=None,
            moment=Moment.live(at("2019-12-01T02:00")),
        )
        assert [(each.worker, each.from_) for each in told] == [("w1", at("2019-12-02T08:30"))]

    def test_a_day_without_an_hour_is_told_in_the_course_of_it(self):
        world = case(allocated("w1"), workers=EVERYONE)

        def told(day: date) -> list[str | None]:
            found = Escalator(world).of_signal(
                tell=("lead_social_worker",),
                severity="critical",
                child="chloe",
                raised=day,
                until=None,
                moment=Moment.at_end_of(day),
            )
            return [each.worker for each in found]

        assert told(date(2019, 11, 29)) == ["w1"]  # Friday
        assert told(date(2019, 11, 30)) == ["w1", "e1"]  # Saturday


TWICE = ("2019-10-27T00:30:00Z", "2019-10-27T01:29:59Z", "2019-10-27T01:30:00Z")


class TestALadderNeverGoesDown:
    """A manager's post that nobody fills, however that came about: the next one up who is there."""

    def climbed(self, *entries: Entry, workers: tuple[KnownWorker, ...] = EVERYONE) -> list[tuple[int, str | None]]:
        raised = at("2019-12-03T10:00")  # Tuesday
        told = Escalator(case(allocated("w1"), *entries, workers=workers)).of_clock(
            ladder="L_CSC", child="chloe", raised=raised, until=None, moment=Moment.live(at("2019-12-20T12:00"))
        )
        return [(each.rung, each.worker) for each in told]

    def test_a_manager_who_is_away_uncovered(self):
        assert self.climbed(sick("w9", "2019-12-01"))[0] == (0, "w20")

    def test_a_manager_who_has_left(self):
        assert self.climbed(entry("e", "worker_ended", "2019-12-02", about=(), worker="w9"))[0] == (0, "w20")

    def test_a_manager_whose_own_cover_is_away(self):
        assert self.climbed(sick("w9", "2019-12-01"), cover("w9", "w3", "2019-12-01"), sick("w3", "2019-12-01"))[0] == (0, "w20")

    def test_a_post_that_was_never_filled(self):
        vacant = tuple(replace(each, manager="w20") if each is SAM else each for each in EVERYONE if each is not MANAGER)
        assert self.climbed(workers=vacant)[0] == (0, "w20")

    @pytest.mark.parametrize("manager", ["w1", None, "nobody-here"])
    def test_a_worker_who_is_her_own_manager_or_has_none(self, manager: str | None):
        alone = tuple(replace(each, manager=manager) if each is SAM else each for each in EVERYONE)
        assert self.climbed(workers=alone)[:2] == [(0, "w9"), (1, "w20")]

    def test_managers_in_a_loop(self):
        looped = tuple(replace(each, manager="w9") if each is SERVICE_MANAGER else each for each in EVERYONE)
        assert self.climbed(sick("w9", "2019-12-01"), workers=looped)[:2] == [(0, "w20"), (1, "w20")]

    def test_a_director_who_is_away_is_not_stood_in_for_from_below(self):
        assert self.climbed(sick("w30", "2019-12-01"))[-1] == (3, None)

    @pytest.mark.parametrize("lower", ["t1", "d1", "w2", "w9"])
    def test_a_director_whose_cover_is_lower_is_an_incident_besides(self, lower: str):
        # The school's safeguarding lead, a duty worker, a social worker, a team manager: named, told, and no step up.
        told = self.climbed(sick("w30", "2019-12-01"), cover("w30", lower, "2019-12-01", about=()))
        assert {worker for rung, worker in told if rung == 3} == {lower, None}

    def test_a_director_whose_cover_is_as_high_as_was_told_before_is_covered_for(self):
        told = self.climbed(sick("w30", "2019-12-01"), cover("w30", "w20", "2019-12-01", about=()))
        assert [worker for rung, worker in told if rung == 2] == ["w20"]
        assert {worker for rung, worker in told if rung == 3} >= {"w20"}

    def test_lower_cover_for_one_in_the_line_is_told_with_the_next_one_up(self):
        told = self.climbed(sick("w20", "2019-12-01"), cover("w20", "t1", "2019-12-01", about=()))
        assert {worker for rung, worker in told if rung == 1} == {"t1", "w30"}

    def test_nobody_stands_in_for_a_whole_line_by_covering_for_one_of_it(self):
        told = self.climbed(sick("w20", "2019-12-01"), sick("w30", "2019-12-01"), cover("w30", "t1", "2019-12-01", about=()))
        assert {worker for rung, worker in told if rung == 1} == {None}

    def test_why_the_next_one_up_is_told_is_true(self):
        now = Roster(case(allocated("w1"), workers=EVERYONE), at("2019-12-03T10:00"))
        [told] = now.resolve("team_manager", "chloe", floor=2)
        assert (told.worker, told.because) == (
            "w20",
            "manager of w9; w9 (manager of w1) stands lower than whoever was told before",
        )

    def test_a_rung_after_a_manager_never_goes_back_to_the_duty_desk(self):
        world = case(allocated("w1"), workers=EVERYONE)
        told = Escalator(world).of_clock(
            ladder="L_CP", child="chloe", raised=date(2019, 12, 3), until=None, moment=Moment.at_end_of(date(2019, 12, 20))
        )
        assert "d1" not in {each.worker for each in told if each.rung >= 2}


def test_a_standard_counted_in_hours_cannot_wait_and_one_counted_in_days_can() -> None:
    assert cannot_wait("KIN-01")
    assert not cannot_wait("CP-20")
    assert cannot_wait("SIG-CHILD-ASKS-FOR-SAFETY")


WORDS_AT_ONE = {
    "format": "holdfast-case/1",
    "organisations": [{"id": "csc", "kind": "childrens_social_care", "name": "Northmere Children's Services"}],
    "workers": [
        {"id": "w1", "name": "Sam Poole", "organisation": "csc", "role": "social_worker", "manager": "w9"},
        {"id": "w9", "name": "Grace Oduya", "organisation": "csc", "role": "team_manager", "manager": None},
        {"id": "e1", "name": "Joe Ellis", "organisation": "csc", "role": "emergency_duty_worker", "manager": None},
        {"id": "e2", "name": "Carol Spence", "organisation": "csc", "role": "emergency_duty_worker", "manager": None},
    ],
    "people": [{"id": "ash", "names": [{"use": "usual", "given": "Ash", "family": "Rowe"}], "born": "2011-05-05"}],
    "entries": [
        {
            "id": "allocated",
            "type": "worker_allocated",
            "happened": "2019-11-04T09:00:00Z",
            "by": "w9",
            "about": ["ash"],
            "data": {"worker": "w1", "role": "lead_social_worker"},
        },
        {
            "id": "words",
            "type": "voice_recorded",
            "happened": "2019-12-02T00:47:00Z",
            "by": "w1",
            "about": ["ash"],
            "data": {"child": "ash", "how": "words", "words": "I don't want to go home", "worker": "w1"},
        },
    ],
    "hours": [{"worker": "w1", "hours": "Mon-Fri 09:30-15:00", "since": None}],
    "rota": [{"worker": "e2", "team": "emergency_duty", "starts": "2019-12-01T17:00:00Z", "ends": "2019-12-02T09:00:00Z"}],
}


def asked(written: dict[str, object]) -> dict[str, str | None]:
    lines = replay(read_case(json.dumps(written)), Moment.at_end_of(date(2019, 12, 2)))
    found = next(line for line in lines if line.line.rule == "SIG-CHILD-ASKS-FOR-SAFETY")
    return {str(each.worker): each.from_ and f"{each.from_:%H:%M}" for each in found.tells if each.rung == 0}


def test_a_case_file_may_say_when_people_work_and_who_is_on_shift() -> None:
    assert asked(WORDS_AT_ONE) == {"w1": "09:30", "w9": "08:30", "e2": None}


def test_a_case_file_without_them_has_the_usual_hours_of_each_post() -> None:
    without = {name: rows for name, rows in WORDS_AT_ONE.items() if name not in ("hours", "rota")}
    assert asked(without) == {"w1": "08:30", "w9": "08:30", "e1": None}


def test_a_partnerships_own_hours_are_those_of_a_replay_too() -> None:
    without = {name: rows for name, rows in WORDS_AT_ONE.items() if name not in ("hours", "rota")}
    own = Values(
        (LocalValue(HOURS, "organisation:csc", "Mon-Fri 09:00-17:00", date(2019, 1, 1), "The board", "We open at nine."),)
    )
    lines = replay(read_case(json.dumps(without)), Moment.at_end_of(date(2019, 12, 2)), values=own)
    found = next(line for line in lines if line.line.rule == "SIG-CHILD-ASKS-FOR-SAFETY")
    assert {f"{each.from_:%H:%M}" for each in found.tells if each.from_} == {"09:00"}


@pytest.mark.parametrize("went", ["post_left", "worker_leaving", "worker_ended"])
def test_an_hour_after_a_message_nobody_read_it_goes_to_the_next_manager_up_and_never_to_one_who_has_left(went: str) -> None:
    left = {
        "post_left": {"post": "team manager"},
        "worker_leaving": {"last_day": "2019-12-02"},
        "worker_ended": {"reason": "left the service"},
    }[went]
    gone = Entry.build(id="gone", type=went, happened="2019-12-02T09:00:00Z", about=(), data={"worker": "w9", **left})
    sent = {"for_": "w1", "from_": {"role": "teacher", "worker": "t1"}, "text": "He has not eaten since Friday."}
    came = entry("m", "message_received", "2019-12-10T10:00:00Z", by="t1", possible_serious_harm=True, **sent)
    world = case(allocated("w1"), gone, came, workers=EVERYONE)
    lines = [line for line in replay(world, Moment.live(at("2019-12-10T13:30"))) if came.id in (line.to_json()["trigger"],)]
    told = {each.worker for line in lines for each in line.tells}
    assert "w9" not in told
    assert "w20" in told
