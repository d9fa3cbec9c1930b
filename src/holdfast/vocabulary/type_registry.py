"""Every entry type there is, by name."""

from holdfast.vocabulary import (
    allegations,
    assessment,
    challenge,
    conferences,
    corrections,
    court,
    family,
    front_door,
    governance,
    household,
    information,
    kept_back,
    learning,
    looked_after,
    plans,
    pre_birth,
    pre_proceedings,
    private_fostering,
    retention,
    strategy,
    visits,
    voice,
    whereabouts,
    workers,
)
from holdfast.vocabulary import observations as seen_and_known
from holdfast.vocabulary.base import ENTRY_TYPES

# Importing a module is what registers its types, so this list is also what loads the vocabulary; a file of entry types that is
# missing here does not exist for anybody.
AREAS = {
    module.__name__.rpartition(".")[2]: title
    for module, title in (
        (front_door, "Front door"),
        (assessment, "Assessment"),
        (strategy, "Strategy and section 47"),
        (conferences, "Conferences"),
        (plans, "Plans and core groups"),
        (visits, "Visits and contact"),
        (voice, "The child's voice"),
        (seen_and_known, "What is seen and known"),
        (pre_proceedings, "Before and in court"),
        (court, "What the court orders"),
        (whereabouts, "Where the child is"),
        (looked_after, "Looked after by the council"),
        (private_fostering, "Private fostering"),
        (family, "The family"),
        (household, "Who is in the home"),
        (pre_birth, "Before birth and the first days"),
        (workers, "Workers"),
        (challenge, "Challenge"),
        (allegations, "Allegations against people who work with children"),
        (learning, "Learning"),
        (information, "Information"),
        (kept_back, "Who must not know"),
        (retention, "Keeping records"),
        (governance, "Governance"),
        (corrections, "Putting the record right"),
    )
}
"""The areas of practice and their names, in the order a case usually meets them."""

__all__ = ["AREAS", "ENTRY_TYPES"]
