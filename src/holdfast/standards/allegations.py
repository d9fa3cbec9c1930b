"""Allegations against people who work with children."""

from datetime import date

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import FieldIs, RefersTo
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import Each
from holdfast.standards.editions import working_together

LADO_01 = Standard(
    id="LADO-01",
    title="Allegation against a person who works with children told to the designated officer",
    stage="allegations",
    binding="statutory_guidance",
    scope="per_allegation",
    limit=Deadline(1, "working_days"),
    warn_before=Amount(4, "hours"),
    trigger=Each(on("allegation_received")),
    met_by=(on("designated_officer_told", where=(RefersTo("allegation"),)),),
    # It is about an adult at work: that a child who was harmed comes of age does not end what the employer owes.
    outlives_childhood=True,
    after_death=True,
    started="Allegation received",
    wanted="designated officer told",
    responsible="employer_senior_manager",
    ladder="L_LADO",
    sources=(
        Citation("WT2018", "ch 2 organisational responsibilities", "secondary"),
        Citation("L_LADO", "within one working day; Luton and North Yorkshire say the same", "read"),
    ),
    confidence="high",
    effective_from=date(2013, 4, 15),
    versions=working_together("ch 2", "secondary", "ch 4"),
    note=("Agency social workers are people who work with children too."),
)

LADO_02 = Standard(
    id="LADO-02",
    title="Designated officer's strategy or evaluation meeting",
    stage="allegations",
    binding="local_standard",
    scope="per_allegation",
    # Elapsed hours, weekends included, as the one source says it; the other two limits of an allegation are in working days.
    limit=Deadline(72, "hours"),
    warn_before=Amount(24, "hours"),
    # Only one that is to be looked into together. Below the threshold the employer goes on alone and no meeting is owed.
    trigger=Each(on("allegation_threshold_decided", where=(FieldIs("met", True),))),
    met_by=(on("allegation_meeting_held", where=(RefersTo("allegation", "allegation"),)),),
    outlives_childhood=True,
    after_death=True,
    started="Allegation to be looked into together",
    wanted="meeting with the designated officer",
    responsible="lado",
    ladder="L_LADO",
    sources=(Citation("L_LADO", "Cheshire East, about 2018: meeting within 72 hours", "read"),),
    confidence="medium",
    note=("The 72 hours run around the clock."),
)
