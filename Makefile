# Everything that a person types here. `make sync` sets up and does the main job, `make test` proves it.

# The first Python that is new enough; another one: make PYTHON=…
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)
API ?= mistral-nemo

VENV := .venv
# What is judged without being run. mypy and ruff take all code for that of Python 3.11, whichever runs them.
STATIC := lint types
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
RIVALS := $(VENV)/rivals
PEERS := $(VENV)/peers
NEWEST := .venv-newest
# Options of tests/mutants: make mutants MUTANTS='--count 20 generator/nemogen/diff'
MUTANTS :=
# Options of tests/torture: make torture TORTURE='--minutes 30 --seed 7'
TORTURE :=
PIP := -m pip --quiet --disable-pip-version-check install
PACKAGES := $(wildcard generated/*/src)
# Where Python reads .pth files. One that lists the generated packages makes them importable in the environment, as they
# are now: an editable installation would take seconds for each, and leave a folder in what is generated.
SITE_PACKAGES := import sysconfig; print(sysconfig.get_path("purelib"))
# Tests look for tools, such as pyright and ruff, where an activated environment has them.
export PATH := $(abspath $(BIN)):$(PATH)

.PHONY: help docs sync test test-all test-newest lint types suite suite-all suite-slow environment conformance mutants torture
.PHONY: bytecode golden release-check
.PHONY: bench bench-scale bench-client bench-diff bench-peers bench-test constraints clean
.DELETE_ON_ERROR:

help: ## list what can be made
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' $(firstword $(MAKEFILE_LIST)) | expand -t 14

sync: $(INSTALLED) ## set up, bring the package up to date with the pinned spec (offline), and call it
	$(BIN)/nemogen sync --offline --no-commit $(API)
	@printf '%s\n' "$(CURDIR)"/generated/*/src > "$$($(BIN)/python -c '$(SITE_PACKAGES)')/generated.pth"
	@$(BIN)/python -m tests.demo

test: $(STATIC) suite ## all that a change has to pass

test-all: $(STATIC) suite-all ## the same, with the tests that take many seconds

# Without ruff's cache, which has called a file clean that was not.
lint: $(INSTALLED) ## ruff
	$(BIN)/ruff check --no-cache --config pyproject.toml
	$(BIN)/ruff format --no-cache --config pyproject.toml --check

types: $(INSTALLED) ## mypy --strict, on nemogen and on each generated package
	$(BIN)/mypy generator tests
	for package in $(PACKAGES); do $(BIN)/mypy "$$package" || exit 1; done

# Of what has changed since the installation, and of what tests start as programs of their own.
bytecode: $(INSTALLED)
	@$(BIN)/python -m compileall -q -x '/cases/' generator tests

suite: bytecode
	$(BIN)/pytest --numprocesses auto --dist worksteal

suite-all: bytecode
	NEMOGEN_SLOW=1 $(BIN)/pytest --numprocesses auto --dist worksteal

# What `make test-all` runs besides `make test`.
suite-slow: bytecode
	NEMOGEN_SLOW=1 $(BIN)/pytest --numprocesses auto --dist worksteal -m slow

environment: $(INSTALLED) ## set up alone; for another Python: make environment PYTHON=python3.12 VENV=.venv-3.12

conformance: $(INSTALLED) ## JSON Schema's own test suite: NEMOGEN_CONFORMANCE names the folder that has it
	$(BIN)/pytest tests/conformance
	$(BIN)/python -m tests.conformance.figures "$$NEMOGEN_CONFORMANCE"

# What users get who install nemogen today: nothing is pinned but what pyproject.toml pins.
test-newest: ## the tests with the newest release of each dependency, in an environment of their own
	rm -rf $(NEWEST)
	$(PYTHON) -m venv $(NEWEST)
	$(NEWEST)/bin/python $(PIP) --editable '.[dev]'
	touch $(NEWEST)/.installed
	$(MAKE) suite VENV=$(NEWEST)

docs: $(INSTALLED) ## write the pages that are made of the code, and build the site into build/site
	$(BIN)/python -m tests.docs.build
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

mutants: $(INSTALLED) ## faults put into the core on purpose, and those that no test notices; half an hour
	$(BIN)/python -m tests.mutants $(MUTANTS)

torture: $(INSTALLED) ## kills, full disks, hostile documents and servers at random, for five minutes
	$(BIN)/python -m tests.torture $(TORTURE)

release-check: $(INSTALLED) ## is this commit ready for the tag of a release? Says what is missing
	@$(BIN)/python .ci/release-check

golden: $(INSTALLED) ## write what tests/cases and tests/diff expect again: read the difference before you commit it
	NEMOGEN_UPDATE_CASES=1 $(BIN)/pytest --numprocesses auto --dist worksteal tests/test_cases.py
	NEMOGEN_UPDATE_CASES=1 $(BIN)/pytest tests/diff/test_pairs.py tests/diff/test_rules.py tests/formats

bench: $(INSTALLED) ## generate and check, against the engines run by hand
	$(BIN)/python -m tests.bench.loop

bench-scale: $(INSTALLED) ## generate, by number of APIs (COUNTS="12 100 1000")
	$(BIN)/python -m tests.bench.scale $(COUNTS)

bench-diff: $(INSTALLED) ## diff, by size of the documents
	$(BIN)/python -m tests.bench.diff

bench-test: $(INSTALLED) ## test, by number of recordings
	$(BIN)/python -m tests.bench.recordings

bench-client: $(INSTALLED) $(RIVALS)/.installed ## the generated client against other SDKs
	$(BIN)/python -m tests.bench.client $(RIVALS)/bin/python

bench-peers: $(INSTALLED) $(PEERS)/.installed ## other generators on the same documents: NEMOGEN_DOCUMENTS, npm and Java
	$(BIN)/python -m tests.bench.peers $(PEERS) $(PEERS)

constraints: $(INSTALLED) ## resolve the dependencies again
	$(BIN)/python $(PIP) pip-tools
	$(BIN)/pip-compile --quiet --upgrade --extra dev --generate-hashes \
		--allow-unsafe --strip-extras --no-header --no-emit-options --no-emit-index-url --no-emit-trusted-host \
		--no-emit-find-links --output-file constraints.txt pyproject.toml
	$(BIN)/python .ci/runtime-constraints > constraints-run.txt

clean: ## forget the environment and all caches
	rm -rf .venv* .mypy_cache .pytest_cache .ruff_cache .hypothesis generator/nemogen/*.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamp is older than a constraint that changed: then pip brings the environment up to date. Byte code is made now,
# also where the user's environment tells Python not to keep it: it is what makes the command start quickly.
$(INSTALLED): constraints.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed: make PYTHON=…" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python $(PIP) --require-hashes --requirement constraints.txt
	PYTHONWARNINGS=ignore $(BIN)/python $(PIP) --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q generator
	touch $@

$(RIVALS)/.installed: $(INSTALLED)
	test -x $(RIVALS)/bin/python || $(BIN)/python -m venv $(RIVALS)
	$(RIVALS)/bin/python $(PIP) --upgrade openai mistralai httpx2 pydantic aiohttp
	touch $@

# The newest of each tool that nemogen does not depend on.
$(PEERS)/.installed: $(INSTALLED)
	test -x $(PEERS)/bin/python || $(BIN)/python -m venv $(PEERS)
	$(PEERS)/bin/python $(PIP) --upgrade openapi-generator-cli crozier
	npm install --no-audit --no-fund --silent --prefix $(PEERS) \
		@hey-api/openapi-ts oazapfts @oazapfts/runtime openapi-typescript orval typescript
	touch $@
