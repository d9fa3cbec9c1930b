"""The roles that standards, ladders and signals name, and how the record finds who holds each one.

The ids are those that the standards and ladders use. :data:`LISTED` are the roles that standards name as responsible;
:data:`NAMED_IN_PASSING` are the further ones that only a ladder or a signal names. :data:`ROLES` is both.
"""

from collections.abc import Mapping
from dataclasses import replace

from holdfast.rules.role import Found, Layer, Role
from holdfast.standards.professions import LEAD_ROLES

LEAD_TITLES = tuple(sorted(LEAD_ROLES))
"""What an allocation may call the worker who leads for a child. A social worker allocated without more leads."""

SPOKEN = {
    "cp_chair": "conference chair",
    "director_of_childrens_services": "director of children's services",
    "edt": "emergency duty worker",
    "iro": "independent reviewing officer",
    "lado": "designated officer for allegations",
    "manager_of_the_absent": "manager of whoever is away",
    "plo_panel": "pre-proceedings panel",
    "siro": "senior information risk owner",
    "caldicott_guardian": "Caldicott guardian",
    "cafcass": "children's guardian",
}
"""Roles whose ids are not what people say."""

DUTY_TITLES = ("duty_social_worker", "duty_worker", "duty")
EMERGENCY_DUTY_TITLES = ("emergency_duty_worker", "emergency_duty_social_worker", "emergency_duty_team", "edt", "edt_worker")
ON_CALL_TITLES = (
    "service_manager",
    "group_manager",
    "assistant_director",
    "head_of_service",
    "director_of_childrens_services",
    "director",
    "dcs",
)
"""Who takes the telephone home, where no rota of managers on call is kept."""
CHAIR_TITLES = (
    "cp_chair",
    "conference_chair",
    "child_protection_conference_chair",
    "child_protection_chair",
    "independent_chair",
)
TEAM_MANAGER_TITLES = ("team_manager", "practice_manager", "social_care_team_manager")
FRONT_DOOR_MANAGER_TITLES = ("front_door_team_manager", "mash_manager", "mash_team_manager")
SAFEGUARDING_LEAD_TITLES = (
    *("named_nurse", "named_professional", "designated_safeguarding_lead", "dsl", "school_dsl"),
    *("school_safeguarding_lead", "police_supervisor", "safeguarding_lead"),
)
PARTNER_TITLES = ("delegated_safeguarding_partners", "delegated_safeguarding_partner", "dsp")


# How the holder is found, and who stands in, differs by kind of role and not by role. So each is made by the function of its
# kind, and a new role cannot be given half of it.
def _lead(id: str, says: str) -> Role:
    return Role(id, says, "lead", "cover", LEAD_TITLES)


def _line(id: str, says: str, rank: int, *titles: str) -> Role:
    return Role(id, says, "line", "manager", (id, *titles), rank)


def _post(id: str, says: str, falls_back_to: Layer, *titles: str, everyone: bool = False, rank: int = 0) -> Role:
    return Role(id, says, "post", falls_back_to, (id, *titles), rank, everyone)


# Tied to this child's record, and never a stranger with the same title: telling another school's safeguarding lead is a breach.
def _tied(id: str, says: str, *titles: str, everyone: bool = False) -> Role:
    return Role(id, says, "tied", "duty", (id, *titles), everyone=everyone)


def _from_entry(id: str, says: str, found: Found) -> Role:
    return Role(id, says, found, "cover")


def _either(id: str, says: str, *roles: str) -> Role:
    return Role(id, says, "post", "duty", either=roles)


# Nobody whom the program could tell. The ladder's next rung is told instead.
def _none(id: str, says: str) -> Role:
    return Role(id, says, "none", "duty")


def _by_id(*roles: Role) -> Mapping[str, Role]:
    return {role.id: replace(role, spoken=SPOKEN.get(role.id, "")) for role in roles}


