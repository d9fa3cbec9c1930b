"""What should happen: every standard, a file per area of practice, gathered by id."""

from holdfast.standards import (
    assessment,
    conferences,
    core_groups,
    family_carers,
    front_door,
    medical,
    multi_agency_supervision,
    neglect,
    pre_proceedings,
    reviews,
    serious_incidents,
    strategy,
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
)

STANDARDS: dict[str, Standard] = {rule.id: rule for area in _AREAS for rule in vars(area).values() if isinstance(rule, Standard)}
