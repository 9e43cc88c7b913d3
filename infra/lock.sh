#!/usr/bin/env bash
# Resolves every package's dependencies and the tools into constraints.txt: one file, with hashes, for
# Python 3.11 to 3.13. It names no index, so that any mirror can serve it.
set -euo pipefail
command -v uv >/dev/null || { echo "lock: uv is missing; it is needed only to pin again" >&2; exit 1; }

uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-annotate --custom-compile-command "make lock" \
  $(printf -- '--no-emit-package %s ' $(sed -n 's/^name = "\(.*\)"/\1/p' {contracts,shared,services/*,gateway,infra}/pyproject.toml)) \
  --group pyproject.toml:dev --output-file constraints.txt "$@" \
  {contracts,shared,services/*,gateway,infra}/pyproject.toml
