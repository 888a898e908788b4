# Sourced by utils/check and utils/demo: steps with headings, and the build.
# shellcheck shell=bash
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
logs=$root/build/logs
mkdir -p "$logs"

heading() { printf '\n== %s\n' "$*"; }

# logged NAME COMMAND...: runs COMMAND with its output in build/logs/NAME.log,
# and shows the end of that log when it fails.
logged() {
  local log=$logs/$1.log
  shift
  if "$@" >"$log" 2>&1; then
    return 0
  fi
  tail -n 40 "$log" >&2
  printf 'failed: %s\nthe whole log: %s\n' "$*" "$log" >&2
  return 1
}

# build_dev [CMAKE OPTION...]: configures and builds the preset `dev`, where
# users, tests and the demo find the plugins.
build_dev() {
  (
    cd "$root"
    logged configure cmake --preset dev "$@"
    logged build cmake --build --preset dev --parallel 2
  )
}
