"""What a process does once at its start, so that nobody who records something waits for it."""

import gc

from holdfast.engine.compiled.compiled_rules import compiled
from holdfast.engine.rulebook import published


def warm_up() -> None:
    """Compile every rule as published, and let the collector of unused memory pass over what stays for good: looking through
    it again takes longer than an entry does."""
    # Compiled when first asked for, every rule would keep somebody waiting once, and again in each process.
    compiled(published()).compile_all()
    gc.collect()
    gc.freeze()
