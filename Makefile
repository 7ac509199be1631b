# Roundtable Workbooks. Every target makes the environment it needs; `make` lists them.
#
# Options: ARGS="..." is passed on to the command of the target, for instance
#   make test ARGS="tests/unit -k corridor"
#   make briefings ARGS="--theme bilateral"
# PYTHON=/path/to/python3.12 chooses the interpreter of a new environment.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help briefings notebooks lab test check format bench browser lock environment clean distclean

PYTHON ?=
ARGS ?=

# All paths are relative, so that a checkout below a folder with a space in its name works.
BIN := .venv/bin

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

briefings: environment ## build all briefings of the shipped roundtable into reports/
	@$(BIN)/roundtable build $(ARGS)

notebooks: environment ## write the words into the notebooks, run them, store their outputs
	@$(BIN)/roundtable notebooks $(ARGS)

lab: environment ## explore the notebooks in JupyterLab
	@$(BIN)/jupyter lab notebooks $(ARGS)

test: environment ## run all tests, the examples in docstrings included
	@$(BIN)/python -m pytest $(ARGS)

check: environment ## lint the code; check register, claims, texts, drafts and reports
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/roundtable check $(ARGS)

format: environment ## format the code and mend what the linter can mend
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: environment ## measure how long the parts of a build take
	@$(BIN)/python -m tests.bench $(ARGS)

browser: ## install Chromium, for pictures and browser tests, where it is missing
	@$(find_browser); \
	if [ -n "$$browser" ]; then echo "Browser: $$browser"; exit 0; fi; \
	if ! command -v apt-get >/dev/null 2>&1; then \
	    echo "No Chromium or Chrome found, and this system has no apt-get." >&2; \
	    echo "Install one of them with the system's own means, for instance" >&2; \
	    echo "  dnf install chromium    |    brew install --cask chromium" >&2; \
	    exit 1; \
	fi; \
	sudo=; if [ "$$(id -u)" != 0 ]; then sudo=sudo; fi; \
	$$sudo apt-get update -qq && \
	$$sudo env DEBIAN_FRONTEND=noninteractive \
	    apt-get install -y --no-install-recommends chromium fonts-dejavu-core || { \
	    echo "Chromium could not be installed: see the lines above." >&2; exit 1; }

lock: ## resolve the dependencies anew; ARGS=--upgrade takes newer releases
	@$(find_uv); if [ -z "$$uv" ]; then $(MAKE) environment; fi
	@$(find_uv); trap 'rm -f requirements.lock.new' EXIT; \
	if [ -f requirements.lock ]; then cp requirements.lock requirements.lock.new; fi; \
	"$$uv" pip compile pyproject.toml --extra test --group install \
	    --universal --python-version 3.11 --generate-hashes --no-header $(ARGS) \
	    --output-file requirements.lock.new --quiet && \
	{ echo "# What is installed, for every system and every Python from 3.11 on."; \
	  echo "# Written by make lock from pyproject.toml. Installed by make, or elsewhere by"; \
	  echo "# pip install --require-hashes -r requirements.lock"; \
	  cat requirements.lock.new; } > requirements.lock

clean: ## remove what was built, and caches; keeps reports/sample, data/store and .venv
	@if [ -d reports ]; then \
	    find reports -mindepth 1 -maxdepth 1 ! -name sample -exec rm -rf {} +; fi
	@rm -rf .pytest_cache .ruff_cache .hypothesis dist build
	@for folder in src tests notebooks; do if [ -d $$folder ]; then \
	    find $$folder -type d \( -name __pycache__ -o -name .ipynb_checkpoints \) \
	        -prune -exec rm -rf {} +; fi; done

distclean: clean ## the same, and the environment
	@rm -rf .venv

# --- The environment --------------------------------------------------------------------------
#
# .venv/stamp has three lines: where and for which Python the environment was made (it cannot be
# moved to another), and the checksums of the lock and of pyproject.toml that are installed in it.
# While all hold, nothing is done and no network is needed; a changed pyproject.toml needs none
# either. The stamp is there from the first moment, saying "unfinished", so that an environment
# whose making was killed is recognised and made anew.

# Sets $browser to the first browser found, or to nothing.
define find_browser
browser=; for name in chromium chromium-browser google-chrome google-chrome-stable; do \
    if command -v $$name >/dev/null 2>&1; then browser=$$(command -v $$name); break; fi; \
done
endef

