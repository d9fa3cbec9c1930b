# Everything a newcomer types. Nothing else needs typing first: each target sets up what it needs and does it once.
.PHONY: demo test test-long shots check mutate lock docs bench bench-signals setup setup-tests clean

RUN := .venv/bin/python -m
# Every command starts several processes. Where what Python compiles may not be kept, each compiles seven hundred modules anew.
export PYTHONDONTWRITEBYTECODE :=
PYTEST := $(RUN) pytest -n 2 --dist loadscope --no-loadscope-reorder

demo: setup ## Try Holdfast: a private database, invented people, a page to open (make demo PORT=8001 for another port)
	@.venv/bin/holdfast demo $(if $(PORT),--port $(PORT))

test: setup-tests ## Every test, in real PostgreSQL and real Chromium; what is drawn is the same each time
	@$(PYTEST)

test-long: setup-tests ## The same with the generated runs at full length, drawn anew each time
	@HOLDFAST_TESTS=long $(PYTEST)

shots: setup-tests ## Pictures of every page that the tests open, in shots/, to be looked at
	@HOLDFAST_SHOTS=1 $(RUN) pytest -n 2 --dist loadscope tests/pages

check: setup ## The house rules
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports
	@.venv/bin/python docs/build.py --check
	@.venv/bin/python scripts/measure_house.py --check

mutate: setup ## Bend every rule a little, and see that its own examples notice
	@$(RUN) tests.specs.mutate

lock: setup ## Hold the meaning of every standard in force: make lock BECAUSE='why one changed'
	@.venv/bin/python docs/lock.py "$(BECAUSE)"

docs: setup ## Write the generated pages of docs/
	@.venv/bin/python docs/build.py

bench: setup ## What the record costs, as ratios side by side
	@$(RUN) bench

bench-signals: setup ## How often each signal sounds in families where nothing is wrong, written into docs/fair-signals.md
	@$(RUN) bench.signals --write docs/fair-signals.md

setup: ## The Python environment and a database to run
	@scripts/setup

setup-tests: ## The same, with what the tests need: a browser and its fonts
	@scripts/setup --tests

clean: ## Stop the private database and remove what the demonstration made
	@[ ! -x .venv/bin/holdfast ] || .venv/bin/holdfast stop
	@rm -rf .holdfast/pg .holdfast/static .holdfast/secret-key
