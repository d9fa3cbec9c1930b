"""The page that asks, shows what was said, and saves it. Nothing typed is lost on the way, whatever happens."""

from typing import Any, cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views import View

from holdfast.access.web import PageRequest
from holdfast.actions.correct_entry import correct_entry
from holdfast.actions.record_entry import EntryAnswers, record_entry
from holdfast.pages import drafts
from holdfast.pages.entries.forms.entry_form import EntryForm
from holdfast.pages.entries.forms.submission import Boxes, Submission
from holdfast.pages.entries.presenters.checked_answers import checked_answers
from holdfast.pages.entries.presenters.type_help import in_full
from holdfast.pages.models import Draft
from holdfast.record.door_check import questions_about, still_open
from holdfast.record.models import EntryEnvelope
from holdfast.record.models.person_facts import new_id
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.faults import Refused

NOT_CARRIED = ("csrfmiddlewaretoken", "press", "focus", "send_id", "draft_key", "draft_owner", "draft_title")
NOT_IN_THE_PAST = (
    "You are looking at the record as it stood in the past, and nothing can be recorded there. Go back to today first."
)


class EntryFormView(View):
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

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The questions, as they were left if they were begun before."""
        if (answer := self._ready()) is not None:
            return answer
        # What was sent after the time ran out waits in the session. It becomes a draft only now that the same person is known
        # again.
        drafts.take_back(request, self.request.user, at=self.request.at)
        draft = drafts.find(self.request.user, request.path)
        sent = Submission(drafts.as_query(draft)) if draft is not None else Submission(self.start())
        return self._asks(sent, draft=draft)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The answers, or a button on the way to them."""
        if (answer := self._ready()) is not None:
            return answer
        sent, press = Submission(request.POST), request.POST.get("press", "check")
        # Nothing is checked while somebody is still filling it in. To be told of a missing answer for adding a row is to be
        # scolded for going on.
        if press == "change" or self.form.press(sent, press):
            return self._asks(sent)
        answers = self.form.read(sent)
        if answers is not None and self._doubts(sent, answers):
            return self._asks(sent, status=422)
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

    def _doubts(self, sent: Submission, answers: EntryAnswers) -> bool:
        """Whether something about the order of things has still to be answered, said beside the question it is about."""
        wrong = self.form.correcting
        draft = answers.draft(_id(sent), self.request.at, wrong.id if wrong is not None else None)
        faults = still_open(questions_about(draft, self.request.at), answers.because)
        # What was saved before under this id is there already, and is asked about by the record itself.
        if not faults or EntryEnvelope.objects.filter(pk=_id(sent)).exists():
            return False
        self.form.doubted = True
        sent.refuse(faults)
        return True

    def _save(self, sent: Submission, answers: EntryAnswers) -> HttpResponse:
        try:
            entry = self._record(answers, _id(sent))
        except Refused as refusal:
            # Two things are said of an id: that it is no id, and that it is taken. Only the second means that it was saved
            # before.
            if any(fault.path == "$.id" for fault in refusal.faults) and EntryEnvelope.objects.filter(pk=_id(sent)).exists():
                return self._saved_before(sent)
            sent.refuse(refusal.faults)
            return self._asks(sent, status=422)
        # After it is recorded, not before: if the record refuses, what was typed is all there is.
        drafts.discard(self.request.user, self.request.path)
        return redirect("entries:saved", entry.id)

    def _record(self, answers: EntryAnswers, id: str) -> Entry:
        at, by, wrong = self.request.at, self.request.user, self.form.correcting
        if wrong is not None:
            return correct_entry(at=at, by=by, id=id, entry=wrong, answers=answers)
        return record_entry(at=at, by=by, id=id, answers=answers)

    def _saved_before(self, sent: Submission) -> HttpResponse:
        """The form was sent, changed with the browser's back button, and sent again: another entry, or a correction?"""
        sent.wrong_at_the_top(
            "You have recorded this already, and what you now say is different. If it was wrong, open the entry and record a "
            "correction. If this is another thing that happened, choose “Check what you have said” again and save it."
        )
        saved = _id(sent)
        # From here on it is another entry. Under the old id the record would refuse it however often the button is pressed.
        sent.boxes["send_id"] = [str(new_id())]
        return self._asks(sent, status=422, saved_before=reverse("entries:entry", args=[saved]))

    def _asks(self, sent: Submission, *, draft: Draft | None = None, status: int = 200, **more: Any) -> HttpResponse:
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
        return render(cast(HttpRequest, self.request), "entries/form.html", context, status=status)

    def _checks(self, sent: Submission, answers: EntryAnswers) -> HttpResponse:
        # Kept on the way to being checked as well. Many are called away with the answers on the screen.
        self._keep(sent)
        names = self.form.references.names
        about = [names.person(person) for person in answers.about]
        context = {
            **self._around(sent),
            "sentence": answers.data.sentence(names),
            "happened": answers.happened,
            "about": about,
            "rows": checked_answers(self.form, answers),
            "warnings": self.form.warnings(answers),
            "carried": [(name, value) for name, values in sent.boxes.items() for value in values if name not in NOT_CARRIED],
        }
        return render(cast(HttpRequest, self.request), "entries/check.html", context)

    def _around(self, sent: Submission) -> dict[str, Any]:
        names, child = self.form.references.names, self.form.references.child
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

    def _keep(self, sent: Submission) -> str:
        boxes = {name: values for name, values in sent.boxes.items() if name not in ("press", "focus")}
        try:
            drafts.save(self.request.user, self.request.path, boxes, at=self.request.at, title=self.title)
        except drafts.DraftTooLong as refusal:
            return str(refusal)
        return ""


def _id(sent: Submission) -> str:
    """The id this filling-in of the form has had since it was opened, so that sending it twice records once."""
    # A box that is missing or was tampered with gets a new id: the id only has to be the same for the same filling-in.
    try:
        found = str(UUID(sent.text("send_id")))
    except ValueError:
        found = str(new_id())
    sent.boxes["send_id"] = [found]
    return found