LISTED: Mapping[str, Role] = _by_id(
    _post("contact_officer", "Takes and logs what comes in at the front door", "duty", "front_door_worker", "mash_officer"),
    _post("front_door_team_manager", "Manages the front door (MASH)", "manager", *FRONT_DOOR_MANAGER_TITLES),
    Role("duty_social_worker", "The social worker on the duty shift", "duty", "duty", DUTY_TITLES),
    Role("edt", "The emergency duty team, outside office hours", "duty", "duty", EMERGENCY_DUTY_TITLES),
    _line("social_care_team_manager", "The manager who chairs a strategy discussion", 1, *TEAM_MANAGER_TITLES),
    _lead("lead_social_worker", "The qualified social worker allocated to the child"),
    _lead("lead_practitioner", "Leads for a child in need or a family being helped; need not be a social worker"),
    _either("lead_social_worker_or_edt", "Whoever is on duty for the child", "lead_social_worker", "edt"),
    Role("cover_worker", "The worker named to cover while the lead is away", "lead", "cover", LEAD_TITLES),
    _from_entry("visiting_worker", "Whoever made the visit, agency staff included", "visitor"),
    _from_entry("recording_worker", "Whoever wrote the record", "author"),
    _line("team_manager", "The lead worker's own manager", 1, *TEAM_MANAGER_TITLES),
    _line("service_manager", "The manager above the team manager", 2, "group_manager"),
    _line("assistant_director", "Head of the service", 3, "head_of_service"),
    _line("director_of_childrens_services", "Answers for children's services as a whole", 4, "director", "dcs"),
    _post("cp_chair", "Chairs the child's conferences and does not manage the case", "duty", *CHAIR_TITLES),
    _post("iro", "Reviews the care of a looked-after child, independent of the case", "duty", "independent_reviewing_officer"),
    Role("core_group", "Everyone in the child's core group", "members", "cover", everyone=True),
    _post("private_fostering_worker", "Looks after private fostering arrangements", "duty", "private_fostering_officer"),
    _post("independent_return_interviewer", "Talks with a child who was missing; has no part in where they live", "duty"),
    _from_entry("identifying_professional", "The first professional who had the concern", "author"),
    _tied("trained_practitioner_any_agency", "Somebody trained in the assessment tool, from any agency", "trained_practitioner"),
    _either(
        "health_visitor_or_lead_social_worker", "Whichever of the two the plan names", "health_visitor", "lead_social_worker"
    ),
    _either("lead_social_worker_or_trusted_adult", "Whichever the plan names", "lead_social_worker"),
    _from_entry("raising_practitioner", "Whoever raised the disagreement", "author"),
    Role("line_managers", "The managers of both sides of a disagreement", "managers_of_both", "manager", rank=1),
    _post(
        "senior_liaison_officers",
        "Heads of service and the named or designated professionals",
        "manager",
        "senior_liaison_officer",
        everyone=True,
        rank=3,
    ),
    _post(
        "delegated_safeguarding_partners",
        "Act for the council, the integrated care board and the police",
        "manager",
        *PARTNER_TITLES,
        everyone=True,
        rank=4,
    ),
    _post(
        "lead_safeguarding_partners",
        "The chief executives of the council and the integrated care board, and the chief constable",
        "manager",
        "lead_safeguarding_partner",
        everyone=True,
        rank=5,
    ),
    _post("partnership_business_manager", "Runs the partnership's business", "manager", "business_manager"),
    _post("safeguarding_partnership_named_lead", "Brings the agencies together for joint supervision", "manager"),
    _post("reviewer", "Writes a practice review, independent of the agencies", "manager", "independent_reviewer"),
    _post("recommendation_owner", "The person named to carry a recommendation out", "manager"),
    _tied("employer_senior_manager", "Answers for a member of staff somebody has made an allegation about"),
    _post("lado", "The council's officer for allegations against people who work with children", "duty", "designated_officer"),
    _post("data_protection_officer", "Answers for how personal information is handled", "manager", "dpo"),
    _post("records_manager", "Keeps and disposes of records", "manager"),
    _tied("designated_safeguarding_lead", "Leads on safeguarding in a school", "dsl", "school_dsl", "school_safeguarding_lead"),
    _tied("police", "The police force", "police_officer", "police_constable", "police_sergeant"),
    _tied("police_designated_officer", "The officer who answers for police protection", "police_inspector"),
    _post("local_authority_solicitor", "Advises the council and acts for it in court", "manager", "solicitor"),
    _post("nominated_officer", "Approves placing a child with a connected person before full approval", "manager"),
    _post("fostering_service_manager", "Manages the fostering service", "manager"),
    _tied("receiving_team_manager", "Manages the team in the area a child is moving to"),
    _post("principal_social_worker", "Leads on the quality of social work practice", "manager", "psw", rank=2),
    _none("proposed_carer", "Somebody who offers to care for a child privately"),
    _none("family", "Parents, carers and the child"),
    _tied("any_agency", "Any body with a duty to keep children safe"),
    _tied("any_designated_agency", "The person an agency names for sharing information", "designated_person"),
    _none("system", "Holdfast itself"),
)

