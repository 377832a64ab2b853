"""The shape of a generated package, written by hand."""
