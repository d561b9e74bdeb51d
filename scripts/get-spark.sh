#!/usr/bin/env bash
# Prints the folder of an Apache Spark, downloading the official release once per machine.
#   scripts/get-spark.sh 4.2.1|3.5.7
# The release is checked against Apache's SHA-512 before it is unpacked; Spark 3.5 gets its Connect jar too, which 4.x carries itself.
# Delta's jars come into extensions/delta, where scripts/spark-connect.sh finds them.
# Where no download from the origin is possible, SPARK_MIRROR and MAVEN_MIRROR name other servers with the same files, by default
# https://archive.apache.org/dist/spark and https://repo1.maven.org/maven2. Checksums come from there too: name servers that you trust.
set -euo pipefail

version=${1:?usage: scripts/get-spark.sh VERSION}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/sparkpipelines/spark
home=$cache/spark-$version-bin-hadoop3
mirror=${SPARK_MIRROR:-https://archive.apache.org/dist/spark}/spark-$version
central=${MAVEN_MIRROR:-https://repo1.maven.org/maven2}

case $version in
  4.2.*)
    delta=(io/delta/delta-spark_4.2_2.13/4.4.0 io/delta/delta-storage/4.4.0 io/delta/delta-kernel-api/4.4.0 io/delta/delta-kernel-defaults/4.4.0
      io/delta/delta-kernel-unitycatalog/4.4.0 io/unitycatalog/unitycatalog-client/0.6.0 io/unitycatalog/unitycatalog-hadoop/0.6.0) ;;
  3.5.*) delta=(io/delta/delta-spark_2.12/3.3.2 io/delta/delta-storage/3.3.2) ;;
  *) delta=() ;;
esac

# A Spark that an earlier version of this script downloaded lacks Delta; it gets it now.
if [[ -f $home/.complete && (-d $home/extensions/delta || ${#delta[@]} -eq 0) ]]; then
  echo "$home"
  exit 0
fi

child=
work=$cache/.download-$version
clean() {
  [[ -z $child ]] || { kill "$child" && wait "$child"; } 2>/dev/null || true
  rm -rf "$work"
}

fail() {
  echo "get-spark: $1" >&2
  exit 1
}

# Runs a command that is ended with this script, without the lock, which must not outlive this script.
run() {
  local code=0
  "$@" 9>&- &
  child=$!
  wait "$child" || code=$?
  child=
  return "$code"
}

fetch() {
  run curl --fail --silent --show-error --location --retry 3 --output "$2" "$1" || fail "could not download $1; nothing of it was kept"
}

# Downloads a jar of Maven Central, named GROUP/ARTIFACT/VERSION, into folder $2.
fetch_jar() {
  local artifact jar
  artifact=$(basename "$(dirname "$1")")
  jar=$artifact-$(basename "$1").jar
  fetch "$central/$1/$jar" "$2/$jar"
  fetch "$central/$1/$jar.sha1" "$work/sha1"
  [[ $(cut -d' ' -f1 <"$work/sha1") == $(sha1sum "$2/$jar" | cut -d' ' -f1) ]] ||
    fail "$jar does not have the SHA-1 that $central states; nothing of it was kept"
}

# One download of a version at a time; those who wait find it done.
mkdir -p "$cache"
exec 9>"$cache/.lock-$version"
trap 'exit 143' TERM
trap 'exit 130' INT
trap '[[ -z $child ]] || kill "$child"' EXIT
flock 9 &
child=$!
wait "$child"
child=
trap clean EXIT
rm -rf "$work"

if [[ ! -f $home/.complete ]]; then
  mkdir "$work"
  archive=spark-$version-bin-hadoop3.tgz
  echo "Downloading Apache Spark $version (about 400 MB) ..." >&2
  fetch "$mirror/$archive" "$work/$archive"
  fetch "$mirror/$archive.sha512" "$work/$archive.sha512"
  # Either "HASH  FILE" or, as gpg prints it, "FILE: 01234567 89ABCDEF …" over several lines.
  expected=$(tr -d ' \t\r\n' <"$work/$archive.sha512" | sed "s/^$archive://" | grep -oiE '^[0-9a-f]{128}' || true)
  [[ -n $expected ]] || fail "$mirror/$archive.sha512 states no SHA-512; nothing was installed"
  run sha512sum "$work/$archive" >"$work/actual"
  [[ ${expected,,} == "$(cut -d' ' -f1 <"$work/actual")" ]] ||
    fail "$archive does not have the SHA-512 that $mirror states; nothing was installed"
  run tar -xzf "$work/$archive" -C "$work" || fail "$archive can't be unpacked; nothing was installed"
  [[ $version != 3.* ]] || fetch_jar "org/apache/spark/spark-connect_2.12/$version" "$work/spark-$version-bin-hadoop3/jars"
  touch "$work/spark-$version-bin-hadoop3/.complete"
  rm -rf "$home"
  mv "$work/spark-$version-bin-hadoop3" "$home"
fi
if [[ ! -d $home/extensions/delta && ${#delta[@]} -gt 0 ]]; then
  mkdir -p "$work/delta" "$home/extensions"
  for module in "${delta[@]}"; do fetch_jar "$module" "$work/delta"; done
  mv "$work/delta" "$home/extensions/delta"
fi
echo "$home"
