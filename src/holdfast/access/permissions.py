"""What people may do, each said in a sentence. A permission says what; role_grants.py says who, and by which tie to the child."""

from enum import Enum


class Permission(Enum):
    """Something a person may do. The value is the stable name that looks are recorded under; ``about_child`` says that it
    is decided for one child (or one concern) at a time, ``about_adults`` that it may also be asked of a grown-up: by the ties
    to the children of whose family they are."""

    # The stable code is what looks are recorded under for good. The sentence may be put better; the code may not change.
    def __new__(cls, code: str, sentence: str, about_child: bool = False, about_adults: bool = False) -> "Permission":
        """Keep the sentence beside the stable code."""
        member = object.__new__(cls)
        member.about_adults = about_adults
        member._value_ = code
        member.sentence = sentence
        member.about_child = about_child
        return member

    sentence: str
    about_child: bool
    about_adults: bool

    PUBLIC = ("public", "open a page that anyone may see, signed in or not")
    SIGNED_IN = ("signed_in", "open your own pages: home, account and drafts")
    SEE_TODAY = ("see_today", "see the work that waits for you today")
    SEE_FOR_YOU = ("see_for_you", "see what was told to you, and the children whom you have a part with")
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
    SEE_PERSON = (
        "see_person",
        "see what is stated of a child or of somebody in their family: telephones, addresses, dangers",
        True,
        True,
    )
    STATE_FACT = ("state_fact", "state, check and put right what is known of somebody", True, True)
    OPEN_TONIGHT = ("open_tonight", "open the first page of the night: find a child, and see which children tonight is about")
    SEE_TONIGHT = ("see_tonight", "see what to know about a child tonight", True)
    RECORD_SOMETHING = ("record_something", "choose something to record")
    RECORD = ("record", "record something about a child", True)
    RECORD_SOCIAL_WORK = ("record_social_work", "record social work with a child: assessments, enquiries, core groups", True)
    RECORD_LEGAL = ("record_legal", "record legal planning for a child, and what a court orders", True)
    RECORD_HEALTH = ("record_health", "record the health of a child, or of an adult around them", True)
    RECORD_SCHOOLING = ("record_schooling", "record a child’s attendance and school", True)
    RECORD_PROTECTION = ("record_protection", "record police protection, and who must stay away from a child", True)
    CHAIR_PLAN = ("chair_plan", "record a conference or a review, and start and end a child’s plan", True)
    ALLOCATE_WORKER = ("allocate_worker", "say who works with a child, and who leads", True)
    DECIDE_CASE = ("decide_case", "decide about a child’s case, and close it", True)
    RECORD_LEARNING = ("record_learning", "record audits, reviews, recommendations and training")
    KEEP_RECORDS = ("keep_records", "answer requests for records, hold them and dispose of them")
    PUT_RIGHT = ("put_right", "put right what somebody else recorded about a child", True)
    READ_ALERT = ("read_alert", "read an alert about a child, and what it comes from", True)
    ANSWER_ALERT = ("answer_alert", "answer an alert about a child in words", True)
    READ_MESSAGE = ("read_message", "read a message about a child, and answer it", True)
    READ_LEGAL_ADVICE = ("read_legal_advice", "read legal advice in the record of a child whom you may see")
    READ_IN_CONFIDENCE = (
        "read_in_confidence",
        "read what social care was told in confidence: who reported a concern, and an adult’s health or treatment",
    )
    SEE_LOOKS = ("see_looks", "see who has looked at a child's record, and why they could", True)
    READ_STANDARDS = ("read_standards", "read what should happen for children, by when, and who says so")
    SET_STANDARDS = ("set_standards", "set this partnership’s own values for standards and signals")
    READ_ROTA_GAP = ("read_rota_gap", "read that nobody is on the duty rota at some hour to come")
    READ_INCIDENT = ("read_incident", "read that what is stored is not what the entries say")
    ADMINISTER = ("administer", "manage who can sign in")
