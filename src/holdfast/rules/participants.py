"""Those people or agencies that a trigger starts a clock for, each of them, and the entries that say who they are."""

from typing import Literal

Who = Literal["responsible_adults", "core_group_agencies", "linked_children", "adults_in_the_home"]
"""Each parent and adult with parental responsibility; each agency but children's social care that was at a core group by
then; each child who shares a parent or a grandparent, lives in another family, and is on no entry with this one."""
LINKS = "reports_linked"
"""The entry in which a person says that reports are of one event."""
LOOKED_AT_TOGETHER = (
    "contact_received",
    "strategy_discussion_held",
    "conference_held",
    "core_group_held",
    "assessment_started",
    "plan_started",
    "visit_made",
)
"""Entries that show that children of two families are looked at together already."""
# Parents and adults in the home are told by relationships or by the starting entry itself, which every rule looks at anyway.
SAY_WHO: dict[Who, tuple[str, ...]] = {"core_group_agencies": ("core_group_held",), "linked_children": LOOKED_AT_TOGETHER}
"""The entries that say who those are that a trigger starts for."""
