# make run    start Dateline on this machine and open it in a browser
# make test   everything that must hold: lint, types, import contract, tests, browser tests
# make check  the quick part of it: lint, types, import contract
# make lock   write requirements.txt and requirements-dev.txt anew from pyproject.toml
# make clean  remove .venv, caches and built stores
# make help   this list
#
# PYTHON=python3.12 make run   with another Python (3.11 or newer)
# make run ARGS="--articles FOLDER"    make test ARGS="-k export"    make lock ARGS=--upgrade

PYTHON ?= python3
ARGS ?=

VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# An installation is marked by the checksum of what was installed: a changed lock installs anew.
checksum = $(firstword $(shell cat $(1) | cksum))
APP := $(VENV)/installed-app-$(call checksum,requirements.txt)
DEV := $(VENV)/installed-dev-$(call checksum,requirements.txt requirements-dev.txt)

.PHONY: run test check lock clean help

run: $(APP)
	@$(BIN)/python -m dashboard serve --open $(ARGS)

test: check
	@chromium=$$($(BIN)/python tests/browser/chromium.py --install) && \
	DATELINE_CHROMIUM="$$chromium" $(BIN)/python -m pytest $(SHARED) $(ARGS)

# Every core up to four takes tests, file by file, so that no fixture of a file is made twice.
SHARED = --numprocesses=auto --maxprocesses=4 --dist=loadfile

check: $(DEV)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy dashboard
	@$(BIN)/lint-imports --no-logo

lock: $(VENV)/made
	@$(PIP) install uv
	@$(BIN)/uv pip compile pyproject.toml --group test --output-file requirements.txt $(COMPILE) $(ARGS)
	@$(BIN)/uv pip compile --group dev --constraint requirements.txt \
		--output-file requirements-dev.txt $(COMPILE) $(ARGS)

COMPILE = --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet \
	--annotation-style line --custom-compile-command "make lock"

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis \
		test-results data/*.db data/*.db-*
	find dashboard tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

help:
	@sed -n '1,/^$$/s/^# \{0,1\}//p' Makefile

$(APP): $(VENV)/made requirements.txt
	@echo "Installing what Dateline needs into $(VENV) (once, about a minute) ..."
	@$(PIP) install --require-hashes -r requirements.txt
	@rm -f $(VENV)/installed-*
	@touch $@

$(DEV): $(APP) requirements-dev.txt
	@echo "Installing what the tests need into $(VENV) (once) ..."
	@$(PIP) install --require-hashes -r requirements.txt -r requirements-dev.txt
	@touch $@

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Dateline needs Python 3.11 or newer, and $(PYTHON) is not that." >&2; \
		echo "Install it, or name one: PYTHON=python3.12 make run" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) cannot make a virtual environment: its venv module is missing." >&2; \
		echo "On Debian and Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@
