"""The page of one person, and stating, checking, putting right and taking back what is known of them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from holdfast.access.decide import may
from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.actions.confirm_fact import confirm_fact
from holdfast.actions.correct_fact import correct_fact
from holdfast.actions.state_fact import children_left_out, state_fact
from holdfast.actions.take_back_fact import take_back_fact
from holdfast.kernel.when import london_day
from holdfast.pages.child_names import child_name
from holdfast.pages.forms import FormPage
from holdfast.pages.people.forms import FactForm, TakeBackForm, initial_of
from holdfast.pages.people.presenters import ADD, person_page
from holdfast.pages.people.queries import PersonFound, also_has_number, fact_of, known_around, person_found, standing
from holdfast.record.models import PersonFact
from holdfast.signals.unlikely_families import SIG_TWO_RECORDS
from holdfast.standards.roles import ROLES
from holdfast.vocabulary.sentence_parts import listed
from holdfast.vocabulary.stated_facts import CHECKED_EVERY, FactKind, StatedFact

SHARED = (
    "This NHS number is also on the record of {others}. Only one person can have it. Look at it again, and put it right here if "
    "it was written down wrongly. The {told} will be asked whose it is, with both names."
)
TOLD = " and the ".join(ROLES[role].words for role in SIG_TWO_RECORDS.tell)
SAFE = FactKind.SAFE_ADDRESS
LEFT_OUT = (
    "One of their children has a record that you may not write in. It does not say there who must not know: tell that child’s "
    "social worker, or ring the front door."
)
LEFT_OUT_SEVERAL = (
    "{} of their children have records that you may not write in. It does not say there who must not know: tell those children’s "
    "social workers, or ring the front door."
)
NOT_HERE = "There is nothing here that stands. It may have been put right or taken back."


@page(permission=Permission.SEE_PERSON, child="person_id")
def person(request: PageRequest, person_id: str) -> HttpResponse:
    """What is stated of one person, as the record knew it at the page's moment."""
    found = person_found(request, person_id)
    if found is None:
        raise Http404("There is no such person in the record.")
    can_state = may(request.user, Permission.STATE_FACT, person_id, request.moment).allowed
    context = {
        "person": {"id": person_id},
        "shown": person_page(found),
        "back": _way_back(request, found),
        "can_state": can_state and not request.in_the_past,
    }
    return render(request, "people/person.html", context)


def _way_back(request: PageRequest, found: PersonFound) -> dict[str, str] | None:
    """The child's page that this one belongs to: the person's own, or that of a child of whose family they are."""
    # The child by whose tie the reader came in stands last; whoever came in by their post may see any child.
    for id in (*reversed(request.decision.children), *found.children):
        if id in found.world.people and not found.is_adult(id) and may(request.user, Permission.SEE_CHILD, id, request.moment):
            return {"id": id, "name": child_name(found.world.people[id])}
    return None


class OfPerson(FormPage):
    """A form about one person, which leads back to their page."""

    @property
    def back(self) -> str:  # type: ignore[override]
        return reverse("people:person", args=[self.kwargs["person_id"]])

    def first_answer(self) -> str | None:
        """By what is on the record too: two presses at once are both the first to the session, and one of them is not."""
        there = PersonFact.objects.filter(pk=self.send_id, person=self.kwargs["person_id"])
        return self.back if there.exists() else super().first_answer()

    def fact(self) -> tuple[PersonFact, StatedFact]:
        """The row that the address names and what it says. Raises ``Http404``."""
        found = fact_of(self.request, self.kwargs["person_id"], str(self.kwargs["fact_id"]))
        if found is None:
            raise Http404(NOT_HERE)
        return found

    def say_who_else(self, kind: FactKind) -> None:
        """That an NHS number is somebody else's too, to whoever has just written it down and can look again."""
        others = also_has_number(self.request, self.kwargs["person_id"]) if kind is FactKind.NHS_NUMBER else ()
        if others:
            messages.warning(self.request, SHARED.format(others=listed(others), told=TOLD))


@page(permission=Permission.STATE_FACT, child="person_id")
class StateFact(OfPerson):
    """State one thing of a person."""

    form_class, button = FactForm, "Save it"

    @property
    def kind(self) -> FactKind:
        """What is stated. Raises ``Http404``."""
        kind = FactKind.of(self.kwargs["kind"])
        if kind is None:
            raise Http404("There is nothing of this kind to state.")
        return kind

    @property
    def title(self) -> str:  # type: ignore[override]
        return ADD[self.kind]

    def form_options(self) -> dict[str, Any]:
        check_by = london_day(self.request.at) + CHECKED_EVERY[self.kind]
        options = {**super().form_options(), "kind": self.kind, "initial": {"check_by": check_by, "sort": None}}
        return options | ({"known": known_around(self.kwargs["person_id"], self.request)} if self.kind is SAFE else {})

    def done(self, form: FactForm) -> str:  # type: ignore[override]
        state_fact(
            by=self.request.user,
            at=self.request.at,
            id=self.send_id,
            person=self.kwargs["person_id"],
            said=form.said(),
            must_not_know=form.must_not_know(),
        )
        messages.success(self.request, "Saved. It is shown with who said so and when to check it.")
        self.say_who_else(self.kind)
        if self.kind is SAFE and (left := children_left_out(self.request.user, self.kwargs["person_id"], self.request.at)):
            messages.warning(self.request, LEFT_OUT if left == 1 else LEFT_OUT_SEVERAL.format(left))
        return self.back


@page(permission=Permission.STATE_FACT, child="person_id")
class CorrectFact(OfPerson):
    """Put one thing right, or say that it is over. What was said before stays in the record."""

    form_class, title, button = FactForm, "Put it right", "Save what is right"

    def form_options(self) -> dict[str, Any]:
        _, said = self.fact()
        check_by = london_day(self.request.at) + CHECKED_EVERY[said.kind]
        initial = {**initial_of(said), "check_by": check_by}
        return {**super().form_options(), "kind": said.kind, "corrects": True, "initial": initial}

    def done(self, form: FactForm) -> str:  # type: ignore[override]
        row, _ = self.fact()
        reason = form.cleaned_data["reason"]
        correct_fact(by=self.request.user, at=self.request.at, id=self.send_id, fact=row, said=form.said(), reason=reason)
        messages.success(self.request, "Put right. What was said before stays in the record, with your reason.")
        self.say_who_else(form.said().kind)
        return self.back


@page(permission=Permission.STATE_FACT, child="person_id")
class TakeBackFact(OfPerson):
    """Take one thing back: it was never so."""

    form_class, title, button = TakeBackForm, "Take it back", "Take it back"

    def context(self, form: Any) -> dict[str, Any]:
        return {"said": self.fact()[1]}

    template_name = "people/take_back.html"

    def done(self, form: TakeBackForm) -> str:  # type: ignore[override]
        row, _ = self.fact()
        reason = form.cleaned_data["reason"]
        take_back_fact(by=self.request.user, at=self.request.at, id=self.send_id, fact=row, reason=reason)
        messages.success(self.request, "Taken back. It stays in the record with your reason, and is shown no more.")
        return self.back


@page(permission=Permission.STATE_FACT, child="person_id")
@require_POST
def checked(request: PageRequest, person_id: str, fact_id: UUID) -> HttpResponse:
    """It was checked today and is still so."""
    found = standing(request, person_id, str(fact_id))
    # Pressed twice: the first press has written the row that stands, and there is nothing left to say.
    if found is not None:
        confirm_fact(by=request.user, at=request.at, person=person_id, said=found)
        messages.success(request, "Recorded: checked today, and still so.")
    return redirect("people:person", person_id)
