"""What each signal means, asked of one life. One function for each signal of :mod:`holdfast.signals`."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Protocol

from holdfast.engine.life import Life
from holdfast.engine.raised import Raised
from holdfast.engine.worries import harm, identity, lacking, legal_and_messages, plans, standing, visits_and_workers, voice
from holdfast.engine.worries.shaped import shaped
from holdfast.signals.model import Signal
from holdfast.standards.model import Standard

__all__ = ["WORRIES", "Worry", "lacking", "standing", "worry"]


class Worry(Protocol):
    """Finds what one signal raises in one life."""

    def __call__(self, life: Life, signal: Signal) -> Iterable[Raised]: ...


WORRIES: dict[str, Worry] = {
    "SIG-CG-SW-ABSENT": plans.core_group_without_social_worker,
    "SIG-PLAN-ENDED-UNCHANGED": plans.plan_ended_unchanged,
    "SIG-SIB-DIFF-LEVEL": plans.siblings_at_different_levels,
    "SIG-ADULT-FOCUS": plans.adult_focus,
    "SIG-VISIT-UNRECORDED": visits_and_workers.visit_unrecorded,
    "SIG-WORKER-CHANGES": visits_and_workers.worker_changes,
    "SIG-NO-MA-SUPERVISION": visits_and_workers.no_multi_agency_supervision,
    "SIG-VIEWS-STALE": voice.views_stale,
    "SIG-VOICE-NO-ACTION": voice.voice_without_action,
    "SIG-CHILD-ASKS-FOR-SAFETY": voice.child_asks_for_safety,
    "SIG-NEGLECT-NO-TOOL": harm.neglect_without_tool,
    "SIG-NEGLECT-CUMULATIVE": harm.neglect_cumulative,
    "SIG-CARER-UNASSESSED": harm.carer_unassessed,
    "SIG-MOVES": harm.moves,
    "SIG-CRISIS-SERIES": harm.crisis_series,
    "SIG-PLO-IDLE": legal_and_messages.pre_proceedings_idle,
    "SIG-PLO-UNSIGNED": legal_and_messages.expectations_unsigned,
    "SIG-CONTACT-UNANSWERED": legal_and_messages.contact_unanswered,
    "SIG-MSG-ABSENT-WORKER": legal_and_messages.message_to_absent_worker,
    "SIG-SAME-NAME": identity.same_name,
}


def worry(signal: Signal, standards: Mapping[str, Standard]) -> Callable[[Life], Iterable[Raised]]:
    """What finds a signal: its shape, or the function of its own that a comparison no shape can say has. What a shape says
    of standards is said of ``standards``."""
    if signal.pattern is None:
        return partial(WORRIES[signal.id], signal=signal)
    return partial(shaped, signal=signal, standards=standards)
