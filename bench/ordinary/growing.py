"""Growing up: births, bumps and bruises, colds, clinics, and a child whose body or mind works differently."""

from datetime import date, timedelta
from random import Random

from holdfast.demo.days import DAY, at_work, working
from holdfast.demo.lives.in_need import in_need
from holdfast.demo.residents import Resident
from holdfast.demo.staff import GPS
from holdfast.demo.story import Story

BUMPS = (
    "Fell off the balance bike in the yard and has a graze on the left knee. Seen to fall; plaster, and a note home.",
    "Ran into the corner of the sand tray. A bruise on the forehead the size of a penny. Told at pick-up, who saw the tray.",
    "Came in with a bruise on the shin. Said it was the step at the park; the parent said so too before being asked.",
    "Tripped over a friend in the playground and cut a lip. First-aider saw it happen.",
    "A scraped elbow from the weekend. The parent told us at the door how.",
)
CLINICS = ("dentist", "hearing test", "eye clinic", "speech therapy", "immunisation clinic", "health visitor clinic")
ILLNESSES = (
    ("ear infection", "Antibiotics for a week. Brought the same day that it began to hurt."),
    ("asthma", "Inhaler reviewed; technique good; spacer given."),
    ("viral wheeze", "Seen at the walk-in, watched for two hours and home."),
    ("eczema", "Cream, and the same advice as last time, which was followed."),
    ("chicken pox", "Nothing but calamine and a week at home."),
)
ACCIDENTS = (
    ("fracture", "Fell from the monkey bars at school, seen by two members of staff. Greenstick fracture of the wrist; plaster."),
    ("cut", "Cut a hand on a broken mug while washing up with a parent. Three stitches. The account fits."),
    ("bump to the head", "Fell down two steps at the grandparents'. Watched for an hour, no sign of concussion."),
)
LOW_MOOD = "low mood since the birth; seen by the doctor, and has begun to feel better"


def often(rng: Random, start: date, end: date, a_year: float) -> list[date]:
    """Days on which something happens about so many times a year, by chance."""
    found, day = [], start
    while a_year > 0:
        day += timedelta(days=max(1, round(rng.expovariate(a_year / 365.25))))
        if day >= end:
            break
        found.append(day)
    return found


def up(story: Story, child: Resident, rng: Random, since: date) -> None:
    """What happens to a child of any age, whoever it is with."""
    if child.born is None:
        _expected(story, child, rng)
        return
    since = max(since, child.born)
    _birth(story, child, rng, since)
    _bumps(story, child, rng, since)
    for day in often(rng, since, story.today, 0.8 if child.age(story.today) < 5 else 0.4):
        code, text = rng.choice(ILLNESSES)
        story.tell("diagnosis_recorded", at_work(day), [child], by=GPS[story.family.practice], code=code, text=text)
    for day in often(rng, since, story.today, 0.35):
        _missed(story, child, rng, at_work(day))
    for day in often(rng, max(since, child.born + 500 * DAY), story.today, 0.05):
        kind, text = rng.choice(ACCIDENTS)
        story.tell("injury_recorded", day, [child], by="ravi.shah", kind=kind, text=text, mobile=True)


def _expected(story: Story, child: Resident, rng: Random) -> None:
    """A pregnancy: the midwife, and one appointment that was missed and made again."""
    visits = [working(story.today, -days) for days in (80, 55, 30, 10)]
    for day in visits:
        text = "All well. Blood pressure and growth as they should be. Asked about home, and it is well at home."
        story.tell("observation_recorded", day, [child], by="faith.mwale", text=text, setting="antenatal clinic")
    if rng.random() < 0.3:
        missed = working(visits[2], -3)
        story.tell("contact_missed", missed, [child], by="faith.mwale", kind="not_brought", service="antenatal clinic")


def _birth(story: Story, child: Resident, rng: Random, since: date) -> None:
    """The first weeks, and now and then a mother who is low and says so."""
    if child.born is None or child.born <= since - DAY or rng.random() > 0.1 or story.family.mum.sex != "F":
        return
    day = at_work(child.born + 40 * DAY)
    said = {"adult": story.family.mum.id, "kind": LOW_MOOD, "effect_on_child_considered": True}
    gp = GPS[story.family.practice]
    shared = story.lead is not None
    story.tell("adult_disclosure_recorded", day, [child], by=gp, shared_with_childrens_social_care=shared, **said)
    place = "Cot in the parents' room, on the back, nothing in it"
    visitor, mum = story.health_visitor, story.family.mum.id
    story.tell("safer_sleep_assessed", day, [child], by=visitor, place=place, person=mum)


def _bumps(story: Story, child: Resident, rng: Random, since: date) -> None:
    """Mobile children fall over. Nursery and school write it down."""
    assert child.born is not None
    for first, last, a_year in ((1.2, 5, 0.7), (5, 11, 0.3), (11, 18, 0.06)):
        begins = max(since, child.born + timedelta(days=round(first * 365.25)))
        for day in often(rng, begins, min(story.today, child.born + timedelta(days=round(last * 365.25))), a_year):
            lead = story.school_lead(child, at_work(day))
            if lead is None:
                continue
            text = rng.choice(BUMPS)
            where = "nursery" if child.age(day) < 4 else "school"
            data = {"text": text, "setting": where, "neglect": [], "other": ["bump or graze, account fits"]}
            story.tell("observation_recorded", at_work(day), [child], by=lead, **data)


def _missed(story: Story, child: Resident, rng: Random, day: date) -> None:
    """An appointment missed, and as a rule kept a few weeks later."""
    service = rng.choice(CLINICS)
    by = story.health_visitor if child.age(day) < 5 else "kelly.ash"
    kind = rng.choice(("not_brought", "cancelled", "cancelled"))
    story.tell("contact_missed", day, [child], by=by, kind=kind, service=service)
    if rng.random() < 0.85:
        text = f"Brought to the {service}; the parent had rung to say sorry. All well."
        story.tell("observation_recorded", working(day, 15), [child], by=by, text=text, setting="clinic", neglect=[], other=[])


def disabled(story: Story, months: float) -> None:
    """A plan for a disabled child: many professionals, many appointments, and a child who tells things by how they are."""
    rng = story.rng
    in_need(story, months, "EMO")
    child = story.family.children[0]
    begins = max(story.back(round(months * 30)), child.born or story.today)
    story.tell("diagnosis_recorded", begins, [child], by="ravi.shah", code="learning disability", text="As known; reviewed.")
    for worker, role in (("ravi.shah", "consultant_paediatrician"), ("tess.orme", "camhs_practitioner")):
        story.tell("worker_allocated", at_work(begins), [child], by=worker, worker=worker, role=role)
    for day in story.every(begins, story.today, 25, 8):
        text = "Reviewed with the parents. Sleep a little better; the new chair fits."
        story.tell("observation_recorded", day, [child], by="ravi.shah", text=text, setting="clinic", neglect=[], other=[])
    for day in often(rng, begins, story.today, 1.2):
        _missed(story, child, rng, at_work(day))
    for day in story.every(working(begins, 20), story.today, 60, 10):
        words = "Hands over the ears when the bus came, and quiet in the soft room afterwards."
        by = story.school_lead(child, day) or story.health_visitor
        shown = story.tell("voice_recorded", day, [child], by=by, child=child.id, how="behaviour", words=words, worker=by)
        if shown is not None:
            meaning = "Noise hurts. The bus now waits round the corner, and the child sits at the front."
            story.tell("behaviour_analysed", working(day, 4), [child], by=by, behaviour=[shown], meaning=meaning)
            story.answer(child, shown, day, by=by)
