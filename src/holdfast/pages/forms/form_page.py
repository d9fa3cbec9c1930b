"""The page around a form: asks, says what is wrong, loses nothing, and hands what was said to a command."""

from typing import Any, cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views import View

from holdfast.access.web import PageRequest
from holdfast.pages import drafts
from holdfast.pages.forms.first_answers import first_answer, note_answer
from holdfast.pages.forms.gov_form import GovForm
from holdfast.record.models.person_facts import new_id
from holdfast.vocabulary.faults import Fault, Refused


class FormPage(View):
    """Subclass it, put ``@page(permission=...)`` on the subclass, set ``form_class`` and ``title``, and write ``done``.

    ``done`` does the work and returns where to go next (an address, or a response). It may raise a ``Refused`` (as
    commands do): its faults are shown beside the fields that ``field_for`` names and nothing typed is lost.
    """

    form_class: type[GovForm] = GovForm
    template_name = "holdfast/form_page.html"
    title = ""
    caption = ""
    lead = ""
    button = "Save and continue"
    back = ""
    draft_title = ""
    keeps_draft = True
    request: PageRequest  # type: ignore[assignment]

    @property
    def send_id(self) -> str:
        """The id this sending has had since the page was opened: give it to the command as its ``id`` and a second press of
        the button, or a phone that tries again, records nothing twice."""
        try:
            return str(UUID(self.request.POST.get("send_id", "")))
        except ValueError:
            # Whatever somebody sent that is no id of ours gets a new one: a made-up id must not decide what an entry is called.
            return str(new_id())

    def first_answer(self) -> str | None:
        """Where the first press of this button led, if this is the second: what it did is done, and may be gone from the page."""
        return first_answer(self.request, self.send_id) if "send_id" in self.request.POST else None

    def done(self, form: GovForm) -> str | HttpResponse:
        """Do what was asked, at ``self.request.at``. Return where to go."""
        raise NotImplementedError

    def form_options(self) -> dict[str, Any]:
        """What else the form is made with, such as ``initial`` or ``at``."""
        return {"at": self.request.at}

    def field_for(self, path: str, form: GovForm) -> str | None:
        """The field a fault at ``path`` (``$.data.contact``) is shown beside; nothing for the top of the page."""
        # From the inside out: a fault in one row's date belongs to the date, and only without such a field to the whole list.
        for part in reversed(path.replace("[", ".").replace("]", "").split(".")):
            if part in form.fields:
                return part
        return None

    def context(self, form: GovForm) -> dict[str, Any]:
        """What else the template is told."""
        return {}

    @property
    def draft_key(self) -> str:
        """Which draft this page's is: its address, so two children's forms are two drafts."""
        return self.request.path

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The questions: as they were left, if there is a draft."""
        draft = None
        options = self.form_options()
        if self.keeps_draft:
            # Before the draft is looked for: what was held while somebody was signed out becomes their draft here.
            drafts.take_back(request, self.request.user, at=self.request.at)
            draft = drafts.find(self.request.user, self.draft_key)
        # As initial and not as data: bound data would be judged, and somebody coming back would be met by their own mistakes.
        if draft is not None:
            options["initial"] = {**options.get("initial", {}), **restored(self.form_class(**options), draft)}
        return self._show(self.form_class(**options), draft=draft)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The answers."""
        if (first := self.first_answer()) is not None:
            return redirect(first)
        form = self.form_class(data=request.POST, **self.form_options())
        if form.is_valid():
            try:
                answer = self.done(form)
            except Refused as refusal:
                self._refuse(form, refusal.faults)
            else:
                # `done` may add errors without raising: a value that is refused is shown beside its question like any other
                # mistake.
                if not form.errors:
                    if self.keeps_draft:
                        # Remembered as well as discarded: a draft that is still on its way would bring back what has been sent.
                        drafts.note_sent(request, self.send_id)
                        drafts.discard(self.request.user, self.draft_key)
                    if isinstance(answer, str):
                        note_answer(request, self.send_id, answer)
                        return redirect(answer)
                    return answer
        if self.keeps_draft:
            self._keep(form)
        # 422 and not 200: what was sent was understood and not accepted, and the log can tell without a word of what it was.
        return self._show(form, status=422)

    def when_signed_out(self, request: HttpRequest) -> None:
        """Sent after the time ran out: held until the same person has signed in again."""
        if self.keeps_draft:
            drafts.hold(request)

    def _keep(self, form: GovForm) -> None:
        title = self.draft_title or self.title
        try:
            drafts.save(self.request.user, self.draft_key, self.request.POST, at=self.request.at, title=title)
        except drafts.DraftTooLong as refusal:  # what was typed is still on the page
            form.add_error(None, str(refusal))

    def _refuse(self, form: GovForm, faults: tuple[Fault, ...]) -> None:
        for fault in faults:
            form.add_error(self.field_for(fault.path, form), f"{fault.what} {fault.do}")

    def _show(self, form: GovForm, *, draft: Any = None, status: int = 200) -> HttpResponse:
        context = {
            "form": form,
            "page": self,
            "draft": draft,
            "draft_key": self.draft_key if self.keeps_draft else "",
            "draft_owner": drafts.owner_mark(self.request.user) if self.keeps_draft else "",
            "draft_title": self.draft_title or self.title,
            # The draft's own id, so that a form sent from a phone that lost its line, and sent again from its draft, is one
            # entry and not two.
            "send_id": draft.data.get("send_id", [self.send_id])[0] if draft is not None else self.send_id,
            "error_in_title": bool(form.errors) if form.is_bound else False,
        }
        return render(cast(HttpRequest, self.request), self.template_name, {**context, **self.context(form)}, status=status)


def restored(form: GovForm, draft: drafts.Draft) -> dict[str, Any]:
    """The draft's values, as the form's fields show them."""
    query = drafts.as_query(draft)
    values = {}
    for name, field in form.fields.items():
        html_name = form.add_prefix(name)
        # A box that was not sent keeps the form's own beginning; read as empty it would wipe out what the page offers.
        if not field.widget.value_omitted_from_data(query, cast(Any, {}), html_name):
            values[name] = field.widget.value_from_datadict(query, cast(Any, {}), html_name)
    return values
