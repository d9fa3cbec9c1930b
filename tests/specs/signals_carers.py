"""Signals about relatives known to services, and carers who say that they cannot manage."""

from tests.specs.kit import CHILD, FATHER, GRANDMOTHER, MOTHER, SIBLING, Example, Expect, Spec, contact, given

OCTOBER = "Thu 2019-10-31"


def stay(id, happened, with_=GRANDMOTHER, arrangement="family", **rest):  # type: ignore[no-untyped-def]
    """The child begins to stay with somebody."""
    return given(id, "stay_started", happened, with_=with_, arrangement=arrangement, overnight=True, agreed_by=[MOTHER], **rest)


STAY = stay("s", "Mon 2019-10-07T18:00")
DRINKING = given("x", "adult_disclosure_recorded", "Mon 2019-06-03", about=(GRANDMOTHER,), adult=GRANDMOTHER, kind="alcohol")
ARREST = given(
    "x", "incident_recorded", "Mon 2019-06-03", about=(SIBLING,), kind="arrest", involved=[GRANDMOTHER], children_present="no"
)


def viable(happened, carer=GRANDMOTHER, outcome="suitable"):  # type: ignore[no-untyped-def]
    """A first assessment of a carer."""
    return given("va", "viability_assessed", happened, carer=carer, outcome=outcome, checks=["police"])


def checked(happened, carer=GRANDMOTHER, police=True, health=True):  # type: ignore[no-untyped-def]
    """The quick checks of a carer."""
    return given("sc", "safety_check_completed", happened, carer=carer, police=police, health=health, outcome="Seen.")


def seen_of(adult, **rest):  # type: ignore[no-untyped-def]
    """What somebody saw of an adult of the family."""
    return given("x", "observation_recorded", "Mon 2019-06-03", about=(adult,), text="Welcoming.", setting="home", **rest)


RAISED = (Expect(state="raised", raised_on="2019-10-08", evidence=("s",)),)

KNOWN_NEEDS = Spec(
    "SIG-CARER-KNOWN-NEEDS",
    (
        Example(
            "Gran told a service of her drinking; a day after the stay began nobody has thought it through.",
            (DRINKING, STAY),
            OCTOBER,
            RAISED,
        ),
        Example("She was arrested, in an entry about somebody else.", (ARREST, STAY), OCTOBER, RAISED),
        Example(
            "She has a worker of her own.",
            (given("x", "worker_allocated", "Mon 2019-06-03", about=(GRANDMOTHER,), worker="drug", role="key_worker"), STAY),
            OCTOBER,
            RAISED,
        ),
        Example(
            "She is being assessed herself.",
            (given("x", "assessment_started", "Mon 2019-06-03", about=(GRANDMOTHER,), kind="child_and_family"), STAY),
            OCTOBER,
            RAISED,
        ),
        Example(
            "She is ill.",
            (given("x", "diagnosis_recorded", "Mon 2019-06-03", about=(GRANDMOTHER,), code="F10", text="Dependence."), STAY),
            OCTOBER,
            RAISED,
        ),
        Example(
            "Somebody wrote down what they saw of her.",
            (seen_of(GRANDMOTHER, other=["own mental health"]), STAY),
            OCTOBER,
            RAISED,
        ),
        Example("What they wrote of her was no worry.", (seen_of(GRANDMOTHER), STAY), OCTOBER, ()),
        Example("They wrote it of her daughter.", (seen_of(MOTHER, other=["own mental health"]), STAY), OCTOBER, ()),
        Example("Nobody knows anything of her.", (STAY,), OCTOBER, ()),
        Example(
            "Her daughter has a worker; that is not her.",
            (given("x", "worker_allocated", "Mon 2019-06-03", about=(MOTHER,), worker="drug", role="key_worker"), STAY),
            OCTOBER,
            (),
        ),
        Example(
            "Her daughter was arrested.",
            (given("x", "incident_recorded", "Mon 2019-06-03", kind="arrest", involved=[MOTHER], children_present="no"), STAY),
            OCTOBER,
            (),
        ),
        Example(
            "Her daughter told a service of her drinking.",
            (given("x", "adult_disclosure_recorded", "Mon 2019-06-03", adult=MOTHER, kind="alcohol"), STAY),
            OCTOBER,
            (),
        ),
        Example(
            "A stay with a father is not one with a relative.",
            (
                given("x", "adult_disclosure_recorded", "Mon 2019-06-03", about=(FATHER,), adult=FATHER, kind="alcohol"),
                stay("s", "Mon 2019-10-07T18:00", FATHER, "parents"),
            ),
            OCTOBER,
            (),
        ),
        Example("Assessed within the day, to the minute.", (DRINKING, STAY, viable("Tue 2019-10-08T18:00")), OCTOBER, ()),
        Example(
            "Assessed a minute later.",
            (DRINKING, STAY, viable("Tue 2019-10-08T18:01")),
            OCTOBER,
            (Expect(state="ended", raised_on="2019-10-08", met_by="va"),),
        ),
        Example(
            "Within the hour before the day is over it has not shown.",
            (DRINKING, STAY, viable("Tue 2019-10-08T17:30")),
            OCTOBER,
            (),
        ),
        Example("Assessed an hour late.", (DRINKING, STAY, viable("Tue 2019-10-08T18:30")), OCTOBER, (Expect(state="ended"),)),
        Example("More was asked for.", (DRINKING, STAY, viable("Tue 2019-10-08T10:00", outcome="more_needed")), OCTOBER, RAISED),
        Example("Somebody else was assessed.", (DRINKING, STAY, viable("Tue 2019-10-08T10:00", FATHER)), OCTOBER, RAISED),
        Example("Police and health checks are back.", (DRINKING, STAY, checked("Tue 2019-10-08T10:00")), OCTOBER, ()),
        Example("The police check alone is.", (DRINKING, STAY, checked("Tue 2019-10-08T10:00", health=False)), OCTOBER, RAISED),
        Example("The health check alone is.", (DRINKING, STAY, checked("Tue 2019-10-08T10:00", police=False)), OCTOBER, RAISED),
        Example("Somebody else was checked.", (DRINKING, STAY, checked("Tue 2019-10-08T10:00", FATHER)), OCTOBER, RAISED),
    ),
)


