"""Initial child protection conferences."""

from datetime import date

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import Attended, DecidedWithReasons, FieldIn
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline, Gate
from holdfast.rules.standard import Choice, LocalVariant, Standard, Way
from holdfast.rules.trigger import Each, Pattern, Prepared
from holdfast.standards.editions import working_together

ASKED_FOR = on("conference_booked", where=(FieldIn("kind", ("initial", "pre_birth")),))

# What a run of an enquiry is folded from. A pattern says itself what it reads, and an entry type left out here would change
# nothing when it was recorded.
SECTION47_READS = ("strategy_discussion_held", "conference_held", "section47_completed", "plan_started", "plan_ended")
# A function of the engine and not a trigger made of nodes: several discussions belong to one enquiry until a conference or an
# outcome ends it, and the first of them has to be found from whichever came last.
SECTION47_BEGINS = Pattern("section47_begins", "the strategy discussion that started the section 47 enquiry", SECTION47_READS)
SECTION47_DECIDED_LAST = Pattern(
    "section47_decided_last", "the latest strategy discussion that decided on section 47", SECTION47_READS
)

CP_06 = Standard(
    id="CP-06",
    title="Initial child protection conference held",
    stage="icpc",
    binding="statutory_guidance",
    scope="per_child",
    limit=Deadline(15, "working_days"),
    warn_before=Amount(5, "working_days"),
    trigger=SECTION47_BEGINS,
    # Areas read the start differently and each has a text to stand on, so it is a partnership's own choice; the stricter reading
    # is the default because nothing is lost by being early.
    choice=Choice(
        "Where several strategy discussions were held, from which of them are the 15 working days counted?",
        (
            Way("first", "The discussion that started the section 47 enquiry", SECTION47_BEGINS, "Strategy discussion"),
            Way("latest", "The latest discussion that decided on section 47", SECTION47_DECIDED_LAST, "Strategy discussion"),
        ),
        "Greater Manchester's procedure, like the guidance, counts from the discussion that started the enquiry, which is the "
        "stricter; Blackburn with Darwen's counts from the one that decided on section 47.",
    ),
    # names="decisions": a conference meets it only for the children it decided about. One child of a family left out of the
    # decisions was not conferenced, however many are listed as discussed.
    met_by=(on("conference_held", where=(FieldIn("kind", ("initial", "pre_birth", "transfer_in")),), names="decisions"),),
    excused_by=(on("section47_completed", where=(FieldIn("outcome", ("no_conference", "unsubstantiated")),)),),
    started="Strategy discussion",
    wanted="initial conference",
    responsible="team_manager",
    ladder="L_CP",
    sources=(
        Citation("WT2018", "Initial child protection conferences (p49)", "secondary"),
        Citation("EESCIN", "initial conference, 15 working days", "read"),
        Citation("L_GM", "15 days from the discussion that started the enquiry", "read"),
        Citation("L_BWD", "15 working days from the discussion that decided on section 47", "read"),
    ),
    confidence="high",
    effective_from=date(2013, 4, 15),
    versions=working_together("p49", "secondary", "ch 3 s3 ICPC box"),
    review_paragraphs=(
        "4.5",
        "4.9",
        "5.46",
    ),
    check_before_release=True,
    note="Counted from the discussion that started the enquiry, not from the last one held.",
)

CP_12 = Standard(
    id="CP-12",
    title="Conference decision made and reasoned for each child separately, all children in the household considered",
    stage="icpc",
    binding="local_standard",
    scope="per_child",
    # A gate of the conference's own entry and with no remedy: reasons given later were not the reasons it decided on.
    limit=Gate((DecidedWithReasons(),)),
    trigger=Each(on("conference_held")),
    started="Conference held",
    wanted="decision, category and reasons for this child",
    responsible="cp_chair",
    ladder="L_CP",
    sources=(
        Citation("L_SURREY", "all children of the household considered", "read"),
        Citation("SYSTEM", "a conference cannot close until each child has decision, category and reasons", "review"),
    ),
    confidence="high",
    review_paragraphs=(
        "4.5",
        "4.9",
        "5.25",
        "5.30",
    ),
    note=(
        "Each child considered has a decision and reasons of their own, so that two children of one household are never "
        "placed at different levels unexplained. In the published review one sister had a plan and another was a child "
        "in need, and nobody said why."
    ),
)


CP_05 = Standard(
    id="CP-05",
    title="Conference requested from the child protection unit",
    stage="icpc",
    binding="local_standard",
    scope="per_family",
    limit=Deadline(1, "working_days"),
    warn_before=Amount(4, "hours"),
    # Asking for a conference before the enquiry's outcome is written down is asking early, not failing to ask.
    trigger=Prepared(
        Each(on("section47_completed", where=(FieldIn("outcome", ("conference",)),))),
        by=ASKED_FOR,
        since=on("conference_held"),
    ),
    met_by=(ASKED_FOR, on("conference_held", where=(FieldIn("kind", ("initial", "pre_birth")),), names="decisions")),
    started="Enquiry decided on a conference",
    wanted="request for a conference",
    responsible="team_manager",
    ladder="L_CP",
    sources=(Citation("L_BOLTON", "the initial conference is asked for within one working day", "read"),),
    confidence="high",
    note="A conference booked while the enquiry was still going on has been requested.",
)


CP_07 = Standard(
    id="CP-07",
    title="Transfer-in conference",
    stage="icpc",
    binding="local_standard",
    scope="per_child",
    limit=Deadline(15, "working_days"),
    warn_before=Amount(5, "working_days"),
    trigger=Each(on("transfer_in_requested")),
    met_by=(on("conference_held", where=(FieldIn("kind", ("transfer_in",)),), names="decisions"),),
    started="Transfer in requested",
    wanted="transfer-in conference",
    responsible="receiving_team_manager",
    ladder="L_CP",
    sources=(Citation("L_BWD", "15 days from receiving the papers that support the request", "read"),),
    confidence="high",
    note="Counted in working days, as the children in need census does.",
)


CP_15 = Standard(
    id="CP-15",
    title="Quorum: social care and at least two other agencies with direct contact",
    stage="icpc",
    binding="local_standard",
    scope="per_family",
    # Agencies, counted once each: two people from one school are one agency. Chairs and minute takers are taken out by their
    # roles.
    limit=Gate((Attended("agency_beside_social_care", 2),)),
    trigger=Each(on("conference_held")),
    started="Conference held",
    wanted="social care and at least two other agencies there",
    responsible="cp_chair",
    ladder="L_CP",
    sources=(Citation("SYSTEM", "three agencies are the usual local minimum", "knowledge"),),
    confidence="medium",
    local_variants=(
        LocalVariant(
            "Swindon",
            "social work and at least two other professional groups; otherwise a new date within 10 working days",
            "https://swindonchildcare.proceduresonline.com/p_quorate_conf.html",
        ),
    ),
    note="The chair and whoever takes the minutes are not counted, nor is the family.",
)
