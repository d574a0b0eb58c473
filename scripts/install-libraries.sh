#!/bin/sh
# Installs the C libraries that prodops is linked with, on Debian and Ubuntu.
set -eu

packages="pkg-config libgit2-dev libpcre2-dev zlib1g-dev"
if ! command -v apt-get >/dev/null 2>&1; then
  echo "prodops needs libgit2, PCRE2 and zlib with their headers, and pkg-config; install them and try again" >&2
  exit 1
fi
as_root=
[ "$(id -u)" -eq 0 ] || as_root=sudo
echo "installing $packages"
$as_root apt-get update -qq
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $packages >/dev/null
