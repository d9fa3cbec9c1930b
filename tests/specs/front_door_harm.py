"""The front door: a child who may be in danger now."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, contact, given


def message(happened: str, harm: bool | None = True, **rest: object) -> Given:
    """A message to the child's worker, flagged (or not) for possible serious harm."""
    data = {} if harm is None else {"possible_serious_harm": harm}
    return given("m", "message_received", happened, for_="sam", from_="gran", text="He has a black eye again.", **data, **rest)


def answered(happened: str, by: str | None = "duty", to: str = "m", **rest: object) -> Given:
    """Somebody read it and acted."""
    return given("an", "message_answered", happened, by=by, message=to, **rest)


def decided(happened: str, by: str | None = "kay", id: str = "d", contact: str = "c", **rest: object) -> Given:
    """A decision on the contact."""
    data = {"decision": "strategy_discussion", "reasons": "Bruising."} | rest
    return given(id, "contact_decided", happened, by=by, contact=contact, **data)


FRIDAY_NIGHT = message("Fri 2019-11-29T23:10")

FD_05 = Spec(
    "FD-05",
    (
        Example(
            "Triaged by the duty social worker within the hour, at midnight: in time.",
            (FRIDAY_NIGHT, answered("Sat 2019-11-30T00:09")),
            "Sat 2019-11-30",
            (Expect(state="met", due="2019-11-30T00:10:00Z", met_by="an", raised_on=None),),
        ),
        Example(
            "At the hour itself: in time.",
            (FRIDAY_NIGHT, answered("Sat 2019-11-30T00:10")),
            "Sat 2019-11-30",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "A minute later: late.",
            (FRIDAY_NIGHT, answered("Sat 2019-11-30T00:11")),
            "Sat 2019-11-30",
            (Expect(state="met_late", raised_on="2019-11-30"),),
        ),
        Example(
            "An answer by the front desk is not triage by a qualified person.",
            (FRIDAY_NIGHT, answered("Fri 2019-11-29T23:20", by="desk")),
            "Sat 2019-11-30",
            (Expect(state="overdue", met_by=None, raised_on="2019-11-30"),),
        ),
        Example(
            "Where nobody says who answered, it counts.",
            (FRIDAY_NIGHT, answered("Fri 2019-11-29T23:20", by=None)),
            "Sat 2019-11-30",
            (Expect(state="met"),),
        ),
        Example(
            "Nor does anybody have to say who decided.",
            (contact("c", "Fri 2019-11-29T16:50", for_="sam", immediate_harm=True), decided("Fri 2019-11-29T17:40", by=None)),
            "Sat 2019-11-30",
            (Expect(state="met"),),
        ),
        Example(
            "A manager's answer is.",
            (FRIDAY_NIGHT, answered("Fri 2019-11-29T23:20", by="kay")),
            "Sat 2019-11-30",
            (Expect(state="met"),),
        ),
        Example(
            "A message that was said not to be about serious harm starts no such clock.",
            (message("Fri 2019-11-29T23:10", harm=False),),
            "Sat 2019-11-30",
            (),
        ),
        Example(
            "Nor one of which nobody said.",
            (message("Fri 2019-11-29T23:10", harm=None),),
            "Sat 2019-11-30",
            (),
        ),
        Example(
            "A flag added on Saturday shows at once: the hour had counted from when the message came.",
            (
                message("Fri 2019-11-29T16:50", harm=None),
                given(
                    "m2",
                    "message_received",
                    "Fri 2019-11-29T16:50",
                    for_="sam",
                    from_="gran",
                    text="He has a black eye again.",
                    possible_serious_harm=True,
                    recorded="Sat 2019-11-30T09:00",
                    corrects="m",
                    reason="The flag was missed.",
                ),
            ),
            "Sat 2019-11-30",
            (Expect(state="overdue", due="2019-11-29T17:50:00Z", raised_on="2019-11-30"),),
        ),
        Example(
            "A concern sent to one worker that tells of harm now starts it too, and a decision on it is the triage.",
            (contact("c", "Fri 2019-11-29T16:50", for_="sam", immediate_harm=True), decided("Fri 2019-11-29T17:40")),
            "Sat 2019-11-30",
            (Expect(state="met", due="2019-11-29T17:50:00Z", met_by="d"),),
        ),
        Example(
            "A concern sent to nobody in particular has the same-day standard, not this one.",
            (contact("c", "Fri 2019-11-29T16:50", immediate_harm=True),),
            "Sat 2019-11-30",
            (),
        ),
        Example(
            "Answering another message does not count.",
            (
                FRIDAY_NIGHT,
                given("m3", "message_received", "Fri 2019-11-29T23:12", for_="sam", from_="hv", text="Clinic is on Tuesday."),
                answered("Fri 2019-11-29T23:20", to="m3"),
            ),
            "Sat 2019-11-30",
            (Expect(state="overdue", trigger="m"),),
        ),
        Example(
            "Triaged in time and written down in the morning: it showed through the night, and was no breach.",
            (FRIDAY_NIGHT, answered("Fri 2019-11-29T23:30", recorded="Sat 2019-11-30T08:00")),
            "Sat 2019-11-30",
            (Expect(state="met", raised_on="2019-11-30"),),
        ),
        Example(
            "Where only the day of the answer is known it counts in favour, and says that it is about then.",
            (FRIDAY_NIGHT, answered("Sat 2019-11-30")),
            "Sun 2019-12-01",
            (Expect(state="met", approximate=True),),
        ),
        Example(
            "A decision by the front desk would not be, nor is one about another concern.",
            (
                contact("c", "Fri 2019-11-29T16:50", for_="sam", immediate_harm=True),
                contact("c2", "Fri 2019-11-29T16:55"),
                decided("Fri 2019-11-29T17:00", by="desk"),
                decided("Fri 2019-11-29T17:10", id="d2", contact="c2"),
            ),
            "Sat 2019-11-30",
            (Expect(state="overdue", met_by=None, trigger="c"),),
        ),
    ),
)

