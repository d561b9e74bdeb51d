#!/usr/bin/env bash
# Prints the folder of the TPC-H tables as Parquet, making them once: artifacts/tpch-SCALE.
#   scripts/tpch-data.sh [SCALE]      0.1 when not given
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scale=${1:-0.1}
folder=$PWD/artifacts/tpch-$scale

mkdir -p artifacts
exec 9>"$folder.lock"
flock 9
if [[ ! -d $folder ]]; then
  program=$(scripts/get-tpchgen.sh)
  work=$(mktemp -d "$folder.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  "$program" parquet --scale-factor "$scale" --output-dir "$work" >&2 9>&-
  mv "$work" "$folder"
fi
echo "$folder"
