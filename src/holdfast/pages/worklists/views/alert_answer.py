"""Answering an alert in words. Nothing here puts anything aside."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse

from holdfast.access.decide import described, may
from holdfast.access.entry_readers import Reader, opens
from holdfast.access.permissions import Permission
from holdfast.access.web import page
from holdfast.actions.answer_alert import answer_alert
from holdfast.actions.mark_read import mark_read
from holdfast.duty.alerts import CONSEQUENCES, consequence
from holdfast.duty.kept_items import is_kept_from
from holdfast.duty.withheld import ShownPart, shown_part
from holdfast.pages.entries.links import entry_url
from holdfast.pages.forms import GovForm
from holdfast.pages.worklists.forms import AlertAnswerForm
from holdfast.pages.worklists.presenters.next_step import step_for
from holdfast.pages.worklists.queries.raised_alert import AlertEvidence, alert_evidence
from holdfast.pages.worklists.views.about_child import AboutAChild
from holdfast.record.models import Alert
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.vocabulary.contact_reference import reference
from holdfast.vocabulary.entry import Entry


@page(permission=Permission.READ_ALERT, child="child_id", matter="alert_id")
class AlertAnswer(AboutAChild):
    """Read an alert, and answer it in words. Who may answer: whoever it was put to, and those who manage the child's worker."""

    form_class, button, draft_title = AlertAnswerForm, "Record the answer", "Answer an alert"
    template_name = "worklists/answer.html"

    @property
    def alert(self) -> Alert:
        """The alert at this address."""
        if not hasattr(self, "_alert"):
            self._alert = Alert.objects.filter(pk=self.kwargs["alert_id"], child=self.child).first()
        if self._alert is None or is_kept_from(self._alert, self.request.user.worker, self.request.at):
            raise Http404("There is no such alert about this child. What raised it may have been put right.")
        return self._alert

    @property
    def found(self) -> AlertEvidence:
        """What is known of it."""
        if not hasattr(self, "_found"):
            self._found = alert_evidence(self.alert, self.request.moment)
        return self._found

    @property
    def part(self) -> ShownPart:
        """What of its evidence this reader may read."""
        if not hasattr(self, "_part"):
            self._part = shown_part(self.found.entries, Reader(self.request.user, self.request.moment, admitted=[self.child]))
        return self._part

    @property
    def title(self) -> str:  # type: ignore[override]
        if self.part.silent:
            return CONSEQUENCES[consequence(self.alert.rule_id)]
        return (SIGNALS.get(self.alert.rule_id) or STANDARDS[self.alert.rule_id]).title

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        # Opening it is what tells the others who were told that somebody has. It puts nothing aside; and looking at a day in the
        # past opens nothing.
        if not self.request.in_the_past:
            mark_read(at=self.request.at, by=self.request.user, matter=self.alert.pk)
        return super().get(request, *args, **kwargs)

    def context(self, form: GovForm) -> dict[str, Any]:
        alert, part, found = self.alert, self.part, self.found
        signal = None if part.silent else SIGNALS.get(alert.rule_id)
        # An entry's page is opened by a tie to the child; to somebody who has only this alert the link would be a refusal.
        reader = Reader(self.request.user, self.request.moment)
        return {
            "alert": alert,
            "reference": reference(str(alert.pk)),
            "why": alert.why if part.whole else "",
            "not_for_you": part.not_for_you,
            "asks": signal.asks if signal else "",
            "within": signal.answer_within if signal else "",
            "evidence": [self._evidence(each, reader) for each in part.entries],
            "action": self._step(),
            # Asked for the page as well as by the command: a form that will be refused is not shown.
            "entitled": alert.ended_at is None and not self.request.in_the_past and self._may_answer(),
            "answered": found.answer,
            "told": found.told,
        }

    def _evidence(self, entry: Entry, reader: Reader) -> dict[str, str]:
        url = entry_url(entry.id) if opens(entry, reader) else ""
        return {"when": entry.happened.in_words(), "says": entry.data.sentence(self.found.names), "url": url}

    def _may_answer(self) -> bool:
        matter = str(self.alert.pk)
        return may(self.request.user, Permission.ANSWER_ALERT, self.child, self.request.moment, matter=matter).allowed

    def _step(self) -> Any:
        records = described(self.request.user).ties(Permission.RECORD)
        return None if self.part.silent or not records else step_for(self.alert.rule_id, self.child, self.found.trigger)

    def done(self, form: GovForm) -> str:
        if self.request.user.worker is None:
            raise Http404("Only somebody who works here can answer.")
        words = form.cleaned_data["answer"]
        answer_alert(at=self.request.at, by=self.request.user, alert=self.alert, words=words, id=self.send_id)
        messages.success(self.request, "Your answer is on the child’s record. It stays in view until it is no longer so.")
        return self.back
