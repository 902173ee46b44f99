"""Ids of the demo records: UUIDv7 by form, the same for the same key on every machine."""

import hashlib
from datetime import UTC, datetime
from uuid import UUID

_BORN_AT_MS = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp()) * 1000


def record_id(key: str) -> str:
    """The id of the record with this TOML key (its ``source_id``)."""
    digest = int.from_bytes(hashlib.sha256(f"stk demo {key}".encode()).digest()[:10], "big")
    value = (_BORN_AT_MS & (1 << 48) - 1) << 80
    value |= 0x7 << 76 | (digest >> 68 & 0xFFF) << 64
    value |= 0b10 << 62 | digest & (1 << 62) - 1
    return str(UUID(int=value))
