"""Write the generated pages of this folder, or say which are out of date.

python docs/build.py            write them
python docs/build.py --check    change nothing; end with 1 when a page is not what would be written
"""

import os
import sys
from pathlib import Path

import django

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "holdfast.config.settings")
django.setup()  # the pages and commands are read from where they are declared

from generate import pages  # noqa: E402


def main(arguments: list[str]) -> int:
    """Write or check every generated page."""
    stale = []
    wanted = pages()
    left = [path for path in (HERE / "standards").rglob("*") if path.is_file() and str(path.relative_to(HERE)) not in wanted]
    for path in left:
        stale.append(str(path.relative_to(HERE)))
        if "--check" not in arguments:
            path.unlink()
    for name, text in wanted.items():
        path = HERE / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if "--check" in arguments and stale:
        print("These pages are not current. Write them with: make docs")
        print("\n".join(f"  docs/{name}" for name in stale))
        return 1
    print(f"{len(stale)} of {len(wanted)} generated pages {'are out of date' if '--check' in arguments else 'written'}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
