//===- CompletionScripts.cpp - Completion for three shells ----------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The scripts only carry words to `offstack __complete` and back.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/Completion.h"
#include "llvm/ADT/StringSwitch.h"

using namespace llvm;

namespace offstack {

// Bash takes "=" for the end of a word, so the line is split at spaces here,
// and what stands before the "=" is taken off the answers.
static constexpr StringLiteral BashScript =
    R"script(# Completion of offstack for bash:
#   source <(offstack completion bash)
_offstack() {
  local line=${COMP_LINE:0:COMP_POINT} words candidates IFS=$' \t\n'
  read -ra words <<<"$line"
  [[ $line == *' ' ]] && words+=('')
  local current=${words[${#words[@]}-1]}
  mapfile -t candidates < <("${words[0]}" __complete "${words[@]:1}" 2>/dev/null)
  candidates=("${candidates[@]%%$'\t'*}")
  if [[ $current == *=* ]]; then
    candidates=("${candidates[@]#*=}")
  fi
  COMPREPLY=("${candidates[@]}")
  if [[ ${#candidates[@]} == 1 && ${candidates[0]} == *= ]]; then
    compopt -o nospace
  fi
}
complete -o default -F _offstack offstack
)script";

static constexpr StringLiteral ZshScript = R"script(#compdef offstack
# Completion of offstack for zsh, below `autoload -U compinit; compinit`:
#   source <(offstack completion zsh)
_offstack() {
  local -a lines described options
  local line
  lines=("${(@f)$("${words[1]}" __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  for line in $lines; do
    local word=${line%%$'\t'*} help=
    [[ $line == *$'\t'* ]] && help=${line#*$'\t'}
    if [[ $word == *= ]]; then
      options+=("${word//:/\\:}:$help")
    else
      described+=("${word//:/\\:}:$help")
    fi
  done
  if (( ! $#described && ! $#options )); then
    _files
    return
  fi
  (( $#described )) && _describe offstack described
  (( $#options )) && _describe offstack options -S ''
}
compdef _offstack offstack
)script";

static constexpr StringLiteral FishScript =
    R"script(# Completion of offstack for fish:
#   offstack completion fish | source
function __offstack_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l candidates (command $words[1] __complete $words[2..-1] 2>/dev/null)
    if test (count $candidates) -gt 0
        printf '%s\n' $candidates
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c offstack -f -a '(__offstack_complete)'
)script";

static const StringRef Shells[] = {"bash", "zsh", "fish"};

ArrayRef<StringRef> getCompletionShells() { return Shells; }

StringRef getCompletionScript(StringRef Shell) {
  return StringSwitch<StringRef>(Shell)
      .Case("bash", BashScript)
      .Case("zsh", ZshScript)
      .Case("fish", FishScript)
      .Default("");
}

} // namespace offstack
