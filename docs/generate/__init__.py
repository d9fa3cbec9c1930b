"""The pages of the documentation that are read from the code, so that nothing is said twice."""

from generate import access_matrix, case_file, catalogue, entry_types, house_measures, house_picture, rules, trace


def pages() -> dict[str, str]:
    """Every generated page by its name within docs/."""
    return {
        "who-may-do-what.md": access_matrix.page(),
        "entry-types.md": entry_types.page(),
        "case-file.schema.json": case_file.schema(),
        **catalogue.pages(),
        **rules.pages(),
        "review-paragraphs.md": trace.page(),
        "architecture.md": house_measures.page(),
        "images/house.svg": house_picture.picture(),
    }
