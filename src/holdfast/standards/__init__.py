"""What should happen: every standard, a file per area of practice, gathered by id."""

from holdfast.rules.standard import Standard
from holdfast.standards import (
    allegations,
    assessment,
    child_in_need,
    conference_records,
    conference_reports,
    conferences,
    connected_persons,
    core_groups,
    disagreements,
    emergency,
    family_carers,
    front_door,
    governance,
    infant_safety,
    information_rights,
    information_sharing,
    learning,
    legal_planning,
    looked_after,
    looked_after_visits,
    medical,
    missing,
    multi_agency_supervision,
    neglect,
    plan_drift,
    plan_endings,
    practice_reviews,
    pre_birth,
    pre_proceedings,
    private_fostering,
    proceedings,
    retention,
    reviews,
    serious_incidents,
    strategy,
    supervision,
    visits,
    voice,
    workers,
)

# The order is that of lists which sort by nothing else. A module that is not listed here ships no standard.
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
    pre_birth,
    infant_safety,
    disagreements,
    practice_reviews,
    learning,
    allegations,
    information_rights,
    information_sharing,
    retention,
    governance,
    legal_planning,
    proceedings,
    emergency,
    looked_after,
    looked_after_visits,
    connected_persons,
    private_fostering,
    missing,
)


def _gathered() -> dict[str, Standard]:
    """Every standard by its id. Raises ``ValueError`` where two have one id."""
    # Read off the modules, so that a standard cannot be written and left out of the register.
    found: dict[str, Standard] = {}
    for area in _AREAS:
        for rule in vars(area).values():
            # A copied standard that kept its id would take the other's place, and nobody would be told what is due by it.
            if isinstance(rule, Standard) and found.setdefault(rule.id, rule) is not rule:
                raise ValueError(
                    f"{rule.id} is the id of two standards, {found[rule.id].title!r} and {rule.title!r}: give one its own"
                )
    return found


STANDARDS: dict[str, Standard] = _gathered()
