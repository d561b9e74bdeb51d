#!/usr/bin/env bash
# spark-submit.sh [spark-submit options] JOB [job arguments]
#
# Runs a .NET job, JOB being its folder, project, assembly or jar, under the Spark that SPARK_HOME names, or, with neither a Spark nor a
# master given, on the embedded engine. Options and exit codes: docs/spark-submit.md.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
configuration=${SPARKPIPELINES_CONFIGURATION:-Release}
folder=$root/artifacts/bin/SparkPipelines.Cli/$(tr '[:upper:]' '[:lower:]' <<<"$configuration")
tool=$folder/sparkpipelines.dll

if ! command -v dotnet >/dev/null; then
  echo "spark-submit.sh: there is no 'dotnet' on the PATH; install the .NET 10 SDK." >&2
  exit 127
fi

# The tool is built when it is missing or something that it is built from is newer than all of it.
newest=$tool
for file in "$folder"/*.dll; do
  if [[ $file -nt $newest ]]; then newest=$file; fi
done
if [[ ! -f $tool || -n $(find "$root/src" "$root"/Directory.*.props "$root/global.json" -newer "$newest" -type f -print -quit) ]]; then
  echo "spark-submit.sh: building the tools" >&2
  if ! output=$(dotnet build "$root/src/SparkPipelines.Cli" -c "$configuration" -v quiet --nologo -clp:NoSummary -nodeReuse:false -p:UseSharedCompilation=false 2>&1); then
    printf '%s\n' "$output" >&2
    exit 65
  fi
  touch "$tool"
fi

# The tool says what to start, in words that end with a zero byte; the start takes this process's place, so that signals, output and
# exit code are the job's own.
plan=$(mktemp "${TMPDIR:-/tmp}/spark-submit.XXXXXX")
trap 'rm -f "$plan"' EXIT
SPARKPIPELINES_SUBMIT_PID=$$ dotnet "$tool" submit-plan "$plan" "$@" || exit
command=()
while IFS= read -r -d '' word; do
  command+=("$word")
done <"$plan"
rm -f "$plan"
[[ ${#command[@]} -gt 0 ]] || exit 0
exec "${command[@]}"
