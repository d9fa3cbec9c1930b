"""Questions about meetings that were booked, people who are kept away, proposals, and a carer's death."""

from tests.specs.kit import FATHER, GRANDMOTHER, MOTHER, SIBLING, Example, Expect, Given, Spec, conference, given

RAISED = (Expect(state="raised"),)
END = "Tue 2019-12-31"


def booked(day: str = "2019-10-10", happened: str = "Mon 2019-09-09", id: str = "bk", kind: str = "review") -> Given:
    """A conference is booked."""
    return given(id, "conference_booked", happened, kind=kind, for_=day)


def held(happened: str, kind: str = "review") -> Given:
    """A conference is held."""
    return conference("c", happened, "plan_continued", kind)


def before_court(id: str, type: str, happened: str, kind: str = "first", **rest: object) -> Given:
    """A meeting before court, booked or held."""
    return given(id, type, happened, kind=kind, **rest)


BOOKED_BEFORE_COURT = before_court("bk", "preproceedings_meeting_booked", "Mon 2019-09-09", for_="2019-10-10")

MEETING = Spec(
    "SIG-MEETING-NOT-KNOWN",
    (
        Example("Booked for Thursday: on Friday nobody is asked yet.", (booked(),), "Fri 2019-10-11", ()),
        Example(
            "On Saturday somebody is.",
            (booked(),),
            "Sat 2019-10-12",
            (
                Expect(
                    state="raised",
                    raised_on="2019-10-12",
                    says=(
                        "A meeting was booked on 9 Sep 2019. By 11 Oct 2019 nobody has said that it was held, or when it is to "
                        "be."
                    ),
                ),
            ),
        ),
        Example("Held on the day.", (booked(), held("Thu 2019-10-10")), END, ()),
        Example("Held sooner.", (booked(), held("Thu 2019-10-03")), END, ()),
        Example(
            "Held a week later.",
            (booked(), held("Thu 2019-10-17")),
            END,
            (Expect(state="ended", raised_on="2019-10-12", met_by="c"),),
        ),
        Example("Another kind of conference was held.", (booked(), held("Thu 2019-10-10", "initial")), END, RAISED),
        Example("Another kind was held sooner.", (booked(), held("Thu 2019-10-03", "initial")), END, RAISED),
        Example(
            "Booked for another day before its own: asked of that day.",
            (booked(), booked("2019-10-24", "Mon 2019-10-07", "b2")),
            END,
            (Expect(raised_on="2019-10-26", trigger="b2"),),
        ),
        Example(
            "Booked anew once the day had passed: answered, and asked of the new day.",
            (booked(), booked("2019-10-24", "Fri 2019-10-11", "b2")),
            "Mon 2019-10-28",
            (Expect(raised_on="2019-10-26", trigger="b2"),),
        ),
        Example("The brother's conference is his.", (booked(), conference("c", "Thu 2019-10-10", about=(SIBLING,))), END, RAISED),
        Example("A meeting before court.", (BOOKED_BEFORE_COURT,), END, (Expect(raised_on="2019-10-12"),)),
        Example(
            "Held.",
            (BOOKED_BEFORE_COURT, before_court("m", "preproceedings_meeting_held", "Fri 2019-10-11")),
            END,
            (),
        ),
        Example(
            "Held sooner than booked.",
            (BOOKED_BEFORE_COURT, before_court("m", "preproceedings_meeting_held", "Thu 2019-10-03")),
            END,
            (),
        ),
        Example(
            "A review meeting is not the first one.",
            (BOOKED_BEFORE_COURT, before_court("m", "preproceedings_meeting_held", "Fri 2019-10-11", "review")),
            END,
            RAISED,
        ),
        Example(
            "Nor was a review meeting held sooner the first one.",
            (BOOKED_BEFORE_COURT, before_court("m", "preproceedings_meeting_held", "Thu 2019-10-03", "review")),
            END,
            RAISED,
        ),
        Example(
            "Held a week later.",
            (BOOKED_BEFORE_COURT, before_court("m", "preproceedings_meeting_held", "Thu 2019-10-17")),
            END,
            (Expect(state="ended", raised_on="2019-10-12", met_by="m"),),
        ),
        Example(
            "Another conference booked is no day for this one.",
            (booked(), booked("2019-10-24", "Mon 2019-10-07", "b2", "initial")),
            "Fri 2019-10-18",
            (Expect(trigger="bk"),),
        ),
        Example(
            "One booked before court for another day before its own.",
            (BOOKED_BEFORE_COURT, before_court("b2", "preproceedings_meeting_booked", "Mon 2019-10-07", for_="2019-10-24")),
            END,
            (Expect(trigger="b2"),),
        ),
        Example(
            "And once the day had passed.",
            (BOOKED_BEFORE_COURT, before_court("b2", "preproceedings_meeting_booked", "Fri 2019-10-11", for_="2019-10-24")),
            "Mon 2019-10-28",
            (Expect(trigger="b2"),),
        ),
    ),
)


