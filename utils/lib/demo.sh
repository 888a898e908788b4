# Sourced by utils/demo: how it compiles, runs, compares and tells.
# shellcheck shell=bash disable=SC2034 # The parts of the demo use them.
set -euo pipefail

# shellcheck source=utils/lib/build.sh
source "$(dirname "${BASH_SOURCE[0]}")/build.sh"

inputs=$root/test/end-to-end/Inputs
sources=$root/build/sources
results=$root/build/demo
plugin=$root/build/dev/lib/OffstackClang.so
# Part of what decides whether a compiled program is still good.
plugin_hash=
failures=0

note() { printf '  %s\n' "$*"; }

# show COMMAND: prints a command as a user would type it.
show() { printf '  $ %s\n' "$*"; }

# verdict TEXT COMMAND...: says whether COMMAND succeeds.
verdict() {
  local text=$1
  shift
  if "$@"; then
    printf '  ok    %s\n' "$text"
  else
    printf '  FAIL  %s\n' "$text"
    failures=$((failures + 1))
  fi
}

# compile OUTPUT COMMAND...: runs COMMAND with `-o OUTPUT` in the background,
# two at a time, its messages in OUTPUT.log. It is skipped when neither the
# command nor the plugin has changed; finish_compiling waits for all.
compile() {
  local output=$1 key
  shift
  key=$(sha256sum <<<"$* $plugin_hash $(realpath "$PWD")")
  if [[ -f $output && -f $output.key && $(<"$output.key") == "$key" ]]; then
    return
  fi
  mkdir -p "$(dirname "$output")"
  rm -f "$output.key"
  while (($(jobs -rp | wc -l) >= 2)); do wait -n || true; done
  { "$@" -o "$output" >"$output.log" 2>&1 && echo "$key" >"$output.key"; } &
  outputs+=("$output")
}

finish_compiling() {
  local output
  wait
  for output in "${outputs[@]}"; do
    if [[ ! -f $output.key ]]; then
      tail -n 20 "$output.log" >&2
      printf 'failed: cannot compile %s\n' "$output" >&2
      exit 1
    fi
  done
  outputs=()
}
outputs=()

# run DIRECTORY KIB INPUT COMMAND...: runs COMMAND in DIRECTORY with a stack of
# KIB KiB; leaves its output in DIRECTORY/out, err and status.
run() {
  local directory=$1 kib=$2 input=$3
  shift 3
  (
    cd "$directory"
    bash -c 'ulimit -c 0; ulimit -S -s "$0"; exec "$@"' "$kib" "$@" \
      <"$input" >out 2>err && status=0 || status=$?
    echo "$status" >status
  ) 2>/dev/null
}

# fresh DIRECTORY [FILE...]: makes DIRECTORY anew, with copies of the files.
fresh() {
  rm -rf "$1"
  mkdir -p "$1"
  if (($# > 1)); then cp "${@:2}" "$1"; fi
}

# Whether two run directories hold the same status, output and messages.
same_run() {
  cmp "$1/status" "$2/status" && cmp "$1/out" "$2/out" && cmp "$1/err" "$2/err"
}

died_of_segfault() { [[ $(<"$1/status") == $((128 + 11)) ]]; }
succeeded() { [[ $(<"$1/status") == 0 ]]; }

# count TEXT FILE...: how many lines of the files contain TEXT.
count() { cat "${@:2}" | grep -cF -- "$1" || true; }

# largest N FILE...: the N largest locals that the warnings in the files name.
largest() {
  local place="(.*\/)?([^/:]+:[0-9]+):[0-9]+" object="(local variable|parameter)"
  local warning="$object '([^']*)' of type '([^']*)'.* takes ([0-9]+) bytes"
  sed -nE "s/^$place: warning: $warning.*/\6\t\4\t\5\t\2/p" "${@:2}" |
    sort -t $'\t' -k 1,1nr -k 4,4 | sed -n "1,$1p" |
    while IFS=$'\t' read -r bytes name type where; do
      printf '    %9d bytes  %-12s %-26s %s\n' "$bytes" "$name" "$type" "$where"
    done
}
