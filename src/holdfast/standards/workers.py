"""The people who work with a child: cover when they are away, answers, handover, and recording what was done."""

from dataclasses import replace

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import (
    AnyOf,
    CoverInPost,
    FieldIn,
    FieldIs,
    ForAbsentWorker,
    InPost,
    InState,
    LeadInPost,
    MayBeSocialWorker,
    Not,
    Previous,
    RefersTo,
    SameAs,
    SentBy,
    SomebodyElse,
)
from holdfast.rules.conditions.workforce import STAFFING
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline, RecordedWithin
from holdfast.rules.standard import LocalVariant, Standard
from holdfast.rules.trigger import Each, Either, Pattern, Prepared
from holdfast.rules.vacancy import Vacated
from holdfast.standards.done_by import AS_LEAD
from holdfast.standards.states import NEEDS_SOCIAL_WORKER

# Whoever is given a child of whom it is wanted is a social worker; of other children anybody may be the lead.
MAY_HOLD = AnyOf((Not(InState(NEEDS_SOCIAL_WORKER)), MayBeSocialWorker("worker")))
LEADS = on("worker_allocated", where=(AS_LEAD,))

LEAD_NOT_THERE = Pattern("absence_of_lead_worker", "the child's worker is away or gone, or whoever covers for them is", STAFFING)
"""By whom the worker is covered, whoever may hold the child: ``state`` says where it has to be a social worker."""

WK_01 = Standard(
    id="WK-01",
    title="Absent lead worker: named cover in place",
    stage="worker_continuity",
    binding="system_default",
    scope="per_worker",
    limit=Deadline(1, "working_days"),
    warn_before=Amount(4, "hours"),
    # A function of the engine: an absence is filed under the worker and about no child, and it concerns exactly those whom that
    # worker led then.
    trigger=replace(LEAD_NOT_THERE, state=NEEDS_SOCIAL_WORKER),
    # Whoever is named has to be there; and a cover who was away and is back covers again without being named anew.
    met_by=(on("cover_named", "absence_ended", where=(CoverInPost(NEEDS_SOCIAL_WORKER),)),),
    excused_by=(
        # Whatever it was that says so: they are back from leave, in a post again, or their last day was put off.
        on("absence_ended", "post_taken_up", "worker_leaving", where=(LeadInPost(),)),
        on("worker_allocated", where=(LeadInPost(), MAY_HOLD)),
        on("worker_ended", where=(Previous(LEADS, (SameAs("worker", "worker"),)),)),
    ),
    started="Child's worker not there",
    wanted="cover who is there",
    responsible="team_manager",
    ladder="L_CSC",
    sources=(Citation("SYSTEM", "default; prevents REVIEW 5.20, 5.48, 5.113", "review"),),
    confidence="n/a - design default",
    review_paragraphs=(
        "5.18",
        "5.20",
        "5.48",
        "5.113",
        "5.114",
    ),
    note=(
        "Runs for every child the absent worker holds, also once their last day has passed. Cover counts while another person "
        "who is in post holds it; from the day that they are away or gone it is asked for again. "
        "Cover for a child on a child protection plan, in pre-proceedings or looked "
        "after is a qualified social worker: somebody who is known to be none does not count, nor does giving them the child."
    ),
)

TAKEN_UP = (
    on("message_rerouted", where=(RefersTo("message"), InPost("to"))),
    on("message_answered", where=(RefersTo("message"),)),
    # Somebody else who takes it up has re-routed it too.
    on("contact_assigned", where=(RefersTo("contact"), InPost("worker"))),
    on("contact_acknowledged", "contact_decided", where=(RefersTo("contact"),)),
)
LEFT_UNANSWERED = Vacated(
    on("message_received", "contact_received", where=(Not(ForAbsentWorker()),)),
    "for",
    # A handover carries the messages that are unread.
    over=(*TAKEN_UP, on("handover_completed", where=(SameAs("from", "for"),))),
    says="Unanswered message: whoever it was for was gone or away",
)

WK_02 = Standard(
    id="WK-02",
    title="Message addressed to an absent worker is re-routed at once and copied to the team manager and duty",
    stage="worker_continuity",
    binding="system_default",
    scope="per_message",
    # At once, since no person does it: the program re-routes as the message arrives, and an hour's grace would hide that it had
    # not.
    limit=Deadline(0, "hours"),
    # Whoever was there when it came may go before they answered: then it is with nobody just the same.
    trigger=Either((Each(on("message_received", "contact_received", where=(ForAbsentWorker(),))), LEFT_UNANSWERED)),
    met_by=TAKEN_UP,
    started="Message to a worker who was away",
    wanted="re-routing to cover, manager and duty",
    responsible="system",
    ladder="L_CSC",
    sources=(Citation("REVIEW", "5.114", "review"),),
    confidence="n/a - design default",
    review_paragraphs=(
        "5.113",
        "5.114",
    ),
    note=(
        "Holdfast does this itself as the message arrives and tells the sender who has it. Where the worker goes before they "
        "answered, it is asked for from then on."
    ),
)

