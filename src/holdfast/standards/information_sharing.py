"""Information sharing: the school file, the school told in the morning, and the duty to share."""

from datetime import date

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import AtStage, ByAgency, ChildUnder, FieldIn, FieldIs, Filled, Mentions, Not, RefersTo
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline, Gate
from holdfast.rules.standard import Standard, Switch
from holdfast.rules.trigger import Each
from holdfast.standards.professions import POLICE_WORDS

# What Parliament has enacted and nobody has brought into force is written down now, so that switching it on is a date and not a
# release.
CWSA_NOT_COMMENCED = (
    "The provision of the Children's Wellbeing and Schools Act 2026 that it rests on is enacted and not yet in force."
)
NO_IDENTIFIER_SPECIFIED = (
    "The power to make regulations under the Children Act 2004 s16LC is in force since 29 April 2026; none that names the "
    "identifier has been made, so there is no duty yet."
)

INF_04 = Standard(
    id="INF-04",
    title="School's child protection file transferred to the new school or college, and receipt confirmed",
    stage="education",
    binding="statutory_guidance",
    scope="per_child",
    # A unit of its own although it is counted as working days: with term dates on the record the count changes and the rule does
    # not.
    limit=Deadline(5, "school_days"),
    warn_before=Amount(1, "school_days"),
    # Unless the school before said that it holds none. Where nobody said, the new school has to ask.
    trigger=Each(on("school_changed", where=(Not(FieldIs("protection_file", False)),))),
    met_by=(on("protection_file_transferred", where=(FieldIs("receipt_confirmed", True),)),),
    started="School changed",
    wanted="child protection file at the new school",
    responsible="designated_safeguarding_lead",
    ladder="L_AGENCY",
    sources=(Citation("KCSIE", "within 5 days of a move in the year, or of the start of a new term", "secondary"),),
    confidence="high",
    effective_from=date(2022, 9, 1),
    review_paragraphs=("5.3",),
    note=(
        "The guidance says days; they are read as school days. A school's own terms are not on the record, so working "
        "days stand for them, and it says that it is about then."
    ),
)

INF_05 = Standard(
    id="INF-05",
    title="School told of a domestic abuse incident that police attended, before the next school day (Operation Encompass)",
    stage="information_sharing",
    binding="statute",
    scope="per_child",
    limit=Deadline(1, "before_next_school_day"),
    warn_before=Amount(2, "hours"),
    trigger=Each(
        on(
            "incident_recorded",
            where=(
                FieldIn("kind", ("domestic_abuse",)),
                # That the police recorded it is how an attended incident shows; there is no field for having attended.
                ByAgency(POLICE_WORDS),
                # Reception age, as far as an age can say it: who starts school at four is not on the record.
                Not(ChildUnder(4)),
                AtStage("child"),
            ),
        ),
        doubtful=True,
    ),
    met_by=(on("school_told", where=(RefersTo("incident"),)), on("partners_told", where=(Mentions("about", ("encompass",)),))),
    started="Police attended domestic abuse",
    wanted="word to the school",
    responsible="police",
    ladder="L_AGENCY",
    sources=(Citation("VAPA2024", "duty on police; Home Office statutory guidance of November 2025", "secondary"),),
    confidence="high",
    review_paragraphs=(
        "4.6",
        "5.77",
    ),
    check_before_release=True,
    note=(
        "An incident that the police recorded is one that they attended. Children who were not there count; so does "
        "every child from reception age to 17. The day on which the duty began was not verified; before it, Operation "
        "Encompass asked for the same as good practice."
    ),
)

INF_06 = Standard(
    id="INF-06",
    title="Duty to share information relevant to safeguarding a child",
    stage="information_sharing",
    binding="statute",
    scope="per_child",
    # A reason why not puts it right, and for as long as somebody may still need to know it. The twelve months are ours.
    limit=Gate((FieldIs("shared_with_childrens_social_care", True),), remedy_within=Amount(12, "months")),
    trigger=Each(on("adult_disclosure_recorded")),
    met_by=(on("sharing_decided", where=(RefersTo("information"),)),),
    switch=Switch(CWSA_NOT_COMMENCED),
    started="Information that bears on a child held",
    wanted="information shared, or the reason why not",
    responsible="any_agency",
    ladder="L_AGENCY",
    sources=(Citation("CWSA2026", "s4, inserting s16LA(1)-(4) into the Children Act 2004", "read"),),
    confidence="high",
    review_paragraphs=(
        "5.69",
        "5.91",
        "5.110",
        "5.112",
    ),
    check_before_release=True,
    note=(
        "Enacted and waiting to be brought into force by regulations (s78(5)). It does not apply where sharing would do "
        "the child more harm than good (s16LA(3)): that decision is recorded."
    ),
)

INF_07 = Standard(
    id="INF-07",
    title="Consistent identifier included when a child's information is processed",
    stage="information_sharing",
    binding="statute",
    scope="per_child",
    limit=Gate((Filled("identifier"),)),
    trigger=Each(on("record_opened")),
    switch=Switch(NO_IDENTIFIER_SPECIFIED),
    started="Agency's record of the child opened",
    wanted="consistent identifier on it",
    responsible="any_designated_agency",
    ladder="L_INFO",
    sources=(Citation("CA2004", "s16LC, inserted by s4 of the Children's Wellbeing and Schools Act 2026", "read"),),
    confidence="high",
    effective_from=date(2026, 4, 29),
    check_before_release=True,
    note=(
        "The power to make regulations is in force; the duty waits for regulations that name the identifier. The NHS "
        "number is being tried. The record can hold it already."
    ),
)