def kept(until: str | None = "2019-10-10", happened: str = "Mon 2019-09-09", id: str = "x", who: str = FATHER) -> Given:
    """Bail keeps somebody away."""
    said = {} if until is None else {"until": until}
    return given(id, "person_excluded", happened, person=who, kept_away_by="bail", **said)


def lifted(happened: str, which: str = "x") -> Given:
    """What kept them away is over."""
    return given("o", "exclusion_ended", happened, exclusion=which, reason_="No charge.")


KEPT_AWAY = Spec(
    "SIG-KEPT-AWAY-OVER",
    (
        Example("On its last day it holds.", (kept(),), "Thu 2019-10-10", ()),
        Example(
            "The day after, somebody is asked.",
            (kept(),),
            "Fri 2019-10-11",
            (
                Expect(
                    state="raised",
                    raised_on="2019-10-11",
                    says=(
                        "What was said on 9 Sep 2019 to keep somebody away from the child ran out on 10 Oct 2019. Nobody has "
                        "said what holds now."
                    ),
                ),
            ),
        ),
        Example("No day: it holds.", (kept(None),), END, ()),
        Example("Lifted before.", (kept(), lifted("Mon 2019-09-30")), END, ()),
        Example("Lifted on the day.", (kept(), lifted("Thu 2019-10-10")), END, ()),
        Example(
            "Lifted a week later.", (kept(), lifted("Thu 2019-10-17")), END, (Expect(state="ended", raised_on="2019-10-11"),)
        ),
        Example("Renewed before.", (kept(), kept(None, "Mon 2019-10-07", "y")), END, ()),
        Example(
            "Renewed a week later: it had been asked, and is answered.",
            (kept(), kept(None, "Thu 2019-10-17", "y")),
            END,
            (Expect(state="ended", raised_on="2019-10-11", met_by="y"),),
        ),
        Example("Renewed on the day.", (kept(), kept(None, "Thu 2019-10-10", "y")), END, ()),
        Example("Another is kept away from before it.", (kept(), kept(None, "Mon 2019-10-07", "y", GRANDMOTHER)), END, RAISED),
        Example("Another is kept away from its day.", (kept(), kept(None, "Thu 2019-10-10", "y", GRANDMOTHER)), END, RAISED),
        Example(
            "What was lifted before was another's.",
            (kept(), kept(None, "Mon 2019-09-09", "y", GRANDMOTHER), lifted("Mon 2019-09-30", "y")),
            END,
            RAISED,
        ),
        Example(
            "What was lifted on the day was another's.",
            (kept(), kept(None, "Mon 2019-09-09", "y", GRANDMOTHER), lifted("Thu 2019-10-10", "y")),
            END,
            RAISED,
        ),
        Example(
            "Lifted before its day, written down after it: it had been asked.",
            (
                kept(),
                given(
                    "o",
                    "exclusion_ended",
                    "Mon 2019-09-30",
                    recorded="Mon 2019-10-14",
                    exclusion="x",
                    reason_="No charge.",
                ),
            ),
            END,
            (Expect(state="withdrawn", raised_on="2019-10-11"),),
        ),
    ),
)


def proposed(day: str = "2019-10-10", happened: str = "Mon 2019-09-09", id: str = "p") -> Given:
    """Private fostering is proposed."""
    return given(id, "private_fostering_proposed", happened, carer=["a neighbour"], for_=day)


def told(type: str, happened: str) -> Given:
    """What came of it."""
    data: dict[str, object] = {
        "private_fostering_notified": {"carer": ["a neighbour"]},
        "private_fostering_ended": {"reason_": "Not wanted."},
        "stay_started": {"with_": ["a neighbour"], "arrangement": "other"},
    }[type]
    return given("t", type, happened, **data)  # type: ignore[arg-type]


OFFERED = given("of", "family_group_meeting_offered", "Mon 2019-09-09")
ANSWERS = {
    "family_group_meeting_held": {},
    "family_group_meeting_declined": {"by": ["mother"]},
    "family_group_meeting_ruled_out": {"reasons": "No family."},
}

