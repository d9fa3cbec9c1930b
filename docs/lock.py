"""``make lock BECAUSE=…``: write the digest of every standard's meaning into the table that holds them fast."""

import sys
from pathlib import Path

from holdfast.standards.meaning_lock import relocked

TABLE = Path(__file__).parents[1] / "src" / "holdfast" / "standards" / "locked.csv"


def main(because: str) -> int:
    """Write the table. 1 where a meaning changed and nothing says why."""
    try:
        text, changed = relocked(because)
    except ValueError as error:
        sys.stderr.write(f"Not written: {error}.\n  make lock BECAUSE='what was wrong, or which guidance changed'\n")
        return 1
    TABLE.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{text.count(chr(10)) - 1} meanings locked, {len(changed)} changed.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))
