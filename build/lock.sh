#!/usr/bin/env bash
# Locks the versions and hashes of all packages, for every system: run it after a change of packages and commit build/locks.
set -euo pipefail
cd "$(dirname "$0")/.."
unset CI
rm -rf build/locks && mkdir build/locks
for system in win-x64 osx-arm64 linux-x64; do
  dotnet restore Residuum.slnx --force-evaluate "-p:RuntimeIdentifier=$system" -v quiet
done
# Last, as builds here do it: the locks of the libraries, which are the same everywhere.
dotnet restore Residuum.slnx --force-evaluate -v quiet
