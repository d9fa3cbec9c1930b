"""The one written form of a value, so that its hash is the same wherever and whenever it is computed.

UTF-8 JSON with sorted keys and no spaces; instants in UTC with six decimals and a Z; whole numbers without a point. Nothing
here depends on a session's time zone or on how the database stores a document.
"""

import json
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any


def instant(value: datetime) -> str:
    """An instant in its one form: ``2019-11-29T16:40:00.000000Z``."""
    return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def canonical(value: Any) -> bytes:
    """``value`` (JSON, with datetimes allowed) in its one form."""
    # NaN is refused because it is no JSON: another program that checks the hash could not even read it. Letters stay letters and
    # not escapes, of which there is more than one spelling.
    return json.dumps(_plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def digest(value: Any) -> str:
    """SHA-256 of the canonical form, in hex."""
    return sha256(canonical(value)).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return instant(value)
    # What went in as 5 may come back from a document as 5.0, and must have the same hash.
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value
