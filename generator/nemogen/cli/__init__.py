import gc

# Nearly all objects of a command live to its end: modules, a document, its plan. Python's default would look through
# the new ones for cycles at each 700, and find next to none.
gc.set_threshold(50_000, 20, 20)