WK_03 = Standard(
    id="WK-03",
    title="Contact from a partner professional answered",
    stage="worker_continuity",
    binding="system_default",
    scope="per_contact",
    limit=Deadline(2, "working_days"),
    warn_before=Amount(4, "hours"),
    trigger=Each(on("contact_received", "message_received", where=(SentBy("professional"),))),
    met_by=(
        # A contact is answered by its outcome, a message by an answer. An acknowledgement is neither.
        on("referrer_informed", where=(RefersTo("contact"),)),
        on("message_answered", where=(RefersTo("message"),)),
    ),
    started="Contact from a professional",
    wanted="reply",
    responsible="lead_social_worker",
    ladder="L_CSC",
    sources=(Citation("SYSTEM", "acknowledge 1 working day, answer 2", "review"),),
    confidence="n/a - design default",
    review_paragraphs=(
        "5.81",
        "5.111",
        "5.112",
    ),
)

WK_04 = Standard(
    id="WK-04",
    title="Contact from a parent, carer or child answered",
    stage="worker_continuity",
    binding="system_default",
    scope="per_contact",
    limit=Deadline(2, "working_days"),
    warn_before=Amount(4, "hours"),
    trigger=Each(on("contact_received", "message_received", where=(SentBy("family"),))),
    met_by=(
        on("referrer_informed", where=(RefersTo("contact"),)),
        on("message_answered", where=(RefersTo("message"),)),
    ),
    started="Contact from the family",
    wanted="reply",
    responsible="lead_social_worker",
    ladder="L_CSC",
    sources=(Citation("SYSTEM", 'acknowledge 1 working day, answer 2; child or carer saying "unsafe" follows FD-05', "review"),),
    confidence="n/a - design default",
    review_paragraphs=(
        "5.22",
        "5.101",
        "5.111",
    ),
    note="A child or carer who says somebody is unsafe is answered within the hour (FD-05).",
)

WK_05 = Standard(
    id="WK-05",
    title="Change of lead worker: written handover, reason told to family, introduction",
    stage="worker_continuity",
    binding="system_default",
    scope="per_family",
    limit=Deadline(5, "working_days"),
    warn_before=Amount(2, "working_days"),
    trigger=Prepared(
        # A change of lead. The first lead takes over from nobody, and the same worker allocated again hands nothing over.
        Each(on("worker_allocated", where=(AS_LEAD, Previous(LEADS, (Not(SameAs("worker", "worker")),))))),
        by=on("handover_completed", where=(SameAs("to", "worker"), SomebodyElse("to"), FieldIs("family_told", True))),
        since=LEADS,
    ),
    met_by=(on("handover_completed", where=(SameAs("to", "worker"), SomebodyElse("to"), FieldIs("family_told", True))),),
    started="Lead worker changed",
    wanted="handover with the family told",
    responsible="team_manager",
    ladder="L_CSC",
    sources=(Citation("SYSTEM", "default; REVIEW 5.6, 5.19, 5.22", "review"),),
    confidence="n/a - design default",
    review_paragraphs=(
        "5.6",
        "5.18",
        "5.19",
        "5.22",
        "5.101",
    ),
    note=("The handover carries each child's words, open actions, unsigned documents, pending results and unread messages."),
)

WK_06 = Standard(
    id="WK-06",
    title="Statutory visit recorded",
    stage="recording",
    binding="local_standard",
    scope="per_worker",
    # Nothing meets it but its own recording: how long after the visit its entry was made.
    limit=RecordedWithin(2, "working_days"),
    warn_before=Amount(4, "hours"),
    trigger=Each(on("visit_made", where=(FieldIn("kind", ("child_protection", "child_in_need", "looked_after")),))),
    outlives_childhood=True,
    started="Statutory visit made",
    wanted="record of it",
    responsible="visiting_worker",
    ladder="L_RECORD",
    sources=(Citation("L_LIVERPOOL", "bullet on recording", "read"),),
    confidence="high",
    review_paragraphs=(
        "5.20",
        "5.102",
    ),
    local_variants=(
        LocalVariant(
            "Liverpool",
            (
                "24 hours for critical events, 2 working days for significant ones, statutory visits among them, 5 working "
                "days for the rest"
            ),
            "L_LIVERPOOL",
        ),
    ),
    note=("The same for agency staff. A booked visit with nothing recorded is a signal of its own (SIG-VISIT-UNRECORDED)."),
)

WK_07 = Standard(
    id="WK-07",
    title="Critical event recorded",
    stage="recording",
    binding="local_standard",
    scope="per_worker",
    limit=RecordedWithin(24, "hours"),
    warn_before=Amount(4, "hours"),
    trigger=Each(on("incident_recorded", "missing_started", "police_protection_started")),
    outlives_childhood=True,
    started="Critical event",
    wanted="record of it",
    responsible="recording_worker",
    ladder="L_RECORD",
    sources=(Citation("L_LIVERPOOL", "bullet on recording", "read"),),
    confidence="high",
    review_paragraphs=(
        "4.7",
        "5.102",
    ),
)

WK_08 = Standard(
    id="WK-08",
    title="Other recordings",
    stage="recording",
    binding="local_standard",
    scope="per_worker",
    limit=RecordedWithin(5, "working_days"),
    warn_before=Amount(1, "working_days"),
    trigger=Each(
        on(
            "core_group_held",
            "conference_held",
            "strategy_discussion_held",
            "plan_meeting_held",
            "case_discussed",
            "contact_missed",
            "supervision_held",
            "multi_agency_supervision_held",
            "observation_recorded",
            "voice_recorded",
            "day_in_the_life_recorded",
            "adult_disclosure_recorded",
        )
    ),
    outlives_childhood=True,
    started="Activity",
    wanted="record of it",
    responsible="recording_worker",
    ladder="L_RECORD",
    sources=(Citation("L_LIVERPOOL", "bullet on recording", "read"),),
    confidence="high",
    review_paragraphs=("5.18",),
)
