#!/usr/bin/env bash
# A Spark Connect server for tests and for trying things out: loopback, a free port, stopped by its own stop command.
#   scripts/spark-connect.sh start 4|3     prints its connection string, sc://localhost:PORT
#   scripts/spark-connect.sh stop 4|3
#   scripts/spark-connect.sh run 4|3       in the foreground until stdin ends; prints the connection string and, in a second line, its process id
# Which Spark: SPARK_HOME_4, SPARK_HOME_3, else SPARK_HOME. Further spark-submit options may stand in SPARK_CONNECT_OPTIONS.
# With SPARK_CONNECT_DELTA=1 it serves Delta tables, by the jars in the Spark's extensions/delta, which get-spark.sh sees to.
set -euo pipefail

usage() { sed -n '2,7s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2; }
[[ $# -eq 2 && $2 =~ ^[34]$ ]] || usage
action=$1 major=$2

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
state=$root/artifacts/spark-connect-$major
home_variable=SPARK_HOME_$major
home=${!home_variable:-${SPARK_HOME:-}}

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 40000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

# Starts the server with its output in $1 and sets pid and port.
launch() {
  local log=$1 options=()
  [[ -n $home && -x $home/bin/spark-submit ]] || { echo "spark-connect: set $home_variable to the folder of a Spark $major.x" >&2; exit 2; }
  [[ -n ${SPARK_CONNECT_OPTIONS:-} ]] && read -ra options <<<"$SPARK_CONNECT_OPTIONS"
  if [[ ${SPARK_CONNECT_DELTA:-} == 1 ]]; then
    compgen -G "$home/extensions/delta/delta-spark_*.jar" >/dev/null || { echo "spark-connect: $home/extensions/delta holds no Delta" >&2; exit 2; }
    # On the class path, not as --jars, which every isolated session would copy for itself.
    options+=(--conf "spark.driver.extraClassPath=$home/extensions/delta/*"
      --conf spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension
      --conf spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog
      --conf spark.databricks.delta.snapshotPartitions=2)
  fi
  port=$(free_port)
  # The binding address is not known to 3.5, which listens on every interface; tests there run nothing that is secret.
  # SPARK_NO_DAEMONIZE and the like are not needed: spark-submit execs the JVM, so the pid is the server's own.
  env -u SPARK_REMOTE "$home/bin/spark-submit" \
    --class org.apache.spark.sql.connect.service.SparkConnectServer --master "local[${SPARK_CONNECT_CORES:-2}]" \
    --name sparkpipelines-tests --driver-memory "${SPARK_CONNECT_MEMORY:-2g}" \
    --conf spark.connect.grpc.binding.port="$port" --conf spark.connect.grpc.binding.address=127.0.0.1 \
    --conf spark.driver.host=127.0.0.1 --conf spark.driver.bindAddress=127.0.0.1 \
    --conf spark.ui.enabled=false --conf spark.log.level=WARN --conf spark.sql.session.timeZone=UTC \
    --conf spark.sql.shuffle.partitions=2 --conf spark.default.parallelism=2 \
    --conf spark.sql.warehouse.dir="$state/warehouse" --conf spark.local.dir="$state/local" \
    --conf spark.sql.artifact.isolation.enabled=true --conf spark.checkpoint.dir="$state/checkpoints" \
    ${options[@]+"${options[@]}"} spark-internal </dev/null >"$log" 2>&1 &
  pid=$!
}

await() {
  local log=$1
  for _ in $(seq 1 600); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && return 0
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.2
  done
  echo "spark-connect: the server did not start; its output:" >&2
  tail -n 40 "$log" >&2
  kill "$pid" 2>/dev/null || true
  exit 1
}

terminate() {
  local pid=$1
  kill "$pid" 2>/dev/null || return 0
  for _ in $(seq 1 100); do
    kill -0 "$pid" 2>/dev/null || return 0
    sleep 0.1
  done
  kill -9 "$pid" 2>/dev/null || true
}

case $action in
  start)
    mkdir -p "$state" && chmod 700 "$state"
    if [[ -f $state/pid ]] && kill -0 "$(cat "$state/pid")" 2>/dev/null; then cat "$state/remote"; exit 0; fi
    cd "$state"
    launch "$state/log"
    await "$state/log"
    echo "$pid" >"$state/pid"
    echo "sc://localhost:$port" | tee "$state/remote"
    ;;
  stop)
    [[ -f $state/pid ]] && terminate "$(cat "$state/pid")"
    rm -rf "$state"
    ;;
  run)
    state=$(mktemp -d "${TMPDIR:-/tmp}/sparkpipelines-connect-XXXXXX")
    pid=
    trap '[[ -n $pid ]] && terminate "$pid"; rm -rf "$state"' EXIT
    trap 'exit 143' TERM
    trap 'exit 130' INT
    cd "$state"
    launch "$state/log"
    await "$state/log"
    printf '%s\n' "sc://localhost:$port" "$pid"
    cat >/dev/null
    ;;
  *) usage ;;
esac
