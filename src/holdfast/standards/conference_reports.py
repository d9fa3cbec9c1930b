"""Reports before a conference: the family and the chair read them in time to answer."""

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import FieldIn, OfThatConference
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, BeforePlannedDay
from holdfast.rules.standard import LocalVariant, Standard
from holdfast.rules.trigger import Each

# A report names the booking or the conference held by it, because it is written for a day that may move.
SHARED_WITH_FAMILY = on("report_shared", where=(OfThatConference("conference"), FieldIn("with", ("family",))))
SHARED_WITH_CHAIR = on("report_shared", where=(OfThatConference("conference"), FieldIn("with", ("chair",))))

CP_08 = Standard(
    id="CP-08",
    title="Social work report shared with the family (and the young person) before the initial conference",
    stage="conference_reports",
    binding="local_standard",
    scope="per_child",
    limit=BeforePlannedDay(2, "working_days"),
    warn_before=Amount(3, "working_days"),
    trigger=Each(on("conference_booked", where=(FieldIn("kind", ("initial", "pre_birth")),))),
    met_by=(SHARED_WITH_FAMILY,),
    started="Initial conference booked",
    wanted="report shared with the family",
    responsible="lead_social_worker",
    ladder="L_CP",
    sources=(
        Citation("L_LIVERPOOL", "two working days or more before an initial conference", "read"),
        Citation("L_SWINDON", "2 working days ahead of the initial conference", "read"),
    ),
    confidence="high",
    review_paragraphs=("5.47",),
    note="A pre-birth conference is the initial conference of an unborn baby.",
)


CP_09 = Standard(
    id="CP-09",
    title="Report shared with family and chair before a review conference",
    stage="conference_reports",
    binding="local_standard",
    scope="per_child",
    # all_of: the family and the chair each have to have it. Either alone would meet it otherwise.
    limit=BeforePlannedDay(5, "working_days", all_of=True),
    warn_before=Amount(3, "working_days"),
    trigger=Each(on("conference_booked", where=(FieldIn("kind", ("review",)),))),
    met_by=(SHARED_WITH_FAMILY, SHARED_WITH_CHAIR),
    started="Review conference booked",
    wanted="report shared with the family and the chair",
    responsible="lead_social_worker",
    ladder="L_CP",
    sources=(
        Citation("L_LIVERPOOL", "five working days before a review", "read"),
        Citation("L_SWINDON", "5 working days ahead of the review", "read"),
        Citation("L_NYORKS", "five working days ahead", "read"),
    ),
    confidence="high",
    review_paragraphs=("5.47",),
    local_variants=(
        LocalVariant("Sefton", "3 days"),
        LocalVariant("Liverpool SCP manual", "at least 2 working days"),
    ),
    note="For every agency's report, not only the social worker's.",
)