# Sets $uv to a uv that runs, or to nothing. Asking for its version tells a uv from the
# placeholder that version managers leave on the path.
define find_uv
uv=; for name in uv $(BIN)/uv; do \
    if "$$name" --version >/dev/null 2>&1; then uv=$$name; break; fi; \
done
endef

# Sets $python to the first interpreter that will do, or to nothing. Releases newer than the lock
# was tried with come last: not all packages have been built for them.
define find_python
python=; \
accepts() { "$$1" -c "import sys; sys.exit(not ((3, 11) <= sys.version_info[:2] <= (3, $$2)))" \
    >/dev/null 2>&1; }; \
for newest in 14 99; do \
    if [ -n "$(PYTHON)" ]; then set -- "$(PYTHON)"; \
    else set -- python3 python3.14 python3.13 python3.12 python3.11 python; fi; \
    for name in "$$@"; do \
        if [ -z "$$python" ] && accepts "$$name" $$newest; then python=$$name; fi; \
    done; \
done
endef

# The three lines of the stamp.
define find_stamp
place="$$(pwd -P) $$($(BIN)/python -c 'import sys; print(sys.version_info[:2])' 2>/dev/null)"; \
lock=$$(cksum < requirements.lock); project=$$(cksum < pyproject.toml)
endef

environment:
	@$(find_stamp); had_place=; had_lock=; had_project=; \
	if [ -f .venv/stamp ]; then \
	    { read -r had_place; read -r had_lock; read -r had_project; } < .venv/stamp || :; \
	    if [ "$$had_place" != "$$place" ]; then rm -rf .venv; had_lock=; had_project=; fi; \
	fi; \
	if [ "$$had_lock" = "$$lock" ] && [ "$$had_project" = "$$project" ]; then exit 0; fi; \
	if [ ! -x $(BIN)/python ]; then $(make_environment); fi; \
	$(fill_environment)

define make_environment
$(find_python); $(find_uv); \
if [ -z "$$python" ]; then \
    echo "Roundtable Workbooks needs Python 3.11 or newer; found: $$( \
        "$${1:-python3}" --version 2>&1 || echo none)." >&2; \
    echo "Install one, or name it: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)" >&2; exit 1; \
fi; \
echo "Making .venv with $$("$$python" --version)"; \
trap 'rm -rf .venv; exit 130' INT TERM HUP; \
rm -rf .venv; mkdir .venv && echo unfinished > .venv/stamp; \
if [ -n "$$uv" ]; then \
    log=$$("$$uv" venv --quiet --no-project --allow-existing --no-python-downloads \
        --python "$$("$$python" -c 'import sys; print(sys.executable)')" .venv 2>&1); \
else log=$$("$$python" -m venv .venv 2>&1); fi || { \
    rm -rf .venv; printf '%s\n' "$$log" >&2; \
    echo "$$python could not make a virtual environment in .venv." >&2; \
    echo "On Debian and Ubuntu the package python3-venv is missing then: apt install" \
        "python3-venv" >&2; exit 1; }
endef

# Where uv has to be fetched, it is the one in the lock: its lines end with the first that has no
# backslash. Before the first fill is through, a failure leaves nothing behind; later ones keep
# the environment that worked. Where PYTHONDONTWRITEBYTECODE is set, as in many containers, all
# modules are compiled here: else each kernel would compile what it imports, and start far slower.
define fill_environment
$(find_uv); \
give_up() { if [ "$$(cat .venv/stamp 2>/dev/null)" = unfinished ]; then rm -rf .venv; fi; \
    echo "The environment could not be installed: see the lines above." >&2; exit 1; }; \
if [ -z "$$uv" ]; then \
    awk '/^uv==/ { on = 1 } on { print; if ($$0 !~ /\\$$/) exit }' requirements.lock > .venv/uv.lock; \
    $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
        -r .venv/uv.lock || give_up; \
    uv=$(BIN)/uv; \
fi; \
if [ "$$had_lock" != "$$lock" ]; then \
    "$$uv" pip sync --python $(BIN)/python --require-hashes \
        $${PYTHONDONTWRITEBYTECODE:+--compile-bytecode} requirements.lock || give_up; \
fi; \
"$$uv" pip install --quiet --python $(BIN)/python --offline --no-deps --no-build-isolation \
    --editable . || give_up; \
if [ -n "$$PYTHONDONTWRITEBYTECODE" ]; then $(BIN)/python -m compileall -q src; fi; \
$(find_stamp); printf '%s\n' "$$place" "$$lock" "$$project" > .venv/stamp
endef
