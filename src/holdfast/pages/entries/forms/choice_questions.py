"""Questions answered by choosing: a code, a person, a worker, an organisation, an entry."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.safestring import SafeString

from holdfast.pages.entries.forms.option import Option
from holdfast.pages.entries.forms.question import NONE, NOT_RECORDED, Question, in_sentence, render_part
from holdfast.pages.entries.forms.submission import Boxes, Submission
from holdfast.vocabulary.base import NameLookup

FEW = 7
"""Up to this many choices are all shown; more become a list to open."""


@dataclass(frozen=True, kw_only=True)
class ChooseOne(Question):
    """One of ``choices``. ``compact``: as a list to open, however few there are, where many such questions stand together."""

    choices: tuple[Option, ...] = ()
    compact: bool = False

    @property
    def missing(self) -> str:
        return f"Answer “{self.label}”" if self.label.endswith("?") else f"Select {in_sentence(self.label)}"

    @property
    def few(self) -> bool:
        """Whether the choices can all be shown at once."""
        return 0 < len(self.choices) <= FEW and not self.compact

    @property
    def target(self) -> str:
        return f"{self.id}_0" if self.few else self.id

    def value(self, sent: Submission) -> str | None:
        chosen = sent.text(self.name)
        # What came back may be anything: the page is not trusted to have offered it.
        if chosen not in {choice.value for choice in self.choices}:
            self.wrong(sent, "Choose one of the list")
            return None
        return chosen

    def in_words(self, value: Any, names: NameLookup) -> list[str]:
        if value is None:
            return [NOT_RECORDED]
        return [next((choice.label for choice in self.choices if choice.value == value), value)]

    def draw(self, sent: Submission) -> SafeString:
        context = {**self.common(sent), "empty": "Choose one" if self.required else NOT_RECORDED}
        chosen = sent.text(self.name)
        if not self.few:
            return render_part("entries/questions/select.html", {**context, **grouped(self.choices, chosen)})
        choices = self.choices if self.required else (*self.choices, Option("", NOT_RECORDED))
        options = [
            {
                "value": choice.value,
                "label": choice.label,
                "hint": choice.hint,
                "id": f"{self.id}_{number}",
                # "Not recorded" is ticked only once somebody ticked it: nothing is answered for anybody beforehand.
                "checked": choice.value == chosen and (bool(chosen) or self.name in sent.boxes),
            }
            for number, choice in enumerate(choices)
        ]
        look = {**context["look"], "small": bool(self.where)}
        return render_part("holdfast/forms/radios.html", {**context, "options": options, "look": look})


@dataclass(frozen=True, kw_only=True)
class ChooseSeveral(Question):
    """Any of ``choices``, or ``none`` of them, said on purpose. Left alone it is not recorded."""

    choices: tuple[Option, ...] = ()
    none: str = "None of these"
    others: tuple[Option, ...] = ()
    others_title: str = ""

    @property
    def missing(self) -> str:
        return f"Select {in_sentence(self.label)}" if not self.label.endswith("?") else f"Answer “{self.label}”"

    @property
    def target(self) -> str:
        return f"{self.id}_0" if self.choices or self.others else self.id

    def blank(self, sent: Submission) -> bool:
        return not any(sent.all(self.name))

    def value(self, sent: Submission) -> list[str] | None:
        chosen = list(dict.fromkeys(sent.all(self.name)))
        # An empty list is an answer ("nobody was seen"), and no answer is another: only the box that says so makes the first.
        if NONE in chosen and self.none:
            if len(chosen) > 1:
                self.wrong(sent, f"Choose “{self.none}” or the others, not both")
                return None
            return []
        offered = [choice.value for choice in (*self.choices, *self.others)]
        if any(value not in offered for value in chosen):
            self.wrong(sent, "Choose from the list")
            return None
        # Boxes come back in the order of the page. The record keeps the order in which they were first said: ``_order`` carries
        # it, so that a correction of something else does not say that this was changed too.
        before = sent.all(f"{self.name}_order")
        return sorted(chosen, key=lambda value: (before.index(value) if value in before else len(before), offered.index(value)))

    def boxes(self, value: Any) -> Boxes:
        if value is None:
            return {}
        return {self.name: list(value) or [NONE], f"{self.name}_order": list(value)}

    def in_words(self, value: Any, names: NameLookup) -> list[str]:
        if value is None:
            return [NOT_RECORDED]
        labels = {choice.value: choice.label for choice in (*self.choices, *self.others)}
        return [labels.get(each, each) for each in value] or [self.none]

    def draw(self, sent: Submission) -> SafeString:
        chosen = set(sent.all(self.name))
        choices = [*self.choices, *([Option(NONE, self.none)] if self.none else [])]
        options = [_option(self, number, choice, chosen) for number, choice in enumerate(choices)]
        if self.none:
            options[-1] |= {"alone": True, "divider": bool(self.choices)}
        others = [_option(self, len(choices) + number, choice, chosen) for number, choice in enumerate(self.others)]
        context = {
            **self.common(sent),
            "options": options,
            "others": others,
            "others_title": self.others_title,
            "others_open": any(option["checked"] for option in others),
            "order": sent.all(f"{self.name}_order"),
        }
        context["look"] = {**context["look"], "small": len(choices) > 12}
        return render_part("entries/questions/checkboxes.html", context)


def _option(question: Question, number: int, choice: Option, chosen: set[str]) -> dict[str, Any]:
    return {
        "value": choice.value,
        "label": choice.label,
        "hint": choice.hint,
        "id": f"{question.id}_{number}",
        "checked": choice.value in chosen,
    }


def grouped(choices: Sequence[Option], chosen: str) -> dict[str, Any]:
    """Choices as a list to open, under their headings."""
    groups = [
        {
            "title": title,
            "options": [{"value": each.value, "label": each.label, "checked": each.value == chosen} for each in group],
        }
        for title, group in groupby(choices, key=lambda choice: choice.group)
    ]
    return {"groups": groups, "nothing_chosen": not chosen}
