#!/usr/bin/env bash
# The main job on real input, set-up included: needs the .NET SDK, no root.
#   observe   one process observes a true chaotic system and writes netCDF
#   run       another gets an imperfect solver and that file, never the truth, and finds what the solver is missing
#   skill     a third, which may know the truth, judges the corrected solver by forecasts from other initial states
# `residuum discover demo` does the same inside the tool.
# usage: ./demo.sh
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
out=runs/demo
mkdir -p "$out"

echo "Building Residuum ..."
dotnet build src/Residuum.Cli -c Release -v quiet > "$out/build.log" 2>&1 || { cat "$out/build.log"; exit 1; }
residuum="$(dotnet msbuild src/Residuum.Cli -p:Configuration=Release -getProperty:TargetDir)residuum"
system=kuramoto-sivashinsky

# show NAME TITLE PARAMETERS NOISE: what the imperfect solver with these parameters is missing, from observations with this noise.
show() {
    printf '\n\033[1m%s\033[0m\n' "$2"
    "$residuum" discover observe --observe-lags 1 --observe-lag 0.1 --observe-noise "$4" --output "$out/$1.nc" > /dev/null
    "$residuum" discover run --observations-file "$out/$1.nc" --model-name $system --model-parameters "$3" --model-step 0.005 --runs "$out"
    echo
    "$residuum" discover skill latest --truth-name $system --truth-step 0.01 --runs "$out"
}
[ -t 1 ] || printf() { shift; command printf '\n%s\n' "$1"; }
show no-advection   "1. A chaotic solver without its advection, 100 pairs of clean states"                      advection=0    0
show extra-uxxx-0.5 "2. A chaotic solver with 0.5 u_xxx too much on its left-hand side, 100 pairs, 1 % noise" dispersion=0.5 0.01
