"""What counts as a concern of any kind, and what ends in a decision, for signals that ask about both."""

from holdfast.rules.conditions import AnyOf, FieldIs, Filled
from holdfast.rules.event import on

# For signals from other reviews, which count any worry. The wider the list the more an ordinary family sets off, so only kinds of
# entry that nobody writes without being worried are on it.
CONCERNS = (
    on("contact_received", "incident_recorded", "injury_recorded", "missing_started", "police_protection_started"),
    on("observation_recorded", where=(AnyOf((Filled("neglect"), Filled("other"))),)),
    on("adult_disclosure_recorded", "concern_repeated", "unborn_concern_identified"),
    on("message_received", where=(FieldIs("possible_serious_harm", True),)),
)
"""Something that somebody was worried about, in whichever kind of entry it was written down."""

# A contact's own decision is left out: it decides about the contact, and was never a look at everything.
DECIDED_TOGETHER = (
    on("strategy_discussion_held", "management_decision_recorded"),
    on("conference_held"),
)
"""A decision that looks at the child as a whole."""
