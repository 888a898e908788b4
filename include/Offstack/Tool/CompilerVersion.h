//===- CompilerVersion.h - The LLVM of a compiler ---------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A plugin fits one version of LLVM. What a compiler of another version says
// when it cannot load one is hard to read, so the version is looked up first.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TOOL_COMPILERVERSION_H
#define OFFSTACK_TOOL_COMPILERVERSION_H

#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <optional>
#include <string>
#include <vector>

namespace offstack {

/// What `rustc -vV` tells.
struct RustVersion {
  /// The major version of its LLVM, or nothing when it does not say.
  std::optional<unsigned> LLVMMajor;
  /// True if the release is a nightly or one that was built by hand: those take
  /// plugins as they are.
  bool IsUnstable = false;
};

/// Reads the output of `rustc -vV`.
RustVersion parseRustVersion(llvm::StringRef Text);

/// Returns the major version of the LLVM that the executable \p File is
/// linked with: that of the library "libLLVM.so.22.1", "libLLVM-14.so.1" or
/// "libclang-cpp.so.22.1" that it needs. Nothing, when it needs none of them
/// (LLVM may be a part of it) or is no ELF file of this machine's kind.
std::optional<unsigned> findLinkedLLVM(llvm::MemoryBufferRef File);

/// Fails when \p Major is not the LLVM that Offstack was built for;
/// \p Compiler is named in the message.
llvm::Error checkLLVMVersion(llvm::StringRef Compiler,
                             std::optional<unsigned> Major);

} // namespace offstack

#endif // OFFSTACK_TOOL_COMPILERVERSION_H
