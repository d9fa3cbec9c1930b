"""The last weeks of the Brannigans: what each agency saw, weekends at the grandmother's, and two absences."""

from datetime import timedelta

from holdfast.demo.days import DAY, at_work, moment, working
from holdfast.demo.lives.in_need import visit
from holdfast.demo.residents import Resident
from holdfast.demo.stock import stock
from holdfast.demo.story import Story

SAM, COVER, MAYA = "sam.poole", "grace.okafor", "maya.osei"
PASSED_ON = (
    ("contact_assigned", 20, {"worker": SAM}),
    ("contact_acknowledged", 40, {"to": ["Maureen Brannigan"]}),
    ("contact_decided", 200, {"decision": "passed_to_allocated_worker", "reasons": "Open to Team 3; her health is part of it."}),
    ("referrer_informed", 240, {"outcome": "Sam has rung and will come with a plan for the weekends."}),
)


def seen(story: Story) -> None:
    """What school, nursery, health visitor and Recovery North saw, each alone."""
    by_name = {child.called: child for child in story.family.children}
    for row in stock("brannigans")["seen"]:
        data = {key: row[key] for key in ("text", "setting", "neglect", "other")}
        about = [by_name[name] for name in row["who"]]
        story.tell("observation_recorded", story.back(row["days"]), about, by=row["by"], **data)
    first, last = story.back(44), story.back(6)
    data = {"setting": "Larkfield Primary School", "percent": 81.4, "from_": first.isoformat(), "to": last.isoformat()}
    story.tell("attendance_recorded", story.back(5), [by_name["Jayden"]], by=MAYA, **data)


def crises(story: Story) -> None:
    """What police, nursery and the GP were told."""
    leanne, crosby = story.family.adults
    kids, poppy = story.family.children, story.family.children[2]
    # Each agency knows a part. None of what they saw would be a worry alone, and nobody has put it side by side until this record
    # does.
    night = moment(story.today - 44 * DAY, story.rng, 21, 23)
    data = {"kind": "domestic_abuse", "involved": [leanne.id, crosby.id], "children_present": "aware"}
    story.tell("incident_recorded", night, kids, by="pc.dunn", **data)
    afternoon = moment(story.back(20), story.rng, 15, 16)
    data = {"kind": "intoxicated_with_child", "involved": [crosby.id], "children_present": "yes"}
    story.tell("incident_recorded", afternoon, [poppy], by="hawthorn.lead", **data)
    told = {"kind": "drinking most nights, more since the summer", "shared_with_childrens_social_care": True}
    told |= {"effect_on_child_considered": True}
    story.tell("adult_disclosure_recorded", story.back(33), kids, by="tenter-street.gp", adult=leanne.id, **told)


def carers(story: Story) -> None:
    """An aunt who was assessed, and a grandmother who was not and has Alfie all the same."""
    words = stock("brannigans")["stays"]
    kids, alfie = story.family.children, story.family.children[3]
    siobhan, maureen = story.family.relatives[2:4]
    day = story.back(64)
    story.tell("viability_started", day, kids, by=SAM, carer=siobhan.id)
    checks = {"police": True, "health": True, "sleeping_place": True, "outcome": words["siobhan"]}
    story.tell("safety_check_completed", working(day, 3), kids, by=SAM, carer=siobhan.id, **checks)
    outcome = {"outcome": "suitable", "checks": ["police", "health", "home visit", "the children's own views"]}
    story.tell("viability_assessed", working(day, 8), kids, by=SAM, carer=siobhan.id, **outcome)
    quick = {"police": True, "outcome": words["quick_check"]}
    story.tell("safety_check_completed", story.back(26), [alfie], by=COVER, carer=maureen.id, **quick)
    story.tell("carer_answered", story.back(25), kids, by=COVER, carer=maureen.id, answer="by_day")
    stay = {"with_": [maureen.id], "arrangement": "family", "agreed_by": [story.family.mum.id], "overnight": True}
    where = {"setting": "maternal grandmother's home"}
    for days, text in ((25, words["first"]), (11, words["second"])):
        night = story.today - DAY * days
        story.tell("stay_started", night, [alfie], by="priya.nair", **stay)
        story.tell("observation_recorded", night + DAY, [alfie], by="priya.nair", text=text, **where)
        story.tell("stay_ended", night + 2 * DAY, [alfie], by="priya.nair", unannounced=False)
    bed = {"place": "Maureen's sofa, two chairs against it: not a place to sleep; she has borrowed a cot", "person": maureen.id}
    story.tell("safer_sleep_assessed", at_work(story.today - DAY * 24), [alfie], by="priya.nair", **bed)
    _maureen_rings(story, [story.family.children[2], alfie], words["maureen"])


def _maureen_rings(story: Story, about: list[Resident], text: str) -> None:
    came = moment(story.back(9), story.rng, 10, 12)
    data = {"from_": {"name": "Maureen Brannigan", "role": "maternal_grandmother"}, "channel": "phone", "text": text}
    contact = story.tell("contact_received", came, about, by="wendy.croft", recorded=came, **data)
    for type, minutes, more in PASSED_ON:
        then = came + timedelta(minutes=minutes)
        story.tell(type, then, about, by="farah.siddiq", recorded=then, contact=contact, **more)
    then, tyler = came + timedelta(minutes=260), story.family.relatives[4:5]
    told = {"decision": "Ring Tyler’s mother today.", "reasons": "Tyler is there on Sundays and nobody has asked him."}
    story.tell("management_decision_recorded", then, tyler, by="ruth.adeyemi", recorded=then, **told)


def while_sam_was_away(story: Story) -> None:
    """Two weeks off a month ago, when a colleague visited; back; and since two working days ago off again."""
    keira, *others = kids = story.family.children
    for days, worker, who, rooms in ((21, COVER, kids, True), (13, COVER, others, False), (5, SAM, others, True)):
        day = working(story.today, -days)
        data = visit(story, who, day, kind="child_protection", worker=worker, rooms=rooms)
        story.tell("visit_made", day, kids, by=worker, **data)
    words = stock("brannigans")
    room = story.present([COVER, "priya.nair", MAYA, "beacon.dsl", "hawthorn.lead"], story.family.adults[:1])
    data = {"plan": "child_protection", "present": room, "absent": [], "concerns": words["worry"]["core_group"]}
    story.tell("core_group_held", working(story.today, -15), kids, by=COVER, **data)
    story.tell("core_group_record_sent", working(story.today, -11), kids, by=COVER)
    jayden = others[0]
    data = {"child": jayden.id, "how": "words", "words": words["said"]["jayden"], "worker": MAYA}
    said = story.tell("voice_recorded", working(story.today, -6), [jayden], by=MAYA, **data)
    data = {"voice": said, "answer": words["said"]["answer"], "told_child": True}
    story.tell("voice_answered", working(story.today, -4), [jayden], by=MAYA, **data)
    data = {"child": keira.id, "how": "words", "words": words["said"]["keira"], "worker": "beacon.dsl", "wants": "change"}
    at = moment(working(story.today, -1), story.rng, 14, 16)
    story.tell("voice_recorded", at, [keira], by="beacon.dsl", **data)
