"""Answering an alert in words, and reading and answering a message. Nothing here puts anything aside."""

from typing import Any
from uuid import UUID, uuid5

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.urls import reverse

from holdfast.access.permissions import Permission
from holdfast.access.web import page
from holdfast.duty.alerts import answer, entitled
from holdfast.duty.contact_routing import receive_message
from holdfast.duty.models import Delivery
from holdfast.duty.outbox import read
from holdfast.duty.rota import roster
from holdfast.engine.reference.fields import row_value, value
from holdfast.kernel.when import When
from holdfast.pages.concern.forms import Told
from holdfast.pages.concern.thread import child_name
from holdfast.pages.forms import FormPage, GovForm
from holdfast.pages.record_something.links import entry_url
from holdfast.pages.today.links import action_for, triggers
from holdfast.record.ledger.append import append
from holdfast.record.models import Alert, EntryEnvelope, Worker
from holdfast.record.read import entries_by_id, entry_by_id, people, world_of
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.front_door import sender


class AnswerForm(GovForm):
    """Words. There is no other way to answer."""

    answer = Told(
        label="What did you decide or do about it, and why?",
        help_text="Your answer stays on the child’s record, with your name and the time, for everyone who works with the child.",
        rows=6,
        required=True,
        error_messages={"required": "Say what you decided or did about it, and why"},
    )
    look = {"answer": {"strong": True}}


class AboutAChild(FormPage):
    """A page of Today about one child."""

    @property
    def back(self) -> str:  # type: ignore[override]
        return reverse("today:home")

    @property
    def child(self) -> str:
        """The child's id."""
        return str(self.kwargs["child_id"])

    @property
    def name(self) -> str:
        """The child's name."""
        return child_name(people([self.child], self.request.moment)[self.child])

    @property
    def caption(self) -> str:  # type: ignore[override]
        return self.name


@page(permission=Permission.ANSWER_ALERT, child="child_id")
class Answer(AboutAChild):
    """Answer an alert in words. Who may: whoever it was put to, and those who manage the child's worker."""

    form_class, button, draft_title = AnswerForm, "Record the answer", "Answer an alert"
    template_name = "today/answer.html"

    @property
    def alert(self) -> Alert:
        """The alert at this address."""
        found = Alert.objects.filter(pk=self.kwargs["alert_id"], child=self.child).first()
        if found is None:
            raise Http404("There is no such alert about this child. What raised it may have been put right.")
        return found

    @property
    def title(self) -> str:  # type: ignore[override]
        return (SIGNALS.get(self.alert.rule_id) or STANDARDS[self.alert.rule_id]).title

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.request.user.worker is not None:
            read(at=self.request.at, by=self.request.user.worker.pk, matter=self.alert.pk)
        return super().get(request, *args, **kwargs)

    def context(self, form: GovForm) -> dict[str, Any]:
        alert, worker, at = self.alert, self.request.user.worker, self.request.at
        signal = SIGNALS.get(alert.rule_id)
        rows = entries_by_id(str(id) for id in alert.evidence)
        names = world_of(alert.about, list(rows.values()), self.request.moment).names
        said = entry_by_id(alert.answered_by) if alert.answered_by else None
        trigger = triggers([alert.trigger]).get(alert.trigger) if alert.trigger else None
        told = Delivery.objects.filter(matter=alert.pk, worker__isnull=False).select_related("worker").order_by("told_at")
        return {
            "alert": alert,
            "asks": signal.asks if signal else "",
            "within": signal.answer_within if signal else "",
            "evidence": [
                {"when": each.happened.in_words(), "says": each.data.sentence(names), "url": entry_url(each.id)}
                for each in sorted(rows.values(), key=lambda each: each.happened.start)
            ],
            "action": action_for(alert.rule_id, self.child, trigger),
            "entitled": bool(worker and entitled(worker, alert, roster(self.child, at))) and alert.ended_at is None,
            "answered": value(said, "answer") if said else "",
            "told": list(dict.fromkeys(row.worker.name for row in told if row.worker)),
        }

    def done(self, form: GovForm) -> str:
        worker = self.request.user.worker
        if worker is None:
            raise Http404("Only somebody who works here can answer.")
        answer(at=self.request.at, by=worker, alert=self.alert, words=form.cleaned_data["answer"], id=self.send_id)
        messages.success(self.request, "Your answer is on the child’s record. It stays in view until it is no longer so.")
        return reverse("today:home")


class MessageForm(GovForm):
    """What somebody writes back."""

    text = Told(
        label="Your reply",
        rows=5,
        required=True,
        error_messages={"required": "Write your reply"},
        help_text="Whoever wrote to you sees it. It stays on the child’s record.",
    )
    look = {"text": {"strong": True}}


@page(permission=Permission.ANSWER_ALERT, child="child_id")
class Message(AboutAChild):
    """Read a message and answer it. Opening it tells the others that somebody has."""

    form_class, button, draft_title = MessageForm, "Send the reply", "Answer a message"
    template_name = "today/message.html"

    @property
    def message(self) -> Entry:
        """The message at this address."""
        try:
            found = entry_by_id(str(self.kwargs["message_id"]))
        except EntryEnvelope.DoesNotExist as error:
            raise Http404("There is no such message.") from error
        if found.type not in ("message_received", "contact_received") or self.child not in found.about:
            raise Http404("There is no such message about this child.")
        return found

    @property
    def title(self) -> str:  # type: ignore[override]
        names = world_of((), (), self.request.moment).names
        return f"Message from {sender(names, value(self.message, 'from'))}"

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.request.user.worker is not None:
            read(at=self.request.at, by=self.request.user.worker.pk, matter=self.kwargs["message_id"])
        return super().get(request, *args, **kwargs)

    def context(self, form: GovForm) -> dict[str, Any]:
        entry = self.message
        answers = EntryEnvelope.objects.filter(type="message_answered", body__data__message=entry.id)
        answered = answers.order_by("sequence").first()
        return {
            "message": {
                "text": value(entry, "text"),
                "at": entry.recorded_at,
                "harm": bool(value(entry, "possible_serious_harm")),
                "for": Worker.objects.filter(pk=value(entry, "for")).first(),
            },
            "answered_at": answered.recorded_at if answered else None,
            "can_write": self.writer is not None,
        }

    @property
    def writer(self) -> Worker | None:
        """Who wrote it, where they can be written to here."""
        sent = value(self.message, "from")
        return Worker.objects.filter(pk=sent if isinstance(sent, str) else row_value(sent, "worker")).first()

    @transaction.atomic
    def done(self, form: GovForm) -> str:
        at, by, entry = self.request.at, self.request.user.worker, self.message
        if by is None:
            raise Http404("Only somebody who works here can answer.")
        id = UUID(self.send_id)
        if self.writer is not None and self.writer.pk != by.pk:
            own = {"name": by.name, "role": by.role or "professional", "worker": by.pk}
            data = {"for": self.writer.pk, "from": own, "text": form.cleaned_data["text"]}
            receive_message(at=at, by=by, happened=When.at(at), about=entry.about, data=data, id=id)
        append(
            at=at,
            by=by,
            type="message_answered",
            happened=When.at(at),
            about=entry.about,
            data={"message": entry.id},
            id=uuid5(id, "answered"),
        )
        messages.success(self.request, "Your reply is sent, and the message counts as answered.")
        return reverse("today:home")
