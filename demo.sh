#!/usr/bin/env bash
# The main job on real input, set-up included: needs the .NET SDK, no root.
#   1. One process observes a chaotic system, with noise, and writes netCDF.
#   2. Another gets an imperfect solver and that file, never the truth, and finds what the solver is missing.
#   3. A third, which may know the truth, judges the corrected solver by forecasts from other initial states.
# usage: ./demo.sh
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

echo "Building Residuum ..."
dotnet build src/Residuum.Cli -c Release -v quiet --tl:off > runs-build.log 2>&1 || { cat runs-build.log; rm -f runs-build.log; exit 1; }
rm -f runs-build.log
residuum="$(dotnet msbuild src/Residuum.Cli -p:Configuration=Release -getProperty:TargetDir)residuum"
runs=runs/demo
mkdir -p "$runs"

echo
echo "1. Observing a chaotic system (Kuramoto-Sivashinsky): 100 pairs of states, 1 % noise"
"$residuum" discover observe --observe-lags 1 --observe-lag 0.1 --observe-noise 0.01 --output "$runs/observations.nc"

# find PARAMETERS: the imperfect solver and the file go in, an equation comes out; then the judge, which knows the truth.
find_and_judge() {
    echo
    echo "$1"
    "$residuum" discover run --observations-file "$runs/observations.nc" --model-name kuramoto-sivashinsky --model-parameters "$2" --model-step 0.005 --runs "$runs"
    echo
    echo "   What that brings, judged by the truth on trajectories that nobody has seen:"
    "$residuum" discover skill latest --truth-name kuramoto-sivashinsky --truth-step 0.005 --runs "$runs"
}
find_and_judge "2. A solver with a term too much (0.5 u_xxx on its left-hand side)" dispersion=0.5
find_and_judge "3. A solver without its advection u u_x" advection=0
