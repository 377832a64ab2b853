"""Kept until its last users are removed: positions are found in `openapi`."""

from nemogen.openapi.text_positions import Position as Position
from nemogen.openapi.text_positions import locate as locate
from nemogen.openapi.text_positions import with_positions as with_positions
