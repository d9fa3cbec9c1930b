"""The words that the pages about standards and signals use for codes."""

from holdfast.pages.standards.presenters.limit_sentence import upper

BINDING = {
    "statute": ("The law", "An Act or regulation says so."),
    "statutory_guidance": ("Statutory guidance", "To be followed unless there is a good reason, written down, not to."),
    "national_practice_guidance": ("National practice guidance", "What the profession or the courts advise everywhere."),
    "local_standard": ("Local standard", "Set by each partnership. Others set it differently; see what they chose below."),
    "system_default": (
        "Our suggestion",
        "Nobody outside says so. It follows from what reviews found, and a partnership may change it.",
    ),
}
"""How far a standard binds: its name, and what that means."""

# Whether anybody has read the source stands beside each: a limit quoted from memory looks exactly like one that was looked up,
# and people are held to both.
HOW_SURE = {
    "read": "We read the words themselves",
    "secondary": "Quoted by somebody else; we did not see the original",
    "heading_seen": "We saw the heading and page only; the words are from memory",
    "review": "Said in a published review",
    "knowledge": "From knowledge of practice; not looked up",
    "not_verified": "Not checked yet",
}
"""Whether anybody has read the source itself."""

CONFIDENCE = {
    "high": "How sure we are: sure",
    "medium": "How sure we are: fairly sure",
    "low": "How sure we are: not sure",
    "n/a - design default": "How sure we are: it is our own proposal, and nobody else’s",
}

# A number's name in the rules is for whoever writes rules; a manager who sets one has to see what is counted.
NUMBERS = {
    "n": "How many it takes",
    "window_days": "Within how many days they are counted",
    "escalate_n": "From how many on it goes to the service manager as well",
    "days": "Days",
    "twin_days": "Days between the births of twins, at the most",
    "order_days": "Days after the last day of an order",
    "grace_days": "Days before it shows",
    "share": "Share, where 1 is all",
    "working_days": "Working days",
    "unsafe_hours": "Hours, where the child says that they are not safe",
    "hours": "Hours",
    "tool_days": "Days for which a completed tool counts",
    "agencies": "How many agencies",
    "aspects": "How many aspects of neglect",
    "children": "How many children",
    "episodes": "How many stays",
    "nights": "How many nights",
    "attempts": "How many attempts",
    "edit_distance": "How many letters two names may differ by",
    "age_months_under": "Under this age in months",
    "under_two_days": "Days, for a child under two",
    "short_n": "How many in the shorter time",
    "short_days": "The shorter time, in days",
    "stale_days": "Days after which an agency’s word has lapsed",
    "held_working_days": "Working days for a meeting to be held",
    "decided_working_days": "Working days for a decision",
    "weeks": "Weeks",
    "unsaid_weeks": "Weeks, where no day was given",
    "offer_working_days": "Working days, where something was offered to a family",
    "most": "How many at most",
    "youngest": "Youngest age in years",
    "oldest": "Oldest age in years",
    "months": "Months",
    "years": "Years",
    "minutes": "Minutes",
    "age": "From this age in years",
    "age_3_to_6": "Working days, for a child of three to six",
    "age_7_plus": "Working days, for a child of seven or more",
    "under_3_observation": "Working days, for a child under three, who is watched",
    "conference_n": "How many at one conference",
    "core_groups": "How many core groups running",
    "grades": "How many grades weaker",
    "deviations": "Standard deviations, where teams are compared (for assurance alone)",
    "lowest": "Lowest share of sessions, where 1 is all",
    "drop": "Fall in that share",
    "sessions": "How many sessions that nobody explained",
    "min_aspects": "How many aspects of neglect it takes",
    "n_for_infants": "How many for an infant",
    "n_in_a_day": "How many within a day",
    "overdue_share": "Share that is overdue, where 1 is all",
    "unchanged_share": "Share that is unchanged, where 1 is all",
    "physical": "How many of physical neglect at most",
    "repeat_days": "Days in which a second one counts",
    "tenure_months": "Months before a manager is no longer new",
    "times": "How many times as many, or as long",
    "validity_months": "Months for which training counts",
    "worrying": "How many worrying entries it takes",
}
"""The numbers of signals, in words."""

SCOPE = {
    "per_child": "It is counted for each child by name.",
    "per_family": "It is counted once for the children it is about together.",
    "per_contact": "It is counted for each contact.",
    "per_message": "It is counted for each message.",
    "per_worker": "It is counted for each worker.",
    "per_carer": "It is counted for each carer.",
    "per_adult_with_pr": "It is counted for each adult with parental responsibility.",
    "per_incident": "It is counted for each incident.",
    "per_unborn": "It is counted for each unborn child.",
    "per_case_issue": "It is counted for each disagreement.",
    "per_allegation": "It is counted for each allegation.",
    "per_recommendation": "It is counted for each recommendation.",
    "per_person": "It is counted for each person who asks.",
    "per_breach": "It is counted for each breach.",
    "per_record": "It is asked of each record.",
    "per_agency": "It is counted for each agency.",
    "per_partnership": "It is the whole partnership’s, and no one child’s.",
}

