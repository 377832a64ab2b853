"""Kept until the phases of today are gone: YAML text is read in `openapi`."""

from nemogen.openapi.text_yaml import decode_yaml as decode_yaml
