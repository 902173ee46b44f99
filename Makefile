# The two commands of the README are `make demo` and `make test`; `make help` lists the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_CONSTRAINT := constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo test check format bench picture knowledge understanding catalogues index reliability wheel clean

help: ## lists the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 14

demo: $(VENV)/.program ## opens the app on the demo district; without a terminal prints a tour
	@$(BIN)/stk demo

test: $(VENV)/.tools ## runs all tests and reports the coverage
	$(BIN)/pytest -n auto --dist worksteal --cov --cov-report=term:skip-covered

check: $(VENV)/.tools ## lint, format, types, import contracts, sentences
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m stk_graph.knowledge.review

format: $(VENV)/.tools ## brings the code into its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.tools ## runs every benchmark and prints one JSON line a case
	$(BIN)/python -m bench

picture: $(VENV)/.tools ## remakes the picture of the README
	$(BIN)/python -m bench.picture docs/pictures

knowledge: $(VENV)/.tools ## learns the weights of the meanings from the sentences
	$(BIN)/python -m stk_graph.knowledge.training

understanding: $(VENV)/.tools ## measures what is understood by writers held out (half an hour)
	$(BIN)/python -m tests.evaluation.knowledge_folds

catalogues: $(VENV)/.tools ## collects the texts and compiles the English catalogue
	$(BIN)/python -m stk_tui.locales

index: $(VENV)/.program ## prepares vocabulary, phrases and names anew after a change of their files
	$(BIN)/python -m stk_graph

reliability: $(VENV)/.tools ## the long runs: kill, power cut, damaged files, state machines
	$(BIN)/pytest -m nightly tests/reliability

wheel: $(VENV)/.tools ## builds the wheel into dist/
	$(BIN)/python -m build --wheel

clean: ## removes what the other targets made
	rm -rf $(VENV) dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage*

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.program: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --editable .
	@touch $@

$(VENV)/.tools: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/.program