STAGES = {
    "front_door": "Front door",
    "worker_continuity": "Workers, absence and cover",
    "recording": "Writing it down",
    "assessment": "Assessment",
    "strategy_s47": "Strategy and section 47",
    "icpc": "Initial conference",
    "conference_reports": "Reports for conferences",
    "conference_record": "What is sent after a conference",
    "child_voice": "The child’s voice",
    "core_group": "Core groups and the plan",
    "cp_visits": "Visits",
    "cp_review": "Review conferences",
    "cp_drift": "Plans that go on and on",
    "cp_end": "When a plan ends",
    "cin": "Children in need",
    "supervision": "Supervision",
    "professional_disagreement": "When professionals disagree",
    "medical": "Medicals and tests",
    "plo": "Pre-proceedings",
    "proceedings": "Court proceedings",
    "emergency": "Emergency protection",
    "looked_after": "Looked-after children",
    "connected_persons": "Connected people as foster carers",
    "private_fostering": "Private fostering",
    "missing": "Children who go missing",
    "kinship_informal": "Family who care for the child",
    "contingency": "If the plan fails",
    "neglect": "Neglect",
    "pre_birth": "Before birth",
    "infant_safety": "Safety of babies",
    "education": "School",
    "multi_agency_supervision": "Thinking together",
    "serious_incident": "Serious incidents",
    "practice_review": "Practice reviews",
    "learning": "Learning from reviews",
    "quality_assurance": "Audits",
    "governance": "The partnership itself",
    "allegations": "Allegations against people who work with children",
    "information_sharing": "Sharing information",
    "information_rights": "People’s rights to what is held about them",
    "retention": "How long records are kept",
}
"""Where in a case a standard applies, in the order a case meets them."""

THEMES = {
    "plan_delivery": "Whether the plan is carried out",
    "plan_end": "How a plan ends",
    "plan_decision": "What conferences decide",
    "plan_content": "What is in the plan",
    "visits": "Visits",
    "continuity": "Who works with the child",
    "child_voice": "The child’s voice",
    "neglect": "Neglect",
    "carers": "Where the child lives and with whom",
    "adults": "What adults tell other services",
    "legal": "Legal steps",
    "communication": "What was said to whom",
    "identity": "Who is who",
    "challenge": "Challenge between professionals",
    "learning": "Learning that comes round again",
    "child_experience": "What it is like for the child",
    "front_door": "The front door",
    "injury": "Injuries",
    "seen": "Whether the child is seen",
    "household": "Who lives there",
    "education": "School",
    "conference": "Who came to the conference",
    "timing": "Before the weekend",
    "pre_birth": "Before birth",
    "crisis": "Many things at once",
    "planned": "Days that were planned and passed",
    "record": "The record itself",
}

SEVERITY = {"critical": "Most urgent", "high": "Urgent", "medium": "Soon", "low": "At the next supervision"}

EDITIONS = {
    "WT2018": "Working Together 2018",
    "WT2023": "Working Together 2023",
    "WT2026": "Working Together 2026",
}

EVIDENCE = {
    "SYSTEM": "Holdfast itself: what a record cannot leave unasked",
    "TRIENNIAL": "Analysis of serious case reviews 2014 to 2017: neglect builds up, and is easily missed one incident at a time",
    "JTAI2018": "Joint inspections on neglect of older children (2018): adult services seldom notice it",
    "NATREV2022": "National review after two children were killed (2022): information poorly shared, family’s worries set aside",
    "STARTAGAIN": "Research on “starting again” (2008): history is put aside, and attendance is taken for progress",
    "SCRNEGLECT2013": "Neglect in serious case reviews (2013): many workers, and each birth leaves less care to go round",
    "BRANDON2014": "Research on how neglect harms and kills (2014)",
    "WILTS_M": "A review of five siblings in Wiltshire: long neglect whose effect was hard to see without a tool",
    "GCPEVAL": "Evaluation of the Graded Care Profile (2015): grading makes neglect visible",
    "RNA2021": "A local review of 2021 in the same area, which also found that neglect was not named",
    "CHILDCD2021": "A local review of 2021 in the same area: one worker a child trusts matters more than many",
    "LOCALPROC": "Published procedures of several areas",
    "PUBLISHED-REVIEWS": "Other published practice reviews and national reviews, 2007 to 2025",
    "PANEL4": "National panel’s fourth annual report: what reviews keep finding",
    "OUTOFROUTINE": "National review of sudden unexpected death in infancy (2020): routines that were out of the ordinary",
    "KNOW_NUMBERS": "Knowledge of practice; not looked up",
}


def known(words: dict[str, str], code: str) -> str:
    """The words for a code; the code itself, readable, where nobody has written them yet."""
    # A rule may be written before its words are: the page shows the code in plain letters and does not fail. A test names it.
    return words.get(code) or upper(code.replace("_", " "))
