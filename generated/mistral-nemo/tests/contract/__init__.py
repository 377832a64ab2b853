"""Replays recorded exchanges through a generated client. Stands alone: the standard library and the client only.

The same files are copied into every generated package, where pytest runs them (test_contract.py).
"""
