"""Signals about referrers nobody told, messages nobody took up, results that are awaited and pieces nobody joined."""

from tests.specs.kit import Example, Expect, Spec, contact, given

OCTOBER = "Thu 2019-10-31"
RANG = contact("c", "Mon 2019-10-07")


def then(type, happened, **data):  # type: ignore[no-untyped-def]
    """Something done afterwards."""
    return given(data.pop("id", "h"), type, happened, **data)


DECIDED = then("contact_decided", "Tue 2019-10-08", id="d", contact="c", decision="assessment", reasons="Neglect.", by="kay")

REFERRER_NO_OUTCOME = Spec(
    "SIG-REFERRER-NO-OUTCOME",
    (
        Example("A working day after it came.", (RANG,), "Tue 2019-10-08", ()),
        Example(
            "The day after, nobody has said that it arrived.",
            (RANG,),
            "Wed 2019-10-09",
            (Expect(state="raised", raised_on="2019-10-09", evidence=("c",)),),
        ),
        Example(
            "Acknowledged, decided, and the referrer told.",
            (
                RANG,
                then("contact_acknowledged", "Mon 2019-10-07", contact="c", to=["dsl"]),
                DECIDED,
                then("referrer_informed", "Wed 2019-10-09", id="r", contact="c", outcome="Assessment."),
            ),
            OCTOBER,
            (),
        ),
        Example(
            "Acknowledged and decided; three working days are in time.",
            (RANG, then("contact_acknowledged", "Mon 2019-10-07", contact="c", to=["dsl"]), DECIDED),
            "Fri 2019-10-11",
            (),
        ),
        Example(
            "The day after, the referrer has not heard what was decided.",
            (RANG, then("contact_acknowledged", "Mon 2019-10-07", contact="c", to=["dsl"]), DECIDED),
            "Sat 2019-10-12",
            (Expect(state="raised", raised_on="2019-10-12"),),
        ),
        Example(
            "Told a week later.",
            (
                RANG,
                then("contact_acknowledged", "Mon 2019-10-07", contact="c", to=["dsl"]),
                DECIDED,
                then("referrer_informed", "Fri 2019-10-18", id="r", contact="c", outcome="Assessment."),
            ),
            OCTOBER,
            (Expect(state="ended", met_by="r"),),
        ),
    ),
)


def message(text="Please ring.", harm=False, **rest):  # type: ignore[no-untyped-def]
    """A message to the child's worker."""
    return given(
        "m", "message_received", "Mon 2019-10-07T09:00", for_="sam", from_="dsl", text=text, possible_serious_harm=harm, **rest
    )


def rang(text="Came without a coat.", harm=False):  # type: ignore[no-untyped-def]
    """A contact at nine in the morning."""
    return contact("c", "Mon 2019-10-07T09:00", text=text, immediate_harm=harm)


def opened(type, at="Mon 2019-10-07T10:00", **data):  # type: ignore[no-untyped-def]
    """Somebody takes it up, an hour later."""
    return given("h", type, at, **data)


UNREAD = (Expect(state="raised", raised_on="2019-10-07", evidence=("m",)),)
UNTAKEN = (Expect(state="raised", raised_on="2019-10-07", evidence=("c",)),)

UNREAD_RISK = Spec(
    "SIG-MSG-UNREAD-RISK",
    (
        Example("Flagged, and nobody has taken it up an hour on.", (message(harm=True),), OCTOBER, UNREAD),
        Example("Not flagged, but the words say it.", (message("She has a bruise on her leg."),), OCTOBER, UNREAD),
        Example("Neither.", (message(),), OCTOBER, ()),
        Example("The words deny it.", (message("There was no injury and she is not in danger."),), OCTOBER, ()),
        Example("A contact that tells of harm right now.", (rang(harm=True),), OCTOBER, UNTAKEN),
        Example(
            "Answered on the hour by her social worker.",
            (message(harm=True), opened("message_answered", message="m")),
            OCTOBER,
            (),
        ),
        Example(
            "Answered, and nobody says by whom.",
            (message(harm=True), opened("message_answered", message="m", by=None)),
            OCTOBER,
            (),
        ),
        Example(
            "Answered a minute later.",
            (message(harm=True), opened("message_answered", "Mon 2019-10-07T10:01", message="m")),
            OCTOBER,
            (Expect(state="ended", raised_on="2019-10-07", met_by="h"),),
        ),
        Example(
            "Answered two minutes later.",
            (message(harm=True), opened("message_answered", "Mon 2019-10-07T10:02", message="m")),
            OCTOBER,
            (Expect(state="ended"),),
        ),
        Example(
            "Answered by business support.",
            (message(harm=True), opened("message_answered", message="m", by="desk")),
            OCTOBER,
            UNREAD,
        ),
        Example(
            "Another message was answered.",
            (
                message(harm=True),
                given(
                    "n",
                    "message_received",
                    "Mon 2019-10-07T09:10",
                    for_="sam",
                    from_="hv",
                    text="Hello.",
                    possible_serious_harm=False,
                ),
                opened("message_answered", message="n"),
            ),
            OCTOBER,
            UNREAD,
        ),
        Example(
            "Passed on is not taken up.",
            (message(harm=True), opened("message_rerouted", message="m", to=["kay"])),
            OCTOBER,
            UNREAD,
        ),
        *(
            Example(f"Taken up: {type}.", (rang(harm=True), opened(type, contact="c", **data)), OCTOBER, ())
            for type, data in (
                ("contact_assigned", {"worker": "sam"}),
                ("contact_acknowledged", {"to": ["dsl"]}),
                ("contact_decided", {"decision": "strategy_discussion", "reasons": "Harm."}),
            )
        ),
        Example(
            "Acknowledged, and nobody says by whom.",
            (rang(harm=True), opened("contact_acknowledged", contact="c", to=["dsl"], by=None)),
            OCTOBER,
            (),
        ),
        Example(
            "Acknowledged by business support.",
            (rang(harm=True), opened("contact_acknowledged", contact="c", to=["dsl"], by="desk")),
            OCTOBER,
            UNTAKEN,
        ),
        Example(
            "Another contact was decided.",
            (
                rang(harm=True),
                contact("o", "Mon 2019-10-07T09:10"),
                opened("contact_decided", contact="o", decision="assessment", reasons="Neglect."),
            ),
            OCTOBER,
            UNTAKEN,
        ),
        Example(
            "A strategy discussion was held.",
            (message(harm=True), opened("strategy_discussion_held", decision="section47", medical_agreed=False)),
            OCTOBER,
            (),
        ),
        Example(
            "A manager decided what to do.",
            (message(harm=True), opened("management_decision_recorded", decision="Visit now.", reasons="Harm.")),
            OCTOBER,
            (),
        ),
    ),
)
