"""Child protection medicals, tests and their results."""

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import About, AnyOf, Earlier, FieldIs, Filled, Later, NamedBy, Not, RefersTo
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline, Repeated
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import Each, Either

CP_60 = Standard(
    id="CP-60",
    title="Child protection medical",
    stage="medical",
    binding="local_standard",
    scope="per_child",
    limit=Deadline(24, "hours"),
    warn_before=Amount(4, "hours"),
    trigger=Each(on("strategy_discussion_held", where=(FieldIs("medical_agreed", True),))),
    met_by=(on("medical_held"),),
    started="Medical agreed",
    wanted="child protection medical",
    responsible="lead_social_worker",
    ladder="L_IMMEDIATE",
    sources=(Citation("SYSTEM", "24 hours; local health pathways vary", "knowledge"),),
    confidence="medium",
    review_paragraphs=(
        "1.1",
        "4.2",
    ),
)

# Chasing is recorded by whoever rings the laboratory and is often about nobody; the test it names says whose it is.
TEST_OF_THIS_CHILD = Earlier(on("test_taken", where=(NamedBy("test", "entry"),)))
RECEIVED = on("result_received", where=(RefersTo("test", "test"), Filled("shared_with")))
CHASED_WHILE_AWAITED = on(
    "result_chased",
    # Not once the result was there, nor on its day: a call in the morning and the result at noon would start a clock for nothing.
    where=(About("anyone"), TEST_OF_THIS_CHILD, Not(Earlier(RECEIVED)), Not(Later(RECEIVED, within=Amount(0, "calendar_days")))),
)
"""A result asked after again, before the day on which it came and was shared."""

CP_61 = Standard(
    id="CP-61",
    title="Pending medical or toxicology result chased until received and shared",
    stage="medical",
    binding="system_default",
    scope="per_child",
    limit=Repeated(5, "working_days"),
    warn_before=Amount(1, "working_days"),
    trigger=Either((Each(on("test_taken")), Each(CHASED_WHILE_AWAITED))),
    met_by=(
        # Either the test itself started the clock or a chase that names it. Received is not enough: a result in one inbox
        # protects nobody.
        on("result_received", where=(AnyOf((RefersTo("test"), RefersTo("test", "test"))), Filled("shared_with"))),
        on("result_chased", where=(AnyOf((RefersTo("test"), RefersTo("test", "test"))),)),
    ),
    started="Test taken, or result last chased",
    wanted="result received and shared",
    responsible="lead_social_worker",
    ladder="L_CP",
    sources=(Citation("SYSTEM", "chase every 5 working days; interim safety decision may not wait for it", "review"),),
    confidence="n/a - design default",
    review_paragraphs=(
        "1.1",
        "4.2",
    ),
    note="Deciding how the child is kept safe tonight never waits for a result.",
)
