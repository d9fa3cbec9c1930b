"""Pre-proceedings under the Public Law Outline."""

from datetime import date

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import AnyOf, ByRole, Mentions, Names, Not
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline, Interval, LastsAtMost
from holdfast.rules.standard import Choice, Edition, LocalVariant, Standard, Way
from holdfast.rules.trigger import Each, ForEach, StateStarts
from holdfast.standards.states import PRE_PROCEEDINGS, PRE_PROCEEDINGS_AFTER_FIRST_MEETING, PRE_PROCEEDINGS_DECIDED

# Whatever moves the case towards a decision. Visits and core groups are left out: a case can be full of them and stand still.
LEGAL_ACTIVITY = on(
    "legal_planning_held",
    "preproceedings_letter_sent",
    "preproceedings_meeting_held",
    "expectations_signed",
    "preproceedings_panel_held",
    "family_group_meeting_held",
    "court_application_made",
    "court_order_made",
)

ASSISTANT_DIRECTORS = (
    *("assistant_director", "head_of_service", "director_of_childrens_services", "director", "dcs"),
    *("chief_executive", "deputy_director"),
)
"""Who may sign that pre-proceedings go on: an assistant director, or somebody above."""

DECIDED_ON_PRE_PROCEEDINGS = AnyOf(
    (
        Mentions(
            "decision",
            (
                *("pre-proceedings", "letter before proceedings", "public law outline"),
                *("enter plo", "start plo", "begin plo", "into plo", "plo process"),
            ),
        ),
        # At the start only. "plo" in the middle is usually what was considered or is already running.
        Mentions("decision", ("plo",), "at_the_start"),
    )
)
"""A legal planning meeting decides that pre-proceedings begin, in the usual ways of writing it."""

PLO_02 = Standard(
    id="PLO-02",
    title="Letter before proceedings sent",
    stage="plo",
    binding="local_standard",
    scope="per_adult_with_pr",
    limit=Deadline(5, "working_days"),
    warn_before=Amount(1, "working_days"),
    # A letter to one parent does not tell the other. Where nobody with responsibility is on the record it is asked once, for
    # nobody in particular, so that a missing relationship does not hide a missing letter.
    trigger=ForEach(
        "responsible_adults",
        Each(on("legal_planning_held", where=(DECIDED_ON_PRE_PROCEEDINGS, Not(Mentions("decision", ("no",), "at_the_start"))))),
    ),
    met_by=(on("preproceedings_letter_sent", where=(Names("to", "subject"),)),),
    excused_by=(on("court_application_made", "preproceedings_ended"),),
    started="Legal planning meeting decided on pre-proceedings",
    wanted="letter before proceedings",
    responsible="team_manager",
    ladder="L_PLO",
    sources=(Citation("L_PLO_SOL", "five days from the decision", "read"),),
    confidence="medium",
    review_paragraphs=("5.56",),
    note=(
        "One clock for each parent and each adult with parental responsibility. A parent in prison has theirs through "
        "the prison and their solicitor."
    ),
)

PLO_03 = Standard(
    id="PLO-03",
    title="Initial pre-proceedings meeting",
    stage="plo",
    binding="local_standard",
    scope="per_family",
    limit=Deadline(10, "working_days"),
    warn_before=Amount(3, "working_days"),
    trigger=Each(on("preproceedings_letter_sent")),
    met_by=(on("preproceedings_meeting_held"),),
    excused_by=(on("court_application_made", "preproceedings_ended"),),
    started="Letter before proceedings sent",
    wanted="first meeting with the parents",
    responsible="team_manager",
    ladder="L_PLO",
    sources=(
        Citation("L_PLO_SOL", "seven working days from the letter", "read"),
        Citation("SYSTEM", "10 working days ceiling", "knowledge"),
    ),
    confidence="medium",
    review_paragraphs=("5.56",),
    local_variants=(
        LocalVariant("Pearson (Greater Manchester)", "7 working days"),
        LocalVariant("Johnson Astills (Leicester)", "7 days"),
    ),
    note="In the published review it was agreed in March 2019 and held in the middle of April.",
)

PLO_04 = Standard(
    id="PLO-04",
    title="Schedule of expectations / written agreement signed by EACH parent",
    stage="plo",
    binding="system_default",
    scope="per_adult_with_pr",
    limit=Deadline(5, "working_days"),
    warn_before=Amount(1, "working_days"),
    trigger=ForEach("responsible_adults", StateStarts(PRE_PROCEEDINGS_AFTER_FIRST_MEETING)),
    met_by=(on("expectations_signed", where=(Names("by", "subject"),)),),
    excused_by=(on("court_application_made", "preproceedings_ended"),),
    started="First pre-proceedings meeting",
    wanted="schedule of expectations signed",
    responsible="team_manager",
    ladder="L_PLO",
    sources=(
        Citation("REVIEW", "5.56", "review"),
        Citation("SYSTEM", "5 working days; unsigned parent reviewed weekly", "review"),
    ),
    confidence="n/a - design default",
    review_paragraphs=("5.56",),
    note="One clock for each parent and each adult with parental responsibility: one signature is not two.",
)

