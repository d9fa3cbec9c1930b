"""The Brannigans, whom everybody in the demonstration knows: a mother, four children, three fathers of one first name, and a
social worker who is away. Invented; what goes wrong for them is what goes wrong in reviews."""

from datetime import timedelta

from holdfast.demo.brannigans.members import KEY, family
from holdfast.demo.brannigans.weeks import carers, crises, seen, while_sam_was_away
from holdfast.demo.days import working
from holdfast.demo.invented_partnership import Northmere
from holdfast.demo.lives.in_court import acknowledged
from holdfast.demo.lives.protected import protection
from holdfast.demo.lives.protection_plan import Lapses
from holdfast.demo.lives.referral import arriving, lately
from holdfast.demo.residents import Registry
from holdfast.demo.stock import stock
from holdfast.demo.story import Story
from holdfast.demo.texts import Pen

# Words that leave it open are kept out of every other text about them, so that where one stands it is meant to.
WHICH_ONE = r"\b(lee|dads?|daddy|father|step-?dad|partner|boyfriend)\b"
"""What would leave it open which of the three is meant. Only what came in last does."""

SAM, COVER, RUTH, PANEL = "sam.poole", "grace.okafor", "ruth.adeyemi", "gareth.pugh"


def tell(made: Northmere, pen: Pen, registry: Registry) -> None:
    """Six months on a plan, and what the last weeks have brought."""
    story = Story(family(registry), made.at, made.staff, pen, lead=SAM, avoid=WHICH_ONE)
    story.health_visitor = "priya.nair"
    protection(story, 6.4, "NEG", lapses=Lapses(visits=24, voices=1, core_groups=24))
    _before_court(story)
    carers(story)
    seen(story)
    crises(story)
    while_sam_was_away(story)
    _tonight(story)
    made.stories.append(story)
    made.alive.add(KEY)
    jayden = story.family.children[1]
    data = {"from_": story.sender("maya.osei"), "channel": "e-mail", "text": stock("brannigans")["worry"]["maya"]}
    came = arriving(story, [jayden], timedelta(minutes=50), immediate_harm=False, for_=SAM, **data)
    made.arriving += [came] if came else []
    made.arriving += _asked_of_others(story)


def _asked_of_others(story: Story) -> list[str]:
    """Before the panel the GP and the police are asked for their part: each by somebody else, because one who writes twice has
    had to try again."""
    asked = stock("brannigans")["asked"]
    kids, (came, _) = story.family.children, lately(story, timedelta(minutes=95))
    found = []
    for sender, worker, text in ((COVER, "tenter-street.gp", asked["gp"]), (RUTH, "pc.dunn", asked["police"])):
        data = {"from_": story.sender(sender), "for_": worker, "text": text}
        found.append(story.tell("message_received", came, kids, by=sender, recorded=came, **data))
    return [each for each in found if each]


def _before_court(story: Story) -> None:
    kids = story.family.children
    leanne, crosby = story.family.adults
    hartley, doyle = story.family.relatives[:2]
    start = story.back(40)
    sent, met = working(start, 2), working(start, 9)
    to = [each.id for each in (leanne, crosby, hartley, doyle)]
    story.tell("legal_planning_held", working(start, -2), kids, by="olivia.stein", decision="enter pre-proceedings")
    story.tell("preproceedings_started", start, kids, by=RUTH)
    story.tell("preproceedings_letter_sent", sent, kids, by=RUTH, to=to)
    story.tell("family_group_meeting_offered", sent, kids, by=SAM)
    told = story.tell("partners_told", sent, kids, by=SAM, about_="preproceedings")
    acknowledged(story, told, working(sent, 3), kids)
    story.tell("preproceedings_meeting_held", met, kids, by=RUTH, kind="first")
    story.tell("expectations_signed", met, kids, by=RUTH, by_=[leanne.id, crosby.id])
    story.tell("expectations_signed", working(met, 3), kids, by=RUTH, by_=[hartley.id])
    panels = story.every(sent, working(story.today, -5), 5, 1)
    for day in [sent, *panels, working(panels[-1], 3), working(story.today, -1)]:
        story.tell("preproceedings_panel_held", day, kids, by=PANEL)
    text = stock("brannigans")["worry"]["priya"]
    story.tell("disagreement_raised", story.back(6), kids, by="priya.nair", text=text, immediate_risk=False)


def _tonight(story: Story) -> None:
    kids, siobhan, day = story.family.children, story.family.relatives[2], story.back(12)
    words = stock("brannigans")["tonight"]
    story.tell("court_order_made", story.back(150), kids, by="olivia.stein", kind=words["order"])
    story.tell("genogram_reviewed", day, kids, by=SAM)
    story.tell("contingency_agreed", day, kids, by=SAM, carers=[siobhan.id], child_asked=True)
    story.tell("carer_answered", day, kids, by=SAM, carer=siobhan.id, answer="yes", text=words["siobhan"])
    story.tell("safety_plan_agreed", day, kids, by=SAM, text=words["plan"], readable_by_duty=True)


__all__ = ["KEY", "tell"]
