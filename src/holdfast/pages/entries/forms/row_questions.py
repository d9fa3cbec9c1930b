"""Questions with questions inside: a row of several fields, and a list that grows."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.utils.safestring import SafeString

from holdfast.pages.entries.forms.question import NONE, NOT_RECORDED, Question, render_part
from holdfast.pages.entries.forms.submission import Boxes, Path, Submission
from holdfast.vocabulary.base import NameLookup

MOST_ROWS = 200


@dataclass(frozen=True, kw_only=True)
class RowQuestion(Question):
    """Several fields that belong together, such as one person at a meeting. Where ``or_party`` is there, one choice or plain
    words may stand instead of the fields."""

    fields: tuple[Question, ...] = ()
    or_party: Question | None = None

    @property
    def target(self) -> str:
        return (self.or_party or self.fields[0]).target

    def blank(self, sent: Submission) -> bool:
        return all(part.blank(sent) for part in self._parts)

    def read(self, sent: Submission) -> Any:
        sent.note_asked(self.path, self.name, self.target, self.label)
        if self.blank(sent) and not self.required:
            return None
        # Somebody the record knows needs no name and no role typed beside it. What was chosen stands for the whole row.
        if self.or_party is not None:
            if self.blank(sent):
                self.wrong(sent, self.missing)
                return None
            if not self.or_party.blank(sent):
                return self._party(sent)
        found = {part.path[-1]: part.read(sent) for part in self.fields}
        return {name: value for name, value in found.items() if value is not None}

    def boxes(self, value: Any) -> Boxes:
        if value is None:
            return {}
        if isinstance(value, str):
            return self.or_party.boxes(value) if self.or_party else {}
        boxes: Boxes = {}
        for part in self.fields:
            boxes |= part.boxes(value.get(part.path[-1]))
        return boxes

    def in_words(self, value: Any, names: NameLookup) -> list[str]:
        if value is None:
            return [NOT_RECORDED]
        if isinstance(value, str):
            return self.or_party.in_words(value, names) if self.or_party else [value]
        said = [(part, value.get(part.path[-1])) for part in self.fields]
        return [f"{part.label}: {', '.join(part.in_words(each, names))}" for part, each in said if each is not None]

    def draw(self, sent: Submission) -> SafeString:
        context = {
            **self.common(sent),
            "party": self.or_party.draw(sent) if self.or_party else "",
            "fields": [part.draw(sent) for part in self.fields],
        }
        return render_part("entries/questions/row.html", context)

    @property
    def _parts(self) -> tuple[Question, ...]:
        return (*self.fields, *((self.or_party,) if self.or_party else ()))

    def _party(self, sent: Submission) -> Any:
        assert self.or_party is not None
        if any(not part.blank(sent) for part in self.fields):
            self.wrong(sent, "Choose from the list or fill in the boxes, not both")
            return None
        return self.or_party.read(sent)


@dataclass(frozen=True, kw_only=True)
class ListQuestion(Question):
    """A list that grows: each item is asked by ``item(name, path, where)``. The keys of its rows are in ``<name>_row``.

    ``each`` fixes the rows instead: one for every (id, name) of it, the id being the answer to the field ``each_field``;
    a row that says nothing more is left out. ``none`` is the box that says, on purpose, that there are none.
    """

    item: Callable[[str, Path, str], Question]
    one: str = "Item"
    none: str = "None"
    each: tuple[tuple[str, str], ...] = ()
    each_field: str = ""

    @property
    def target(self) -> str:
        return self._item("0", 0, 1).target

    def keys(self, sent: Submission) -> list[str]:
        """The keys of the rows on the page: at least one, so that there is something to fill in."""
        # At most so many: each row is drawn and read, and what came back is not trusted to be what the page had.
        keys = list(dict.fromkeys(key for key in sent.all(f"{self.name}_row") if key.isalnum()))[:MOST_ROWS]
        return keys or ([] if self.each else ["0"])

    def read(self, sent: Submission) -> Any:
        sent.note_asked(self.path, self.name, self.target, self.label)
        filled = [key for key in self.keys(sent) if not self._untouched(sent, key)]
        said_none = NONE in sent.all(self.name)
        # Neither can be left out for the other: one of the two is a slip, and only whoever filled it in knows which.
        if said_none and filled:
            self.wrong(sent, f"Tick “{self.none}” or fill in the boxes, not both", self._none_id)
            return None
        if not filled:
            if self.required:
                self.wrong(sent, self.missing, self._item((self.keys(sent) or ["0"])[0], 0, 1).target)
            return [] if said_none and self.none else None
        # Two numbers: the row as the page counts it, for the error message, and its place in the list that will be recorded,
        # which leaves empty rows out. A fault of the record speaks of the second.
        shown = self.keys(sent)
        return [self._item(key, at, shown.index(key) + 1, sent).read(sent) for at, key in enumerate(filled)]

    def boxes(self, value: Any) -> Boxes:
        boxes: Boxes = {self.name: [NONE]} if value == [] else {}
        keys: list[str] = []
        for at, each in enumerate(value or []):
            keys.append(str(at))
            boxes |= self._item(str(at), at, at + 1).boxes(each)
            if self._is_each(each):
                boxes[f"{self.name}-{at}_each"] = [each[self.each_field]]
        already = {row.get(self.each_field) for row in value or [] if isinstance(row, dict)}
        for id, _ in self.each:
            # A row for every child of the family, those too of whom nothing was said: a child left out is one that nobody asked
            # about.
            if id not in already:
                keys.append(str(len(keys)))
                boxes[f"{self.name}-{keys[-1]}_each"] = [id]
        if not self.each and not keys:
            keys = ["0"]
        return {**boxes, f"{self.name}_row": keys}

    def grown(self, sent: Submission) -> str:
        """Add a row. Returns the id of the part of the page that holds it."""
        keys = self.keys(sent)
        # One past the highest, not how many there are: where a row in the middle was taken away, another has that number.
        new = str(1 + max((int(key) for key in keys if key.isdigit()), default=-1))
        sent.boxes[f"{self.name}_row"] = [*keys, new]
        return f"id_{self.name}-{new}-row"

    def shrunk(self, sent: Submission, key: str) -> str:
        """Take a row away. Returns the id of the part of the page to go on from."""
        keys = [each for each in self.keys(sent) if each != key]
        sent.boxes[f"{self.name}_row"] = keys
        # With the sign after the key: row 1 is not row 10.
        own = (f"{self.name}-{key}-", f"{self.name}-{key}_")
        for name in [name for name in sent.boxes if name == f"{self.name}-{key}" or name.startswith(own)]:
            del sent.boxes[name]
        return f"id_{self.name}-list"

    def in_words(self, value: Any, names: NameLookup) -> list[str]:
        if not value:
            return [NOT_RECORDED if value is None else self.none]
        return [". ".join(self._item("0", 0, 1).in_words(each, names)) for each in value]

    def draw(self, sent: Submission) -> SafeString:
        keys = self.keys(sent)
        rows = [self._drawn_row(sent, key, number) for number, key in enumerate(keys, 1)]
        context = {
            **self.common(sent),
            "rows": rows,
            "fixed": bool(self.each),
            "focus_list": sent.text("focus") == f"{self.id}-list",
            "removable": len(keys) > 1,
            "one": self.one.lower(),
            "none": self.none,
            "none_id": self._none_id,
            "none_value": NONE,
            "none_chosen": NONE in sent.all(self.name),
        }
        return render_part("entries/questions/list.html", context)

    @property
    def _none_id(self) -> str:
        return f"{self.id}-none"

    def _drawn_row(self, sent: Submission, key: str, number: int) -> dict[str, Any]:
        who = self._who(sent, key)
        return {
            "key": key,
            "name": f"{self.name}-{key}",
            "title": dict(self.each).get(who) or f"{self.one} {number}",
            "each": who,
            "drawn": self._item(key, number - 1, number, sent).draw(sent),
            "focus": sent.text("focus") == f"id_{self.name}-{key}-row",
        }

    def _item(self, key: str, at: int, number: int, sent: Submission | None = None) -> Question:
        who = self._who(sent, key) if sent is not None else ""
        title = dict(self.each).get(who) or f"{self.one} {number}"
        item = self.item(f"{self.name}-{key}", (*self.path, at), title)
        # The page says which child the row is about and the question is not asked: an answer could only be another child's.
        if who and isinstance(item, RowQuestion):
            fixed = (FixedAnswer(name=f"{self.name}-{key}_each", path=(*item.path, self.each_field), label="", asked=True),)
            item = replace(item, fields=(*fixed, *(f for f in item.fields if f.path[-1] != self.each_field)))
        return item

    def _who(self, sent: Submission, key: str) -> str:
        who = sent.text(f"{self.name}-{key}_each")
        return who if who in dict(self.each) else ""

    def _untouched(self, sent: Submission, key: str) -> bool:
        item = self._item(key, 0, 1, sent)
        if isinstance(item, RowQuestion):
            # What the page itself fills in is nothing that anybody said.
            item = replace(item, fields=tuple(part for part in item.fields if not isinstance(part, FixedAnswer)))
        return item.blank(sent)

    def _is_each(self, row: Any) -> bool:
        return isinstance(row, dict) and row.get(self.each_field) in dict(self.each)


@dataclass(frozen=True, kw_only=True)
class FixedAnswer(Question):
    """An answer that the page itself gives, such as which child a row is about."""

    def value(self, sent: Submission) -> str:
        return sent.text(self.name)

    def draw(self, sent: Submission) -> SafeString:
        return SafeString("")
