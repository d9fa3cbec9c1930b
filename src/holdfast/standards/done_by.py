"""Who did a thing, as several rules ask it."""

from holdfast.rules.conditions import ByRole, Not
from holdfast.standards.professions import LEAD_ROLES, NOT_SOCIAL_WORKERS, SOCIAL_CARE_MANAGERS, SOCIAL_WORKERS

# By who is known not to be one, and not by who is. Roles are free text: asking for a known title would fail every visit of a
# social worker whose area calls them something else. What the record does not say is let count.
BY_SOCIAL_WORKER = Not(ByRole(tuple(sorted(NOT_SOCIAL_WORKERS)), "worker"))
"""A visit was made by a qualified social worker, or the record does not say that it was not."""

# Here the known titles are asked for, because somebody has to be qualified; only where nobody is named is it let pass.
BY_QUALIFIED_WORKER = ByRole(tuple(sorted(SOCIAL_WORKERS | SOCIAL_CARE_MANAGERS)), "recorder", unsaid=True)
"""The entry was made by a social worker or a social care manager, or nobody said by whom."""

AS_LEAD = ByRole(tuple(sorted(LEAD_ROLES)), "allocated")
"""The worker was given the child as lead social worker."""
