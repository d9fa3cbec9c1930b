"""What each role may do, and by which tie to the child. Described data: nothing here is decided twice.

The titles are those that workers' own roles are written in; who counts as what is taken from the standards' own lists.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from holdfast.access.permissions import Permission
from holdfast.access.ties import Tie
from holdfast.access.writing_grants import IN_THE_ROOM, LINE, POST, WRITING_GRANTS, Grants
from holdfast.standards.professions import normal
from holdfast.standards.roles import (
    CHAIR_TITLES,
    DUTY_TITLES,
    EMERGENCY_DUTY_TITLES,
    LEAD_TITLES,
    TEAM_MANAGER_TITLES,
)

P, T = Permission, Tie


@dataclass(frozen=True)
class AccessRole:
    """A role: what people call it (``title``, and ``plural``), the titles it is written in, and what it may do by which ties."""

    id: str
    title: str
    plural: str
    titles: frozenset[str]
    grants: Grants

    def ties(self, permission: Permission) -> tuple[Tie, ...]:
        """The ties by which this role may do ``permission``; none at all means never."""
        return self.grants.get(permission, ())


OWN = (T.REPORTED,)
THEIRS = (T.PUT_TO_YOU, T.HOLDS)

# Anyone who works with children may tell us, hear back about what they told us, and read what should happen.
ANYONE: Grants = {
    P.SIGNED_IN: POST,
    P.REPORT_CONCERN: POST,
    P.SEE_OWN_CONCERNS: POST,
    P.SEE_OWN_CONCERN: OWN,
    P.READ_STANDARDS: POST,
    P.SEE_FOR_YOU: POST,
    # Whatever their profession: what was put to somebody opens for them, and for a profession that nobody described nothing
    # else of the child's record does.
    P.READ_ALERT: THEIRS,
    P.ANSWER_ALERT: (T.PUT_TO_YOU, T.MANAGES, T.HOLDS),  # the last resolves a post over everything recorded about the child
    P.READ_MESSAGE: (T.PUT_TO_YOU, T.GIVEN, T.REPORTED),
    P.READ_CONCERN: (T.PUT_TO_YOU, T.GIVEN),
    P.READ_INCIDENT: (T.PUT_TO_YOU,),
    P.READ_ROTA_GAP: (T.PUT_TO_YOU,),
}
# Together: what somebody who works with a child knows and cannot write down is known to nobody else; and whoever may see the
# child may see what matters tonight: the question comes to managers, duty workers and police as often as to the emergency team.
ABOUT_A_CHILD = (P.SEE_CHILD, P.SEE_TONIGHT, P.SEE_FAMILY, P.SEE_PERSON, P.RECORD, P.STATE_FACT)
FINDS: Grants = {P.FIND_CHILD: POST, P.RECORD_SOMETHING: POST}
# The first page of the night holds the box that finds anybody's child: for those who have that anyhow, and work with every child.
WORKLIST: Grants = {P.SEE_TODAY: POST, P.OPEN_TONIGHT: POST, **FINDS}
# Social care reads what it is told of a child and of the adults around them: it has to put the picture together. What legal
# advice says is for the council and its lawyers.
SOCIAL_CARE: Grants = {P.READ_LEGAL_ADVICE: POST, P.READ_IN_CONFIDENCE: POST}
ROTA: Grants = {P.SEE_ROTA: POST}
# Whoever manages a team says who is on in it; a director reads it and leaves it to them.
ROTA_KEPT: Grants = {P.SEE_ROTA: POST, P.KEEP_ROTA: POST, P.READ_ROTA_GAP: POST}


def _about(*ties: Tie) -> Grants:
    return {**dict.fromkeys(ABOUT_A_CHILD, ties), P.READ_ALERT: (*ties, *THEIRS)}


def _comes_in(*ties: Tie) -> Grants:
    """Reading what came in from outside, besides what was put to them."""
    return {P.READ_CONCERN: (T.PUT_TO_YOU, T.GIVEN, *ties), P.READ_MESSAGE: (T.PUT_TO_YOU, T.GIVEN, T.REPORTED, *ties)}


def _role(id: str, title: str, plural: str, titles: tuple[str, ...], *grants: Grants) -> AccessRole:
    merged: dict[Permission, tuple[Tie, ...]] = {}
    for grant in (*grants, WRITING_GRANTS.get(id, {})):
        merged.update(grant)
    return AccessRole(id, title, plural, frozenset({id, *titles}), merged)


ROLES: tuple[AccessRole, ...] = (
    _role(
        "designated_safeguarding_lead",
        "school safeguarding lead",
        "school safeguarding leads",
        ("dsl", "school_dsl", "school_safeguarding_lead"),
        ANYONE,
        _about(*IN_THE_ROOM),
        {P.SEE_OWN_CONCERN: (T.REPORTED, T.SCHOOL_REPORTED)},
    ),
    _role(
        "duty_social_worker",
        "duty social worker",
        "duty social workers",
        (*DUTY_TITLES, "contact_officer", "front_door_worker", "mash_officer"),
        ANYONE,
        WORKLIST,
        ROTA,
        _about(T.ON_DUTY, T.POST),
        SOCIAL_CARE,
        _comes_in(T.ON_DUTY, T.POST),
        {P.DECIDE_CONCERN: (T.GIVEN, T.ON_DUTY, T.POST), P.SEE_OWN_CONCERN: (T.REPORTED, T.POST)},
    ),
    _role(
        "social_worker",
        "social worker",
        "social workers",
        (*LEAD_TITLES, "cover_worker", "advanced_practitioner", "consultant_social_worker", "family_support_worker"),
        ANYONE,
        WORKLIST,
        ROTA,
        _about(T.LEAD, T.COVER, T.ALLOCATED, T.SIBLINGS_LEAD, T.GIVEN, T.TOLD),
        SOCIAL_CARE,
        _comes_in(T.LEAD, T.COVER, T.ALLOCATED, T.TOLD),
        {P.SEE_LOOKS: (T.LEAD, T.COVER)},
    ),
    _role(
        "team_manager",
        "team manager",
        "team managers",
        (*TEAM_MANAGER_TITLES, "front_door_team_manager", "mash_manager", "mash_team_manager", "assistant_team_manager"),
        ANYONE,
        WORKLIST,
        ROTA_KEPT,
        # On the rota of the night a manager answers for children of every team.
        _about(*LINE, T.GIVEN, T.ON_DUTY),
        SOCIAL_CARE,
        _comes_in(T.MANAGES, T.POST),
        {P.SEE_TEAM: POST, P.ARRANGE_COVER: POST, P.SEE_LOOKS: LINE},
        {P.DECIDE_CONCERN: (T.GIVEN, T.MANAGES, T.POST), P.SEE_OWN_CONCERN: (T.REPORTED, T.POST)},
    ),
    _role(
        "service_manager",
        "service manager",
        "service managers",
        ("group_manager", "assistant_director", "head_of_service", "principal_social_worker"),
        ANYONE,
        WORKLIST,
        ROTA_KEPT,
        _about(*LINE, T.POST),
        SOCIAL_CARE,
        _comes_in(T.POST),
        {P.SEE_TEAM: POST, P.ARRANGE_COVER: POST, P.SEE_LOOKS: POST, P.DECIDE_CONCERN: POST},
        {P.SEE_OWN_CONCERN: (T.REPORTED, T.POST), P.SET_STANDARDS: POST, P.READ_INCIDENT: POST},
    ),
    _role(
        "director_of_childrens_services",
        "director of children’s services",
        "directors of children’s services",
        ("director", "dcs"),
        ANYONE,
        WORKLIST,
        ROTA,
        # A director reads any child's record by the post, because every figure on their page is a list of children; each look is
        # kept like anybody's.
        _about(*LINE, T.POST),
        SOCIAL_CARE,
        _comes_in(T.POST),
        {P.SEE_TEAM: POST, P.SEE_LOOKS: POST, P.RECORD: LINE, P.STATE_FACT: LINE, P.SET_STANDARDS: POST, P.READ_INCIDENT: POST},
        # With nobody on the rota a concern comes to the director, and whoever has it, or was told beside them, can act on it.
        {P.DECIDE_CONCERN: (T.GIVEN, T.PUT_TO_YOU)},
    ),
    _role(
        "cp_chair",
        "conference chair",
        "conference chairs",
        (*CHAIR_TITLES, "iro", "independent_reviewing_officer"),
        ANYONE,
        FINDS,
        SOCIAL_CARE,
        _about(T.CHAIR, T.ALLOCATED, T.CONFERENCE, T.TOLD),
    ),
    _role(
        "emergency_duty_worker",
        "emergency duty worker",
        "emergency duty workers",
        EMERGENCY_DUTY_TITLES,
        ANYONE,
        # Never a wait at two in the morning: the post is enough, and the look says whether the rota had them on.
        _about(T.ON_DUTY, T.POST),
        ROTA,
        SOCIAL_CARE,
        FINDS,
        _comes_in(T.ON_DUTY, T.POST),
        {P.OPEN_TONIGHT: POST, P.DECIDE_CONCERN: (T.GIVEN, T.ON_DUTY)},
    ),
    _role(
        "health_visitor",
        "health visitor",
        "health visitors",
        ("school_nurse", "midwife", "family_nurse", "community_nurse"),
        ANYONE,
        FINDS,
        _about(*IN_THE_ROOM, T.COLLEAGUE),
    ),
    _role("gp", "GP", "GPs", ("general_practitioner", "doctor"), ANYONE, _about(*IN_THE_ROOM, T.COLLEAGUE)),
    _role(
        "police",
        "police officer",
        "police officers",
        ("police_officer", "police_constable", "police_sergeant", "police_inspector", "police_supervisor"),
        ANYONE,
        _about(*IN_THE_ROOM),
    ),
    _role(
        "health_professional",
        "health professional",
        "health professionals",
        (
            *("named_nurse", "paediatrician", "consultant_paediatrician", "hospital_safeguarding_nurse"),
            *("substance_misuse_worker", "drug_worker", "recovery_worker"),
        ),
        ANYONE,
        _about(*IN_THE_ROOM),
    ),
    _role(
        "education_worker",
        "education professional",
        "education professionals",
        ("teacher", "nursery_worker", "nursery_lead", "education_welfare_officer"),
        ANYONE,
        _about(*IN_THE_ROOM),
    ),
    _role(
        "offender_manager",
        "probation or prison officer",
        "probation and prison officers",
        ("probation_officer", "prison_officer", "prison_offender_manager"),
        ANYONE,
        _about(*IN_THE_ROOM),
    ),
    _role(
        "partner",
        "partner professional",
        "partner professionals",
        (
            *("named_professional", "safeguarding_lead", "early_help_worker", "youth_worker", "housing_officer"),
            *("idva", "advocate", "childrens_guardian", "cafcass_officer"),
        ),
        ANYONE,
        _about(*IN_THE_ROOM),
    ),
    _role(
        "legal",
        "solicitor for the council",
        "solicitors for the council",
        ("local_authority_solicitor", "solicitor", "childrens_lawyer", "legal_gateway_chair", "plo_panel_chair"),
        ANYONE,
        _about(*IN_THE_ROOM),
        SOCIAL_CARE,
    ),
    _role(
        "business_support",
        "business support officer",
        "business support officers",
        # Leave that somebody rings in must not wait for a manager to be free. They see who is away, and no child's record.
        ("business_support_officer", "administrator_support", "minute_taker"),
        ANYONE,
        ROTA,
        {P.ARRANGE_COVER: POST},
    ),
)
# Whoever runs the service opens nobody's record. No title of a worker leads here: an administrator in a school's office works
# with children and is told things, and does not manage who can sign in.
ADMINISTRATOR = _role(
    *("administrator", "administrator", "administrators", ()),
    {P.SIGNED_IN: POST, P.ADMINISTER: POST, P.READ_STANDARDS: POST, P.SET_STANDARDS: POST, P.READ_INCIDENT: POST},
)

# A profession nobody described may still tell us about a child and hear back.
ANY_OTHER = _role("other", "professional", "other professionals", (), ANYONE)
NOBODY = _role("nobody", "person without a worker’s record", "people without a worker’s record", (), {P.SIGNED_IN: POST})

# Where two roles list a title, the first has it.
_BY_TITLE: Mapping[str, AccessRole] = {title: role for role in reversed(ROLES) for title in role.titles}


def role_of(title: str | None) -> AccessRole:
    """The role that a worker's own title belongs to."""
    return _BY_TITLE.get(normal(title), ANY_OTHER)
