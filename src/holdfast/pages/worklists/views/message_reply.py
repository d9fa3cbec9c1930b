"""Reading and answering a message. Opening it tells the others that somebody has."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse

from holdfast.access.permissions import Permission
from holdfast.access.web import page
from holdfast.actions.answer_message import answer_message
from holdfast.actions.mark_read import mark_read
from holdfast.engine.reference.entry_fields import value
from holdfast.pages.forms import GovForm
from holdfast.pages.worklists.forms import MessageReplyForm
from holdfast.pages.worklists.queries.received_message import message_about, received_message
from holdfast.pages.worklists.views.about_child import AboutAChild
from holdfast.record.read import world_of
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.front_door import sender


@page(permission=Permission.ANSWER_ALERT, child="child_id")
class MessageReply(AboutAChild):
    """Read a message and answer it."""

    form_class, button, draft_title = MessageReplyForm, "Send the reply", "Answer a message"
    template_name = "worklists/message.html"

    @property
    def message(self) -> Entry:
        """The message at this address."""
        # One sentence for "no such message" and "not about this child": which of the two would itself tell something.
        found = message_about(str(self.kwargs["message_id"]), self.child)
        if found is None:
            raise Http404("There is no such message about this child.")
        return found

    @property
    def title(self) -> str:  # type: ignore[override]
        names = world_of((), (), self.request.moment).names
        return f"Message from {sender(names, value(self.message, 'from'))}"

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        mark_read(at=self.request.at, by=self.request.user, child=self.child, matter=self.kwargs["message_id"])
        return super().get(request, *args, **kwargs)

    def context(self, form: GovForm) -> dict[str, Any]:
        found = received_message(self.message)
        return {
            "message": {
                "text": value(found.entry, "text"),
                "at": found.entry.recorded_at,
                "harm": bool(value(found.entry, "possible_serious_harm")),
                "for": found.meant_for,
            },
            "answered_at": found.answered_at,
            "can_write": found.writer is not None,
        }

    def done(self, form: GovForm) -> str:
        if self.request.user.worker is None:
            raise Http404("Only somebody who works here can answer.")
        answer_message(
            at=self.request.at,
            by=self.request.user,
            child=self.child,
            message=self.message,
            words=form.cleaned_data["text"],
            id=UUID(self.send_id),
        )
        messages.success(self.request, "Your reply is sent, and the message counts as answered.")
        return reverse("worklists:home")