PLO_05 = Standard(
    id="PLO-05",
    title="Pre-proceedings review meeting",
    stage="plo",
    binding="local_standard",
    scope="per_family",
    limit=Interval(6, "weeks"),
    warn_before=Amount(7, "calendar_days"),
    trigger=StateStarts(PRE_PROCEEDINGS_AFTER_FIRST_MEETING),
    during=PRE_PROCEEDINGS_AFTER_FIRST_MEETING,
    met_by=(on("preproceedings_meeting_held"),),
    started="Last pre-proceedings meeting",
    wanted="review meeting",
    responsible="team_manager",
    ladder="L_PLO",
    sources=(Citation("SYSTEM", "6 weeks so that at least two reviews fall inside 16 weeks", "knowledge"),),
    confidence="medium",
    review_paragraphs=("5.56",),
    local_variants=(LocalVariant("tri-cap.org description", "6-8 weeks"),),
    note=(
        "Six weeks puts at least two reviews inside sixteen. In the published review there was one in early July 2019, "
        "and nothing more until December."
    ),
)

PLO_06 = Standard(
    id="PLO-06",
    title="Pre-proceedings concluded: exit, issue, or extension signed at assistant-director level",
    stage="plo",
    binding="national_practice_guidance",
    scope="per_family",
    limit=LastsAtMost(16, "weeks"),
    warn_before=Amount(4, "weeks"),
    trigger=StateStarts(PRE_PROCEEDINGS),
    # National guidance leaves the day open; of three readings the letter is in the middle and is when the family is told.
    choice=Choice(
        "From what day are the sixteen weeks counted?",
        (
            Way(
                "letter",
                "The letter before proceedings, or an entry that says pre-proceedings started where that comes first",
                StateStarts(PRE_PROCEEDINGS),
                "Pre-proceedings started",
            ),
            Way(
                "decision",
                "The legal planning meeting that decided on pre-proceedings",
                StateStarts(PRE_PROCEEDINGS_DECIDED),
                "Legal planning meeting decided on pre-proceedings",
            ),
            Way(
                "first_meeting",
                "The first pre-proceedings meeting with the parents",
                StateStarts(PRE_PROCEEDINGS_AFTER_FIRST_MEETING),
                "First pre-proceedings meeting",
            ),
        ),
        "National guidance gives sixteen weeks (PLWG2021, DFJGUIDE) and leaves the day open. The letter is the default: it is "
        "when the family is told. Some areas count from the legal planning meeting or the first meeting.",
    ),
    met_by=(
        on("preproceedings_ended", "court_application_made"),
        # The role of whoever signed, which is in a field of its own: it is usually typed by somebody else.
        on("preproceedings_extended", where=(ByRole(ASSISTANT_DIRECTORS, "worker"),)),
    ),
    started="Pre-proceedings started",
    wanted="outcome: stepped down, issued or extended",
    responsible="service_manager",
    ladder="L_PLO",
    sources=(
        Citation("REVIEW", "5.56", "review"),
        Citation("DFJGUIDE", "up to 16 weeks", "read"),
        Citation("PLWG2021", "March 2021 best practice guidance", "knowledge"),
    ),
    confidence="high",
    effective_from=date(2021, 3, 1),
    versions=(
        Edition(
            # The review applies sixteen weeks to 2019, when no national text did; the edition says so and sets no other number.
            "before March 2021",
            date(2014, 4, 22),
            date(2021, 3, 1),
            "local standard only (review applies 16 weeks to 2019)",
            "",
            "review",
        ),
        Edition("PLWG2021 onward", date(2021, 3, 1), None, "16 weeks", "", "secondary"),
    ),
    review_paragraphs=(
        "4.11",
        "5.56",
        "5.57",
        "5.58",
        "5.61",
        "7.2",
    ),
    check_before_release=True,
    note=(
        "Counted from the first entry that says pre-proceedings began: its start, or the letter before proceedings. In "
        "the published review it took some thirty-three weeks from the first meeting (worked out from its dates)."
    ),
)

PLO_07 = Standard(
    id="PLO-07",
    title="Senior tracking panel considers every child in pre-proceedings",
    stage="plo",
    binding="local_standard",
    scope="per_child",
    limit=Interval(5, "working_days"),
    warn_before=Amount(1, "working_days"),
    trigger=StateStarts(PRE_PROCEEDINGS),
    during=PRE_PROCEEDINGS,
    met_by=(on("preproceedings_panel_held"),),
    started="Last panel or start of pre-proceedings",
    wanted="consideration by the tracking panel",
    responsible="assistant_director",
    ladder="L_PLO",
    sources=(Citation("REVIEW", "5.58", "review"),),
    confidence="high",
    review_paragraphs=(
        "5.57",
        "5.58",
        "5.61",
        "7.2",
    ),
)

PLO_08 = Standard(
    id="PLO-08",
    title="No legal activity in an open pre-proceedings case",
    stage="plo",
    binding="system_default",
    scope="per_family",
    limit=Interval(10, "working_days"),
    warn_before=Amount(3, "working_days"),
    trigger=StateStarts(PRE_PROCEEDINGS),
    during=PRE_PROCEEDINGS,
    # Several kinds in one event, so that the next ten days count from whichever came last.
    met_by=(LEGAL_ACTIVITY,),
    started="Last legal activity",
    wanted="legal activity",
    responsible="team_manager",
    ladder="L_PLO",
    sources=(Citation("SYSTEM", "10 working days idle = alert", "review"),),
    confidence="n/a - design default",
    review_paragraphs=("5.56",),
)
