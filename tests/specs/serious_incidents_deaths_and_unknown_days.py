"""Serious incidents when the child has died or grown up, when days are not known, and when the record is put right."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Spec, given, person
from tests.specs.serious_incidents import KNOWN, notified, reviewed

REV_01_PUT_RIGHT = Spec(
    "REV-01",
    (
        Example("Three working days left: running.", (KNOWN,), "Tue 2019-12-03", (Expect(state="running"),)),
        Example(
            "The day after the due day, it is overdue.",
            (KNOWN,),
            "Sat 2019-12-07",
            (
                Expect(
                    state="overdue",
                    raised_on="2019-12-07",
                    says=(
                        "Serious incident identified on 29 Nov 2019; no notification to the national Panel by 6 Dec 2019 "
                        "(5 working days)."
                    ),
                ),
            ),
        ),
        Example(
            "Identified on a Sunday: the Monday is the first working day.",
            (given("si", "serious_incident_identified", "Sun 2019-12-01"),),
            "Mon 2019-12-09",
            (Expect(state="overdue", due="2019-12-06"),),
        ),
        Example(
            "A notification made before was about something else.",
            (notified("Thu 2019-11-28"), KNOWN),
            "Tue 2019-12-31",
            (Expect(state="overdue", met_by=None),),
        ),
        Example(
            "The child dies while it is running: the duty stands.",
            (KNOWN, given("died", "death_recorded", "Mon 2019-12-02", person=CHILD)),
            "Mon 2019-12-09",
            (Expect(state="overdue", due="2019-12-06", raised_on="2019-12-07"),),
        ),
        Example(
            "A child who died at seventeen is still a child, when it is identified after what would have been the birthday.",
            (
                given("died", "death_recorded", "Wed 2019-11-13", person=CHILD),
                given("si", "serious_incident_identified", "Fri 2019-11-29", about=(CHILD, SIBLING)),
            ),
            "Mon 2019-12-09",
            (Expect(state="overdue", due="2019-12-06", about=(CHILD, SIBLING)),),
            people={CHILD: person(CHILD, "Ash", "2001-11-20")},
        ),
        Example(
            "Identified at some time in November: the five count from its last day.",
            (given("si", "serious_incident_identified", ("Fri 2019-11-01", "Sat 2019-11-30")),),
            "Mon 2019-12-09",
            (Expect(state="overdue", starts="2019-11-30", due="2019-12-06", approximate=True),),
        ),
        Example(
            "As it was known on the Sunday, nobody had told the Panel.",
            (KNOWN, notified("Thu 2019-12-05", recorded="Mon 2019-12-09T09:00")),
            "Sun 2019-12-08",
            (Expect(state="overdue", met_by=None, raised_on="2019-12-07"),),
            known_at="Sun 2019-12-08",
        ),
        Example(
            "It turns out to have been known four days sooner: the limit had passed, and shows from the day that was put right.",
            (
                KNOWN,
                given(
                    "si2",
                    "serious_incident_identified",
                    "Mon 2019-11-25",
                    recorded="Wed 2019-12-04T10:00",
                    corrects="si",
                    reason="The hospital had told us on Monday.",
                ),
            ),
            "Thu 2019-12-05",
            (Expect(state="overdue", trigger="si2", due="2019-12-02", raised_on="2019-12-04"),),
        ),
    ),
)

REV_03_PUT_RIGHT = Spec(
    "REV-03",
    (
        Example("Six working days left: running.", (KNOWN,), "Thu 2019-12-12", (Expect(state="running"),)),
        Example("Five left: due soon.", (KNOWN,), "Fri 2019-12-13", (Expect(state="due_soon"),)),
        Example(
            "The eighteenth birthday does not end it.",
            (KNOWN,),
            "Tue 2019-12-31",
            (Expect(state="overdue", due="2019-12-20"),),
            people={CHILD: person(CHILD, "Ash", "2001-12-03")},
        ),
        Example(
            "A second incident has a clock of its own; the first one's review does not meet it.",
            (KNOWN, reviewed("Wed 2019-12-18"), given("si2", "serious_incident_identified", "Mon 2019-12-30")),
            "Tue 2020-01-14",
            (Expect(state="met", trigger="si"), Expect(state="due_soon", trigger="si2", due="2020-01-21", met_by=None)),
        ),
        Example(
            "Dated after the day it was written down, it meets nothing until that is put right.",
            (
                KNOWN,
                reviewed("Fri 2019-12-20", recorded="Wed 2019-12-18T09:00"),
                given(
                    "rr2",
                    "rapid_review_sent",
                    "Wed 2019-12-18",
                    recorded="Mon 2019-12-23T09:00",
                    corrects="rr",
                    reason="It went on the Wednesday.",
                    outcome="A practice review",
                ),
            ),
            "Tue 2019-12-31",
            (Expect(state="met", met_by="rr2", met_on="2019-12-18", raised_on="2019-12-21"),),
        ),
    ),
)
