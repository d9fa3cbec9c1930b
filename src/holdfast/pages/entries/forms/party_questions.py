"""Questions that name somebody or something: a party who may stand in no list, and an entry of the record."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from holdfast.access.kept_from_answers import called
from holdfast.access.named_in_words import Known, meant_by
from holdfast.pages.entries.forms.choice_questions import ChooseOne, grouped
from holdfast.pages.entries.forms.option import Option
from holdfast.pages.entries.forms.question import NOT_RECORDED, Question, in_sentence, render_part
from holdfast.pages.entries.forms.submission import Boxes, Submission
from holdfast.pages.entries.forms.text_questions import TextQuestion
from holdfast.vocabulary.base import NameLookup

OFFERED = 3
CHOOSE = (
    "If so, choose them in the list. If you are not sure, save again: it is kept from everybody you could mean until somebody "
    "says who it is."
)


@dataclass(frozen=True, kw_only=True)
class ChooseOrSay(Question):
    """One of ``choices``, or somebody (or something) said in words where no choice fits."""

    choices: tuple[Option, ...] = ()
    say: str = "Somebody else"
    known: Known | None = None
    """Whom words may mean, where they say who must not know."""

    @property
    def missing(self) -> str:
        return f"Enter {in_sentence(self.label)}" if not self.label.endswith("?") else f"Answer “{self.label}”"

    @property
    def words(self) -> TextQuestion:
        """The box for words."""
        return TextQuestion(name=f"{self.name}_words", path=self.path, label=self.say, asked=True)

    def blank(self, sent: Submission) -> bool:
        return super().blank(sent) and self.words.blank(sent)

    def value(self, sent: Submission) -> str | None:
        chosen = sent.text(self.name)
        if chosen and not self.words.blank(sent):
            self.wrong(sent, "Choose from the list or write in words, not both", self.words.id)
            return None
        if not chosen:
            words = self.words.value(sent)
            return words if self.known is None or not words else self._meant(words, self.known, sent)
        if chosen not in {choice.value for choice in self.choices}:
            self.wrong(sent, "Choose one of the list")
            return None
        return chosen

    def _meant(self, words: str, known: Known, sent: Submission) -> str | None:
        """Whoever the words name outright; else the words, once their writer was asked whom they mean."""
        meant = meant_by(words, known)
        if len(meant.sure) == 1 and not meant.maybe:
            return meant.sure[0]
        if meant.maybe and sent.text(f"{self.name}_asked") != words:
            sent.boxes[f"{self.name}_asked"] = [words]
            names = [called(id, known) for id in (*meant.sure, *meant.maybe)[:OFFERED]]
            self.wrong(sent, f"Did you mean {' or '.join(names)}? {CHOOSE}", self.words.id)
            return None
        return words

    def boxes(self, value: Any) -> Boxes:
        if value is None:
            return {}
        return {self.name: [value]} if value in {choice.value for choice in self.choices} else self.words.boxes(value)

    def in_words(self, value: Any, names: NameLookup) -> list[str]:
        if value is None:
            return [NOT_RECORDED]
        return [next((choice.label for choice in self.choices if choice.value == value), value)]

    def draw(self, sent: Submission) -> SafeString:
        label = f"{self.say} ({in_sentence(self.label)})" if self.where else self.say
        words = replace(self.words, label=self.say, hint="").draw(sent)
        if asked := sent.text(f"{self.name}_asked"):
            words += format_html('<input type="hidden" name="{}_asked" value="{}">', self.name, asked)
        context = {**self.common(sent), **grouped(self.choices, sent.text(self.name)), "empty": "", "words": words, "say": label}
        return render_part("entries/questions/choose_or_say.html", context)


@dataclass(frozen=True, kw_only=True)
class WorkerQuestion(ChooseOne):
    """A professional: those around the child and of the own organisation, and anybody else found by their name. What was
    looked for is kept in ``_find``, so that whoever was found stays among the choices on the way to saving."""

    find: Callable[[str], tuple[Option, ...]]

    def value(self, sent: Submission) -> str | None:
        # A copy that offers those found as well: a question is frozen and made once for a page, while what was looked for came
        # back with this sending.
        return replace(self, choices=self._all(sent), find=_nobody).chosen(sent)

    def chosen(self, sent: Submission) -> str | None:
        """The choice, among all that can be chosen."""
        return super().value(sent)

    def in_words(self, value: Any, names: NameLookup) -> list[str]:
        known = {choice.value for choice in self.choices}
        return super().in_words(value, names) if value is None or value in known else [names.worker(value)]

    def draw(self, sent: Submission) -> SafeString:
        asked = sent.text(f"{self.name}_find").strip()
        found = self.find(asked) if asked else ()
        shown = replace(self, choices=self._all(sent), find=_nobody)
        more = {"id": f"{self.id}_find", "name": f"{self.name}_find", "asked": asked, "count": len(found), "label": self.label}
        more |= {"where": self.where, "finds": self.name, "open": bool(asked), "focus": sent.text("focus") == f"{self.id}_find"}
        return render_part("entries/questions/worker.html", {**more, "control": shown.control(sent)})

    def control(self, sent: Submission) -> SafeString:
        """The choices alone."""
        return super().draw(sent)

    def _all(self, sent: Submission) -> tuple[Option, ...]:
        asked = sent.text(f"{self.name}_find").strip()
        known = {choice.value for choice in self.choices}
        return (*self.choices, *(each for each in (self.find(asked) if asked else ()) if each.value not in known))


def _nobody(asked: str) -> tuple[Option, ...]:
    return ()


@dataclass(frozen=True, kw_only=True)
class EntryQuestion(ChooseOne):
    """An entry of this child's record. ``wanted`` names the types it may be, for a page that has none of them."""

    wanted: str = ""

    def draw(self, sent: Submission) -> SafeString:
        if self.choices:
            return super().draw(sent)
        return render_part("entries/questions/no_entry.html", {**self.common(sent), "wanted": self.wanted})
