"""Small faults that are put into nemogen on purpose: does a test notice? `make mutants` says so.

Of the tools for this, mutmut rewrites whole packages and cosmic-ray works in the tree itself; neither takes a seeded
sample with a bound in time, which is what this is for.
"""
