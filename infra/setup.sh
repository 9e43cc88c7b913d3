#!/usr/bin/env bash
# Makes .venv and installs the pinned dependencies and the local packages (arguments: their folders).
# Does nothing when the lock and the packages' pyproject.toml are those of the last run.
set -euo pipefail

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

python=${PYTHON:-python3}
stamp=.venv/chungtay-setup
command -v "$python" >/dev/null || fail "Python is missing; install Python 3.11, 3.12 or 3.13 (Debian: apt-get install python3)"
"$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' ||
  fail "$("$python" --version) does not fit; name a Python 3.11, 3.12 or 3.13 with: make up PYTHON=/path/to/python3"

wanted=$({ "$python" --version; pwd; cat constraints.txt infra/setup.sh; for p in "$@"; do cat "$p/pyproject.toml"; done; } | sha256sum)
fresh() { [[ -f $stamp && $(<"$stamp") == "$wanted" ]]; }
fresh && exit 0
if command -v flock >/dev/null; then
  exec 9<constraints.txt
  flock 9
  fresh && exit 0
fi

make_venv() { "$python" -m venv .venv >/dev/null 2>&1; }
if [[ ! -x .venv/bin/pip ]] && ! make_venv; then
  if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
    say "installing python3-venv, which Debian's Python needs"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv; } >/dev/null ||
      fail "python3-venv could not be installed"
  fi
  make_venv || fail "Python cannot make a virtual environment; as root: apt-get install python3-venv"
fi

total=$(grep -c '^[a-z0-9]' constraints.txt)
progress() {
  awk -v total="$total" -v tty="$([[ -t 2 ]] && echo 1)" '
    /^(Collecting|Processing) / { n++; if (tty) printf "\r\033[K  %d of at most %d: %s", n, total, $2; else if (n % 20 == 0) printf "  %d of at most %d\n", n, total }
    /^Installing collected/ { printf "%s  unpacking %d packages\n", tty ? "\r\033[K" : "", n }
    /ERROR|error:/ { print }
    { fflush() }' >&2
}
say "installing the pinned dependencies into .venv"
.venv/bin/python -m pip install --disable-pip-version-check --require-hashes --no-deps -r constraints.txt 2>&1 | progress ||
  fail "the dependencies could not be installed; see the lines above"

say "installing the local packages"
editables=()
for package in "$@"; do editables+=(-e "$package"); done
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index "${editables[@]}" ||
  fail "the local packages could not be installed"
.venv/bin/python -m compileall -q "${@/%//src}"
printf '%s' "$wanted" >"$stamp"
say "done"
