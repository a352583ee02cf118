#!/usr/bin/env bash
# Packs the libraries and the tool.
# usage: build/pack.sh [--no-build] [--configuration NAME] [--output FOLDER] [RID...]
#   RID   linux-x64, win-x64 or osx-arm64: systems to pack the tool for; this machine's where none is given
# The tool is one package for each system and a small one that points to them: all systems in one would be 506 MB.
set -euo pipefail
cd "$(dirname "$0")/.."

configuration=Release output=artifacts/packages build=() systems=()
while [ $# -gt 0 ]; do
  case "$1" in
    --no-build) build=(--no-build) ;;
    --configuration) configuration=${2:?}; shift ;;
    --output) output=${2:?}; shift ;;
    linux-x64|win-x64|osx-arm64) systems+=("$1") ;;
    *) echo "pack.sh: unknown argument $1; expected --no-build, --configuration, --output or a system" >&2; exit 2 ;;
  esac
  shift
done

case "$(uname -s)" in
  Linux) here=linux-x64 ;;
  Darwin) here=osx-arm64 ;;
  *) here=win-x64 ;;
esac
[ ${#systems[@]} -gt 0 ] || systems=("$here")
list=$(IFS=';'; echo "${systems[*]}")

# The libraries, and the tool for this machine: builds are for this machine unless told.
dotnet pack Residuum.slnx -c "$configuration" "${build[@]}" -o "$output" -v quiet
for system in "${systems[@]}"; do
  [ "$system" = "$here" ] || dotnet pack src/Residuum.Cli -c "$configuration" -r "$system" -o "$output" -v quiet
done
[ "$list" = "$here" ] || dotnet restore src/Residuum.Cli -v quiet
dotnet pack src/Residuum.Cli -c "$configuration" --no-build -o "$output" -v quiet \
  -p:CreateRidSpecificToolPackages=false "-p:ToolPackageRuntimeIdentifiers=\"$list\""
