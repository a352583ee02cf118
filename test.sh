#!/usr/bin/env bash
# Every test, set-up included. Needs the .NET SDK; as root it also installs by apt what some tests use.
# usage: ./test.sh [--slow] [--soak] [--only MODULE]
#   --slow   also the tests that take minutes
#   --soak   the slow tests, and the repeated ones at their full number of rounds
#   --only   only the test modules whose name contains MODULE, such as Numerics
# Every module has a time limit, and the whole has one: a test that hangs is named, and the others still run.
set -uo pipefail
cd "$(dirname "$0")"

packages=(netcdf-bin python3-netcdf4 python3-xarray python3-scipy python3-h5py python3-zarr python3-numpy libopenblas0-pthread gcc gfortran libc6-dev mpich openmpi-bin)
configuration=Release
results=artifacts/tests
effort=usual
only=
module_minutes=15 all_minutes=45
while [ $# -gt 0 ]; do
  case "$1" in
    --slow) effort=slow ;;
    --soak) effort=soak ;;
    --only) only="${2:?--only needs the name of a module}"; shift ;;
    *) echo "test.sh: unknown option $1; expected --slow, --soak or --only MODULE" >&2; exit 2 ;;
  esac
  shift
done
[ $effort = usual ] || module_minutes=60 all_minutes=240
export RESIDUUM_EFFORT=$effort DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1

install_packages() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 0
  dpkg -s "${packages[@]}" >/dev/null 2>&1 && return 0
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null ||
    echo "test.sh: apt could not install ${packages[*]}: the tests that need them are skipped" >&2
}

# Runs a program for so many seconds at most; what it started ends with it, also where this script is interrupted.
bounded() {
  timeout -k 30 "$@" &
  child=$!
  wait $child
}
child=
trap 'kill $child 2>/dev/null; exit 130' INT TERM

# A counter of a module's trx report; 0 where the module left none.
counter() {
  local value
  value=$(grep -o '<Counters [^>]*' "$1" 2>/dev/null | grep -o " $2=\"[0-9]*\"" | tr -dc 0-9)
  echo "${value:-0}"
}

# The tests that a module had started and not ended when it was stopped.
running_tests() {
  awk '{ name = substr($0, 3); open[name] += /^\+/ ? 1 : -1 } END { for (name in open) if (open[name] > 0) print "  while running " name }' "$1" | sort
}

passed=0 failed=0 skipped=0
broken=()
run_module() {
  local name=$1 trx="$results/$1.trx" program code limit=$((60 * module_minutes)) left=$((60 * all_minutes - SECONDS))
  program=$(find "tests/$name/bin/$configuration" -maxdepth 3 -type f -name "$name" -perm -u+x | head -n 1)
  echo "== $name"
  [ $left -ge $limit ] || limit=$((left > 1 ? left : 1))
  RESIDUUM_RUNNING_TESTS="$PWD/$results/$name.running" bounded $limit "${program:-$name}" --results-directory "$results" \
    --report-xunit-trx --report-xunit-trx-filename "$name.trx" --progress off --no-ansi
  code=$?
  local ok bad all
  ok=$(counter "$trx" passed) bad=$(counter "$trx" failed) all=$(counter "$trx" total)
  passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + all - ok - bad))
  # A module that crashed, hung or ran nothing has failed, whatever its report says.
  if [ "$code" != 0 ] && [ "$bad" = 0 ] || [ "$all" = 0 ]; then
    failed=$((failed + 1))
    case $code in
      124 | 137) broken+=("$name was stopped after $limit s"$'\n'"$(running_tests "$results/$name.running")") ;;
      *) broken+=("$name ended with exit code $code after $all tests") ;;
    esac
  fi
}

# One seed that nobody chose, under CI: printed, and a warning at most.
try_fresh_seed() {
  [ "${CI:-}" = true ] && [ -z "$only" ] || return 0
  local seed=$(($(date +%s) % 1000000)) tool log=artifacts/fresh-seed.log
  tool=$(find src/Residuum.Cli/bin/$configuration -maxdepth 3 -type f -name residuum -perm -u+x | head -n 1)
  if timeout 120 "$tool" study run medida-ks --smoke --seed "$seed" --runs artifacts/fresh-seed >"$log" 2>&1; then
    echo "fresh seed $seed: every gate and control holds"
  else
    local fails
    fails=$(grep '^fails' "$log" | cut -c 10-110 | tr -s ' ' | paste -sd ';')
    echo "warning: fresh seed $seed: ${fails:-it did not get to the gates: $(tail -n 1 "$log")}"
  fi
}

install_packages
rm -rf "$results" && mkdir -p "$results"
bounded 1800 dotnet restore Residuum.slnx -v quiet &&
  bounded 600 dotnet format whitespace . --folder --verify-no-changes --exclude artifacts &&
  bounded 1800 dotnet build Residuum.slnx -c $configuration --no-restore -v quiet ||
  { echo "test.sh: the build or the formatting check failed"; echo "0 passed, 1 failed"; exit 1; }

for project in tests/*"$only"*/*.csproj; do run_module "$(basename "$project" .csproj)"; done
try_fresh_seed

echo
[ ${#broken[@]} = 0 ] || printf 'broken: %s\n' "${broken[@]}"
[ $skipped = 0 ] && echo "$passed passed, $failed failed" || echo "$passed passed, $failed failed, $skipped skipped"
[ $failed = 0 ] && [ $passed -gt 0 ]
