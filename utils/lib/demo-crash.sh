# Sourced by utils/demo: real programs that overflow a small stack, and do not
# with one flag more. All limits are the default ones.
# shellcheck shell=bash disable=SC2154 # demo.sh sets the common names.
set -euo pipefail

# The stack of the plain build's reference run.
ample_kib=65536

# build_all PROGRAM COMMAND...: compiles PROGRAM, plain, flagged and boxed.
build_all() {
  local program=$1 level
  shift
  compile "$results/$program/O0/flagged/$program" "$@" -O0 "-fplugin=$plugin"
  for level in O0 O2; do
    compile "$results/$program/$level/plain/$program" "$@" "-$level"
    compile "$results/$program/$level/boxed/$program" "$@" "-$level" \
      "-fplugin=$plugin" -fplugin-arg-offstack-box \
      -Rpass=offstack -Rpass-missed=offstack
  done
  finish_compiling
}

# show_flagged PROGRAM: what the one flag says, by name.
show_flagged() {
  local log=$results/$1/O0/flagged/$1.log
  note "$(count '(offstack-large-local)' "$log") locals over the default" \
       "limit of 128 KiB, the largest:"
  largest 6 "$log"
}

# names PROGRAM VARIABLE...: whether each variable is flagged.
names() {
  local log=$results/$1/O0/flagged/$1.log variable
  for variable in "${@:2}"; do
    grep -q "'$variable' of type .*(offstack-large-local)" "$log" || return 1
  done
}

# crash_and_cure PROGRAM KIB INPUT COMMAND...: runs both builds of PROGRAM at
# each level with KIB KiB of stack, each in a directory with the files of the
# array `needed`, and compares with the command in `same`. They are called by
# the same path, for programs that print it.
crash_and_cure() {
  local program=$1 kib=$2 input=$3 build level boxes fed=
  shift 3
  if [[ $input != /dev/null ]]; then fed=" < ${input##*/}"; fi
  for level in O0 O2; do
    build=$results/$program/$level
    fresh "$build/plain/ample" "${needed[@]}"
    fresh "$build/plain/small" "${needed[@]}"
    fresh "$build/boxed/small" "${needed[@]}"
    run "$build/plain/ample" "$ample_kib" "$input" "$@"
    run "$build/plain/small" "$kib" "$input" "$@"
    run "$build/boxed/small" "$kib" "$input" "$@"
    boxes=$(count '(offstack-boxed)' "$build/boxed/$program.log")

    show "(ulimit -s $kib; ${*##*/}$fed)    at -$level"
    verdict "plain: dies, status $(<"$build/plain/small/status") (SIGSEGV)" \
      died_of_segfault "$build/plain/small"
    verdict "with -fplugin-arg-offstack-box, $boxes boxes: ends well" \
      succeeded "$build/boxed/small"
    verdict "and equals the plain build with $((ample_kib / 1024)) MiB of\
 stack" "$same" "$build/plain/ample" "$build/boxed/small"
  done
}

demo_mafft() {
  local modules=(mtxutl io mltaln9 tddis constants partSalignmm Lalignmm rna
    Salignmm Falign Falign_localhom Galign11 Lalign11 genalign11 SAalignmm
    MSalignmm Dalignmm getlag defs fft fftFunctions)
  heading "mafft: 8 MB of locals in one function"
  note "$(basename "$(readlink -f "$sources/mafft")") from Debian: its" \
       "progressive aligner getlag"
  cd "$sources/mafft/core"
  build_all getlag clang-22 -std=c99 -Denablemultithread \
    "${modules[@]/%/.c}" -lm -lpthread
  show "clang-22 -O0 *.c -fplugin=OffstackClang.so"
  show_flagged getlag
  verdict "'eff' and 'rootnode' of counteff are among them" \
    names getlag eff rootnode
  needed=()
  same=same_run
  crash_and_cure getlag 4096 "$inputs/proteins.fasta" ../getlag -A -J
}

# codeml tells at the end how long it took.
without_time() { sed '/^Time used:/d' "$1"; }

same_codeml() {
  local file
  succeeded "$1" && succeeded "$2" || return 1
  for file in out mlc; do
    cmp <(without_time "$1/$file") <(without_time "$2/$file") || return 1
  done
  cmp "$1/rst" "$2/rst"
}

demo_codeml() {
  heading "PAML: dies on a thread's stack with its own example"
  note "$(basename "$(readlink -f "$sources/paml")") from Debian: codeml, and" \
       "512 KiB of stack, as macOS gives a thread"
  cd "$sources/paml/src"
  build_all codeml clang-22 -Wno-incompatible-pointer-types \
    codeml.c tools.c -lm
  show "clang-22 -O0 codeml.c tools.c -fplugin=OffstackClang.so"
  show_flagged codeml
  verdict "'x' and 'xb' of Forestry are among them" names codeml x xb
  needed=("$sources/paml/stewart.aa" "$inputs"/codeml/*)
  same=same_codeml
  crash_and_cure codeml 512 /dev/null ../codeml codeml.ctl
}
