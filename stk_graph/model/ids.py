"""Identifiers: UUID version 7 (RFC 9562), sortable by the moment they were made."""

import os
import time
from uuid import UUID


def new_id() -> str:
    """A fresh UUIDv7 in its lower-case text form."""
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10), "big")
    value = (milliseconds & (1 << 48) - 1) << 80
    value |= 0x7 << 76 | (random >> 68 & 0xFFF) << 64
    value |= 0b10 << 62 | random & (1 << 62) - 1
    return str(UUID(int=value))


def is_id(text: str) -> bool:
    """Whether ``text`` is a UUIDv7 as this program writes it."""
    try:
        value = UUID(text)
    except ValueError:
        return False
    return value.version == 7 and str(value) == text
