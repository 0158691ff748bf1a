# What is run while one works; `just` lists it. The tools are those of requirements-dev.txt.

set windows-shell := ["powershell.exe", "-NoLogo", "-Command"]

_list:
    @just --list

# lint, format and types
check:
    ruff check
    ruff format --check
    mypy

# the pure tests and the scripts' lint, after each change
fast:
    pytest -n 2 -m "not slow and not alone" tests/exercises tests/history tests/motion tests/runtime tests/texts \
        tests/test_docs.py tests/test_imports.py tests/test_requirements.py tests/test_version.py \
        tests/ui/test_scripts.py

# all that a change has to pass: alone what measures time, as the browser's tests do of live video
full: check
    pytest -m "e2e or alone"
    pytest -n 2 --dist loadfile -m "not e2e and not alone"

# which lines no test reaches
coverage *tests:
    pytest --cov --cov-report=term {{ tests }}

# the reference of the code as pages, from its docstrings
reference folder:
    python docs/reference.py {{ folder }}
