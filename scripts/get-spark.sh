#!/usr/bin/env bash
# Prints the folder of an Apache Spark, downloading the official release once per machine.
#   scripts/get-spark.sh 4.2.1|3.5.7
# The release is checked against Apache's SHA-512 before it is unpacked; Spark 3.5 gets its Connect jar too, which 4.x carries itself.
set -euo pipefail

version=${1:?usage: scripts/get-spark.sh VERSION}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/sparkpipelines/spark
home=$cache/spark-$version-bin-hadoop3
mirror=https://archive.apache.org/dist/spark/spark-$version
maven=https://repo1.maven.org/maven2/org/apache/spark

if [[ -f $home/.complete ]]; then
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
    jar=spark-connect_2.12-$version.jar
    curl --fail --silent --show-error --location --output "$work/$jar" "$maven/spark-connect_2.12/$version/$jar"
    curl --fail --silent --show-error --location --output "$work/$jar.sha1" "$maven/spark-connect_2.12/$version/$jar.sha1"
    if [[ $(cut -d' ' -f1 <"$work/$jar.sha1") != $(sha1sum "$work/$jar" | cut -d' ' -f1) ]]; then
      echo "get-spark: $jar does not have the SHA-1 that Maven Central states; nothing was installed" >&2
      exit 1
    fi
    mv "$work/$jar" "$work/spark-$version-bin-hadoop3/jars/"
  fi
  touch "$work/spark-$version-bin-hadoop3/.complete"
  rm -rf "$home"
  mv "$work/spark-$version-bin-hadoop3" "$home"
fi
echo "$home"
