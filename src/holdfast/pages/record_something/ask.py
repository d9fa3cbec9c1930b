"""The page that asks, shows what was said, and saves it. Nothing typed is lost on the way, whatever happens."""

from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views import View

from holdfast.access.web import PageRequest
from holdfast.pages import drafts
from holdfast.pages.models import Draft
from holdfast.pages.record_something.asking.plain import TextQuestion
from holdfast.pages.record_something.asking.sent import Boxes, Sent
from holdfast.pages.record_something.form import Answers, EntryForm
from holdfast.pages.record_something.meaning import in_full
from holdfast.pages.record_something.recording import record
from holdfast.record.models import EntryEnvelope
from holdfast.record.models.person_facts import new_id
from holdfast.vocabulary.faults import Refused

NOT_CARRIED = ("csrfmiddlewaretoken", "press", "focus", "send_id", "draft_key", "draft_owner", "draft_title")
NOT_IN_THE_PAST = (
    "You are looking at the record as it stood in the past, and nothing can be recorded there. Go back to today first."
)


@dataclass(frozen=True)
class Row:
    """One question and its answer, on the page where answers are checked."""

    label: str
    lines: list[str]
    target: str
    words: bool
    unsaid: bool


class Ask(View):
    """Subclass it, declare the page, and say which form it is. ``press`` is the button: ``check``, ``save``, ``change``,
    ``add:<list>``, ``remove:<row>``."""

    request: PageRequest
    form: EntryForm
    button = "Check what you have said"

    def prepare(self) -> HttpResponse | None:
        """Set ``form``, or answer at once: refused, or elsewhere."""
        raise NotImplementedError

    def start(self) -> Boxes:
        """The boxes as the page opens."""
        raise NotImplementedError

    @property
    def title(self) -> str:
        """The heading."""
        return self.form.described.title

    @property
    def back(self) -> str:
        """Where "Back" goes."""
        raise NotImplementedError

    @property
    def corrects(self) -> str | None:
        """The entry this one puts right."""
        return self.form.correcting.id if self.form.correcting else None

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The questions, as they were left if they were begun before."""
        if (answer := self._ready()) is not None:
            return answer
        drafts.take_back(request, self.request.user, at=self.request.at)
        draft = drafts.find(self.request.user, request.path)
        sent = Sent(drafts.as_query(draft)) if draft is not None else Sent(self.start())
        return self._asks(sent, draft=draft)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The answers, or a button on the way to them."""
        if (answer := self._ready()) is not None:
            return answer
        sent, press = Sent(request.POST), request.POST.get("press", "check")
        if press == "change" or self.form.press(sent, press):
            return self._asks(sent)
        answers = self.form.read(sent)
        if answers is not None and press == "save":
            return self._save(sent, answers)
        return self._checks(sent, answers) if answers is not None else self._asks(sent, status=422)

    def when_signed_out(self, request: HttpRequest) -> None:
        """Sent after the time ran out: held until the same person has signed in again."""
        drafts.hold(request)

    def _ready(self) -> HttpResponse | None:
        if self.request.in_the_past:
            return render(self.request, "holdfast/cannot_show.html", {"why": NOT_IN_THE_PAST}, status=400)
        return self.prepare()

    def _save(self, sent: Sent, answers: Answers) -> HttpResponse:
        try:
            entry = record(at=self.request.at, actor=self.request.user, id=_id(sent), answers=answers, corrects=self.corrects)
        except Refused as refusal:
            if any(fault.path == "$.id" for fault in refusal.faults) and EntryEnvelope.objects.filter(pk=_id(sent)).exists():
                return self._saved_before(sent)
            sent.refuse(refusal.faults)
            return self._asks(sent, status=422)
        drafts.discard(self.request.user, self.request.path)
        return redirect("entry:saved", entry.id)

    def _saved_before(self, sent: Sent) -> HttpResponse:
        """The form was sent, changed with the browser's back button, and sent again: another entry, or a correction?"""
        sent.wrong_at_the_top(
            "You have recorded this already, and what you now say is different. If it was wrong, open the entry and record a "
            "correction. If this is another thing that happened, choose “Check what you have said” again and save it."
        )
        saved = _id(sent)
        sent.boxes["send_id"] = [str(new_id())]
        return self._asks(sent, status=422, saved_before=reverse("entry:page", args=[saved]))

    def _asks(self, sent: Sent, *, draft: Draft | None = None, status: int = 200, **more: Any) -> HttpResponse:
        if self.request.method == "POST":
            draft_problem = self._keep(sent)
            more = {**more, "draft_problem": draft_problem}
        # Drawn before the summary is made, and after everything that can be wrong is known.
        fields = [question.draw(sent) for question in self.form.questions]
        context = {
            **self._around(sent),
            "fields": fields,
            "errors": sent.problems,
            "draft": draft,
            "error_in_title": bool(sent.problems),
            "meaning": in_full(self.form.described),
            "button": self.button,
            **more,
        }
        return render(cast(HttpRequest, self.request), "record_something/form.html", context, status=status)

    def _checks(self, sent: Sent, answers: Answers) -> HttpResponse:
        self._keep(sent)
        names = self.form.circle.names
        about = [names.person(person) for person in answers.about]
        context = {
            **self._around(sent),
            "sentence": answers.data.sentence(names),
            "happened": answers.happened,
            "about": about,
            "rows": self._rows(answers),
            "warnings": self.form.warnings(answers),
            "carried": [(name, value) for name, values in sent.boxes.items() for value in values if name not in NOT_CARRIED],
        }
        return render(cast(HttpRequest, self.request), "record_something/check.html", context)

    def _rows(self, answers: Answers) -> list[Row]:
        written = answers.data.written()
        values = {f"data-{name}": value for name, value in written.items()}
        values |= {"happened": answers.happened.to_json(), "about": list(answers.about)}
        values |= {"source": answers.source, "reason": answers.reason}
        return [
            Row(
                label=question.label,
                lines=question.told(values.get(question.name), self.form.circle.names),
                target=question.target,
                words=isinstance(question, TextQuestion) and question.kind == "words",
                unsaid=values.get(question.name) is None,
            )
            for question in self.form.questions
        ]

    def _around(self, sent: Sent) -> dict[str, Any]:
        names, child = self.form.circle.names, self.form.circle.child
        return {
            "title": self.title,
            "child_name": names.person(child) if child else "",
            "back": self.back,
            "correcting": self.form.correcting,
            "draft_key": self.request.path,
            "draft_owner": drafts.owner_mark(self.request.user),
            "draft_title": self.title,
            "send_id": _id(sent),
        }

    def _keep(self, sent: Sent) -> str:
        boxes = {name: values for name, values in sent.boxes.items() if name not in ("press", "focus")}
        try:
            drafts.save(self.request.user, self.request.path, boxes, at=self.request.at, title=self.title)
        except drafts.DraftTooLong as refusal:
            return str(refusal)
        return ""


def _id(sent: Sent) -> str:
    """The id this filling-in of the form has had since it was opened, so that sending it twice records once."""
    try:
        found = str(UUID(sent.text("send_id")))
    except ValueError:
        found = str(new_id())
    sent.boxes["send_id"] = [found]
    return found
