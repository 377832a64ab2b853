"""Kept until its last users are removed: YAML text is read in `openapi`."""

from nemogen.openapi.text_yaml import decode_yaml as decode_yaml
