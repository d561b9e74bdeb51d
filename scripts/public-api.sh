#!/usr/bin/env bash
# Writes the public surface of the libraries into their PublicAPI.Unshipped.txt, which a build compares with the code (RS0016, RS0017).
# Run it after a change of public members, and read the difference before it is committed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

lists=(src/*/PublicAPI.Unshipped.txt)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
log=$work/log

for list in "${lists[@]}"; do
  cp "$list" "$work/$(basename "$(dirname "$list")")"
  echo '#nullable enable' >"$list"
done
# Against empty lists every member is missing, and the warning names it as the list has it.
if ! dotnet build SparkPipelines.sln -nologo -v quiet --no-incremental -p:TreatWarningsAsErrors=false >"$log"; then
  for list in "${lists[@]}"; do cp "$work/$(basename "$(dirname "$list")")" "$list"; done
  cat "$log" >&2
  exit 1
fi

for list in "${lists[@]}"; do
  project=$(basename "$(dirname "$list")")
  { grep -F "/$project.csproj]" "$log" || true; } \
    | sed -nE "s/.*RS0016: Symbol '(.*)' is not part of the declared public API.*/\1/p" | LC_ALL=C sort -u >>"$list"
done
wc -l "${lists[@]}"
