#!/usr/bin/env bash
# Prints the program that makes TPC-H tables, tpchgen-cli 4: the one that TPCHGEN names, else the one on the PATH.
# It downloads nothing: the project publishes no checksum that this script could hold a release against, so installing it is left
# to a package manager that checks what it fetches.
set -euo pipefail

if [[ -n ${TPCHGEN:-} ]]; then
  [[ -x $TPCHGEN ]] || { echo "get-tpchgen: TPCHGEN names $TPCHGEN, which is no program" >&2; exit 1; }
  echo "$TPCHGEN"
elif command -v tpchgen-cli; then
  exit 0
else
  echo "get-tpchgen: no tpchgen-cli found; install it with 'pip install tpchgen-cli==4.0.0' or 'cargo install --locked tpchgen-cli', or name the program in TPCHGEN" >&2
  exit 1
fi
