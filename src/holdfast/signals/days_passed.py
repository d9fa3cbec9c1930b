"""A day that was planned has passed, and nothing on the record says what came of it: a question, never silence."""

from holdfast.rules.conditions import About, Earlier, Later, Not, RefersTo, SameAs, StillAhead
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline
from holdfast.rules.planned_day import Planned
from holdfast.rules.shapes import AnyShape, AwaitedBirth, Happens, Said, Undone
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import (
    Each,
    Only,
    UntilPlanned,
)
from holdfast.standards.workers import LEAD_NOT_THERE
from holdfast.vocabulary.type_registry import ENTRY_TYPES

SIG_BIRTH_NOT_KNOWN = Signal(
    id="SIG-BIRTH-NOT-KNOWN",
    title="Baby due some weeks ago, no birth recorded",
    theme="planned",
    says=(
        "A baby was expected, and three weeks after the last day on which the birth was expected neither a birth nor a death is "
        "recorded, whether anything is recorded of the baby or only in the register or of the mother. Where nobody wrote down "
        "when it was expected: 43 weeks after the pregnancy was first on the record."
    ),
    severity="high",
    tell=("lead_social_worker", "team_manager"),
    asks="It is said whether the baby was born, when and where the baby is now, or what became of the pregnancy.",
    # Birth is brought on before 42 weeks, two after the day it was expected (NICE NG207). The third is for word to come. Of a
    # pregnancy without a date it is certain only that it is over 42 weeks, and one, after somebody knew of it.
    numbers={"weeks": 3, "unsaid_weeks": 43},
    pattern=lambda n: AwaitedBirth(
        Amount(int(n["weeks"]), "weeks"),
        Amount(int(n["unsaid_weeks"]), "weeks"),
        "A baby was to be born by {due}. Nobody has said that the baby is born, or what became of the pregnancy.",
        tuple(sorted(set(ENTRY_TYPES) - {"entry_withdrawn"})),
    ),
    why="We were told {when} of a baby who was to be born by now. No birth is recorded.",
    review_paragraphs=(),
    evidence=("SYSTEM",),
    guard="The birth, recorded in an entry or in the register, ends it, and so does a death.",
)

_BACK_OR_GONE = on(
    "absence_ended", "absence_started", "worker_ended", "worker_leaving", "post_left", where=(SameAs("worker", "worker"),)
)
_BACK_SOONER = on(
    "absence_ended",
    "worker_ended",
    "post_left",
    where=(SameAs("worker", "worker"), StillAhead("expected_until", planned_by="start")),
)

SIG_ABSENCE_PAST_END = Signal(
    id="SIG-ABSENCE-PAST-END",
    title="Worker was to be back, and nobody has said so",
    theme="planned",
    says=(
        "Somebody who works here was to be away until a day that has passed, and a working day later nothing says that they are "
        "back, away for longer or gone. It is asked of each child whom they lead for, and once of them."
    ),
    severity="medium",
    tell=("manager_of_the_absent",),
    asks="It is said that the worker is back, until when they are away now, or who has their work.",
    numbers={"working_days": 1},
    pattern=lambda n: AnyShape(
        (
            Said(
                Undone(
                    UntilPlanned(Only(LEAD_NOT_THERE, (Not(Later(_BACK_SOONER)),)), "expected_until"),
                    done_by=(_BACK_OR_GONE,),
                    limit=Deadline(int(n["working_days"]), "working_days"),
                    # Whoever has the child now is not waiting for them to come back.
                    excused_by=(on("worker_allocated", where=(Not(SameAs("worker", "worker")),)),),
                ),
                "The child's worker went away {when}, and was to be back. By {due} nobody has said that they are.",
            ),
            # A manager or a duty worker leads for no child, and what is theirs goes to others until somebody says that they are
            # back.
            Said(
                Undone(
                    Planned(on("absence_started", where=(Not(Later(_BACK_SOONER)),)), planned_in="expected_until"),
                    done_by=(_BACK_OR_GONE,),
                    limit=Deadline(int(n["working_days"]), "working_days"),
                ),
                "Somebody went away {when}, and was to be back. By {due} nobody has said that they are.",
            ),
        )
    ),
    why="Somebody went away {when}, and was to be back. By {due} nobody has said that they are.",
    review_paragraphs=(),
    evidence=("SYSTEM",),
    guard="Leave without a day on which it is to end asks nothing here: that nobody covers it is asked elsewhere.",
    partnership=True,
)

_STAY_OVER = ("stay_ended", "stay_started", "looked_after_ended")

SIG_STAY_PAST_END = Signal(
    id="SIG-STAY-PAST-END",
    title="Stay was agreed until a day that has passed",
    theme="planned",
    says="A child was to stay with somebody until a day that has passed, and the day after nothing says where the child is.",
    severity="high",
    tell=("lead_social_worker", "team_manager"),
    asks="It is said where the child sleeps now, and until when it is agreed.",
    numbers={"days": 1},
    pattern=lambda n: Undone(
        Planned(
            on("stay_started", where=(Not(Later(on(*_STAY_OVER, where=(StillAhead("until", planned_by="start"),)))),)),
            planned_in="until",
        ),
        done_by=(on(*_STAY_OVER),),
        limit=Deadline(int(n["days"]), "calendar_days"),
    ),
    why="The stay that began {when} was agreed until a day that has passed. By {due} nobody has said where the child is.",
    review_paragraphs=(),
    evidence=("SYSTEM",),
    guard="A stay without a day on which it is to end asks nothing here.",
)

_CONFERENCE = (SameAs("kind", "kind"),)
_AHEAD = StillAhead("for", planned_by="start")

