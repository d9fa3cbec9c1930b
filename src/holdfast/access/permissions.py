"""What people may do, each said in a sentence. A permission says what; roles.py says who, and by which tie to the child."""

from enum import Enum


class Permission(Enum):
    """Something a person may do. The value is the stable name that looks are recorded under."""

    def __new__(cls, code: str, sentence: str) -> "Permission":
        """Keep the sentence beside the stable code."""
        member = object.__new__(cls)
        member._value_ = code
        member.sentence = sentence
        return member

    sentence: str

    PUBLIC = ("public", "Open a page that anyone may see, signed in or not")
    SIGNED_IN = ("signed_in", "Open their own pages: home, account and drafts")
    SEE_TODAY = ("see_today", "See what is waiting for them today")
    SEE_TEAM = ("see_team", "See a team's work: what is due, who is away and who covers")
    REPORT_CONCERN = ("report_concern", "Report a concern about a child")
    SEE_OWN_CONCERN = ("see_own_concern", "Follow a concern they reported: who has read it, what was decided and why")
    READ_CONCERN = ("read_concern", "Read a concern that came in")
    DECIDE_CONCERN = ("decide_concern", "Decide what happens about a concern, with reasons")
    FIND_CHILD = ("find_child", "Search for a child")
    SEE_CHILD = ("see_child", "Open a child's page and chronology")
    SEE_FAMILY = ("see_family", "See a child's family: the genogram, and brothers and sisters side by side")
    OPEN_TONIGHT = ("open_tonight", "Open the emergency duty page")
    SEE_TONIGHT = ("see_tonight", "See what an emergency worker needs to know about a child tonight")
    RECORD = ("record", "Record something about a child")
    ANSWER_ALERT = ("answer_alert", "Answer an alert about a child, in words or by doing what it asks")
    ARRANGE_COVER = ("arrange_cover", "Record that a worker is away and name who covers")
    SEE_LOOKS = ("see_looks", "See who has looked at a child's record, and why they could")
    READ_STANDARDS = ("read_standards", "Read what should happen for children, by when, and who says so")
    ADMINISTER = ("administer", "Manage who can sign in")