PROPOSAL = Spec(
    "SIG-PROPOSAL-OPEN",
    (
        Example("Five working days after the day nobody is asked yet.", (proposed(),), "Thu 2019-10-17", ()),
        Example(
            "The day after, somebody is.",
            (proposed(),),
            "Fri 2019-10-18",
            (
                Expect(
                    state="raised",
                    raised_on="2019-10-18",
                    says=(
                        "Private fostering was proposed on 9 Sep 2019, from a day that has passed. By 17 Oct 2019 nobody has "
                        "said whether it began."
                    ),
                ),
            ),
        ),
        *(
            Example(f"{type}, {when}.", (proposed(), told(type, day)), END, ())
            for type in ("private_fostering_notified", "private_fostering_ended", "stay_started")
            for when, day in (("before the day", "Mon 2019-09-30"), ("after it", "Mon 2019-10-14"))
        ),
        Example(
            "Proposed for another day before it.",
            (proposed(), proposed("2019-10-24", "Mon 2019-10-07", "q")),
            END,
            (Expect(trigger="q"),),
        ),
        Example(
            "Proposed anew after it.",
            (proposed(), proposed("2019-10-24", "Mon 2019-10-14", "q")),
            END,
            (Expect(trigger="q"),),
        ),
        Example("A meeting of the family, offered: 20 working days.", (OFFERED,), "Mon 2019-10-07", ()),
        Example(
            "The day after.",
            (OFFERED,),
            "Tue 2019-10-08",
            (
                Expect(
                    raised_on="2019-10-08",
                    says=(
                        "The family was offered a group meeting on 9 Sep 2019. By 7 Oct 2019 nobody has said what they answered."
                    ),
                ),
            ),
        ),
        *(
            Example(f"{type}.", (OFFERED, given("a", type, "Mon 2019-10-07", **data)), END, ())  # type: ignore[arg-type]
            for type, data in ANSWERS.items()
        ),
        Example(
            "The brother's meeting is his.",
            (OFFERED, given("a", "family_group_meeting_held", "Mon 2019-10-07", about=(SIBLING,))),
            END,
            RAISED,
        ),
    ),
)

STAY = given("s", "stay_started", "Fri 2019-10-04", with_=[GRANDMOTHER], arrangement="family")


def died(who: str = GRANDMOTHER, happened: str = "Mon 2019-10-14", **rest: object) -> Given:
    """Somebody of the family dies; the entry is filed under them."""
    return given("d", "death_recorded", happened, about=(who,), person=who, **rest)


def home(happened: str) -> Given:
    """Home again."""
    return given("h", "stay_ended", happened)


def elsewhere(happened: str) -> Given:
    """With somebody else."""
    return given("e", "stay_started", happened, with_=[MOTHER], arrangement="parents")


def out_of_care(happened: str) -> Given:
    """No longer looked after."""
    return given("o", "looked_after_ended", happened, reason_="Home.")


CARER = Spec(
    "SIG-CARER-DIED",
    (
        Example(
            "The grandmother, with whom the child stays, has died.",
            (STAY, died()),
            END,
            (
                Expect(
                    state="raised",
                    raised_on="2019-10-14",
                    evidence=("d",),
                    says="Somebody with whom the child stays died on 14 Oct 2019. Nobody has said who cares for the child now.",
                ),
            ),
        ),
        Example("It is asked on the day.", (STAY, died()), "Mon 2019-10-14", RAISED),
        Example("Not the day before.", (STAY, died()), "Sun 2019-10-13", ()),
        Example("Somebody else has died.", (STAY, died(MOTHER)), END, ()),
        Example("The child was home by then.", (STAY, home("Sat 2019-10-12"), died()), END, ()),
        Example("The child was elsewhere by then.", (STAY, elsewhere("Sat 2019-10-12"), died()), END, ()),
        Example("The child had left care by then.", (STAY, out_of_care("Sat 2019-10-12"), died()), END, ()),
        Example("Came home two days later.", (STAY, died(), home("Wed 2019-10-16")), END, (Expect(state="ended", met_by="h"),)),
        Example("Went elsewhere.", (STAY, died(), elsewhere("Wed 2019-10-16")), END, (Expect(state="ended", met_by="e"),)),
        Example("Left care.", (STAY, died(), out_of_care("Wed 2019-10-16")), END, (Expect(state="ended", met_by="o"),)),
        Example("The brother, who stays nowhere.", (STAY, died()), END, (), child=SIBLING),
        Example(
            "Learned of a week later: asked from then.",
            (STAY, died(recorded="Mon 2019-10-21")),
            END,
            (Expect(raised_on="2019-10-21"),),
        ),
    ),
)
