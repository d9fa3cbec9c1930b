"""Filling in what people say and write, so that no two families have the same words."""

import re
from random import Random
from typing import Any

from holdfast.demo.stock import stock
from holdfast.engine.reference.safety_requests import plea

TRIES = 60
_SLOT = re.compile(r"\{(\w+)\}")
_BEGINNING = re.compile(r"(^|[.?!] )([a-z])")


class Pen:
    """Writes texts from the stock. What has been written once is not written again while there is anything else to say."""

    def __init__(self) -> None:
        self.voices, self.notes = stock("voices"), stock("notes")
        self.childrens = self.voices["slots"]
        self.professionals = {**self.childrens, **self.notes["slots"]}
        self.used: set[str] = set()

    def fill(self, text: str, rng: Random, slots: dict[str, list[str]], **known: str) -> str:
        """``text`` with its slots filled: with what is known, else by chance. Sentences begin with a capital."""
        # What is known of the family before chance: the mother's name is the mother's in every sentence.
        filled = _SLOT.sub(lambda found: known.get(found[1]) or rng.choice(slots[found[1]]), text)
        return _BEGINNING.sub(lambda found: found[1] + found[2].upper(), filled)

    def fresh(self, rng: Random, make: Any) -> str:
        """What ``make`` gives, made again until it is new."""
        said: str = make()
        # Tried so often and no more: a stock that is used up says something twice rather than nothing.
        for _ in range(TRIES):
            if said not in self.used:
                break
            said = make()
        self.used.add(said)
        return said

    def note(self, rng: Random, *path: str, **known: str) -> str:
        """A professional's words, from that place in the stock."""
        texts: Any = self.notes
        for step in path:
            texts = texts[step]
        return self.fresh(rng, lambda: self.fill(rng.choice(texts), rng, self.professionals, **known))

    def voice(self, rng: Random, age: int, avoid: re.Pattern[str] | None = None) -> tuple[str, str]:
        """What a child of this age says, as (how, words). Never words that ask to be safe, and none that ``avoid`` finds."""
        kind = rng.random()
        if age < 12 and kind < 0.14:
            return "drawing", self._shown(rng, "drawings")
        if age < 8 and kind < 0.24:
            return "behaviour", self._shown(rng, "behaviour")
        how = "writing" if age >= 9 and kind > 0.9 else "words"
        return how, self.fresh(rng, lambda: self._spoken(rng, age, avoid))

    def _shown(self, rng: Random, what: str) -> str:
        return self.fresh(rng, lambda: self.fill(rng.choice(self.voices[what]), rng, self.professionals))

    def _spoken(self, rng: Random, age: int, avoid: re.Pattern[str] | None) -> str:
        band = "little" if age < 8 else "middle" if age < 12 else "teen"
        while True:
            opener, coda = rng.choice(self.voices["openers"][band]), rng.choice(self.voices["codas"][band])
            core = rng.choice(self.voices[band])
            if opener.endswith(", ") or opener == "Today ":
                core = core if core.startswith(("I ", "I'", "Mum", "Dad")) else core[:1].lower() + core[1:]
            said = self.fill(f"{opener}{core}{coda}", rng, self.childrens)
            if plea(said) is None and not (avoid and avoid.search(said)):
                return said

    def answer(self, rng: Random, who: str, avoid: re.Pattern[str] | None = None) -> str:
        """What was done about something a child said."""

        def made() -> str:
            while True:
                text = rng.choice(self.voices["answers"]) + rng.choice(self.voices["more"])
                if not (avoid and avoid.search(text)):
                    return self.fill(text, rng, self.childrens, who=who)

        return self.fresh(rng, made)
