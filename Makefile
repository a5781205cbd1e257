# Every target makes the environment in .venv first if it must: Python 3.11 to 3.13, make and git are all it needs.
.PHONY: help environment build demo docs lab lint test test-full

PYTHON ?= $(firstword $(foreach name,python3 python3.13 python3.12 python3.11 python,$(shell \
	$(name) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null && echo $(name))))
BIN := .venv/bin
# Programs write byte code beside their sources; without it every start would compile dllabs and labgrader again.
unexport PYTHONDONTWRITEBYTECODE
LOCKED := .venv/.locked
# Three processes for two cores: many tests wait for a process they have started. tests/conftest.py keeps together tests
# that share something expensive to create.
PARALLEL := --numprocesses=3 --dist=loadscope --no-loadscope-reorder
# What the kernels of the labs have imported before they start (docs: labgrader install-kernel --help).
WARM_MODULES := numpy pandas matplotlib.pyplot sklearn.datasets sklearn.model_selection tensorflow keras dllabs

help:
	@echo "make build      scripts in labs/ -> source, release and solutions"
	@echo "make demo       grade a small class and show where to look"
	@echo "make lab        JupyterLab on your own copy of the labs, in work/"
	@echo "make docs       docs/coverage.md and docs/errata.md from the tables beside them"
	@echo "make lint       style, formatting, spelling and types"
	@echo "make test       lint, and every test that a change must pass (CI runs it)"
	@echo "make test-full  all seeds and profiles, before a release"
	@echo "                TESTS=... selects tests and skips lint: make test TESTS=tests/build"

environment: $(LOCKED)

# uv is in the lock file itself, so that pip installs the very version that then keeps the environment in step.
# Byte code is compiled now, because every kernel start would pay for it otherwise.
$(LOCKED): Makefile uv.lock pyproject.toml shared/pyproject.toml grading/pyproject.toml
	@test -n "$(PYTHON)" || { echo "No Python 3.11, 3.12 or 3.13 was found: install one, or say make PYTHON=/path/to/python."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo "$(PYTHON) cannot make virtual environments: install its venv module (Debian and Ubuntu: apt install python3-venv)."; exit 1; }
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet \
		"uv==$$(sed -n '/^name = "uv"$$/{n;s/version = "\(.*\)"/\1/p;}' uv.lock)"
	UV_PROJECT_ENVIRONMENT=.venv $(BIN)/uv sync --locked --compile-bytecode --python $(BIN)/python
	$(BIN)/labgrader install-kernel $(WARM_MODULES) --env TF_CPP_MIN_LOG_LEVEL=3 --env KERAS_BACKEND=tensorflow
	@touch $@

build: $(LOCKED)
	$(BIN)/labgrader build

demo: $(LOCKED)
	$(BIN)/python tools/demo.py

docs: $(LOCKED)
	$(BIN)/python tools/coverage_page.py

lab: $(LOCKED)
	$(BIN)/python -m dllabs start
	$(BIN)/jupyter lab --notebook-dir=work

lint: $(LOCKED)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	git ls-files -z | xargs -0 $(BIN)/codespell
	$(BIN)/mypy

# TESTS holds arguments of pytest; a later -m replaces the one given here.
test: $(LOCKED) $(if $(TESTS),,lint)
	$(BIN)/python -m pytest $(PARALLEL) -m "not full and not per_lab" $(TESTS)

test-full: $(LOCKED) $(if $(TESTS),,lint)
	RESULT_CACHE=off $(BIN)/python -m pytest $(PARALLEL) $(TESTS)

environment.yml: $(LOCKED)
	$(BIN)/python tools/conda_environment.py > $@
