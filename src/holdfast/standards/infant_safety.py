"""Babies: where they sleep, and what drugs before birth mean for every child of the family."""

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import About, AnyOf, AtStage, ChildUnder, FieldIn, FieldIs, Filled, Mentions, Not
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import Each, Either

# Parts of words, since the kind of a disclosure is free text ("suicidal thoughts", "depression").
CHANGES_HOW_IT_IS_AT_HOME = (
    *(
        "substance",
        "drug",
        "alcohol",
        "drink",
        "intoxicated",
        "overdose",
        "self harm",
        "suicid",
        "mental",
        "depress",
        "psychosis",
    ),
)
"""Words for parents' substance use and mental health, in the kind of an incident or of what an adult told a service."""

SLEEPS_ELSEWHERE_OR_LESS_SAFELY = on(
    "stay_started",
    "address_changed",
    "incident_recorded",
    "adult_disclosure_recorded",
    where=(
        AnyOf(
            (
                FieldIs("overnight", True),
                FieldIn("arrangement", ("section20", "reg24", "foster")),
                # One event for four entry types: each has only some of these fields, and what a type has not got is never so.
                Filled("address"),
                Mentions("kind", CHANGES_HOW_IT_IS_AT_HOME),
            )
        ),
        ChildUnder(2),
        # Before the birth there is nowhere that the baby sleeps.
        Not(AtStage("unborn")),
        AtStage("child"),
    ),
)

UB_07 = Standard(
    id="UB-07",
    title=(
        "Safer sleep assessed: every place a child under two sleeps, at birth, at each new address or overnight stay, and "
        "after a change in parents' substance use or mental health"
    ),
    stage="infant_safety",
    binding="system_default",
    scope="per_child",
    limit=Deadline(1, "working_days"),
    warn_before=Amount(4, "hours"),
    # doubtful: a child of unknown age may be under two. Saying nothing would leave out exactly the children of whom least is
    # known.
    trigger=Either((Each(on("birth_recorded", names="child")), Each(SLEEPS_ELSEWHERE_OR_LESS_SAFELY, doubtful=True))),
    met_by=(on("safer_sleep_assessed"),),
    started="Where or how safely a child under two sleeps changed",
    wanted="safer sleep assessment",
    responsible="health_visitor_or_lead_social_worker",
    ladder="L_AGENCY",
    sources=(
        Citation(
            "OUTOFROUTINE",
            "deaths cluster when the ordinary routine is broken; sharing a bed; parents' drugs and alcohol",
            "read",
        ),
        Citation("SYSTEM", "1 working day", "review"),
    ),
    confidence="medium",
    review_paragraphs=(
        "4.5",
        "5.30",
        "5.64",
    ),
    note=("One assessment after the change meets it, wherever it was made: the place is part of the assessment."),
)

UB_08 = Standard(
    id="UB-08",
    title="Neonatal abstinence syndrome recorded: strategy decision for all the brothers and sisters",
    stage="infant_safety",
    binding="system_default",
    scope="per_family",
    limit=Deadline(1, "working_days"),
    warn_before=Amount(4, "hours"),
    trigger=Each(
        on(
            "diagnosis_recorded",
            where=(AnyOf((Mentions("code", ("P96.1",)), Mentions("text", ("neonatal abstinence", "neonatal withdrawal")))),),
        )
    ),
    # About every brother and sister who is a child: one discussion of the baby alone is what this is there to prevent.
    met_by=(on("strategy_discussion_held", where=(About("siblings"),)),),
    outlives_childhood=True,
    started="Neonatal abstinence syndrome diagnosed",
    wanted="strategy discussion about every child of the family",
    responsible="social_care_team_manager",
    ladder="L_IMMEDIATE",
    sources=(
        Citation("REVIEW", "4.5 and footnote 3", "review"),
        Citation("SYSTEM", "1 working day", "review"),
    ),
    confidence="n/a - design default",
    review_paragraphs=(
        "4.5",
        "5.30",
    ),
    note=(
        "A baby born withdrawing from drugs says how things are for the other children too. Recognised by its ICD-10 "
        "code or its name."
    ),
)
