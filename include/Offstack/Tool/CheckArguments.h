//===- CheckArguments.h - A build's command for clang -----------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Makes of the command by which a build compiles a file one by which clang
// looks at it: any compiler's flags are taken, and nothing is written.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TOOL_CHECKARGUMENTS_H
#define OFFSTACK_TOOL_CHECKARGUMENTS_H

#include "Offstack/Tool/CompileDatabase.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringSet.h"

namespace offstack {

/// A command of a build, for clang.
struct CheckArguments {
  /// What follows the name of clang, without the plugin.
  std::vector<std::string> Words;
  /// Options that the build gives to Offstack: `offstack --stack=musl cc`.
  std::vector<std::string> Options;
  /// True if the build turns off all warnings with -w, Offstack's too.
  bool IsSilenced = false;
};

/// Returns true if \p Entry compiles C, C++ or a language of their family:
/// others have nothing that clang could look at.
bool isForClang(const CompileEntry &Entry);

/// Returns the command of \p Entry for clang, without the flags in \p Refused:
/// flags that a clang is known not to take.
/// Dropped is what writes files (objects, dependencies, coverage, dumps), what
/// belongs to GCC's plugins, link-time optimisation, which delays what is
/// looked for, and -Werror. What runs the compiler, as ccache, is dropped, too.
/// The target of a compiler as "arm-linux-gnueabihf-gcc" is kept.
CheckArguments makeCheckArguments(const CompileEntry &Entry,
                                  const llvm::StringSet<> &Refused);

/// Returns the flags that clang refused, by what it printed:
/// "error: unknown argument: '-fconserve-stack'".
std::vector<std::string> findRefusedFlags(llvm::StringRef Messages);

/// Returns the first line of \p Messages that tells of an error, or the last
/// line, or an empty string.
llvm::StringRef findFirstError(llvm::StringRef Messages);

} // namespace offstack

#endif // OFFSTACK_TOOL_CHECKARGUMENTS_H
