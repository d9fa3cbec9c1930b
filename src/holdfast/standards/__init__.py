"""What should happen: every standard, a file per area of practice, gathered by id."""

from holdfast.standards import (
    assessment,
    child_in_need,
    conference_records,
    conference_reports,
    conferences,
    core_groups,
    family_carers,
    front_door,
    medical,
    multi_agency_supervision,
    neglect,
    plan_drift,
    plan_endings,
    pre_proceedings,
    reviews,
    serious_incidents,
    strategy,
    supervision,
    visits,
    voice,
    workers,
)
from holdfast.standards.model import Standard

_AREAS = (
    front_door,
    workers,
    assessment,
    strategy,
    conferences,
    voice,
    core_groups,
    visits,
    reviews,
    medical,
    pre_proceedings,
    family_carers,
    neglect,
    multi_agency_supervision,
    serious_incidents,
    child_in_need,
    conference_records,
    conference_reports,
    plan_drift,
    plan_endings,
    supervision,
)

STANDARDS: dict[str, Standard] = {rule.id: rule for area in _AREAS for rule in vars(area).values() if isinstance(rule, Standard)}
