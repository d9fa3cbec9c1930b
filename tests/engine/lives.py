"""Generated lives: any kinds of entries, in any order, recorded late, corrected and withdrawn."""

from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from holdfast.kernel.when import LONDON
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World
from tests.specs.kit import CHILD, GRANDMOTHER, MOTHER, ORGANISATIONS, PEOPLE, RELATIONSHIPS, SIBLING, WORKERS

FIRST = date(2018, 1, 1)
DECISION = {"child": CHILD, "reasons": "Reasons."}
KINDS: dict[str, list[dict[str, Any]]] = {
    "conference_held": [
        {"kind": "initial", "decisions": [DECISION | {"decision": "plan_made", "category": "NEG"}]},
        {"kind": "review", "decisions": [DECISION | {"decision": "plan_continued"}]},
        {"kind": "review", "decisions": [DECISION | {"decision": "plan_ended"}]},
    ],
    "plan_ended": [{"plan": "child_protection", "reason": "Moved."}],
    "visit_made": [
        {"kind": "child_protection", "seen": [CHILD], "seen_alone": [CHILD], "worker": "sam", "sleeping_place_seen": True},
        {"kind": "child_protection", "seen": [SIBLING], "worker": "sam"},
    ],
    "core_group_held": [{"present": [{"role": "social_worker"}]}, {"present": [{"role": "gp"}]}, {}],
    "strategy_discussion_held": [{"decision": "section47", "medical_agreed": True}],
    "contact_received": [{"from": {"role": "gp"}, "channel": "phone", "text": "Worried.", "immediate_harm": True, "for": "sam"}],
    "voice_recorded": [{"child": CHILD, "how": "words", "words": "I am not safe."}],
    "observation_recorded": [{"neglect": ["physical", "emotional"], "other": [], "text": "Cold.", "setting": "home"}],
    "incident_recorded": [{"kind": "domestic_abuse", "involved": [MOTHER], "children_present": "yes"}],
    "stay_started": [{"with": GRANDMOTHER, "arrangement": "family", "overnight": True, "agreed_by": ["sam"]}],
    "stay_ended": [{"unannounced": False}],
    "preproceedings_started": [{}],
    "preproceedings_meeting_held": [{"kind": "first"}],
    "expectations_signed": [{"by": MOTHER}],
    "worker_allocated": [{"worker": "sam", "role": "lead_social_worker"}, {"worker": "ravi", "role": "lead_social_worker"}],
    "absence_started": [{"worker": "sam"}],
    "absence_ended": [{"worker": "sam"}],
    "cover_named": [{"for": "sam", "cover": "ravi"}],
    "death_recorded": [{"person": CHILD}],
    "multi_agency_supervision_held": [{}],
}


PLAN = Entry.build(
    id="plan", type="conference_held", happened="2018-01-01", about=(CHILD,), by="sam", data=KINDS["conference_held"][0]
)
ON_A_PLAN = ("visit_made", "voice_recorded", "core_group_held")


@st.composite
def lives(draw: st.DrawFn, most: int = 14, kinds: tuple[str, ...] = tuple(sorted(KINDS)), plan: bool = False) -> World:
    """A world of up to ``most`` entries of these kinds about one child (on a plan from the first day, if asked), some of
    them corrections and withdrawals of earlier ones."""
    entries: list[Entry] = [PLAN] if plan else []
    for number in range(draw(st.integers(1, most))):
        entries.append(_entry(draw, f"e{number}", entries, kinds))
    return World(ORGANISATIONS, WORKERS, PEOPLE, RELATIONSHIPS, tuple(entries))


def _entry(draw: st.DrawFn, id: str, earlier: list[Entry], kinds: tuple[str, ...]) -> Entry:
    first = FIRST + timedelta(days=draw(st.integers(0, 120 if len(kinds) < 5 else 500)))
    last = first + timedelta(days=draw(st.sampled_from((0, 0, 0, 0, 10))))
    delay = timedelta(days=draw(st.sampled_from((0, 0, 0, 1, 5, 40))), hours=draw(st.integers(0, 20)))
    recorded = datetime.combine(last, time(20), LONDON) + delay
    free = [
        each
        for each in earlier
        if each.withdraws is None and each is not PLAN and not any(each.id in (o.corrects, o.withdraws) for o in earlier)
    ]
    what = draw(st.sampled_from(("new", "new", "new", "correct", "withdraw"))) if free else "new"
    if what == "new":
        kind = draw(st.sampled_from(kinds))
        return _built(id, kind, first, last, recorded, draw(st.sampled_from(KINDS[kind])))
    old = draw(st.sampled_from(free))
    recorded = max(recorded, old.recorded_at + timedelta(hours=1))
    if what == "withdraw":
        return _built(id, "entry_withdrawn", first, last, recorded, {}, withdraws=old.id, reason="Wrong child.", about=old.about)
    return _built(
        id, old.type, first, last, recorded, draw(st.sampled_from(KINDS[old.type])), corrects=old.id, reason="Wrong day."
    )


def _built(id: str, kind: str, first: date, last: date, recorded: datetime, data: dict[str, Any], **rest: Any) -> Entry:
    happened = first.isoformat() if first == last else {"from": first.isoformat(), "to": last.isoformat()}
    about = rest.pop("about", (CHILD,))
    return Entry.build(id=id, type=kind, happened=happened, recorded_at=recorded, about=about, by="sam", data=data, **rest)
