"""The people who help: one hands over to another, one goes on leave, and somebody rings and is rung back."""

from datetime import date, timedelta
from random import Random

from bench.ordinary.growing import often
from holdfast.demo.days import DAY, at_work, moment, working
from holdfast.demo.staff import TEAMS
from holdfast.demo.story import Story


def come_and_go(story: Story, rng: Random, months: float) -> None:
    """Handover, leave and messages, from a while after the social worker came."""
    begins = story.back(round(months * 30) - 30) if months > 3 else story.back(40)
    ended = [entry for entry in story.entries if entry.type == "worker_ended"]
    until = ended[0].happened.first if ended else story.today
    for day in often(rng, begins, until - 30 * DAY, 1.5):
        _leave(story, rng, at_work(day))
    for day in often(rng, begins, until, 1.5):
        _message(story, rng, at_work(day))
    if rng.random() < 0.35 and (until - begins).days > 150:
        _handover(story, rng, at_work(begins + timedelta(days=rng.randrange(60, (until - begins).days - 60))))


def _handover(story: Story, rng: Random, day: date) -> None:
    """A social worker leaves for another post; the next is introduced by the first, and named the same day."""
    old, about = story.lead or "", story.family.alive(day)
    team = TEAMS[story.manager or ""] if story.manager in TEAMS else ()
    new = next((each for each in team if each != old), None)
    if new is None or not about:
        return
    last = working(day, 10).isoformat()
    story.tell("worker_leaving", working(day, -10), about, by=story.manager, worker=old, last_day=last)
    story.tell("handover_completed", day, about, by=old, from_=old, to=new, family_told=True)
    story.tell("worker_ended", day, about, by=story.manager, worker=old, reason_="another post")
    story.tell("worker_allocated", day, about, by=story.manager, worker=new, role="lead_social_worker")
    story.tell("partners_told", working(day, 1), about, by=new, about_="new worker")


def _leave(story: Story, rng: Random, day: date) -> None:
    """A fortnight's leave, with a colleague named who knows the family."""
    lead, about = story.lead or "", story.family.alive(day)
    team = TEAMS.get(story.manager or "", ())
    cover = next((each for each in reversed(team) if each != lead), None)
    if cover is None:
        return
    back = working(day, 10)
    story.tell("absence_started", day, [], by=story.manager, worker=lead, expected_until=back.isoformat())
    story.tell("cover_named", day, about, by=story.manager, for_=lead, cover=cover)
    story.tell("absence_ended", back, [], by=story.manager, worker=lead)


def _message(story: Story, rng: Random, day: date) -> None:
    """School or the health visitor rings about something small, and is rung back the same or the next day."""
    about = story.family.alive(day)[:1]
    sender = (story.school_lead(about[0], day) or story.health_visitor) if about else None
    if sender is None or day >= story.today:
        return
    came = moment(day, rng, 9, 15)
    text = "Could you ring me about the trip next week? Nothing urgent."
    data = {"for_": story.lead, "from_": story.sender(sender), "text": text, "possible_serious_harm": False}
    message = story.tell("message_received", came, about, by="linda.moss", recorded=came, **data)
    later = came + timedelta(hours=2) if rng.random() < 0.7 else moment(working(day, 1), rng, 9, 12)
    cover = _cover(story, day)
    if message is not None and cover is not None:
        then = came + timedelta(minutes=4)
        story.tell("message_rerouted", then, about, recorded=then, message=message, to=[cover, story.manager])
    if message is not None:
        story.tell("message_answered", later, about, by=cover or story.lead, message=message)


def _cover(story: Story, day: date) -> str | None:
    """Who covers on that day, if the worker is away."""
    away = [entry for entry in story.entries if entry.type in ("cover_named", "absence_ended") and entry.happened.first <= day]
    last = max(away, key=lambda entry: entry.happened.first, default=None)
    return str(getattr(last.data, "cover", "")) or None if last is not None else None
