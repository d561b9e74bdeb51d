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

# What is started here before the job has a process group of its own, and a guard: a process that sees this one end, in whatever way, for it
# reads a pipe that this one alone holds open for writing. The guard then ends the group, and removes the temporary files.
end_group() {
  local i
  kill -TERM "$1" 2>/dev/null || true
  for ((i = 0; i < 200; i++)); do
    kill -0 "$1" 2>/dev/null || break
    sleep 0.05
  done
  for ((i = 0; i < 200; i++)); do
    kill -KILL -- "-$1" 2>/dev/null || break
    sleep 0.05
  done
}

guard() {
  trap '' TERM INT HUP
  local line group=
  while read -r line <&8; do group=$line; done
  [[ -z $group ]] || end_group "$group"
  rm -rf "$work"
}

guarded() {
  local code=0
  set -m
  # The command itself tells its group, before it does anything else.
  sh -c 'echo "$$" >&9; exec "$@" 8<&- 9>&-' sh "$@" </dev/null &
  child=$!
  set +m
  wait "$child" 2>/dev/null || code=$?
  # One that was killed may have left others.
  ((code > 128)) || echo >&9
  return "$code"
}

finish() {
  exec 8<&- 9>&-
  wait "$guard" || true
}

trap 'exit 143' TERM
trap 'exit 130' INT
trap 'exit 129' HUP
work=$(mktemp -d "${TMPDIR:-/tmp}/spark-submit.XXXXXX")
mkfifo "$work/alive"
exec 9<>"$work/alive" 8<"$work/alive"
set -m
guard 9>&- </dev/null &
guard=$!
set +m
trap finish EXIT

is_current() {
  local newest=$tool file
  [[ -f $tool && ! -e $unfinished ]] || return 1
  for file in "$folder"/*.dll; do
    if [[ $file -nt $newest ]]; then newest=$file; fi
  done
  [[ -z $(find "$root/src" "$root"/Directory.*.props "$root/global.json" -newer "$newest" -type f -print -quit) ]]
}

# The tool is built when it is missing or something that it is built from is newer than all of it. Of a build that was broken off nothing
# is trusted: it may have left half a file that looks finished. One build at a time, where the system can tell.
unfinished=$folder.unfinished
if ! is_current; then
  mkdir -p "$(dirname "$folder")"
  if command -v flock >/dev/null; then
    exec 7>"$folder.lock"
    guarded flock 7
  fi
  if ! is_current; then
    echo "spark-submit.sh: building the tools" >&2
    broken=
    if [[ -e $unfinished ]]; then
      broken=1
      for project in "$root"/src/*/; do rm -rf "$root/artifacts/obj/$(basename "$project")/$(basename "$folder")"; done
    fi
    touch "$unfinished"
    code=0
    guarded env TMPDIR="$work" dotnet build "$root/src/SparkPipelines.Cli" -c "$configuration" -v quiet --nologo -clp:NoSummary \
      -nodeReuse:false -p:UseSharedCompilation=false >"$work/build.log" 2>&1 || code=$?
    # One that failed by itself has cleaned up after itself.
    ((code > 128 || (code != 0 && ${broken:-0}))) || rm "$unfinished"
    if ((code != 0)); then
      cat "$work/build.log" >&2
      exit 65
    fi
    touch "$tool"
  fi
  exec 7>&-
fi

# The tool says what to start, in words that end with a zero byte; the start takes this process's place, so that signals, output and
# exit code are the job's own.
plan=$work/plan
: >"$plan"
SPARKPIPELINES_SUBMIT_PID=$$ guarded dotnet "$tool" submit-plan "$plan" "$@" || exit
command=()
while IFS= read -r -d '' word; do
  command+=("$word")
done <"$plan"
finish
trap - EXIT
[[ ${#command[@]} -gt 0 ]] || exit 0
exec "${command[@]}"
