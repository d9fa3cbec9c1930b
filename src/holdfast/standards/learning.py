"""Learning: shared with those who knew the family, and carried on until it shows a difference."""

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import AnyOf, Earlier, FieldIs, Not, RefersTo
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline, Repeated
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import Each

# The clock starts from the recommendation or from an entry of progress; the closing names the recommendation in both cases.
CLOSED = on("recommendation_closed", where=(AnyOf((RefersTo("recommendation"), RefersTo("recommendation", "recommendation"))),))

REV_07 = Standard(
    id="REV-07",
    title="Learning shared with every agency and practitioner who worked with the family",
    stage="learning",
    binding="system_default",
    scope="per_incident",
    limit=Deadline(20, "working_days"),
    warn_before=Amount(5, "working_days"),
    trigger=Each(on("practice_review_published")),
    # Unless it says that they were not invited. Not asked is let pass, because events recorded before the question existed have
    # no answer.
    met_by=(on("learning_event_held", where=(Not(FieldIs("practitioners_invited", False)),)),),
    outlives_childhood=True,
    after_death=True,
    started="Practice review published",
    wanted="learning event for those who worked with the family",
    responsible="partnership_business_manager",
    ladder="L_REVIEW",
    sources=(
        Citation("REVIEW", "6.6", "review"),
        Citation("SYSTEM", "20 working days", "knowledge"),
    ),
    confidence="medium",
    review_paragraphs=(
        "3.6",
        "5.8",
        "5.38",
        "5.40",
        "5.42",
        "6.6",
    ),
)

REV_08 = Standard(
    id="REV-08",
    title="Recommendation and its action plan reviewed",
    stage="learning",
    binding="system_default",
    scope="per_recommendation",
    limit=Repeated(3, "months"),
    warn_before=Amount(15, "working_days"),
    # Progress reported after the closing is news, and asks for nothing more.
    trigger=Each(on("recommendation_made", "recommendation_progressed", where=(Not(Earlier(CLOSED)),))),
    met_by=(
        on(
            "recommendation_progressed",
            where=(AnyOf((RefersTo("recommendation"), RefersTo("recommendation", "recommendation"))),),
        ),
    ),
    excused_by=(CLOSED,),
    outlives_childhood=True,
    after_death=True,
    started="Recommendation made or last looked at",
    wanted="progress on the recommendation",
    responsible="recommendation_owner",
    ladder="L_REVIEW",
    sources=(Citation("SYSTEM", "every quarter until closed on evidence of a difference", "knowledge"),),
    confidence="medium",
    review_paragraphs=(
        "5.35",
        "5.42",
        "5.4.1",
        "5.61",
        "5.62",
        "5.75",
        "5.89",
        "5.95",
        "5.118",
        "5.123",
        "7.1",
        "7.2",
        "7.3",
        "7.4",
        "7.5",
        "7.6",
        "7.7",
        "9.1.1",
    ),
    note=(
        "Each entry of progress starts the next three months, until the recommendation is closed with what shows that "
        "it made a difference."
    ),
)
