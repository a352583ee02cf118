#!/usr/bin/env bash
# The main job on real input, set-up included: needs the .NET SDK, no root.
# One process makes noisy observations of a chaotic system whose equation has a term that the solver lacks; another gets
# only the solver and the file, and finds the term, what it brings for forecasts, and writes a report.
# usage: ./demo.sh [options of `residuum discover demo`]
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build src/Residuum.Cli -c Release -v quiet
exec dotnet run --project src/Residuum.Cli -c Release --no-build -- discover demo "$@"
