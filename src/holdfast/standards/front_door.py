"""The front door: contacts and referrals, and what must happen to each of them."""

from datetime import date

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import FieldIs, InPost, RefersTo, SameAs, TellsOfHarmToOneWorker
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline
from holdfast.rules.standard import LocalVariant, Standard
from holdfast.rules.trigger import Each, Either
from holdfast.rules.vacancy import Vacated
from holdfast.standards.done_by import BY_QUALIFIED_WORKER
from holdfast.standards.editions import working_together

# A message flagged for possible serious harm, or a concern sent to one worker that tells of immediate harm.
HARM_MESSAGE = on("message_received", "contact_received", where=(TellsOfHarmToOneWorker(),))

DEALT_WITH = (on("contact_assigned", "contact_decided", where=(SameAs("contact", "contact"),)),)

GONE_WITH_IT = Vacated(
    on("contact_assigned"), "worker", over=DEALT_WITH, says="Undecided contact: whoever had it was gone or away"
)

FD_01 = Standard(
    id="FD-01",
    title="Every incoming contact is logged and assigned to a named person who is at work",
    stage="front_door",
    binding="system_default",
    scope="per_contact",
    # Elapsed hours by day and night: a concern of Friday evening must not wait for a Monday to be anybody's.
    limit=Deadline(2, "hours"),
    warn_before=Amount(30, "minutes"),
    # Given to somebody who goes before anything was decided, it is nobody's again, and the two hours begin anew.
    trigger=Either((Each(on("contact_received")), GONE_WITH_IT)),
    # Whatever first shows that a person has it. What is sent back by itself is none of these entries.
    met_by=(
        on("contact_assigned", where=(RefersTo("contact"), InPost("worker"))),
        on("contact_acknowledged", "contact_decided", where=(RefersTo("contact"),)),
        on("contact_assigned", where=(SameAs("contact", "contact"), InPost("worker"))),
        on("contact_decided", where=(SameAs("contact", "contact"),)),
        on("absence_ended", where=(SameAs("worker", "worker"), InPost("worker"))),
        on("cover_named", where=(SameAs("for", "worker"), InPost("cover"))),
    ),
    started="Contact received",
    wanted="person at work named for it",
    responsible="contact_officer",
    ladder="L_FRONT_DOOR",
    sources=(Citation("SYSTEM", "default; prevents REVIEW 5.113", "review"),),
    confidence="n/a - design default",
    review_paragraphs=(
        "5.111",
        "5.112",
        "5.113",
        "5.114",
    ),
    note=(
        "Hours are counted around the clock. Passing the words on by e-mail to somebody's inbox is not naming a person at work."
    ),
)

FD_02 = Standard(
    id="FD-02",
    title="Referral: decision on the type of response",
    stage="front_door",
    binding="statutory_guidance",
    scope="per_child",
    limit=Deadline(1, "working_days"),
    warn_before=Amount(4, "hours"),
    trigger=Each(on("contact_received")),
    met_by=(on("contact_decided", where=(RefersTo("contact"),)),),
    started="Contact received",
    wanted="decision on the response",
    responsible="front_door_team_manager",
    ladder="L_FRONT_DOOR",
    sources=(
        Citation("WT2018", "ch 1, processes for managing individual cases, flow chart 1 (p35)", "knowledge"),
        Citation("L_SURREY", "Contacts and referrals, scope box", "secondary"),
        Citation("L_SUSSEX", "4.1.1", "secondary"),
    ),
    confidence="high",
    effective_from=date(2013, 4, 15),
    versions=working_together("ch 1 flow chart 1, p35", "secondary", "ch 3 (referral box)"),
    review_paragraphs=(
        "5.85",
        "5.112",
    ),
    check_before_release=True,
    note=("Runs for every contact, and for each child it is about: a decision about one child is not a decision about another."),
)

FD_03 = Standard(
    id="FD-03",
    title="Referral: receipt acknowledged to the referrer",
    stage="front_door",
    binding="statutory_guidance",
    scope="per_contact",
    limit=Deadline(1, "working_days"),
    warn_before=Amount(4, "hours"),
    trigger=Each(on("contact_received")),
    # Owed to the referrer, not to the child, so it is one for a contact and goes on when the child comes of age.
    met_by=(on("contact_acknowledged", where=(RefersTo("contact"),)),),
    outlives_childhood=True,
    after_death=True,
    started="Contact received",
    wanted="acknowledgement to the referrer",
    responsible="contact_officer",
    ladder="L_FRONT_DOOR",
    sources=(
        Citation("WT2018", "ch 1 flow chart 1 (p35)", "knowledge"),
        Citation("L_SURREY", "Contacts and referrals, scope box", "secondary"),
        Citation("L_SUSSEX", "4.1.3", "secondary"),
    ),
    confidence="high",
    effective_from=date(2013, 4, 15),
    versions=working_together("ch 1 flow chart 1, p35", "secondary", "ch 3 (referral box)"),
    review_paragraphs=(
        "5.85",
        "5.112",
    ),
    check_before_release=True,
)

