"""The catalogue of entry types."""

from itertools import groupby

from generate.writing import NOTICE, table
from holdfast.vocabulary.type_catalogue import catalogue


def page() -> str:
    """Every entry type, by area of practice, with its fields."""
    described = catalogue()
    text = NOTICE + "# Entry types: what can happen\n\n"
    text += (
        f"There are {len(described)}. Each is one class; its form, the schema, its sentence in a chronology and this\n"
        "page are all read from it. A list or a yes-or-no that is left out is *not recorded*, which is neither empty nor no.\n"
    )
    for area, kinds in groupby(described, key=lambda each: each.area_title):
        text += f"\n## {area}\n"
        for kind in kinds:
            text += f"\n### {kind.title} · `{kind.name}`\n\n{' '.join(kind.meaning.split())}\n\n"
            rows = [(f"`{f.name}`", f.label, _kind(f), "yes" if f.required else "no") for f in kind.fields]
            text += table(("Field", "What it is", "Kind", "Required"), rows) if rows else "No fields of its own.\n"
    return text


def _kind(field) -> str:  # type: ignore[no-untyped-def]
    kind = field.kind.replace("_", " ")
    if field.codes:
        kind += ": " + ", ".join(f"`{code}`" for code in _codes(field.codes))
    return f"list of {kind}" if field.many else kind


def _codes(codes) -> list[str]:  # type: ignore[no-untyped-def]
    return [str(each[0]) if isinstance(each, tuple) else str(getattr(each, "value", each)) for each in codes]
