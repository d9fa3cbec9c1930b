"""The signal about doors that stay shut."""

from tests.specs.kit import SIBLING, Example, Expect, Spec, given
from tests.specs.signals_adults import OCTOBER, then

DAYS = ("Mon 2019-09-16", "Mon 2019-09-30", "Mon 2019-10-07", "Mon 2019-10-14")


def missed(id, happened, **rest):  # type: ignore[no-untyped-def]
    """Nobody was let in, or brought."""
    return given(id, "contact_missed", happened, kind="no_access", service="visit", **rest)


FOUR = tuple(missed(f"m{n}", day) for n, day in enumerate(DAYS))
ANSWERED = (
    ("core_group_held", {}),
    ("plan_meeting_held", {}),
    ("conference_held", {"kind": "review", "decisions": []}),
    ("strategy_discussion_held", {"decision": "section47", "medical_agreed": False}),
    ("legal_planning_held", {"decision": "Letter."}),
)

AVOIDANCE = Spec(
    "SIG-AVOIDANCE",
    (
        Example(
            "Four in six weeks.",
            FOUR,
            OCTOBER,
            (Expect(state="raised", raised_on="2019-10-14", evidence=("m0", "m1", "m2", "m3")),),
        ),
        Example("Three.", FOUR[1:], OCTOBER, ()),
        Example("The fourth 42 days after the first.", (*FOUR[:3], missed("m3", "Mon 2019-10-28")), OCTOBER, ()),
        Example("The fourth 41 days after the first.", (*FOUR[:3], missed("m3", "Sun 2019-10-27")), OCTOBER, (Expect(),)),
        Example("One of them was a brother's.", (*FOUR[:3], missed("m3", "Mon 2019-10-14", about=(SIBLING,))), OCTOBER, ()),
        *(
            Example(
                f"Looked at together: {type}.",
                (*FOUR, then(type, "Mon 2019-10-21", **data)),
                OCTOBER,
                (Expect(state="ended", met_by="h"),),
            )
            for type, data in ANSWERED
        ),
        Example(
            "The fourth written down a week later.",
            (*FOUR[:3], missed("m3", "Mon 2019-10-14", recorded="Mon 2019-10-21")),
            OCTOBER,
            (Expect(raised_on="2019-10-21"),),
        ),
    ),
)
