"""Which roles and kinds of organisation count as what, when the record is asked who somebody was.

Roles and kinds of organisation are plain text in a case file, because every area has its own. These are the words that
rules recognise; a role that is in none of these lists is simply not counted.
"""

# Not everybody who is a social worker leads: duty, emergency and cover workers do not.
LEADING_SOCIAL_WORKERS = frozenset(
    {
        "social_worker",
        "lead_social_worker",
        "allocated_social_worker",
        "senior_social_worker",
        "lead_child_protection_practitioner",
        "agency_social_worker",
        "qualified_social_worker",
        "locum_social_worker",
        "temporary_social_worker",
        "named_social_worker",
        "key_social_worker",
        "childrens_social_worker",
        "children's_social_worker",
        "child_protection_social_worker",
        "social_worker_(agency)",
        "social_worker_(locum)",
    }
)
"""Social workers by titles under which one leads for a child."""

SOCIAL_WORKERS = LEADING_SOCIAL_WORKERS | {
    "duty_social_worker",
    "cover_worker",
    "social_work_cover",
    "agency_worker",
    "emergency_duty_worker",
    "edt",
    "emergency_duty_team",
    "advanced_practitioner",
    "consultant_social_worker",
    "newly_qualified_social_worker",
    "independent_reviewing_officer",
    "cover_social_worker",
    "covering_social_worker",
    "social_worker_(cover)",
    "social_worker_(duty)",
}

# A lead practitioner leads for a child in need and need not be a social worker.
LEAD_ROLES = LEADING_SOCIAL_WORKERS | {"lead_practitioner"}

SUPPORT_WORKERS = frozenset(
    {
        "family_support_worker",
        "support_worker",
        "early_help_worker",
        "family_worker",
        "family_practitioner",
        "outreach_worker",
    }
)

SOCIAL_CARE_MANAGERS = frozenset(
    {
        "team_manager",
        "social_care_team_manager",
        "front_door_team_manager",
        "assistant_team_manager",
        "practice_manager",
        "service_manager",
        "assistant_director",
        "director_of_childrens_services",
        "principal_social_worker",
        "cp_chair",
    }
)

# Who is certainly none. A role in neither list is not held against a visit (done_by).
NOT_SOCIAL_WORKERS = frozenset(
    {
        "family_support_worker",
        "support_worker",
        "business_support",
        "personal_adviser",
        "contact_officer",
        "health_visitor",
        "midwife",
        "school_nurse",
        "nurse",
        "teacher",
        "designated_safeguarding_lead",
        "police_officer",
        "probation_officer",
        "early_help_worker",
        "youth_worker",
        "nursery_worker",
        "advocate",
        "idva",
        "gp",
        "substance_misuse_worker",
        "housing_officer",
        "student_social_worker",
        "social_work_assistant",
    }
)

# As families and schools say it: a message from "nan" is from the family. A foster carer is family here, because they speak from
# the child's home and not from an office.
FAMILY_ROLES = frozenset(
    {
        *("mother", "father", "parent", "parents", "mum", "mam", "mummy", "dad", "daddy"),
        *("stepfather", "stepmother", "step_parent", "stepdad", "stepmum", "step_father", "step_mother", "partner"),
        *("child", "young_person", "sibling", "brother", "sister", "half_sibling"),
        *("half_brother", "half_sister", "stepbrother", "stepsister"),
        *("grandmother", "grandfather", "grandparent", "maternal_grandmother"),
        *("maternal_grandfather", "paternal_grandmother", "paternal_grandfather"),
        *("gran", "granny", "grandma", "nan", "nana", "grandad", "granddad", "grandpa", "great_grandmother", "great_grandfather"),
        *("aunt", "uncle", "auntie", "aunty", "great_aunt", "great_uncle", "cousin", "niece", "nephew", "godmother", "godfather"),
        *("relative", "relatives", "family", "family_member"),
        *("carer", "foster_carer", "guardian", "kinship_carer"),
    }
)

# Whom no agency stands behind. They are neither professionals nor family, so signals can ask for them by excluding both.
NOT_AT_WORK = frozenset(
    {
        "neighbour",
        "neighbours",
        "member_of_the_public",
        "member_of_public",
        "anonymous",
        "anonymous_caller",
        "public",
        "friend",
        "friends",
        "family_friend",
        "friend_of_the_family",
        "passer_by",
        "self",
    }
)

WITHOUT_A_VOICE = frozenset(
    {
        "cp_chair",
        "conference_chair",
        "child_protection_conference_chair",
        "child_protection_chair",
        "independent_chair",
        "minute_taker",
        "note_taker",
        "business_support",
        "administrator",
        "interpreter",
        "advocate",
        "legal_adviser",
    }
)
"""Who is at a conference without speaking for an agency that works with the child."""

SOCIAL_CARE_WORDS = ("social_care", "social care", "childrens_services", "children's services", "local_authority", "csc")
POLICE_WORDS = ("police", "constabulary")
# Old names of bodies stay on the list ("ccg"): records from their time are read today.
HEALTH_WORDS = (
    "health",
    "nhs",
    "hospital",
    "gp",
    "midwi",
    "nurse",
    "paediatric",
    "doctor",
    "ambulance",
    "clinical",
    "camhs",
    "icb",
    "ccg",
    "medical",
)
SERVICE_WORDS = (*POLICE_WORDS, *HEALTH_WORDS, "school", "teacher", "nursery", "probation", "social worker")
AT_WORK = SOCIAL_WORKERS | LEAD_ROLES | SUPPORT_WORKERS | SOCIAL_CARE_MANAGERS | NOT_SOCIAL_WORKERS
"""Whose plain name for themselves says that they write from work."""


def normal(role: str | None) -> str:
    """A role as it is compared: lower case, underscores for spaces and hyphens."""
    return (role or "").strip().lower().replace(" ", "_").replace("-", "_")


def speaks_of(words: tuple[str, ...], *texts: str | None) -> bool:
    """Whether any of the texts contains one of the words. Short words must stand alone: "gp" is not in "stopgap"."""
    for text in texts:
        plain = (text or "").lower()
        parts = set(plain.replace("-", "_").replace(" ", "_").split("_"))
        # Short words have to stand alone and longer ones may be a part: "midwi" is to find midwife and midwifery, "gp" not
        # stopgap.
        if any((word in parts) if len(word) <= 3 else (word in plain) for word in words):
            return True
    return False


def may_be_social_worker(role: str | None, *organisation: str | None) -> bool:
    """Whether a role is a social worker's or a social care manager's, or is one that we do not know and may be: whatever else
    somebody is called, in children's social care they may be one, and at a school they are not."""
    title = normal(role)
    if title in NOT_SOCIAL_WORKERS:
        return False
    known = title in SOCIAL_WORKERS or title in SOCIAL_CARE_MANAGERS or "social_worker" in title
    return known or not any(organisation) or speaks_of(SOCIAL_CARE_WORDS, *organisation)