SIG_MEETING_NOT_KNOWN = Signal(
    id="SIG-MEETING-NOT-KNOWN",
    title="Meeting booked, its day has passed, nothing recorded",
    theme="planned",
    says=(
        "A conference or a meeting before court was booked, its day has passed, and a working day later nothing says that it was "
        "held or that it has another day."
    ),
    severity="high",
    tell=("lead_social_worker", "team_manager"),
    asks="The meeting is recorded, or the day on which it is to be now.",
    numbers={"working_days": 1},
    pattern=lambda n: AnyShape(
        tuple(
            Undone(
                Planned(
                    on(booked, where=(Not(Later(on(booked, held, where=(*_CONFERENCE, _AHEAD)))),)),
                ),
                done_by=(on(booked, held, where=_CONFERENCE),),
                limit=Deadline(int(n["working_days"]), "working_days"),
            )
            for booked, held in (
                ("conference_booked", "conference_held"),
                ("preproceedings_meeting_booked", "preproceedings_meeting_held"),
            )
        )
    ),
    why="A meeting was booked {when}. By {due} nobody has said that it was held, or when it is to be.",
    review_paragraphs=(),
    evidence=("SYSTEM",),
    guard="Booking it for another day before its day replaces the booking.",
)

SIG_KEPT_AWAY_OVER = Signal(
    id="SIG-KEPT-AWAY-OVER",
    title="What keeps somebody away from the child has run out",
    theme="planned",
    says=(
        "Bail, an order or a plan keeps somebody away from the child until a day that has passed, and nothing says whether they "
        "are still to stay away."
    ),
    severity="high",
    tell=("lead_social_worker", "team_manager"),
    asks="It is said what keeps them away now, or that they may come back, and what keeps the child safe then.",
    numbers={"days": 0},
    pattern=lambda n: Undone(
        Planned(
            on(
                "person_excluded",
                where=(
                    Not(
                        Later(on("person_excluded", where=(SameAs("person", "person"), StillAhead("until", planned_by="start"))))
                    ),
                    Not(Later(on("exclusion_ended", where=(RefersTo("exclusion"), StillAhead("until", planned_by="start"))))),
                ),
            ),
            planned_in="until",
        ),
        done_by=(
            on("person_excluded", where=(SameAs("person", "person"),)),
            on("exclusion_ended", where=(RefersTo("exclusion"),)),
        ),
        # On the day after, and not some days later: whoever was kept away may be at the door.
        limit=Deadline(int(n["days"]), "calendar_days"),
    ),
    why="What was said {when} to keep somebody away from the child ran out on {due}. Nobody has said what holds now.",
    review_paragraphs=(),
    evidence=("SYSTEM",),
    guard="Where no day was given until which it holds, it holds, and asks nothing here.",
)

_FOSTERED = ("private_fostering_notified", "private_fostering_ended", "stay_started")

SIG_PROPOSAL_OPEN = Signal(
    id="SIG-PROPOSAL-OPEN",
    title="Something was proposed, and nobody has answered",
    theme="planned",
    says=(
        "A child was to be fostered privately from a day that has passed, and five working days later nothing says whether it "
        "began; or a family was offered a group meeting, and 20 working days later nothing says that it was held, declined or "
        "ruled out."
    ),
    severity="medium",
    tell=("lead_social_worker", "team_manager"),
    asks="It is said what came of it.",
    numbers={"working_days": 5, "offer_working_days": 20},
    pattern=lambda n: AnyShape(
        (
            Said(
                Undone(
                    Planned(
                        on(
                            "private_fostering_proposed",
                            where=(Not(Later(on("private_fostering_proposed", *_FOSTERED, where=(_AHEAD,)))),),
                        )
                    ),
                    done_by=(on("private_fostering_proposed", *_FOSTERED),),
                    limit=Deadline(int(n["working_days"]), "working_days"),
                ),
                "Private fostering was proposed {when}, from a day that has passed. By {due} nobody has said whether it began.",
            ),
            Said(
                Undone(
                    Each(on("family_group_meeting_offered")),
                    done_by=(on("family_group_meeting_held", "family_group_meeting_declined", "family_group_meeting_ruled_out"),),
                    limit=Deadline(int(n["offer_working_days"]), "working_days"),
                ),
                "The family was offered a group meeting {when}. By {due} nobody has said what they answered.",
            ),
        )
    ),
    why="Something was proposed {when}, and nobody has said what came of it.",
    review_paragraphs=(),
    evidence=("SYSTEM",),
    guard="Proposing it again for another day replaces the proposal.",
)

SIG_CARER_DIED = Signal(
    id="SIG-CARER-DIED",
    title="Somebody the child stays with has died",
    theme="carers",
    says="Somebody with whom the child stays has died, and nothing says who cares for the child now.",
    severity="critical",
    tell=("lead_social_worker", "team_manager", "duty_social_worker"),
    asks="It is said today where the child sleeps tonight and who cares for them, and who tells the child.",
    numbers={},
    pattern=lambda n: Happens(
        Each(
            on(
                "death_recorded",
                where=(
                    # About anyone: it is filed under whoever died.
                    About("anyone"),
                    Earlier(on("stay_started", where=(SameAs("with", "person"),)), unless=(on(*_STAY_OVER),)),
                ),
            )
        ),
        ended_by=(on(*_STAY_OVER),),
    ),
    why="Somebody with whom the child stays died {when}. Nobody has said who cares for the child now.",
    review_paragraphs=(),
    evidence=("SYSTEM",),
    guard="A stay that had ended by then asks nothing.",
)
