"""Short names of the levels, for the tables of rules."""

from nemogen.findings import Level

B, R, A, D, U, E, N = (
    Level.BREAKING,
    Level.RISKY,
    Level.ADDITIVE,
    Level.DOCS,
    Level.UNREACHABLE,
    Level.ERROR,
    Level.NOTE,
)
