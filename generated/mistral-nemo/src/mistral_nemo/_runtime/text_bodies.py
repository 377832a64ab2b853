"""Plain text bodies, in the charset of their content type."""

from __future__ import annotations

import re

from .arguments import argument_error

_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)


def charset_of(content_type: str) -> str | None:
    """The charset that a content type names; None if it names none."""
    found = _CHARSET.search(content_type)
    return str(found[1]) if found else None


def text_body(body: object, media: str) -> tuple[str, bytes]:
    """The content type, with its charset (UTF-8 where the API names none), and the bytes of a text.

    Raises:
        ArgumentError: it is not a text, or has characters that the charset has not.
    """
    if isinstance(body, (bytes, bytearray)):
        return media, bytes(body)
    if not isinstance(body, str):
        raise argument_error("body", body, "it must be a text")
    charset = charset_of(media)
    try:
        content = body.encode(charset or "utf-8")
    except (UnicodeEncodeError, LookupError) as error:
        raise argument_error("body", body, f"it cannot be written in {charset or 'utf-8'}: {error}") from None
    return (media if charset else f"{media}; charset=utf-8"), content


def decoded_text(body: bytes, content_type: str) -> str:
    """A body as text, in the charset that its content type names; UTF-8 where it names none, or one without a codec."""
    try:
        return body.decode(charset_of(content_type) or "utf-8", "replace")
    except LookupError:
        return body.decode("utf-8", "replace")
