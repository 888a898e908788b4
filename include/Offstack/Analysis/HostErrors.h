//===- HostErrors.h - Errors that every host shows ------------ -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Fails a compilation from within a pass, or warns, in a way that the host
// turns into a message of its own.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_HOSTERRORS_H
#define OFFSTACK_ANALYSIS_HOSTERRORS_H

namespace llvm {
class Instruction;
class Module;
class Twine;
} // namespace llvm

namespace offstack {

/// Reports the error \p Message, which gets "offstack: " before it, so that the
/// compilation of \p M fails. \p Where may give it a place, or be null. Returns
/// or not, as the host likes.
void reportHostError(const llvm::Module &M, const llvm::Twine &Message,
                     const llvm::Instruction *Where = nullptr);

/// Reports the warning \p Message, which gets "offstack: " before it and has no
/// place, about the compilation of \p M.
void reportHostWarning(const llvm::Module &M, const llvm::Twine &Message);

/// Returns true if rustc or flang made \p M, whose source no part of Offstack
/// sees, so that the pass has to say what Clang's plugin would have said.
bool isSourceUnseen(const llvm::Module &M);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_HOSTERRORS_H
