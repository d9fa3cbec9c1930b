"""Questions answered with words, numbers, or yes and no."""

import re
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.safestring import SafeString

from holdfast.pages.entries.forms.question import NOT_RECORDED, Question, render_part
from holdfast.pages.entries.forms.submission import Boxes, Submission
from holdfast.vocabulary.base import NameLookup

_NOT_TEXT = re.compile("[\x00\ud800-\udfff]")
MOST_FIGURES = 10
_WHOLE = re.compile(r"-?[0-9]{1,15}")


@dataclass(frozen=True, kw_only=True)
class TextQuestion(Question):
    """Words, kept exactly as they were typed: a line, a paragraph, or what a child said.

    An earlier entry may hold no words where words are wanted. Putting something else right in it asks nobody to make some up:
    ``_empty`` keeps that there were none.
    """

    kind: Literal["text", "long_text", "words"] = "text"

    # Three things are kept apart: words, no words where words belong, and nobody said.
    def blank(self, sent: Submission) -> bool:
        return super().blank(sent) and not sent.text(f"{self.name}_empty")

    def boxes(self, value: Any) -> Boxes:
        return {f"{self.name}_empty": ["yes"]} if value == "" else super().boxes(value)

    def in_words(self, value: Any, names: NameLookup) -> list[str]:
        return super().in_words(value or None, names)

    def value(self, sent: Submission) -> str | None:
        text = sent.text(self.name)
        # PostgreSQL cannot hold a NUL, nor UTF-8 half of a surrogate pair. Refused, not removed: what a child said is kept as it
        # was typed.
        if _NOT_TEXT.search(text):
            self.wrong(sent, "This holds a character that is not text. Type it again, or paste it as plain text")
            return None
        return text

    def draw(self, sent: Submission) -> SafeString:
        context = self.common(sent)
        context |= {"empty": sent.text(f"{self.name}_empty"), "type": "text", "one_line": False}
        # A box of one line would lose the line ends of what was recorded before, without a word, when something else is
        # corrected.
        if self.kind == "text" and "\n" not in context["value"]:
            return render_part("entries/questions/text.html", {**context, "one_line": True})
        look = {**context["look"], "words": self.kind == "words"}
        rows = {"text": 2, "long_text": 5, "words": 4}[self.kind]
        return render_part("entries/questions/text.html", {**context, "look": look, "rows": rows})


@dataclass(frozen=True, kw_only=True)
class NumberQuestion(Question):
    """A number, whole or not, within limits where there are any."""

    whole: bool
    lowest: float | None = None
    highest: float | None = None
    percent: bool = False

    def value(self, sent: Submission) -> int | float | None:
        text = sent.text(self.name).strip().removesuffix("%").strip()
        try:
            # Of whole numbers only those written in plain figures: int() also takes "1_000" and figures of other scripts, which
            # nobody means here, and float() has lost the last digit of a long number.
            number: int | float = int(text) if _WHOLE.fullmatch(text) else float(text)
        except ValueError:
            self.wrong(sent, "Enter a number, in figures")
            return None
        if self.whole and isinstance(number, float):
            self.wrong(sent, "Enter a whole number")
            return None
        low, high = self.lowest, self.highest
        # Within these even where the type names no limit: "nan" compares with nothing and "inf" is no measure, and JSON can hold
        # neither.
        if not (low if low is not None else -1e15) <= number <= (high if high is not None else 1e15):
            self.wrong(sent, self._within())
            return None
        return number

    @property
    def _figures(self) -> list[int]:
        """All the answers there can be, where they are few enough to show."""
        low, high = self.lowest, self.highest
        few = self.whole and low is not None and high is not None and high - low < MOST_FIGURES
        return list(range(int(low or 0), int(high or 0) + 1)) if few else []

    @property
    def target(self) -> str:
        return f"{self.id}_0" if self._figures else self.id

    def draw(self, sent: Submission) -> SafeString:
        context = self.common(sent)
        if self._figures:
            options = [
                {"value": str(n), "label": str(n), "id": f"{self.id}_{at}", "checked": sent.text(self.name) == str(n)}
                for at, n in enumerate(self._figures)
            ]
            look = {**context["look"], "inline": True, "small": True}
            return render_part("holdfast/forms/radios.html", {**context, "options": options, "look": look})
        look = {**context["look"], "width": 5, "suffix": "%" if self.percent else ""}
        attrs = {"inputmode": "numeric" if self.whole else "decimal"}
        return render_part("holdfast/forms/input.html", {**context, "type": "text", "look": look, "attrs": attrs})

    def in_words(self, value: Any, names: NameLookup) -> list[str]:
        return [NOT_RECORDED] if value is None else [f"{value:g}{'%' if self.percent else ''}"]

    def _within(self) -> str:
        if self.lowest is not None and self.highest is not None:
            return f"Enter a number from {self.lowest:g} to {self.highest:g}"
        return f"Enter a number of {self.lowest:g} or more" if self.lowest is not None else f"Enter {self.highest:g} or less"


@dataclass(frozen=True, kw_only=True)
class YesNoQuestion(Question):
    """Yes, no, or nobody recorded it: three answers, and none of them is filled in beforehand. ``or_words`` lets other words
    stand instead."""

    or_words: bool = False

    @property
    def target(self) -> str:
        return f"{self.id}_0"

    @property
    def _words(self) -> TextQuestion:
        return TextQuestion(name=f"{self.name}_words", path=self.path, label="In words", asked=True)

    def value(self, sent: Submission) -> bool | str | None:
        chosen = sent.text(self.name)
        if chosen == "words" and self.or_words:
            if self._words.blank(sent):
                self.wrong(sent, "Say it in words, or choose another answer", self._words.id)
                return None
            return self._words.value(sent)
        if chosen not in ("yes", "no"):
            self.wrong(sent, "Choose one of the answers")
            return None
        return chosen == "yes"

    def boxes(self, value: Any) -> Boxes:
        if value is None:
            return {}
        if isinstance(value, str):
            return {self.name: ["words"], **self._words.boxes(value)}
        return {self.name: ["yes" if value else "no"]}

    def in_words(self, value: Any, names: NameLookup) -> list[str]:
        return [value if isinstance(value, str) else NOT_RECORDED if value is None else "Yes" if value else "No"]

    def draw(self, sent: Submission) -> SafeString:
        answers = [("yes", "Yes"), ("no", "No"), *([("words", "I will say in words")] if self.or_words else [])]
        # A radio button cannot be put back to nothing once it is pressed. Without this answer a slip would stay as a yes or a no.
        if not self.required:
            answers.append(("", NOT_RECORDED))
        # Never a checkbox: left alone, one cannot tell "no" from "nobody asked".
        chosen = sent.text(self.name)
        options = [
            {
                "value": value,
                "label": label,
                "id": f"{self.id}_{number}",
                "checked": value == chosen and (value != "" or self.name in sent.boxes),
                "reveals": value == "words",
                "reveal": self._words.draw(sent) if value == "words" else "",
            }
            for number, (value, label) in enumerate(answers)
        ]
        context = self.common(sent)
        look = {**context["look"], "inline": not self.or_words}
        return render_part("holdfast/forms/radios.html", {**context, "options": options, "look": look, "optional": False})
