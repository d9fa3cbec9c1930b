"""Signals about children who are not brought to be looked after, and babies who sleep somewhere nobody has looked at."""

from tests.specs.kit import CHILD, MOTHER, SIBLING, Example, Expect, Spec, given, person
from tests.specs.signals_daily_needs import OCTOBER, note


def not_brought(id, happened, service="dental clinic", kind="not_brought", **rest):  # type: ignore[no-untyped-def]
    """An appointment the child did not get to."""
    return given(id, "contact_missed", happened, kind=kind, service=service, **rest)


MISSED = not_brought("a", "Mon 2019-06-03")
TEETH = "Urgent treatment for something that can be prevented was recorded on 7 Oct 2019."

HEALTH_UNMET = Spec(
    "SIG-HEALTH-UNMET",
    (
        Example(
            "Not brought twice in 180 days.",
            (MISSED, not_brought("b", "Mon 2019-10-07", "GP")),
            OCTOBER,
            (Expect(state="raised", raised_on="2019-10-07", evidence=("a", "b")),),
        ),
        Example(
            "A surgery, and a practice known only by its entry in the list of organisations.",
            (not_brought("a", "Mon 2019-06-03", "Surgery"), not_brought("b", "Mon 2019-10-07", "elm")),
            OCTOBER,
            (Expect(evidence=("a", "b")),),
        ),
        Example("Not brought once.", (MISSED,), OCTOBER, ()),
        Example("The second 180 days after the first.", (MISSED, not_brought("b", "Sat 2019-11-30")), "Tue 2019-12-31", ()),
        Example(
            "The second 179 days after the first.", (MISSED, not_brought("b", "Fri 2019-11-29")), "Tue 2019-12-31", (Expect(),)
        ),
        Example("The second was cancelled.", (MISSED, not_brought("b", "Mon 2019-10-07", kind="cancelled")), OCTOBER, ()),
        Example("The second was no health service.", (MISSED, not_brought("b", "Mon 2019-10-07", "swimming")), OCTOBER, ()),
        Example("The second was a brother's.", (MISSED, not_brought("b", "Mon 2019-10-07", about=(SIBLING,))), OCTOBER, ()),
        Example(
            "Teeth taken out.",
            (given("d", "diagnosis_recorded", "Mon 2019-10-07", code="K02", text="Urgent dental extractions."),),
            OCTOBER,
            (Expect(state="raised", raised_on="2019-10-07", says=TEETH),),
        ),
        Example(
            "Teeth that are as they should be.",
            (given("d", "diagnosis_recorded", "Mon 2019-10-07", code="Z01", text="Healthy teeth."),),
            OCTOBER,
            (),
        ),
        Example(
            "Somebody else writes of teeth taken out.",
            (note("d", "Mon 2019-10-07", "He had teeth removed at the hospital."),),
            OCTOBER,
            (Expect(says=TEETH),),
        ),
    ),
)

BABY = {CHILD: person(CHILD, "Ash", "2019-01-10", "F")}


def slept(id, happened, **rest):  # type: ignore[no-untyped-def]
    """A night with a grandmother."""
    return given(id, "stay_started", happened, with_="gran", arrangement="family", overnight=True, agreed_by=[MOTHER], **rest)


def looked(id, happened):  # type: ignore[no-untyped-def]
    """Somebody looked at where the baby sleeps."""
    return given(id, "safer_sleep_assessed", happened, place="Gran's home", person="gran")


INFANT_SLEEP = Spec(
    "SIG-INFANT-SLEEP",
    (
        Example(
            "A night at gran's: the next working day is in time.",
            (slept("s", "Mon 2019-10-07"),),
            "Tue 2019-10-08",
            (),
            people=BABY,
        ),
        Example(
            "The day after, nobody has looked where the baby slept.",
            (slept("s", "Mon 2019-10-07"),),
            "Wed 2019-10-09",
            (Expect(state="raised", raised_on="2019-10-09", evidence=("s",)),),
            people=BABY,
        ),
        Example(
            "Somebody looked in time.", (slept("s", "Mon 2019-10-07"), looked("l", "Tue 2019-10-08")), OCTOBER, (), people=BABY
        ),
        Example(
            "Somebody looked late.",
            (slept("s", "Mon 2019-10-07"), looked("l", "Thu 2019-10-10")),
            OCTOBER,
            (Expect(state="ended", raised_on="2019-10-09", met_by="l"),),
            people=BABY,
        ),
        Example("At nine nobody asks.", (slept("s", "Mon 2019-10-07"),), OCTOBER, ()),
        Example(
            "Written down a week later: it shows then.",
            (slept("s", "Mon 2019-10-07", recorded="Mon 2019-10-14"),),
            OCTOBER,
            (Expect(raised_on="2019-10-14"),),
            people=BABY,
        ),
    ),
)
