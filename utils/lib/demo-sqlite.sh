# Sourced by utils/demo: SQLite, its largest locals and the same with boxes.
# shellcheck shell=bash disable=SC2154 # demo.sh sets the common names.
set -euo pipefail

# The ways SQLite is built, at each level: without the plugin; with it, which
# changes nothing; with the locals over a limit boxed. 16 bytes is absurd for
# use and good for proof: nearly every array and struct becomes a box.
sqlite_options() {
  case $1 in
  plain) ;;
  flagged) echo "-fplugin=$plugin -fplugin-arg-offstack-local=1K" ;;
  boxed-*)
    echo "-fplugin=$plugin -fplugin-arg-offstack-box" \
         "-fplugin-arg-offstack-local=${1#boxed-}" \
         "-Rpass=offstack -Rpass-missed=offstack" ;;
  esac
}

compile_sqlite() {
  local level way file options
  for level in O2 O0; do
    for way in plain flagged boxed-1K boxed-16; do
      read -ra options <<<"$(sqlite_options "$way")"
      for file in sqlite3 shell; do
        compile "$results/sqlite/$level/$way/$file.o" \
          clang-22 "-$level" "${options[@]}" -c "$file.c"
      done
    done
  done
  finish_compiling
}

# Links one build and runs the script through it.
run_sqlite() {
  local build=$1
  clang-22 "$build/sqlite3.o" "$build/shell.o" -lm -ldl -lpthread \
    -o "$build/sqlite3"
  fresh "$build/run"
  run "$build/run" 8192 "$inputs/sqlite.sql" ../sqlite3 -batch main.db
}

demo_sqlite() {
  local level way build plain boxes kept
  heading "SQLite: its largest locals"
  cd "$sources/sqlite3-amalgamation"
  note "$(basename "$(readlink -f "$sources/sqlite3")") from Debian, joined" \
       "into one file of $(wc -l <sqlite3.c) lines, and its shell"
  compile_sqlite
  for level in O0 O2; do
    build=$results/sqlite/$level
    show "clang-22 -$level -c sqlite3.c shell.c" \
         "-fplugin=OffstackClang.so -fplugin-arg-offstack-local=1K"
    grep -hF offstack-large-local "$build"/flagged/{sqlite3,shell}.o.log |
      head -n 1 | sed 's/^/    /' || true
    note "$(count '(offstack-large-local)' "$build"/flagged/*.log)" \
         "locals over 1 KiB, the largest:"
    largest 10 "$build"/flagged/*.log
    verdict "-$level: locals are flagged" \
      grep -qF offstack-large-local "$build/flagged/sqlite3.o.log"
    verdict "-$level: flagging changes nothing, object files equal" \
      cmp "$build/plain/sqlite3.o" "$build/flagged/sqlite3.o"
  done

  heading "SQLite: the same rows, plain and boxed"
  show "sqlite3 -batch main.db < test/end-to-end/Inputs/sqlite.sql"
  for level in O0 O2; do
    plain=$results/sqlite/$level/plain
    run_sqlite "$plain"
    note "-$level plain: $(wc -l <"$plain/run/out") lines of output," \
         "$(wc -l <"$plain/run/err") of messages, status" \
         "$(<"$plain/run/status")"
    for way in boxed-1K boxed-16; do
      build=$results/sqlite/$level/$way
      boxes=$(count '(offstack-boxed)' "$build"/*.log)
      kept=$(count 'kept on the stack' "$build"/*.log)
      run_sqlite "$build"
      verdict "-$level, limit ${way#boxed-}: $boxes boxes, $kept kept;\
 output, messages and status equal" same_run "$plain/run" "$build/run"
      verdict "-$level, limit ${way#boxed-}: something is boxed" \
        test "$boxes" -gt 0
    done
  done
}