FD_04 = Standard(
    id="FD-04",
    title="Referrer told the outcome and what happens next",
    stage="front_door",
    binding="local_standard",
    scope="per_contact",
    limit=Deadline(3, "working_days"),
    warn_before=Amount(1, "working_days"),
    trigger=Each(on("contact_decided")),
    met_by=(on("referrer_informed", where=(RefersTo("contact", "contact"),)),),
    outlives_childhood=True,
    after_death=True,
    started="Contact decided",
    wanted="outcome told to the referrer",
    responsible="front_door_team_manager",
    ladder="L_FRONT_DOOR",
    sources=(
        Citation("WT2018", "ch 1: feedback to the referrer on decisions taken (no number of days)", "knowledge"),
        Citation("SYSTEM", "3 working days; referrer prompted to escalate (RPD-01) if silent", "knowledge"),
    ),
    confidence="medium",
    review_paragraphs=(
        "5.92",
        "5.112",
    ),
    local_variants=(
        LocalVariant(
            "nscb.org.uk (area not checked)",
            "no later than 24 hours",
            "https://www.nscb.org.uk/staff-and-volunteers/procedures/acknowledge-referral",
        ),
    ),
)

FD_05 = Standard(
    id="FD-05",
    title="Message alleging serious or immediate harm is read and triaged by a qualified person",
    stage="front_door",
    binding="system_default",
    scope="per_message",
    limit=Deadline(1, "hours"),
    warn_before=Amount(15, "minutes"),
    trigger=Each(HARM_MESSAGE),
    met_by=(
        on("message_answered", where=(RefersTo("message"), BY_QUALIFIED_WORKER)),
        # Qualified, since the point is that somebody who can tell has read it. A decision by somebody whose role nobody recorded
        # is let pass: the record does not accuse.
        on("contact_decided", where=(RefersTo("contact"), BY_QUALIFIED_WORKER)),
    ),
    started="Message about possible serious harm",
    wanted="triage by a social worker or manager",
    responsible="duty_social_worker",
    ladder="L_IMMEDIATE",
    sources=(Citation("SYSTEM", "default; prevents REVIEW 5.113", "review"),),
    confidence="n/a - design default",
    review_paragraphs=(
        "1.1",
        "4.2",
        "5.113",
    ),
    note=(
        "Runs day and night. A concern sent to one worker is a contact however it arrives, so a contact addressed "
        "to a worker that tells of immediate harm starts this clock too. A word list may raise the flag, never "
        "lower it."
    ),
)

FD_06 = Standard(
    id="FD-06",
    title=("Immediate protection considered the same day where there is risk to life or likelihood of serious immediate harm"),
    stage="front_door",
    binding="statutory_guidance",
    scope="per_child",
    # Guidance asks for it at once and gives no number; a clock needs one.
    limit=Deadline(0, "calendar_days", "day_of_trigger"),
    warn_before=Amount(1, "hours"),
    trigger=Each(on("contact_received", where=(FieldIs("immediate_harm", True),))),
    met_by=(
        on("contact_decided", where=(RefersTo("contact"),)),
        on(
            "strategy_discussion_held",
            "police_protection_started",
            "section47_started",
            "court_application_made",
            "management_decision_recorded",
        ),
    ),
    started="Immediate harm suspected",
    wanted="decision on protection",
    responsible="social_care_team_manager",
    ladder="L_IMMEDIATE",
    sources=(
        Citation("WT2018", "ch 1 flow chart 2 immediate protection (p37)", "heading_seen"),
        Citation("L_BUCKS", "immediate protection page", "secondary"),
        Citation("SYSTEM", "same calendar day", "knowledge"),
    ),
    confidence="high",
    effective_from=date(2018, 7, 4),
    versions=working_together("ch 1 flow chart 2, p37", "heading_seen", "ch 3 flowchart 3"),
    review_paragraphs=(
        "1.1",
        "4.2",
        "5.113",
    ),
    note=(
        "Guidance says to act at once and gives no number; the same day is how that is made visible. Every child of the "
        "household is thought of, and those of any other household of the person who may have done harm."
    ),
)
