"""Signals about the child's voice."""

from tests.specs.kit import CHILD, OTHER_SIBLING, SIBLING, Example, Expect, Spec, conference, given

MADE = conference("ic", "Wed 2018-10-03")


def said(id, happened, words="I like playing football.", child=CHILD, **rest):  # type: ignore[no-untyped-def]
    """A child's own words."""
    return given(id, "voice_recorded", happened, child=child, how="words", words=words, **{"about": (child,), **rest})


def answered(id, happened, voice="v"):  # type: ignore[no-untyped-def]
    """What was done, and the child told."""
    return given(id, "voice_answered", happened, voice=voice, answer="We talked to Mum.", told_child=True)


def declined(id, happened, next_attempt="2018-11-12"):  # type: ignore[no-untyped-def]
    """Asked, and did not want to say."""
    rest = {"next_attempt": next_attempt} if next_attempt else {}
    return given(id, "views_declined", happened, child=CHILD, worker="sam", how="At school, on a walk.", **rest)


VIEWS_STALE = Spec(
    "SIG-VIEWS-STALE",
    (
        Example("Twenty working days into a plan nobody is late yet.", (MADE,), "Wed 2018-10-31", ()),
        Example(
            "The day after, nobody has asked.",
            (MADE,),
            "Thu 2018-11-01",
            (Expect(state="raised", raised_on="2018-11-01", evidence=("ic",)),),
        ),
        Example(
            "Asked on the twentieth working day: the count starts again from there.",
            (MADE, said("v", "Wed 2018-10-31")),
            "Fri 2018-11-30",
            (Expect(state="raised", raised_on="2018-11-29", evidence=("v",)),),
        ),
        Example(
            "Asking a brother is not asking this child.",
            (MADE, said("v", "Mon 2018-10-15", child=SIBLING, about=(CHILD, SIBLING))),
            "Thu 2018-11-01",
            (Expect(state="raised"),),
        ),
        Example(
            "Asked after it was shown: ended.",
            (MADE, said("v", "Mon 2018-11-05")),
            "Wed 2018-11-21",
            (Expect(state="ended", raised_on="2018-11-01", met_on="2018-11-05"),),
        ),
        Example(
            "A child too young to say is watched instead.",
            (
                given("plan", "plan_started", "Wed 2018-10-03", about=(OTHER_SIBLING,), plan="child_protection", category="NEG"),
                given(
                    "o",
                    "observation_recorded",
                    "Wed 2018-10-17",
                    about=(OTHER_SIBLING,),
                    neglect=[],
                    other=["calm"],
                    text="Settled.",
                    setting="nursery",
                ),
            ),
            "Mon 2018-11-12",
            (),
            child=OTHER_SIBLING,
        ),
        Example("No plan, nothing to show.", (said("v", "Mon 2018-10-15"),), "Fri 2018-11-30", ()),
        Example(
            "Asked, and did not want to say: it counts, with who asked, how, and when somebody tries again.",
            (MADE, declined("no", "Wed 2018-10-31")),
            "Wed 2018-11-28",
            (),
        ),
        Example(
            "Nobody said when it is tried again: it does not count.",
            (MADE, declined("no", "Wed 2018-10-31", next_attempt=None)),
            "Thu 2018-11-01",
            (Expect(state="raised", evidence=("ic",)),),
        ),
        Example(
            "A second time running does not count without an advocate.",
            (MADE, declined("no", "Wed 2018-10-17"), declined("again", "Mon 2018-11-05")),
            "Thu 2018-11-15",
            (Expect(state="raised", raised_on="2018-11-15", evidence=("no",)),),
        ),
        Example(
            "With an advocate offered it does.",
            (
                MADE,
                declined("no", "Wed 2018-10-17"),
                given("offer", "advocate_offered", "Mon 2018-10-22", child=CHILD, accepted=False),
                declined("again", "Mon 2018-11-05"),
            ),
            "Mon 2018-12-03",
            (),
        ),
    ),
)

VOICE_NO_ACTION = Spec(
    "SIG-VOICE-NO-ACTION",
    (
        Example("Five working days later it is not yet late.", (said("v", "Mon 2018-10-08"),), "Mon 2018-10-15", ()),
        Example(
            "The day after, nothing was done about what the child said.",
            (said("v", "Mon 2018-10-08"),),
            "Tue 2018-10-16",
            (Expect(state="raised", raised_on="2018-10-16", evidence=("v",)),),
        ),
        Example(
            "Answered on the fifth day: nothing.",
            (said("v", "Mon 2018-10-08"), answered("a", "Mon 2018-10-15")),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "An answer to something else is no answer.",
            (said("v", "Mon 2018-10-08"), said("w", "Tue 2018-10-09"), answered("a", "Wed 2018-10-10", "w")),
            "Wed 2018-10-31",
            (Expect(evidence=("v",)),),
        ),
        Example(
            "Words that ask for safety are answered within four hours.",
            (said("v", "Mon 2018-10-08T10:00", "I am not safe at home."), answered("a", "Mon 2018-10-08T14:00")),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "Four hours and a minute is late.",
            (said("v", "Mon 2018-10-08T10:00", "I am not safe at home."), answered("a", "Mon 2018-10-08T14:01")),
            "Wed 2018-10-31",
            (Expect(state="ended", raised_on="2018-10-08", met_on="2018-10-08"),),
        ),
    ),
)


def pleading(words):  # type: ignore[no-untyped-def]
    """One thing said."""
    return (said("v", "Mon 2018-10-08", words),)


CHILD_ASKS_FOR_SAFETY = Spec(
    "SIG-CHILD-ASKS-FOR-SAFETY",
    (
        Example(
            "Wants to be in care rather than at home.",
            pleading("I would rather go into care than return home."),
            "Mon 2018-10-08",
            (Expect(state="raised", raised_on="2018-10-08", about=(CHILD, SIBLING, OTHER_SIBLING)),),
        ),
        Example(
            "Asks to live with nan.", pleading("Please can I live with my nan?"), "Mon 2018-10-08", (Expect(state="raised"),)
        ),
        Example("Asks for a night at a friend's.", pleading("Can I stay with my friend on Friday?"), "Mon 2018-10-08", ()),
        Example("Does not want to go home.", pleading("I don’t want to go home."), "Mon 2018-10-08", (Expect(state="raised"),)),
        Example(
            "Thinks the little ones should be taken away from there.",
            pleading("Social workers should take my brother and sisters into care."),
            "Mon 2018-10-08",
            (Expect(state="raised"),),
        ),
        Example(
            "Fears for a parent's life.", pleading("I thought I would wake up and find Mum dead."), "Mon 2018-10-08", (Expect(),)
        ),
        Example("Is scared.", pleading("I get scared when they shout."), "Mon 2018-10-08", (Expect(state="raised"),)),
        Example("Is not scared any more: the denial raises nothing.", pleading("I'm not scared any more."), "Mon 2018-10-08", ()),
        Example("Is happy in a new home: nothing.", pleading("I like it here and I play football."), "Mon 2018-10-08", ()),
        Example(
            "Answered: ended, and kept.",
            (*pleading("I am not safe."), answered("a", "Tue 2018-10-09")),
            "Wed 2018-10-31",
            (Expect(state="ended", raised_on="2018-10-08", met_by="a"),),
        ),
    ),
)
