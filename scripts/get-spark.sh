#!/usr/bin/env bash
# Prints the folder of an Apache Spark, downloading the official release once per machine.
#   scripts/get-spark.sh 4.2.1|3.5.7
# The release is checked against Apache's SHA-512 before it is unpacked; Spark 3.5 gets its Connect jar too, which 4.x carries itself.
# Delta's jars come into extensions/delta, where scripts/spark-connect.sh finds them.
set -euo pipefail

version=${1:?usage: scripts/get-spark.sh VERSION}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/sparkpipelines/spark
home=$cache/spark-$version-bin-hadoop3
mirror=https://archive.apache.org/dist/spark/spark-$version
central=https://repo1.maven.org/maven2

case $version in
  4.2.*)
    delta=(io/delta/delta-spark_4.2_2.13/4.4.0 io/delta/delta-storage/4.4.0 io/delta/delta-kernel-api/4.4.0 io/delta/delta-kernel-defaults/4.4.0
      io/delta/delta-kernel-unitycatalog/4.4.0 io/unitycatalog/unitycatalog-client/0.6.0 io/unitycatalog/unitycatalog-hadoop/0.6.0) ;;
  3.5.*) delta=(io/delta/delta-spark_2.12/3.3.2 io/delta/delta-storage/3.3.2) ;;
  *) delta=() ;;
esac

# Downloads a jar of Maven Central, named GROUP/ARTIFACT/VERSION, into folder $2.
fetch_jar() {
  local artifact jar
  artifact=$(basename "$(dirname "$1")")
  jar=$artifact-$(basename "$1").jar
  curl --fail --silent --show-error --location --output "$2/$jar" "$central/$1/$jar"
  curl --fail --silent --show-error --location --output "$2/$jar.sha1" "$central/$1/$jar.sha1"
  if [[ $(cut -d' ' -f1 <"$2/$jar.sha1") != $(sha1sum "$2/$jar" | cut -d' ' -f1) ]]; then
    echo "get-spark: $jar does not have the SHA-1 that Maven Central states; nothing was installed" >&2
    exit 1
  fi
  rm "$2/$jar.sha1"
}

# A Spark that an earlier version of this script downloaded lacks Delta; it gets it now.
if [[ -f $home/.complete && (-d $home/extensions/delta || ${#delta[@]} -eq 0) ]]; then
  echo "$home"
  exit 0
fi

mkdir -p "$cache"
exec 9>"$cache/.lock-$version"
flock 9
if [[ ! -f $home/.complete ]]; then
  work=$(mktemp -d "$cache/.download-XXXXXX")
  trap 'rm -rf "$work"' EXIT
  archive=spark-$version-bin-hadoop3.tgz
  echo "Downloading Apache Spark $version (about 400 MB) ..." >&2
  curl --fail --silent --show-error --location --output "$work/$archive" "$mirror/$archive"
  curl --fail --silent --show-error --location --output "$work/$archive.sha512" "$mirror/$archive.sha512"
  expected=$(tr -d ' \n' <"$work/$archive.sha512" | grep -oiE '[0-9a-f]{128}' | head -1)
  actual=$(sha512sum "$work/$archive" | cut -d' ' -f1)
  if [[ ${expected,,} != "$actual" ]]; then
    echo "get-spark: $archive does not have the SHA-512 that $mirror states; nothing was installed" >&2
    exit 1
  fi
  tar -xzf "$work/$archive" -C "$work"
  if [[ $version == 3.* ]]; then
    fetch_jar "org/apache/spark/spark-connect_2.12/$version" "$work/spark-$version-bin-hadoop3/jars"
  fi
  touch "$work/spark-$version-bin-hadoop3/.complete"
  rm -rf "$home"
  mv "$work/spark-$version-bin-hadoop3" "$home"
fi
if [[ ! -d $home/extensions/delta && ${#delta[@]} -gt 0 ]]; then
  jars=$(mktemp -d "$cache/.delta-XXXXXX")
  trap 'rm -rf "${work:-}" "$jars"' EXIT
  for module in "${delta[@]}"; do fetch_jar "$module" "$jars"; done
  mkdir -p "$home/extensions"
  mv "$jars" "$home/extensions/delta"
fi
echo "$home"
