"""Signals about findings that come back, and about agencies nobody taught."""

from tests.specs.kit import CHILD, MOTHER, SIBLING, Example, Expect, Spec, conference, given

OCTOBER = "Thu 2019-10-31"


def recommended(happened, text="Name neglect early, with a tool.", **rest):  # type: ignore[no-untyped-def]
    """A review of a brother's life asks for something."""
    return given(
        "r",
        "recommendation_made",
        happened,
        about=rest.pop("about", (SIBLING,)),
        text=text,
        owner="csc",
        due="2020-01-01",
        **rest,
    )


def audit(happened="Mon 2019-10-07", *themes):  # type: ignore[no-untyped-def]
    """Work looked at closely."""
    return given("a", "audit_completed", happened, kind="case", grade="requires improvement", themes=list(themes or ["Neglect"]))


AGAIN = (Expect(state="raised", raised_on="2019-10-07", evidence=("a",)),)

RECURRENT = Spec(
    "SIG-RECURRENT-LEARNING",
    (
        Example("An audit finds what a review was about.", (recommended("Mon 2017-05-01"), audit()), OCTOBER, AGAIN),
        Example("A review of this child's own.", (recommended("Mon 2017-05-01", about=(CHILD,)), audit()), OCTOBER, AGAIN),
        Example("Another theme.", (recommended("Mon 2017-05-01"), audit("Mon 2019-10-07", "Fathers")), OCTOBER, ()),
        Example("Words too short to tell.", (recommended("Mon 2017-05-01"), audit("Mon 2019-10-07", "too", "ne")), OCTOBER, ()),
        Example(
            "One theme of two.", (recommended("Mon 2017-05-01"), audit("Mon 2019-10-07", "Fathers", "neglect")), OCTOBER, AGAIN
        ),
        Example("Nothing was recommended.", (audit(),), OCTOBER, ()),
        Example("Five years to the day.", (recommended("Tue 2014-10-07"), audit()), OCTOBER, AGAIN),
        Example("Five years and a day.", (recommended("Mon 2014-10-06"), audit()), OCTOBER, ()),
        Example("Recommended afterwards.", (audit(), recommended("Mon 2019-10-14")), OCTOBER, ()),
        Example(
            "Known only a week later: it shows then.",
            (recommended("Mon 2017-05-01", recorded="Mon 2019-10-14"), audit()),
            OCTOBER,
            (Expect(raised_on="2019-10-14"),),
        ),
    ),
)


WHO = {"school": "dsl", "health": "hv", "police": "pc"}


def group(id, happened, *agencies):  # type: ignore[no-untyped-def]
    """A core group with somebody from each of these agencies."""
    present = [{"role": "worker", "organisation": each, "worker": WHO.get(each)} for each in agencies or ("school", "health")]
    return given(id, "core_group_held", happened, present=present)


def trained(happened, *subjects, agency="school", id="t"):  # type: ignore[no-untyped-def]
    """Somebody completes training."""
    return given(id, "training_completed", happened, about=(), agency=agency, worker=WHO.get(agency), subjects=list(subjects))


def incident(kind, happened="Mon 2019-06-03"):  # type: ignore[no-untyped-def]
    """Something the adults did."""
    return given("i", "incident_recorded", happened, kind=kind, involved=[MOTHER], children_present="no")


PLAN = conference("ic", "Mon 2019-09-02", category="NEG")
MET = group("g", "Mon 2019-10-07")
FIRE = trained("Mon 2019-01-07", "Fire safety", id="f")
NEGLECT = (
    Expect(
        state="raised",
        raised_on="2019-10-07",
        evidence=("g",),
        says="None of the agencies at the core group on 7 Oct 2019 had training in neglect or its tool in 24 months.",
    ),
)
DRUGS = (
    Expect(
        state="raised",
        raised_on="2019-10-07",
        evidence=("g",),
        says="None of the agencies at the core group on 7 Oct 2019 had training in drugs or alcohol in 24 months.",
    ),
)
ABUSE = (
    Expect(
        state="raised",
        raised_on="2019-10-07",
        evidence=("g",),
        says="None of the agencies at the core group on 7 Oct 2019 had training in domestic abuse in 24 months.",
    ),
)


