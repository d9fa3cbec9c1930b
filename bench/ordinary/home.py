"""Home: a move, a new partner, a week at the grandparents', two homes, and the one time the police came."""

from datetime import date, timedelta
from random import Random

from bench.ordinary.growing import often
from holdfast.demo.days import DAY, at_work, moment, working
from holdfast.demo.lives.referral import arrives
from holdfast.demo.residents import Resident
from holdfast.demo.seeds import ident
from holdfast.demo.staff import GPS, LEADS_IN_SCHOOLS
from holdfast.demo.story import Story
from holdfast.kernel.when import When
from holdfast.vocabulary.world import KnownRelationship

NEW, NAMES = ("Daniel", "Owen", "Tomasz", "Idris"), ("Frost", "Lacey", "Nowak", "Bello")
STREETS = ("12 Orchard Row", "3 Canal Terrace", "48 Beckside", "7a The Maltings", "21 Lark Rise")


def life(story: Story, rng: Random, since: date, *, watched: bool) -> None:
    """What homes go through. ``watched``: a social worker is there to write it down."""
    for number, day in enumerate(often(rng, since, story.today, 0.12)):
        _moves(story, rng, at_work(day), number)
    if rng.random() < 0.09:
        _police(story, rng, at_work(since + timedelta(days=rng.randrange(60, 640))))
    if rng.random() < 0.12:
        _referred_once(story, rng, at_work(since + timedelta(days=rng.randrange(60, 640))))
    if watched:
        _holiday(story, rng, since)
    if story.family.shape == "mother_alone" and rng.random() < (0.25 if watched else 0.1):
        _new_partner(story, rng, at_work(since + timedelta(days=rng.randrange(120, 600))))


def _worker(story: Story, day: date) -> str:
    """Who knows the family best on that day, and writes such things down."""
    little = any(child.age(day) < 5 for child in story.family.alive(day))
    return story.lead or (story.health_visitor if little else GPS[story.family.practice])


def _moves(story: Story, rng: Random, day: date, number: int) -> None:
    """A new address, told to everybody; a baby's new bed looked at; the children who change school take their file with them."""
    about, by = story.family.alive(day), _worker(story, day)
    address = f"{rng.choice(STREETS)}, Northmere NM{number + 1} 4XX"
    for child in about:
        changed = {"person": child.id, "address": address, "confirmed_by": by}
        story.tell("address_changed", day, [child], by=by, **changed)
        if child.age(day) < 2:
            place = "The cot, in the parents' room at the new address"
            slept = {"place": place, "person": story.family.mum.id}
            story.tell("safer_sleep_assessed", working(day, 1), [child], by=story.health_visitor, **slept)
    _thought_about(story, about, day)
    for child in about:
        school = story.family.school_of(child, day)
        if school and child.age(day) >= 4 and rng.random() < 0.2:
            other = next(each for each in LEADS_IN_SCHOOLS if each != school)
            file = story.lead is not None
            to = {"to": other, "from_": school, "protection_file": file}
            moved = story.tell("school_changed", day, [child], by=LEADS_IN_SCHOOLS[school], **to)
            if moved and file:
                sent = {"to": other, "receipt_confirmed": True}
                story.tell("protection_file_transferred", working(day, 3), [child], by=LEADS_IN_SCHOOLS[school], **sent)


def _police(story: Story, rng: Random, day: date) -> None:
    """Neighbours rang about noise: a birthday. Police told us; it was looked into, and was nothing."""
    about = story.family.alive(day)
    if not about:
        return
    night = moment(day - DAY, rng, 20, 23)
    incident = story.tell(
        "incident_recorded", night, about, by="pc.dunn", kind="other", involved=[story.family.mum.id], children_present="yes"
    )
    if incident is None:
        return
    schools = [school for child in about if (school := story.family.school_of(child, day))]
    if schools:
        story.tell("school_told", day, about, by="pc.dunn", incident=incident, schools=list(dict.fromkeys(schools)))
    text = "Called for noise at eight in the evening: a birthday, twelve adults, cake. Children seen, well, and up too late."
    arrives(story, day, about, _decision(story, day), kind="police", text=text)


def _referred_once(story: Story, rng: Random, day: date) -> None:
    """Somebody was a little worried, once, and asked."""
    about = story.family.alive(day)[:1]
    if about:
        kind = "school" if story.school_lead(about[0], day) else "health"
        text = "Not themselves since the house move. We would rather ask than not. The parents know that we are asking."
        arrives(story, day, about, _decision(story, day), kind=kind, text=text)


def _decision(story: Story, day: date) -> str:
    """What is passed on where a social worker has the case already; else it ends with advice."""
    turns = [entry for entry in story.entries if entry.type in ("worker_allocated", "worker_ended") and entry.happened.last < day]
    turns = [entry for entry in turns if getattr(entry.data, "role", "lead_social_worker") == "lead_social_worker"]
    last = max(turns, key=lambda entry: entry.happened.last, default=None)
    return "passed_to_allocated_worker" if last and last.type == "worker_allocated" else "information_and_advice"


def _holiday(story: Story, rng: Random, since: date) -> None:
    """A week in the summer with the grandmother, who was checked first, and was fun."""
    nan = story.family.carer
    if nan is None or rng.random() > 0.4:
        return
    for day in often(rng, since, story.today - 20 * DAY, 0.5)[:2]:
        about, lead, day = story.family.alive(day), story.lead or "", at_work(day)
        if not about:
            continue
        checks = {"police": True, "health": True, "sleeping_place": True, "outcome": "Known, and well."}
        story.tell("safety_check_completed", working(day, -5), about, by=lead, carer=nan.id, **checks)
        story.tell("viability_assessed", working(day, -3), about, by=lead, carer=nan.id, outcome="suitable", checks=["police"])
        stay = {"with_": [nan.id], "arrangement": "family", "agreed_by": [story.family.mum.id, lead], "overnight": True}
        story.tell("stay_started", day, about, by=lead, child_asked=True, **stay)
        for child in about:
            if child.age(day) < 2:
                bed = {"place": "Travel cot at the grandmother's, seen", "person": nan.id}
                story.tell("safer_sleep_assessed", day, [child], by=story.health_visitor, **bed)
        story.tell("stay_ended", working(day, 5), about, by=lead, unannounced=False)


def _new_partner(story: Story, rng: Random, day: date) -> None:
    """A mother tells that somebody new is moving in; he is asked about with police and health the same week, and it is well."""
    about, by = story.family.alive(day), _worker(story, day)
    family = story.family
    born = day - timedelta(days=rng.randrange(24, 45) * 365)
    new = Resident(ident("person", family.key, len(family.everybody)), rng.choice(NEW), rng.choice(NAMES), "M", born)
    family.relatives.append(new)
    family.relationships.append(KnownRelationship(new.id, family.mum.id, "partner", None, When.day(day), None))
    joins = story.tell("household_changed", day, about, by=by, joined=[new.id])
    if joins:
        checks = [{"agency": "police", "answer": "nothing_known"}, {"agency": "health", "answer": "nothing_known"}]
        story.tell("checks_made", day, about, by=by, person=new.id, checks=checks)
        _thought_about(story, about, working(day, 1))


def _thought_about(story: Story, about: list[Resident], day: date) -> None:
    """Where a social worker has the case, worker and manager ask what the change means for the children."""
    if _decision(story, day) == "passed_to_allocated_worker":
        data = {"decision": "Go on as planned; see the new home this week.", "reasons": "Asked, seen, and nothing that worries."}
        story.tell("management_decision_recorded", working(day, 2), about, by=story.manager, **data)
