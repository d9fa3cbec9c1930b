"""Answering an alert in words. Nothing here puts anything aside."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse

from holdfast.access.permissions import Permission
from holdfast.access.web import page
from holdfast.actions.answer_alert import answer_alert
from holdfast.actions.mark_read import mark_read
from holdfast.duty.alerts import entitled
from holdfast.duty.kept_items import is_kept_from
from holdfast.duty.rota import roster
from holdfast.pages.entries.links import entry_url
from holdfast.pages.forms import GovForm
from holdfast.pages.worklists.forms import AlertAnswerForm
from holdfast.pages.worklists.presenters.next_step import step_for
from holdfast.pages.worklists.queries.raised_alert import alert_evidence
from holdfast.pages.worklists.views.about_child import AboutAChild
from holdfast.record.models import Alert
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS


@page(permission=Permission.ANSWER_ALERT, child="child_id")
class AlertAnswer(AboutAChild):
    """Answer an alert in words. Who may: whoever it was put to, and those who manage the child's worker."""

    form_class, button, draft_title = AlertAnswerForm, "Record the answer", "Answer an alert"
    template_name = "worklists/answer.html"

    @property
    def alert(self) -> Alert:
        """The alert at this address."""
        found = Alert.objects.filter(pk=self.kwargs["alert_id"], child=self.child).first()
        if found is None or is_kept_from(found, self.request.user.worker, self.request.at):
            raise Http404("There is no such alert about this child. What raised it may have been put right.")
        return found

    @property
    def title(self) -> str:  # type: ignore[override]
        return (SIGNALS.get(self.alert.rule_id) or STANDARDS[self.alert.rule_id]).title

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        # Opening it is what tells the others who were told that somebody has. It puts nothing aside.
        mark_read(at=self.request.at, by=self.request.user, child=self.child, matter=self.alert.pk)
        return super().get(request, *args, **kwargs)

    def context(self, form: GovForm) -> dict[str, Any]:
        alert, worker, at = self.alert, self.request.user.worker, self.request.at
        signal = SIGNALS.get(alert.rule_id)
        found = alert_evidence(alert, self.request.moment)
        return {
            "alert": alert,
            "asks": signal.asks if signal else "",
            "within": signal.answer_within if signal else "",
            "evidence": [
                {"when": each.happened.in_words(), "says": each.data.sentence(found.names), "url": entry_url(each.id)}
                for each in found.entries
            ],
            "action": step_for(alert.rule_id, self.child, found.trigger),
            # Asked for the page as well as by the command: a form that will be refused is not shown.
            "entitled": bool(worker and entitled(worker, alert, roster(self.child, at))) and alert.ended_at is None,
            "answered": found.answer,
            "told": found.told,
        }

    def done(self, form: GovForm) -> str:
        if self.request.user.worker is None:
            raise Http404("Only somebody who works here can answer.")
        words = form.cleaned_data["answer"]
        answer_alert(at=self.request.at, by=self.request.user, alert=self.alert, words=words, id=self.send_id)
        messages.success(self.request, "Your answer is on the child’s record. It stays in view until it is no longer so.")
        return reverse("worklists:home")