def both(says, first, subject, expect, other):  # type: ignore[no-untyped-def]
    """The same examples for each of the risks a core group works with."""
    return (
        Example(f"{says}: nobody was taught.", (first, FIRE, MET), OCTOBER, expect),
        Example(f"{says}: taught in time.", (first, FIRE, trained("Sun 2017-10-08", subject), MET), OCTOBER, ()),
        Example(f"{says}: taught too long ago.", (first, FIRE, trained("Sat 2017-10-07", subject), MET), OCTOBER, expect),
        Example(f"{says}: taught something else.", (first, FIRE, trained("Mon 2019-02-04", other), MET), OCTOBER, expect),
        Example(
            f"{says}: another agency was taught.",
            (first, FIRE, trained("Mon 2019-02-04", subject, agency="police"), MET),
            OCTOBER,
            expect,
        ),
        Example(
            f"{says}: taught afterwards.",
            (first, FIRE, MET, trained("Mon 2019-10-14", subject)),
            OCTOBER,
            (Expect(state="ended", met_by="t"),),
        ),
        Example(
            f"{says}: taught something else afterwards.", (first, FIRE, MET, trained("Mon 2019-10-14", other)), OCTOBER, expect
        ),
        Example(
            f"{says}: another agency was taught afterwards.",
            (first, FIRE, MET, trained("Mon 2019-10-14", subject, agency="police")),
            OCTOBER,
            expect,
        ),
        Example(
            f"{says}: said at the first core group only.", (first, FIRE, MET, group("g2", "Mon 2019-10-28")), OCTOBER, expect
        ),
        Example(
            f"{says}: said although there was one before the risk was known.",
            (group("g0", "Mon 2019-05-27"), first, FIRE, MET),
            OCTOBER,
            expect,
        ),
    )


def new_since(kind, expect):  # type: ignore[no-untyped-def]
    """A second incident, where the first was still known of at the core group before, and where it was not."""
    again = given("j", "incident_recorded", "Mon 2019-10-14", kind=kind, involved=[MOTHER], children_present="no")
    then = group("g2", "Mon 2019-10-28")
    return (
        Example(
            f"Again, and the first was known of: {kind}.",
            (incident(kind, "Sun 2018-10-07"), FIRE, MET, again, then),
            OCTOBER,
            expect,
        ),
        Example(
            f"Again, and the first was long ago: {kind}.",
            (incident(kind, "Sat 2018-10-06"), FIRE, MET, again, then),
            OCTOBER,
            (Expect(raised_on="2019-10-28", evidence=("g2",)),),
        ),
    )


TRAINING_GAP = Spec(
    "SIG-TRAINING-GAP",
    (
        *both("A plan for neglect", PLAN, "Graded Care Profile", NEGLECT, "Drugs"),
        *both("Drugs", incident("substance_use"), "Alcohol and parenting", DRUGS, "Neglect"),
        *both("Violence", incident("domestic_abuse"), "Domestic abuse", ABUSE, "Neglect"),
        Example("No training of these agencies was ever recorded: it is not known.", (PLAN, MET), OCTOBER, ()),
        Example("Who was there was not recorded.", (PLAN, FIRE, given("g", "core_group_held", "Mon 2019-10-07")), OCTOBER, ()),
        Example("No such risk.", (conference("ic", "Mon 2019-09-02"), FIRE, MET), OCTOBER, ()),
        Example("An overdose.", (incident("overdose_by_adult"), FIRE, MET), OCTOBER, DRUGS),
        Example("An arrest is no such risk.", (incident("arrest"), FIRE, MET), OCTOBER, ()),
        Example("Drugs a year ago to the day.", (incident("substance_use", "Sun 2018-10-07"), FIRE, MET), OCTOBER, DRUGS),
        Example("Drugs a year and a day ago.", (incident("substance_use", "Sat 2018-10-06"), FIRE, MET), OCTOBER, ()),
        Example("Violence a year ago to the day.", (incident("domestic_abuse", "Sun 2018-10-07"), FIRE, MET), OCTOBER, ABUSE),
        Example("Violence a year and a day ago.", (incident("domestic_abuse", "Sat 2018-10-06"), FIRE, MET), OCTOBER, ()),
        *(
            example
            for kind, expect in (("substance_use", DRUGS), ("domestic_abuse", ABUSE))
            for example in new_since(kind, expect)
        ),
        Example(
            "The agency says that its staff were taught, and names nobody.",
            (PLAN, trained("Mon 2019-02-04", "Neglect", agency="drugs"), group("g", "Mon 2019-10-07", "drugs")),
            OCTOBER,
            (),
        ),
        Example(
            "A brother's core group is his.",
            (
                PLAN,
                FIRE,
                given(
                    "g",
                    "core_group_held",
                    "Mon 2019-10-07",
                    about=(SIBLING,),
                    present=[{"role": "worker", "organisation": "school"}],
                ),
            ),
            OCTOBER,
            (),
        ),
    ),
)
