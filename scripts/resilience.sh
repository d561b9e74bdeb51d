#!/usr/bin/env bash
# Runs the resilience tests again and again, each round in a process and on servers of its own, and counts how often all of them pass.
#   scripts/resilience.sh        20 rounds, or as many as RESILIENCE_ROUNDS says
#   scripts/resilience.sh 3
# Takes SPARK_HOME_4 and SPARK_HOME_3 as scripts/test.sh does. Each round's output is in artifacts/resilience.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

rounds=${1:-${RESILIENCE_ROUNDS:-20}}
name=SparkPipelines.SparkTests
SPARK_HOME_4=${SPARK_HOME_4:-$(scripts/get-spark.sh 4.2.1)} || exit 1
SPARK_HOME_3=${SPARK_HOME_3:-$(scripts/get-spark.sh 3.5.7)} || exit 1
export SPARK_HOME_4 SPARK_HOME_3

if [[ -z ${RESILIENCE_BINARIES:-} ]]; then
  dotnet build "tests/$name" --verbosity quiet -nologo || exit 1
fi
binaries=${RESILIENCE_BINARIES:-artifacts/bin/$name/debug}
results=artifacts/resilience
mkdir -p "$results"

passed=0 begin=$SECONDS
for ((round = 1; round <= rounds; round++)); do
  start=$SECONDS
  # Most of these tests wait most of the time, so more of them run at once than there are cores.
  if dotnet "$binaries/$name.dll" -noLogo -noColor -maxThreads 6 -namespace "$name.Resilience" >"$results/round-$round.log" 2>&1; then
    passed=$((passed + 1)) outcome=passed
  else
    outcome=FAILED
  fi
  printf 'round %d: %s in %d s; %s\n' "$round" "$outcome" "$((SECONDS - start))" "$(grep -oE 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$results/round-$round.log" | tail -1)"
done
printf '%d of %d rounds passed in %d s\n' "$passed" "$rounds" "$((SECONDS - begin))"
((passed == rounds))
