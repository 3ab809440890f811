# Everything runs in .venv, made from the hash lock; nothing is installed elsewhere.

PYTHON ?= python3
BIN := .venv/bin
export PYTHONHASHSEED := 0
# A corpus of your own, for `make book CORPUS=DIR` and the like; its name may hold blanks.
export CORPUS
ONE_CORPUS := $(if $(CORPUS),--corpus "$$CORPUS")
# Percent scripts open as notebooks; the setting stays inside the environment.
LAB := JUPYTER_CONFIG_DIR=$(CURDIR)/.venv/etc/jupyter

.PHONY: book html test check golden lock lab verify cite register release bench clean help

book: .venv/.installed  ## build the book, HTML and PDF, into _build/ (minutes; after a change of a chapter or a cell a fifth of that); of reports of your own: make book CORPUS=DIR; the English edition alone: LANGUAGES=en make book
	@$(BIN)/python -m publishing build $(ONE_CORPUS)

html: .venv/.installed  ## the same without the PDF (after a change of one chapter the quickest: seconds)
	@$(BIN)/python -m publishing build --html-only $(ONE_CORPUS)

test: .venv/.installed  ## run all tests (longer than the book; builds it first if it is not up to date)
	@$(BIN)/python -m pytest

check: .venv/.installed  ## style, formatting, layers, types, and whether the Chinese edition says what the English does (a minute)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports --no-cache >.venv/layers.txt || { cat .venv/layers.txt; exit 1; }
	@$(BIN)/mypy
	@$(BIN)/python -m publishing zh

golden: .venv/.installed  ## write the golden results in tests/golden anew and print what changed (seconds)
	@$(BIN)/python tests/golden_results.py

lock:  ## write requirements.txt anew, with hashes (seconds); needs uv
	@command -v uv >/dev/null || { echo "uv is needed: pip install uv" >&2; exit 1; }
	@uv pip compile --quiet --universal --all-extras --generate-hashes --no-header --no-annotate pyproject.toml -o requirements.txt

lab: .venv/.installed  ## open the notebooks in JupyterLab
	@$(LAB) $(BIN)/jupytext-config set-default-viewer python >/dev/null
	@$(LAB) $(if $(CORPUS),BOOK_CORPUS="$$(realpath "$$CORPUS")") $(BIN)/jupyter lab notebooks

verify: .venv/.installed  ## build in two clean folders, in one with changes that are then taken back, and compare every byte (two books and a bit)
	@$(BIN)/python -m publishing verify

cite: .venv/.installed  ## write CITATION.cff and codemeta.json from publishing/metadata.yaml
	@$(BIN)/python -m publishing cite

register: .venv/.installed  ## write datapackage.json, which describes the files of the corpus
	@$(BIN)/python -m publishing register $(ONE_CORPUS)

release: .venv/.installed  ## pack the book, its data and sources as an archive; says what it lacks
	@$(BIN)/python -m publishing release

bench: .venv/.installed  ## print a table of what was measured; the build alone: python -m benchmarks build (two clean books and five changed ones)
	@$(BIN)/python -m benchmarks

clean:  ## remove what was built, keep the environment
	rm -rf _build book/_generated

help:  ## list these targets
	@sed -n 's/^\([a-z]*\):.*##/\1 —/p' $(MAKEFILE_LIST)

.venv/.installed: requirements.txt pyproject.toml publishing/pyproject.toml
	@$(PYTHON) tools/run.py install
