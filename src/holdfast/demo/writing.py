"""Filling in what people say and write, so that no two families have the same words."""

import re
from random import Random
from typing import Any

from holdfast.demo.stock import stock
from holdfast.engine.worries.pleas import plea

TRIES = 60
_SLOT = re.compile(r"\{(\w+)\}")


class Pen:
    """Writes texts from the stock. What has been written once is not written again while there is anything else to say."""

    def __init__(self) -> None:
        self.voices, self.notes = stock("voices"), stock("notes")
        self.used: set[str] = set()

    def fill(self, text: str, rng: Random, **known: str) -> str:
        """``text`` with its slots filled: with what is known, else by chance."""
        slots = self.voices["slots"]
        filled = _SLOT.sub(lambda found: known.get(found[1]) or rng.choice(slots[found[1]]), text)
        return filled[:1].upper() + filled[1:]

    def fresh(self, rng: Random, make: Any) -> str:
        """What ``make`` gives, made again until it is new."""
        said: str = make()
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
        return self.fresh(rng, lambda: self.fill(rng.choice(texts), rng, **known))

    def voice(self, rng: Random, age: int) -> tuple[str, str]:
        """What a child of this age says, as (how, words). Never words that ask to be safe: see :meth:`asks_for_safety`."""
        kind = rng.random()
        if age < 12 and kind < 0.14:
            return "drawing", self.fresh(rng, lambda: self.fill(rng.choice(self.voices["drawings"]), rng))
        if age < 8 and kind < 0.24:
            return "behaviour", self.fresh(rng, lambda: self.fill(rng.choice(self.voices["behaviour"]), rng))
        how = "writing" if age >= 9 and kind > 0.9 else "words"
        return how, self.fresh(rng, lambda: self._spoken(rng, age))

    def _spoken(self, rng: Random, age: int) -> str:
        band = "little" if age < 8 else "middle" if age < 12 else "teen"
        while True:
            opener, coda = rng.choice(self.voices["openers"][band]), rng.choice(self.voices["codas"][band])
            core = rng.choice(self.voices[band])
            if opener.endswith(", ") or opener == "Today ":
                core = core if core.startswith(("I ", "I'", "Mum", "Dad")) else core[:1].lower() + core[1:]
            said = self.fill(f"{opener}{core}{coda}", rng)
            if plea(said) is None:
                return said

    def asks_for_safety(self, rng: Random) -> str:
        """Words that ask to be safe."""
        return self.fresh(rng, lambda: self.fill(rng.choice(self.voices["pleas"]), rng))

    def answer(self, rng: Random, who: str) -> str:
        """What was done about something a child said."""
        return self.fresh(rng, lambda: self.fill(rng.choice(self.voices["answers"]), rng, who=who))
