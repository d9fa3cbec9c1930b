"""Today, and the lists behind its numbers."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from holdfast.access.decide import described, may
from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.duty.rota import staffing_roster
from holdfast.engine.responsibility.roster import Roster
from holdfast.pages.contacts.queries.decidable import may_decide
from holdfast.pages.unsent import unsent_for
from holdfast.pages.worklists.presenters.front_door_summary import front_door_summary
from holdfast.pages.worklists.presenters.own_children import own_children
from holdfast.pages.worklists.presenters.partnership_page import partnership_page, raised_alerts
from holdfast.pages.worklists.presenters.team_page import TeamPage, member_page, team_page
from holdfast.pages.worklists.presenters.worker_day import SECTIONS, SHOWN, SHOWN_TO_MANAGERS, day_of
from holdfast.pages.worklists.queries.front_door_queue import front_door_queue
from holdfast.pages.worklists.queries.partnership_alerts import alerts_of, partnership_alerts
from holdfast.pages.worklists.queries.team_work import member_work, team_work
from holdfast.pages.worklists.queries.waiting_work import waiting_work
from holdfast.pages.worklists.queries.worker_children import worker_children
from holdfast.record.models import Worker
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS

FRONT_DOOR = ("duty_social_worker",)
DIRECTORS = ("director_of_childrens_services", "service_manager")


@page(permission=Permission.SEE_TODAY)
def home(request: PageRequest) -> HttpResponse:
    """What I must do, by what happens to a child if it waits; for those who manage, their team or the whole partnership."""
    if request.in_the_past:  # what waits for somebody is always as it stands now
        messages.info(request, "What waits for you is always shown as it stands now.")
        return redirect("worklists:home")
    worker, at = request.user.worker, request.at
    if worker is None:
        raise Http404("Today belongs to somebody who works here.")
    # Who is at work is worked out once for the page. Each part asks it many times, and it is read from every absence there is.
    asked, now = request.GET.get("all", ""), staffing_roster(at)
    sees_team = may(request.user, Permission.SEE_TEAM, None, request.moment).allowed
    directs = sees_team and described(request.user).id in DIRECTORS
    # A manager reads this standing up: the team's figures have to fit above the fold with their own list.
    shown = SHOWN_TO_MANAGERS if sees_team else SHOWN
    children = worker_children(worker.pk, now)
    at_the_door = described(request.user).id in FRONT_DOOR
    context = {
        "day": day_of(
            waiting_work(worker.pk, now),
            whole=asked if asked in dict(SECTIONS) else "",
            shown=shown,
            role=described(request.user),
            decides=lambda concern: may_decide(request.user, concern, at),
        ),
        "own": own_children(children) if children is not None else None,
        "door": front_door_summary(front_door_queue(worker.pk, at), worker.pk) if at_the_door else None,
        "team": _team_of(worker, now) if sees_team and not directs else None,
        "all_of": asked,
        "partnership": partnership_page(partnership_alerts(at)) if directs else None,
        "unsent": unsent_for(request.user, at),
        "may_cover": may(request.user, Permission.ARRANGE_COVER, None, request.moment).allowed,
    }
    return render(request, "worklists/home.html", context)


def _team_of(manager: Worker, now: Roster) -> TeamPage | None:
    work = team_work(manager, now)
    return team_page(work) if work is not None else None


LISTS = {
    "overdue": ("Overdue in the team", "overdue", "Nothing is overdue for any child of the team."),
    "week": ("Runs out in the next 7 days", "", "Nothing runs out for the team in the next 7 days."),
    "worrying": ("Worrying patterns that nobody has answered", "soon", "Nothing in the record adds up to one."),
    "unopened": ("Nobody has opened", "overdue", "Everything that came in for the team has been opened by somebody."),
}


@page(permission=Permission.SEE_TEAM)
def team_list(request: PageRequest, which: str) -> HttpResponse:
    """The list behind one number of the team, made from the same question as the number."""
    manager = request.user.worker
    team = _team_of(manager, staffing_roster(request.at)) if manager else None
    if team is None or which not in LISTS:
        raise Http404("There is no such list of a team of yours.")
    title, style, empty = LISTS[which]
    context = {"title": title, "lines": team.list(which), "style": style, "empty": empty, "at": request.at}
    return render(request, "worklists/list.html", context)


@page(permission=Permission.SEE_TEAM)
def worker(request: PageRequest, worker_id: str) -> HttpResponse:
    """One worker of the manager's own team: their children and what is overdue for them."""
    found = Worker.objects.filter(pk=worker_id).first()
    manager = request.user.worker
    now = staffing_roster(request.at)
    if found is None or manager is None or manager.pk not in now.managers(found.pk):
        raise Http404("Nobody of your team has this address.")
    context = {
        "worker": found,
        "theirs": member_page(member_work(found, manager, now)),
        "away": now.away(found.pk),
        "at": request.at,
    }
    return render(request, "worklists/worker.html", context)


@page(permission=Permission.SEE_TEAM)
def rule(request: PageRequest, rule: str) -> HttpResponse:
    """The list behind one number of the partnership's page."""
    found = SIGNALS.get(rule) or STANDARDS.get(rule)
    if found is None or described(request.user).id not in DIRECTORS:
        raise Http404("There is no such list.")
    unanswered = request.GET.get("unanswered") == "yes"
    rows = raised_alerts(*alerts_of(rule, request.at, unanswered=unanswered))
    return render(request, "worklists/rule.html", {"rule": found, "rows": rows, "unanswered": unanswered, "at": request.at})
