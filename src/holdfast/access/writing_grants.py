"""What each role may record, by which tie to the child: the writing half of what roles may do.

Recording is narrower than reading. Whoever works with a child says what they know; a plan is begun and ended by its chair or a
manager, and work is given out by whoever manages it.
"""

from collections.abc import Iterable, Mapping

from holdfast.access.permissions import Permission
from holdfast.access.ties import Tie

P, T = Permission, Tie
Grants = Mapping[Permission, tuple[Tie, ...]]

POST = (T.POST,)
IN_THE_ROOM: tuple[Tie, ...] = (T.ALLOCATED, T.COVER, T.CORE_GROUP, T.CONFERENCE, T.TOLD)
"""What ties a partner to a child: working with the child, never their post."""
LINE: tuple[Tie, ...] = (T.MANAGES, T.LEAD, T.ALLOCATED, T.COVER, T.TOLD)
"""What ties a manager to a child: their worker's, or their own."""

SOCIAL_WORK = (P.RECORD_SOCIAL_WORK, P.RECORD_LEGAL, P.RECORD_HEALTH, P.RECORD_SCHOOLING, P.RECORD_PROTECTION)
MANAGING = (*SOCIAL_WORK, P.CHAIR_PLAN, P.ALLOCATE_WORKER, P.DECIDE_CASE, P.PUT_RIGHT)
GOVERNING: Grants = {P.RECORD_LEARNING: POST, P.KEEP_RECORDS: POST}


def _by(ties: tuple[Tie, ...], permissions: Iterable[Permission]) -> Grants:
    return dict.fromkeys(permissions, ties)


_HEALTH = _by((*IN_THE_ROOM, T.COLLEAGUE), (P.RECORD_HEALTH,))

WRITING_GRANTS: Mapping[str, Grants] = {
    "duty_social_worker": _by((T.ON_DUTY, T.POST), SOCIAL_WORK),
    "social_worker": {
        **_by((T.LEAD, T.COVER, T.ALLOCATED, T.SIBLINGS_LEAD, T.GIVEN, T.TOLD), SOCIAL_WORK),
        # Whoever leads for a child answers for what stands in the record of the child, also what nobody is left to put right.
        P.PUT_RIGHT: (T.LEAD, T.COVER),
    },
    "team_manager": {
        **_by((*LINE, T.GIVEN, T.ON_DUTY), MANAGING),
        # What was told to somebody once is no post over the child: it lets them write of it, and not correct others.
        P.PUT_RIGHT: (T.MANAGES,),
    },
    "service_manager": {**_by((*LINE, T.POST), MANAGING), **GOVERNING},
    "director_of_childrens_services": {**_by(LINE, MANAGING), P.PUT_RIGHT: (T.MANAGES,), **GOVERNING},
    "cp_chair": {
        **_by((T.CHAIR, T.ALLOCATED, T.CONFERENCE, T.TOLD), SOCIAL_WORK),
        P.CHAIR_PLAN: (T.CHAIR,),
    },
    "emergency_duty_worker": _by((T.ON_DUTY, T.POST), SOCIAL_WORK),
    "legal": _by(IN_THE_ROOM, (P.RECORD_LEGAL,)),
    "health_visitor": _HEALTH,
    "gp": _HEALTH,
    "health_professional": _by(IN_THE_ROOM, (P.RECORD_HEALTH,)),
    "police": _by(IN_THE_ROOM, (P.RECORD_PROTECTION,)),
    "offender_manager": _by(IN_THE_ROOM, (P.RECORD_PROTECTION,)),
    "designated_safeguarding_lead": _by(IN_THE_ROOM, (P.RECORD_SCHOOLING,)),
    "education_worker": _by(IN_THE_ROOM, (P.RECORD_SCHOOLING,)),
}
"""By the role's id. A role that is not here records what anybody who works with the child may, and nothing more."""
