"""The published schema of the case file."""

import json

from holdfast.vocabulary.case_file import json_schema


def schema() -> str:
    """The JSON Schema, as a file."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"
