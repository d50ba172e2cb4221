# `make run` sets everything up and does the main job; `make test` sets everything up and passes all tests.
PY := .venv/bin/python
READY := .venv/.ready

.PHONY: run setup test check minimal truth bench bench-triggers bench-plan bench-app screens knowledge atlas drawings atlas-reference clean

# The app on this machine, until Ctrl-C.
run: $(READY)
	.venv/bin/flarepath serve

setup: $(READY)

$(READY): requirements/dev.txt pyproject.toml tools/setup.sh
	sh tools/setup.sh .venv requirements/dev.txt
	.venv/bin/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

# A browser for the journeys, a real PostgreSQL for the store, Pango for the PDF.
DEBIAN := chromium postgresql libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0

test: $(READY)
	sh tools/debian.sh $(DEBIAN)
	$(PY) -m pytest -n 2 -m "not truth"

check: $(READY)
	.venv/bin/ruff format --check src tests benchmarks tools
	.venv/bin/ruff check src tests benchmarks tools
	.venv/bin/mypy
	$(PY) -m pytest -n 2 tests/architecture

# The run-time floor: everything down to `why` works without the web, Dask or a command library.
minimal: tools/setup.sh requirements/minimal.txt
	sh tools/setup.sh .venv-minimal requirements/minimal.txt
	PYTHONPATH=src .venv-minimal/bin/python -m pytest -n 2 -m "not truth and not journey" \
		$(addprefix tests/,body rules diary course exercises safety triggers flares lessons questionnaires plan why scenarios)

truth: $(READY)
	$(PY) -m pytest -n 2 --dist loadgroup -m truth

bench: $(READY) bench-triggers bench-plan bench-app
	$(PY) benchmarks/run.py

# Triggers beside the field: other methods have their own environment; PEOPLE=400 for the committed table.
PEOPLE := 20
bench-triggers: tools/setup.sh requirements/bench.txt
	sh tools/setup.sh .venv-bench requirements/bench.txt
	PYTHONPATH=src .venv-bench/bin/python benchmarks/triggers/accuracy.py --people $(PEOPLE)
	PYTHONPATH=src .venv-bench/bin/python benchmarks/triggers/speed.py
	PYTHONPATH=src .venv-bench/bin/python benchmarks/triggers/growth.py
	PYTHONPATH=src .venv-bench/bin/python benchmarks/triggers/chart.py

# Made-up people who follow the plan, and three plain policies, for 26 weeks.
bench-plan: $(READY)
	$(PY) benchmarks/plan/follow.py --people 60
	$(PY) benchmarks/plan/chart.py

# Every page with a diary of three years, and fifty people who check in once a second.
bench-app: $(READY)
	$(PY) benchmarks/app/pages.py
	$(PY) benchmarks/app/load.py

# A picture of every screen, for docs/guide/screens.md.
screens: $(READY)
	sh tools/debian.sh chromium
	$(PY) tools/screens.py

# The page of every number, feature and question, made from the tables.
knowledge: $(READY)
	$(PY) tools/knowledge_page.py
	$(PY) tools/not_with_page.py

# The muscle lengths and pictures that ship, computed anew (build-time only; the program never needs MuJoCo).
atlas: tools/setup.sh requirements/atlas.txt
	sh tools/setup.sh .venv-atlas requirements/atlas.txt
	sh tools/atlas/drawing.sh
	PYTHONPATH=tools .venv-atlas/bin/python -m atlas data
	PYTHONPATH=tools .venv-atlas/bin/python -m atlas pictures
	PYTHONPATH=tools .venv-atlas/bin/python -m atlas sheet

# The line drawings of the exercises that are not posed on the model.
drawings: $(READY)
	$(PY) tools/drawings/draw.py

# The leg muscles beside the original model, as OpenSim computes it.
atlas-reference: tools/setup.sh requirements/atlas.txt requirements/atlas-reference.txt
	sh tools/setup.sh .venv-reference requirements/atlas.txt
	sh tools/atlas/reference.sh .venv-reference requirements/atlas-reference.txt

clean:
	rm -rf .venv .venv-minimal .venv-bench .venv-atlas .venv-reference .pytest_cache .mypy_cache .ruff_cache .hypothesis
