"""Emergencies: police protection and the short orders that follow it, each a limit on how long a child is kept from home."""

from datetime import date

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import AnyOf, Earlier, FieldIn, Later, Mentions, Not
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, LastsAtMost
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import Each, Either

EMERGENCY = AnyOf((Mentions("kind", ("emergency protection",)), FieldIn("kind", ("EPO", "epo"))))
EMERGENCY_ORDER = on("court_order_made", where=(EMERGENCY, Not(Mentions("kind", ("refused", "dismissed", "discharge")))))
EXTENDED = on("court_order_extended", where=(EMERGENCY,))
ASSESSMENT_ORDER = Mentions("kind", ("child assessment order",))
# "no order" and "discharge" too: a court that makes none has decided where the child is.
TAKEN_OVER = on(
    "court_order_made",
    where=(
        AnyOf(
            (
                Mentions("kind", ("care order", "interim care", "supervision order", "no order", "discharge")),
                FieldIn("kind", ("ICO", "ico", "ISO", "iso", "CO", "co", "care", "Care")),
            )
        ),
    ),
)
"""A later order that settles where the child is, so that the emergency one is over."""

EM_01 = Standard(
    id="EM-01",
    title="Police protection ends",
    stage="emergency",
    binding="statute",
    scope="per_child",
    limit=LastsAtMost(72, "hours", "moment_of_trigger"),
    warn_before=Amount(24, "hours"),
    trigger=Each(on("police_protection_started")),
    # An order takes the place of police protection; often nobody then writes that the protection ended.
    met_by=(on("police_protection_ended"), EMERGENCY_ORDER, TAKEN_OVER),
    started="Police protection started",
    wanted="end of police protection",
    responsible="police_designated_officer",
    ladder="L_IMMEDIATE",
    sources=(
        Citation("CA1989", "s46(6): no longer than 72 hours", "secondary"),
        Citation("L_CLA", "up to 72 hours", "read"),
    ),
    confidence="high",
    effective_from=date(1991, 10, 14),
    note="An emergency protection order or a care order takes its place.",
)

EM_02 = Standard(
    id="EM-02",
    title="Emergency protection order ends",
    stage="emergency",
    binding="statute",
    scope="per_child",
    # The day of the order is the first of the eight, hence counted from the day itself; noon is the Act's own hour.
    limit=LastsAtMost(8, "calendar_days", "day_of_trigger", noon_after_holiday=True),
    warn_before=Amount(2, "calendar_days"),
    # Counted from police protection where that came first and not more than three days before: 72 hours cannot be longer ago, and
    # an older one is another episode.
    trigger=Each(EMERGENCY_ORDER, counted_from=on("police_protection_started"), counted_within=Amount(3, "calendar_days")),
    met_by=(on("court_order_ended", where=(EMERGENCY,)), TAKEN_OVER),
    excused_by=(EXTENDED,),
    started="Emergency protection order made",
    wanted="end of the order",
    responsible="lead_social_worker",
    ladder="L_IMMEDIATE",
    sources=(
        Citation("CA1989", "s45(1)-(2)", "secondary"),
        Citation("L_CLA", "eight days, and fifteen with an extension", "read"),
    ),
    confidence="high",
    effective_from=date(1991, 10, 14),
    note=(
        "The day of the order is the first of the eight; where police protection came first, its first day is (s45(3)). An "
        "order that would end on Christmas Day, Good Friday, a bank holiday or a Sunday runs to noon on the next day that "
        "is none of these (s45(2), from knowledge)."
    ),
)

EM_03 = Standard(
    id="EM-03",
    title="EPO extension (once only)",
    stage="emergency",
    binding="statute",
    scope="per_child",
    limit=LastsAtMost(7, "calendar_days", "day_of_trigger"),
    warn_before=Amount(2, "calendar_days"),
    # Fifteen days are all that an order and its one extension can last, so an extension within them is the second of the same
    # order.
    trigger=Each(on("court_order_extended", where=(EMERGENCY, Not(Earlier(EXTENDED, Amount(15, "calendar_days")))))),
    met_by=(on("court_order_ended", where=(EMERGENCY,)), TAKEN_OVER),
    started="Emergency protection order extended",
    wanted="end of the order",
    responsible="lead_social_worker",
    ladder="L_IMMEDIATE",
    sources=(
        Citation("CA1989", "s45(4)-(6)", "secondary"),
        Citation("L_CLA", "fifteen days in all", "read"),
    ),
    confidence="high",
    effective_from=date(1991, 10, 14),
    note="Counted from the day the court extended it. It can do so once: a second extension starts nothing, and ends nothing.",
)

EM_04 = Standard(
    id="EM-04",
    title="Child assessment order",
    stage="emergency",
    binding="statute",
    scope="per_child",
    limit=LastsAtMost(7, "calendar_days", "day_of_trigger"),
    warn_before=Amount(2, "calendar_days"),
    trigger=Either(
        (
            # The court names the day; where nobody recorded it, the order's own day stands for it. The four weeks keep both
            # entries from starting a clock each.
            Each(on("assessment_order_begun")),
            Each(
                on("court_order_made", where=(ASSESSMENT_ORDER, Not(Later(on("assessment_order_begun"), Amount(4, "weeks"))))),
            ),
        )
    ),
    met_by=(on("court_order_ended", where=(ASSESSMENT_ORDER,)),),
    started="Child assessment order began",
    wanted="end of the order",
    responsible="lead_social_worker",
    ladder="L_CSC",
    sources=(Citation("CA1989", "s43(5)(b) as enacted: seven days that begin with the day the court named", "read"),),
    confidence="high",
    effective_from=date(1991, 10, 14),
    note=(
        "Counted from the day the court named for the assessment to begin, or from the order where no such day is on the record."
    ),
)
