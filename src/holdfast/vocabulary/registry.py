"""Every entry type there is, by name."""

from holdfast.vocabulary import (
    assessment,
    challenge,
    conferences,
    family,
    front_door,
    learning,
    plans,
    pre_proceedings,
    putting_right,
    seen_and_known,
    strategy,
    visits,
    voice,
    where_the_child_is,
    workers,
)
from holdfast.vocabulary.base import ENTRY_TYPES

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
        (where_the_child_is, "Where the child is"),
        (family, "The family"),
        (workers, "Workers"),
        (challenge, "Challenge"),
        (learning, "Learning"),
        (putting_right, "Putting the record right"),
    )
}
"""The areas of practice and their names, in the order a case usually meets them."""

__all__ = ["AREAS", "ENTRY_TYPES"]
