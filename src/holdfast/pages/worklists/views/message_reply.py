"""Reading and answering a message. Opening it tells the others that somebody has."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse

from holdfast.access.decide import may
from holdfast.access.permissions import Permission
from holdfast.access.web import page
from holdfast.actions.answer_message import answer_message
from holdfast.actions.mark_read import mark_read
from holdfast.engine.reference.entry_fields import value
from holdfast.pages.child_names import child_name, listed
from holdfast.pages.forms import FormPage, GovForm
from holdfast.pages.navigation import home_for
from holdfast.pages.worklists.forms import MessageReplyForm
from holdfast.pages.worklists.queries.line_facts import concern_of
from holdfast.pages.worklists.queries.received_message import message_of, received_message
from holdfast.record.read import people, world_of
from holdfast.vocabulary.contact_reference import reference
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.front_door import sender


# By the message and not by a child: some are about a child whom nobody has found in the record yet.
@page(permission=Permission.READ_MESSAGE, entry="message_id")
class MessageReply(FormPage):
    """Read a message and answer it."""

    form_class, button, draft_title = MessageReplyForm, "Send the reply", "Answer a message"
    template_name = "worklists/message.html"

    @property
    def message(self) -> Entry:
        """The message at this address."""
        found = message_of(str(self.kwargs["message_id"]))
        if found is None:
            raise Http404("There is no such message.")
        return found

    @property
    def title(self) -> str:  # type: ignore[override]
        names = world_of((), (), self.request.moment).names
        return f"Message from {sender(names, value(self.message, 'from'))}"

    @property
    def caption(self) -> str:  # type: ignore[override]
        about = self.message.about
        persons = people(about, self.request.moment)
        return listed([child_name(persons[id]) for id in about]) if about else "No child named"

    @property
    def back(self) -> str:  # type: ignore[override]
        return home_for(self.request.user, self.request.moment)

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.request.in_the_past:
            mark_read(at=self.request.at, by=self.request.user, matter=self.kwargs["message_id"])
        return super().get(request, *args, **kwargs)

    def context(self, form: GovForm) -> dict[str, Any]:
        found = received_message(self.message, self.request.moment)
        return {
            "message": {
                "text": value(found.entry, "text"),
                "at": found.entry.recorded_at,
                "harm": bool(value(found.entry, "possible_serious_harm")),
                "for": found.meant_for,
            },
            "reference": reference(found.entry.id),
            "concern": self._concern(found.entry),
            "answered_at": found.answered_at,
            "can_write": found.writer is not None and not self.request.in_the_past,
        }

    def _concern(self, message: Entry) -> str:
        """Where the concern that it is about opens for this reader; nothing where it is about none or is not theirs."""
        concern = concern_of(message)
        if concern is None:
            return ""
        ways = {Permission.READ_CONCERN: "contacts:one", Permission.SEE_OWN_CONCERN: "contacts:followed"}
        reads = (way for way in ways if may(self.request.user, way, None, self.request.moment, entry=concern))
        way = next(reads, None)
        return reverse(ways[way], args=[concern]) if way is not None else ""

    def done(self, form: GovForm) -> str:
        if self.request.user.worker is None:
            raise Http404("Only somebody who works here can answer.")
        answer_message(
            at=self.request.at,
            by=self.request.user,
            message=self.message,
            words=form.cleaned_data["text"],
            id=UUID(self.send_id),
        )
        messages.success(self.request, "Your reply is sent, and the message counts as answered.")
        return self.back
