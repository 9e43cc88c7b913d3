# Two commands: `make up` starts Chung Tay, `make test` proves it. Nothing else needs to be installed first.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
PACKAGES := contracts shared $(sort $(wildcard services/*)) gateway infra
SOURCES := $(wildcard $(addsuffix /src,$(PACKAGES)))
WORKERS ?= 3
TOOL := PYTHONPATH=tests $(BIN)/python -m
TESTS := $(wildcard $(addsuffix /tests,$(PACKAGES))) tests

.DEFAULT_GOAL := help
.PHONY: help setup up down status clean test check format duties faults bench containers contracts lock

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup:  ## Make .venv and install what constraints.txt pins (skipped when nothing changed)
	@PYTHON=$(PYTHON) infra/setup.sh $(PACKAGES)

up: setup  ## Start everything; Ctrl-C stops it
	@exec $(BIN)/chungtay up

down: setup  ## Stop what `make up` started, from another terminal
	@$(BIN)/chungtay down

status: setup  ## Show the processes
	@$(BIN)/chungtay status

clean: setup  ## Forget all data (refuses while running)
	@$(BIN)/chungtay clean

test: setup  ## Check, then run every test, whatever the checks said
	@$(MAKE) --no-print-directory check; checked=$$?; $(BIN)/pytest -n $(WORKERS) && exit $$checked

check: setup  ## Lint, types and architecture
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(SOURCES) $(TESTS)
	$(BIN)/lint-imports

format: setup  ## Lay the code out
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

duties: setup  ## Show which duties of the programme the scenarios prove
	@$(BIN)/chungtay duties

bench: setup  ## Measure speed against peers (ten minutes, on a quiet machine)
	@$(TOOL) bench; reached=$$?; $(TOOL) bench.queries && exit $$reached

containers: setup  ## Bring up the pilot with Docker, use it, kill each container, change a password
	@$(BIN)/pytest -n0 -v tests/containers

faults: setup  ## Inflict faults on a suite of its own for ten minutes, and count
	@$(TOOL) faults

contracts: setup  ## Publish the schemas of new messages, the AsyncAPI documents, the tables of the READMEs
	@$(BIN)/chungtay contracts freeze && $(BIN)/chungtay contracts docs

lock:  ## Pin again (for maintainers; needs uv)
	@infra/lock.sh
