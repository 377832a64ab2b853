"""Reads the names of another client of the same API, and matches them with the operations and schemas of a spec."""
