"""Kept until its last users are removed: JSON text is read in `openapi`."""

from nemogen.openapi.text_json import MAX_DEPTH as MAX_DEPTH
from nemogen.openapi.text_json import MAX_DIGITS as MAX_DIGITS
from nemogen.openapi.text_json import decode_json as decode_json
