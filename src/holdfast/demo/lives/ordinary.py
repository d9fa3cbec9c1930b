"""Children whom everybody's services know and nobody worries about: births, health visitors, schools, one call that came to
nothing. And the help a family hub gives."""

from datetime import date, timedelta

from holdfast.demo.days import DAY, at_work, moment, working
from holdfast.demo.lives.referral import arrives
from holdfast.demo.residents import Resident
from holdfast.demo.staff import EARLY_HELP
from holdfast.demo.story import Story


def universal(story: Story) -> None:
    """Health visits for the small, a year's attendance for the bigger."""
    # Two years are enough of families whom nobody worries about: there are seventy-eight of them.
    since = story.today - timedelta(days=700)
    for child in story.family.children:
        if child.born is not None and child.born > since:
            story.tell("birth_recorded", child.born, [child], by="faith.mwale", child=child.id)
            sleeps = moment(child.born, story.rng, 9, 17)
            place = "A Moses basket beside the bed, seen on the ward and at the first visit"
            bed = {"place": place, "person": story.family.mum.id}
            story.tell("safer_sleep_assessed", sleeps, [child], by="faith.mwale", recorded=sleeps, **bed)
        _known_to_health(story, child, since)
        _at_school(story, child)
    if story.rng.random() < 0.22:
        decision = story.rng.choice(("no_further_action", "information_and_advice"))
        day = story.back(story.rng.randrange(20, 400))
        if about := story.family.alive(day)[:1]:
            arrives(story, day, about, decision)


def known_to_services(story: Story, since: date) -> None:
    """Who is in these children's lives besides social care: a health visitor for the small, a lead at each school."""
    for child in story.family.children:
        day = max(since, at_work(child.born + 12 * DAY)) if child.born else since
        if child.born is None or child.age(story.today) < 5:
            worker, role = story.health_visitor, "health_visitor"
        else:
            worker, role = story.school_lead(child, story.today) or "kelly.ash", "designated_safeguarding_lead"
        story.tell("worker_allocated", at_work(day), [child], by=worker, worker=worker, role=role)


def _known_to_health(story: Story, child: Resident, since: date) -> None:
    if child.born is None or child.age(story.today) >= 5:
        return
    first = max(child.born + 11 * DAY, since)
    visitor = story.health_visitor
    story.tell("worker_allocated", at_work(first), [child], by=visitor, worker=visitor, role="health_visitor")
    for weeks in (2, 8, 36, 52, 110):
        day = at_work(child.born + timedelta(weeks=weeks))
        if day > since and story.rng.random() < 0.8:
            text = story.note("seen", "well", child=child) + story.note("seen", "also", child=child)
            story.tell("observation_recorded", day, [child], by=visitor, text=text, setting="home", neglect=[], other=[])


def _at_school(story: Story, child: Resident) -> None:
    lead = story.school_lead(child, story.today)
    if lead is None:
        return
    school = story.family.school_of(child, story.today)
    for back, length in ((180, 80), (70, 60)):
        first, last = story.back(back), story.back(back - length)
        percent = min(100, round(story.rng.gauss(95.5, 2.2), 1))
        data = {"setting": school, "percent": percent, "from_": first.isoformat(), "to": last.isoformat()}
        if child.age(first) >= 4:
            story.tell("attendance_recorded", at_work(last + 3 * DAY), [child], by=lead, **data)


def early_help(story: Story, months: float, *, over: bool = False) -> None:
    """A family hub worker brings together what the family wants help with."""
    start = story.back(round(months * 30))
    about = story.family.alive(start)
    if not about:
        return
    came = arrives(story, start, about, "early_help")
    if came is None:
        return
    known_to_services(story, start)
    worker = story.rng.choice(EARLY_HELP)
    begun = working(came.decided, 4)
    story.tell("worker_allocated", begun, about, by=worker, worker=worker, role="early_help_worker")
    plan = story.tell("plan_started", begun, about, by=worker, plan="early_help")
    end = working(begun, 75) if over else story.today
    for number, day in enumerate(story.every(begun, min(working(end, -3), story.today), 15, 4)):
        seen = [child.id for child in about]
        story.tell("visit_made", day, about, by=worker, kind="family_support", worker=worker, seen=seen, home=number % 3 != 2)
        if number % 2:
            story.hear(story.rng.choice(about), day, by=worker)
    if over and plan:
        reason = story.note("evidence", "plan", child=about[0])
        story.tell("plan_ended", end, about, by=worker, plan=plan, reason_=reason)
