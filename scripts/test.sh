#!/usr/bin/env bash
# Builds everything and runs all tests, the fast ones first.
#   scripts/test.sh                 all test projects
#   scripts/test.sh Sql Engine      those whose names contain one of the words
# Tests on real Spark take SPARK_HOME_4 (4.2) and SPARK_HOME_3 (3.5) where they are set; otherwise the official releases are downloaded
# once and checked. Java 17 or later must be on the PATH or in JAVA_HOME.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

projects=(Architecture.Tests Embedded.Tests Pipelines.Tests Sql.Tests Data.Tests SparkTests EngineTests EndToEndTests)
# Those that share one server of each Spark; end-to-end tests start a Spark for each job.
on_servers=" Sql.Tests Data.Tests SparkTests EngineTests "

if [[ -z ${SPARK_HOME_4:-} ]]; then
  SPARK_HOME_4=$(scripts/get-spark.sh 4.2.1) || exit 1
fi
if [[ -z ${SPARK_HOME_3:-} ]]; then
  SPARK_HOME_3=$(scripts/get-spark.sh 3.5.7) || exit 1
fi
export SPARK_HOME_4 SPARK_HOME_3

# The TPC-H tables; a machine without their generator goes on without them where a skip may pass.
if [[ -z ${SPARKPIPELINES_TEST_TPCH:-} ]]; then
  if SPARKPIPELINES_TEST_TPCH=$(scripts/tpch-data.sh); then
    export SPARKPIPELINES_TEST_TPCH
  elif [[ ${CI:-} == true ]]; then
    exit 1
  fi
fi

dotnet build SparkPipelines.sln --verbosity quiet -nologo || exit 1

results=artifacts/test-results
rm -rf "$results" && mkdir -p "$results"
passed=0 failed=0 skipped=0 broken=()

selected() {
  (($# == 1)) && return 0
  local name=$1 word
  shift
  for word in "$@"; do [[ $name == *"$word"* ]] && return 0; done
  return 1
}

servers=
start_servers() {
  [[ -z ${SPARKPIPELINES_TEST_REMOTE_4:-} ]] || return 0
  trap stop_servers EXIT
  servers=started
  SPARKPIPELINES_TEST_REMOTE_4=$(scripts/spark-connect.sh start 4) &&
    SPARKPIPELINES_TEST_REMOTE_3=$(scripts/spark-connect.sh start 3) || return 1
  export SPARKPIPELINES_TEST_REMOTE_4 SPARKPIPELINES_TEST_REMOTE_3
}

stop_servers() {
  [[ -n $servers ]] || return 0
  scripts/spark-connect.sh stop 4
  scripts/spark-connect.sh stop 3
  servers=
  unset SPARKPIPELINES_TEST_REMOTE_4 SPARKPIPELINES_TEST_REMOTE_3
}

for project in "${projects[@]}"; do
  selected "$project" "$@" || continue
  if [[ $on_servers == *" $project "* ]]; then start_servers || exit 1; else stop_servers; fi
  name=SparkPipelines.$project
  printf '\n== %s\n' "$name"
  # With what the tests have to say of themselves, such as how many cases the engines were compared in.
  dotnet "artifacts/bin/$name/debug/$name.dll" -noLogo -noColor -diagnostics 2>&1 | tee "$results/$name.log"
  code=${PIPESTATUS[0]}
  # xunit's own closing line: "Total: N, Errors: N, Failed: N, Skipped: N, Not Run: N, Time: …"
  summary=$(grep -oE 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$results/$name.log" | tail -1)
  read -r total errors bad skips < <(grep -oE '[0-9]+' <<<"$summary" | tr '\n' ' ')
  bad=$((${bad:-0} + ${errors:-0}))
  passed=$((passed + ${total:-0} - bad - ${skips:-0}))
  failed=$((failed + bad))
  skipped=$((skipped + ${skips:-0}))
  if ((code != 0)); then
    broken+=("$name")
    ((bad == 0)) && failed=$((failed + 1))
  fi
done

printf '\n'
((${#broken[@]})) && printf 'Not passed: %s\n' "${broken[*]}"
printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
((failed == 0 && passed > 0))