def says(id, happened, text="I can't cope with them any more.", **rest):  # type: ignore[no-untyped-def]
    """Gran rings."""
    return contact(id, happened, text=text, from_=rest.pop("from_", {"role": "grandmother", "name": "Willow"}), **rest)


RANG = says("c", "Mon 2019-10-07")
LATE = (Expect(state="raised", raised_on="2019-10-09", evidence=("c",)),)


def answered(type, happened="Tue 2019-10-08", **data):  # type: ignore[no-untyped-def]
    """What was done about it."""
    return given("h", type, happened, **data)


CANNOT_COPE = Spec(
    "SIG-CARER-CANNOT-COPE",
    (
        Example("A working day is in time.", (RANG,), "Tue 2019-10-08", ()),
        Example("The day after, nothing is planned.", (RANG,), "Wed 2019-10-09", LATE),
        Example("She said she could.", (says("c", "Mon 2019-10-07", "We are fine, they are good."),), OCTOBER, ()),
        Example("Her own words deny it.", (says("c", "Mon 2019-10-07", "I am not struggling to cope."),), OCTOBER, ()),
        Example(
            "A teacher said it of herself.", (contact("c", "Mon 2019-10-07", text="I cannot cope with the forms."),), OCTOBER, ()
        ),
        Example(
            "In a message.",
            (
                given(
                    "c",
                    "message_received",
                    "Mon 2019-10-07",
                    for_="sam",
                    from_=GRANDMOTHER,
                    text="I cannot cope.",
                    possible_serious_harm=False,
                ),
            ),
            OCTOBER,
            LATE,
        ),
        Example(
            "A visitor wrote it down.",
            (given("c", "observation_recorded", "Mon 2019-10-07", text="Gran says it is too much for her.", setting="home"),),
            OCTOBER,
            LATE,
        ),
        Example(
            "A visitor wrote down that all is well.",
            (given("c", "observation_recorded", "Mon 2019-10-07", text="Gran is well.", setting="home"),),
            OCTOBER,
            (),
        ),
        Example(
            "Support was planned.", (RANG, answered("carer_support_planned", carer=GRANDMOTHER, text="Respite.")), OCTOBER, ()
        ),
        Example(
            "Support was planned for a carer of other children.",
            (RANG, answered("carer_support_planned", about=(SIBLING,), carer=GRANDMOTHER, text="Respite.")),
            OCTOBER,
            LATE,
        ),
        Example(
            "Support was planned a day late.",
            (RANG, answered("carer_support_planned", "Thu 2019-10-10", carer=GRANDMOTHER, text="Respite.")),
            OCTOBER,
            (Expect(state="ended", raised_on="2019-10-09", met_by="h"),),
        ),
        Example(
            "The child went to somebody else.", (RANG, answered("stay_started", with_=FATHER, arrangement="parents")), OCTOBER, ()
        ),
        Example("Practical help was given.", (RANG, answered("practical_help_given", help="A washing machine.")), OCTOBER, ()),
        Example("The family met.", (RANG, answered("family_group_meeting_held")), OCTOBER, ()),
        Example(
            "A strategy discussion was held.",
            (RANG, answered("strategy_discussion_held", decision="section47", medical_agreed=False)),
            OCTOBER,
            (),
        ),
        Example("A visit is not support.", (RANG, answered("visit_made", kind="child_in_need", seen=[CHILD])), OCTOBER, LATE),
    ),
)