# Apart from LISTED only because the facts of the standards name those; nothing else tells the two apart.
NAMED_IN_PASSING: Mapping[str, Role] = _by_id(
    _from_entry("practitioner", "The professional whose agency has the duty", "author"),
    _from_entry("practitioners", "The professionals on both sides of a disagreement", "author"),
    Role("manager_of_the_absent", "Manages whoever is away", "manager_of_named", "manager", rank=1),
    _from_entry("sender", "Whoever sent the message", "sender"),
    _from_entry("raisers", "Everyone who raised the concern", "raisers"),
    _tied(
        "agency_safeguarding_lead",
        "Leads on safeguarding in an agency: a named professional, a school's lead, a police supervisor",
        *SAFEGUARDING_LEAD_TITLES,
    ),
    _tied(
        "agency_safeguarding_leads",
        "The safeguarding leads of the agencies in the core group",
        "agency_safeguarding_lead",
        *SAFEGUARDING_LEAD_TITLES,
        everyone=True,
    ),
    _post("designated_professional", "The designated doctor or nurse", "manager", "designated_doctor", "designated_nurse"),
    _post("agency_contract_lead", "Answers for staff supplied by an employment agency", "manager"),
    _post(
        "plo_panel", "The panel that follows pre-proceedings", "manager", "plo_panel_chair", "legal_gateway_chair", everyone=True
    ),
    _post("independent_scrutineer", "Looks independently at how well the partnership works", "manager"),
    _post("head_of_safeguarding", "Head of safeguarding and quality", "manager", "head_of_quality", rank=3),
    _lead("case_owner", "Whoever the case is with"),
    _post("siro", "Senior information risk owner", "manager", "senior_information_risk_owner", rank=3),
    _post("caldicott_guardian", "Guards the confidentiality of people's health and care information", "manager"),
    _post("chief_executive", "Chief executive of the council", "manager", rank=5),
    _tied("cafcass", "The children's guardian and their service", "childrens_guardian", "cafcass_officer"),
    _tied("health_visitor", "The child's health visitor"),
    _either("health_visitor_or_school_nurse", "Whichever of the two sees the child", "health_visitor", "school_nurse"),
    _tied("school_nurse", "The child's school nurse"),
    _tied("named_doctor", "The named or lead doctor for the child", "paediatrician", "consultant_paediatrician"),
    _tied("partner_named", "The partner who agreed to visit together"),
    _post("partnership_quality_lead", "Leads the partnership's audits", "manager", "quality_lead"),
    _tied("contributing_agencies", "Every agency whose record is part of the picture", everyone=True),
)

ROLES: Mapping[str, Role] = {**LISTED, **NAMED_IN_PASSING}
"""Every role by its id."""

RANKS: Mapping[str, int] = {
    **dict.fromkeys(FRONT_DOOR_MANAGER_TITLES, 1),
    **{title: role.rank for role in ROLES.values() for title in role.titles if role.rank and role.found == "line"},
    "chief_executive": ROLES["chief_executive"].rank,
}
"""How far up the council's own line each title stands; a title that is not here manages nobody. Partners of other agencies are
as high and in no line: nobody is told about a child because they are important somewhere else."""