AT_RISK = contact("c", "Fri 2019-11-29T16:40", immediate_harm=True)

FD_06 = Spec(
    "FD-06",
    (
        Example(
            "Protection decided at ten to midnight: the same day.",
            (AT_RISK, decided("Fri 2019-11-29T23:50")),
            "Sat 2019-11-30",
            (Expect(state="met", due="2019-11-29", met_on="2019-11-29", raised_on=None),),
        ),
        Example(
            "At ten past: the next day, and late.",
            (AT_RISK, decided("Sat 2019-11-30T00:10")),
            "Sat 2019-11-30",
            (Expect(state="met_late", met_on="2019-11-30", raised_on="2019-11-30"),),
        ),
        Example(
            "A strategy discussion that day is a decision on protection.",
            (AT_RISK, given("sd", "strategy_discussion_held", "Fri 2019-11-29T18:30", decision="section47")),
            "Sat 2019-11-30",
            (Expect(state="met", met_by="sd"),),
        ),
        Example(
            "So is police protection.",
            (AT_RISK, given("pp", "police_protection_started", "Fri 2019-11-29T19:00")),
            "Sat 2019-11-30",
            (Expect(state="met", met_by="pp"),),
        ),
        Example(
            "Not one held that morning, before anybody had told of this.",
            (AT_RISK, given("sd", "strategy_discussion_held", "Fri 2019-11-29T10:00", decision="section47")),
            "Sat 2019-11-30",
            (Expect(state="overdue", raised_on="2019-11-30"),),
        ),
        Example(
            "A discussion about a brother does not protect this child.",
            (
                contact("c", "Fri 2019-11-29T16:40", immediate_harm=True, about=(CHILD, SIBLING)),
                given("sd", "strategy_discussion_held", "Fri 2019-11-29T18:30", about=(SIBLING,), decision="section47"),
            ),
            "Sat 2019-11-30",
            (Expect(state="overdue"),),
        ),
        Example(
            "Nothing was to be decided the same day where nobody saw harm now.",
            (contact("c", "Fri 2019-11-29T16:40"),),
            "Sat 2019-11-30",
            (),
        ),
        Example(
            "Decided that evening and written down on Monday: it had shown on Saturday, and was no breach.",
            (AT_RISK, decided("Fri 2019-11-29T21:00", recorded="Mon 2019-12-02T09:00")),
            "Tue 2019-12-03",
            (Expect(state="met", raised_on="2019-11-30"),),
        ),
        Example(
            "The day before the guidance began.",
            (contact("c", "Tue 2018-07-03", immediate_harm=True),),
            "Fri 2018-07-06",
            (),
        ),
        Example(
            "The day it began.",
            (contact("c", "Wed 2018-07-04", immediate_harm=True),),
            "Fri 2018-07-06",
            (Expect(state="overdue", due="2018-07-04", raised_on="2018-07-05"),),
        ),
        Example(
            "Starting enquiries is one.",
            (AT_RISK, given("s47", "section47_started", "Fri 2019-11-29T19:00")),
            "Sat 2019-11-30",
            (Expect(state="met", met_by="s47"),),
        ),
        Example(
            "Asking a court for an order is one.",
            (AT_RISK, given("court", "court_application_made", "Fri 2019-11-29T19:00", kind="Emergency protection order")),
            "Sat 2019-11-30",
            (Expect(state="met", met_by="court"),),
        ),
        Example(
            "So is a manager's decision with reasons.",
            (
                AT_RISK,
                given("md", "management_decision_recorded", "Fri 2019-11-29T19:00", decision="Safe at Nan's.", reasons="Seen."),
            ),
            "Sat 2019-11-30",
            (Expect(state="met", met_by="md"),),
        ),
        Example(
            "A decision on another concern is none.",
            (AT_RISK, contact("c2", "Fri 2019-11-29T17:00"), decided("Fri 2019-11-29T18:00", contact="c2")),
            "Sat 2019-11-30",
            (Expect(state="overdue"),),
        ),
    ),
)
