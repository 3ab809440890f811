# Everything runs in .venv, made from the hash lock; nothing is installed elsewhere.

PYTHON ?= python3
BIN := .venv/bin
export PYTHONHASHSEED := 0
# A corpus of your own, for `make book CORPUS=DIR` and the like; its name may hold blanks.
export CORPUS
ONE_CORPUS := $(if $(CORPUS),--corpus "$$CORPUS")
# Percent scripts open as notebooks; the setting stays inside the environment.
LAB := JUPYTER_CONFIG_DIR=$(CURDIR)/.venv/etc/jupyter

.PHONY: book html test check golden lock lab verify cite register bench clean help

book: .venv/.installed  ## build the book, HTML and PDF, into _build/; of reports of your own: make book CORPUS=DIR
	@$(BIN)/python -m publishing build $(ONE_CORPUS)

html: .venv/.installed  ## the same without the PDF, in half the time
	@$(BIN)/python -m publishing build --html-only $(ONE_CORPUS)

test: .venv/.installed  ## run all tests; builds the book first if it is not up to date
	@$(BIN)/python -m pytest

check: .venv/.installed  ## style, formatting and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

golden: .venv/.installed  ## write the golden results in tests/golden anew and print what changed
	@$(BIN)/python tests/golden_results.py

lock:  ## write requirements.txt anew, with hashes; needs uv
	@command -v uv >/dev/null || { echo "uv is needed: pip install uv" >&2; exit 1; }
	@uv pip compile --quiet --universal --all-extras --generate-hashes --no-header --no-annotate pyproject.toml -o requirements.txt

lab: .venv/.installed  ## open the notebooks in JupyterLab
	@$(LAB) $(BIN)/jupytext-config set-default-viewer python >/dev/null
	@$(LAB) $(if $(CORPUS),BOOK_CORPUS="$$(realpath "$$CORPUS")") $(BIN)/jupyter lab notebooks

verify: .venv/.installed  ## build twice in clean folders and compare every byte
	@$(BIN)/python -m publishing verify

cite: .venv/.installed  ## write CITATION.cff from publishing/metadata.yaml
	@$(BIN)/python -m publishing cite

register: .venv/.installed  ## write datapackage.json, which describes the files of the corpus
	@$(BIN)/python -m publishing register $(ONE_CORPUS)

bench: .venv/.installed  ## print a table of what was measured
	@$(BIN)/python -m benchmarks

clean:  ## remove what was built, keep the environment
	rm -rf _build book/_generated

help:  ## list these targets
	@sed -n 's/^\([a-z]*\):.*##/\1 —/p' $(MAKEFILE_LIST)

# Setuptools goes first, from the lock too, so that no build downloads an unlocked one.
.venv/.installed: requirements.txt pyproject.toml publishing/pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed; name one with: make PYTHON=python3.12 …" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing the locked environment into .venv"
	@sed -n '/^setuptools==/,/[^\\]$$/p' requirements.txt > .venv/setuptools.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .venv/setuptools.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-build-isolation -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . -e publishing
	@touch $@
