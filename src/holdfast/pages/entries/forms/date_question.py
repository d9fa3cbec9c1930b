"""When something was, as far as anybody knows: a day, a month, a year, or somewhere between two dates."""

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString

from holdfast.kernel.when import When, london_day
from holdfast.pages.entries.forms.question import NOT_RECORDED, Question, render_part
from holdfast.pages.entries.forms.submission import Boxes, Submission
from holdfast.pages.forms import WhenField
from holdfast.pages.forms.date_fields import PARTS
from holdfast.vocabulary.base import NameLookup

TITLES = {"day": "Day", "month": "Month", "year": "Year"}


@dataclass(frozen=True, kw_only=True)
class WhenQuestion(Question):
    """Three boxes of which the year alone must be filled in, a time if it is asked for, and a second date for "between".

    A date that was filled in beforehand and not touched comes back exactly as it was, to the second: ``_exact`` keeps it.
    ``today`` is for the buttons under the boxes.
    """

    with_time: bool = False
    today: str = ""

    @property
    def target(self) -> str:
        return f"{self.id}_day"

    @property
    def parts(self) -> tuple[str, ...]:
        """The boxes of one date."""
        return (*PARTS, "time") if self.with_time else PARTS

    def blank(self, sent: Submission) -> bool:
        return not any(sent.text(f"{base}_{part}").strip() for base in (self.name, f"{self.name}_to") for part in self.parts)

    @property
    def missing(self) -> str:
        if not self.label.endswith("?"):
            return f"Enter a date for “{self.label}”. The year is enough if that is all you know"
        return f"{super().missing}. The year is enough if that is all you know"

    def value(self, sent: Submission) -> Any:
        if (exact := self._untouched(sent)) is not None:
            return exact
        first, last = self._date(sent, self.name), self._date(sent, f"{self.name}_to")
        if not self._filled(sent, f"{self.name}_to"):
            return first.to_json() if first is not None else None
        if not self._filled(sent, self.name):
            self.wrong(sent, "Enter the first date too, or clear the last")
            return None
        # Each date has said for itself what is wrong with it.
        if first is None or last is None:
            return None
        # A range is of days: the record has no "between ten o'clock on Monday and Friday".
        if first.instant is not None or last.instant is not None:
            self.wrong(sent, "A time goes with one day. Clear it, or clear the last date", f"{self.id}_time")
            return None
        if last.last < first.first:
            self.wrong(sent, "The last date is before the first", f"{self.id}_to_day")
            return None
        return When.between(first.first, last.last).to_json()

    def boxes(self, value: Any) -> Boxes:
        if value is None:
            return {}
        when = When.parse(value)
        # An entry that came from another system may know the second. Three boxes and a time do not, and putting a name right must
        # not round a date.
        boxes = {f"{self.name}_exact": [json.dumps(value, sort_keys=True)]}
        if when.precision == "range":
            boxes |= self._boxes_of(When.day(when.first), self.name)
            return boxes | self._boxes_of(When.day(when.last), f"{self.name}_to")
        return boxes | self._boxes_of(when, self.name)

    def in_words(self, value: Any, names: NameLookup) -> list[str]:
        return [NOT_RECORDED if value is None else When.parse(value).in_words()]

    def draw(self, sent: Submission) -> SafeString:
        wrong = {problem.target for problem in sent.problems}
        context = self.common(sent)
        first = {**context, **self._shown(sent, self.name, wrong), "with_time": self.with_time, "quick": self._quick()}
        to = f"{self.name}_to"
        last = {**self._shown(sent, to, wrong), "id": f"{self.id}_to", "name": to, "label": "The last date it can have been"}
        context["exact"] = sent.text(f"{self.name}_exact")
        context["first"] = render_part("holdfast/forms/when.html", first)
        context["last"] = render_part("holdfast/forms/when.html", last)
        context["open"] = self._filled(sent, to)
        return render_part("entries/questions/when.html", context)

    def _shown(self, sent: Submission, name: str, wrong: set[str]) -> dict[str, Any]:
        boxes = [
            {
                "part": part,
                "title": title,
                "value": sent.text(f"{name}_{part}"),
                "width": 4 if part == "year" else 2,
                "wrong": f"id_{name}_{part}" in wrong,
            }
            for part, title in TITLES.items()
        ]
        return {"boxes": boxes, "time": sent.text(f"{name}_time"), "time_wrong": f"id_{name}_time" in wrong}

    def _quick(self) -> list[tuple[str, str]]:
        if not self.today:
            return []
        # The day in England, worked out on the server: the clock of a phone may be wrong, or abroad.
        day = When.parse(self.today).first
        return [("Today", day.isoformat()), ("Yesterday", (day - timedelta(days=1)).isoformat())]

    def _filled(self, sent: Submission, name: str) -> bool:
        return any(sent.text(f"{name}_{part}").strip() for part in self.parts)

    def _date(self, sent: Submission, name: str) -> When | None:
        boxes = {part: sent.text(f"{name}_{part}").strip() for part in self.parts}
        try:
            found: When | None = WhenField(with_time=self.with_time, required=False).clean(boxes)
        except ValidationError as error:
            for each in error.error_list:
                # The field says which of its boxes is wrong in the error's code, so that the summary leads to that very box.
                part = (each.code or "day").split()[0]
                self.wrong(sent, str(each.messages[0]), f"id_{name}_{part}")
            return None
        return found

    def _boxes_of(self, when: When, name: str) -> Boxes:
        return {f"{name}_{part}": [text] for part, text in WhenField().prepare_value(when).items()}

    def _untouched(self, sent: Submission) -> Any:
        kept = sent.text(f"{self.name}_exact")
        try:
            exact = json.loads(kept) if kept else None
            boxes = self.boxes(exact)
        except ValueError:
            return None
        now = {name: sent.text(name) for base in (self.name, f"{self.name}_to") for name in (f"{base}_{p}" for p in self.parts)}
        # An entry may know the instant, or a range in words; three boxes cannot. Comparing the boxes tells whether anybody meant
        # to change it.
        same = exact is not None and all(text == (boxes.get(name) or [""])[0] for name, text in now.items())
        return exact if same else None


def today_in_england(at: Any) -> str:
    """The date on the wall at an instant, written."""
    return london_day(at).isoformat()
