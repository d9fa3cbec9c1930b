"""``make mutate``: how many ways there are to bend each rule, how many its table notices, and every one it does not."""

import sys
from concurrent.futures import ProcessPoolExecutor
from os import cpu_count

from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from tests.specs.judging import survivors

RULES = {**STANDARDS, **SIGNALS}


def judged(id: str) -> tuple[str, int, list[str]]:
    """One rule's count."""
    ways, unnoticed = survivors(RULES[id])
    return id, ways, unnoticed


def say(words: str) -> None:
    """A line, at once."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def main() -> int:
    """Print the counts. 1 where anything survived."""
    total = missed = 0
    with ProcessPoolExecutor(cpu_count()) as pool:
        for id, ways, unnoticed in pool.map(judged, RULES, chunksize=4):
            total, missed = total + ways, missed + len(unnoticed)
            say(f"{id:32} {ways - len(unnoticed):4} of {ways:4} noticed")
            for words in unnoticed:
                say(f"    not noticed: {words}")
    say(f"{len(RULES)} rules: {total - missed} of {total} noticed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
