"""What people may do, each said in a sentence. A permission says what; role_grants.py says who, and by which tie to the child."""

from enum import Enum


class Permission(Enum):
    """Something a person may do. The value is the stable name that looks are recorded under; ``about_child`` says that it
    is decided for one child (or one concern) at a time."""

    # The stable code is what looks are recorded under for good. The sentence may be put better; the code may not change.
    def __new__(cls, code: str, sentence: str, about_child: bool = False) -> "Permission":
        """Keep the sentence beside the stable code."""
        member = object.__new__(cls)
        member._value_ = code
        member.sentence = sentence
        member.about_child = about_child
        return member

    sentence: str
    about_child: bool

    PUBLIC = ("public", "open a page that anyone may see, signed in or not")
    SIGNED_IN = ("signed_in", "open your own pages: home, account and drafts")
    SEE_TODAY = ("see_today", "see the work that waits for you today")
    SEE_TEAM = ("see_team", "see a team's work: what is due, who is away and who covers")
    ARRANGE_COVER = ("arrange_cover", "record that a worker is away and name who covers")
    SEE_ROTA = ("see_rota", "see who is on duty, week by week")
    KEEP_ROTA = ("keep_rota", "keep the duty rota: put people on it and take them off")
    REPORT_CONCERN = ("report_concern", "report a concern about a child")
    SEE_OWN_CONCERNS = ("see_own_concerns", "see the list of concerns that you reported")
    SEE_OWN_CONCERN = ("see_own_concern", "follow a concern that you reported: who has read it, what was decided and why", True)
    READ_CONCERN = ("read_concern", "read a concern that came in", True)
    DECIDE_CONCERN = ("decide_concern", "decide what happens about a concern, with reasons", True)
    FIND_CHILD = ("find_child", "search for a child")
    SEE_CHILD = ("see_child", "open a child's page and chronology", True)
    SEE_FAMILY = ("see_family", "see a child's family: the genogram, and brothers and sisters side by side", True)
    OPEN_TONIGHT = ("open_tonight", "open the emergency duty page")
    SEE_TONIGHT = ("see_tonight", "see what an emergency worker needs to know about a child tonight", True)
    RECORD_SOMETHING = ("record_something", "choose something to record")
    RECORD = ("record", "record something about a child", True)
    ANSWER_ALERT = ("answer_alert", "answer an alert about a child, in words or by doing what it asks", True)
    SEE_LOOKS = ("see_looks", "see who has looked at a child's record, and why they could", True)
    READ_STANDARDS = ("read_standards", "read what should happen for children, by when, and who says so")
    SET_STANDARDS = ("set_standards", "set this partnership’s own values for standards and signals")
    ADMINISTER = ("administer", "manage who can sign in")
