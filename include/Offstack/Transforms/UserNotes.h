//===- UserNotes.h - Requests from annotations ------------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang carries attributes into IR as annotations. This takes those that
// Offstack's attributes became, before any other pass sees them, and leaves
// requests (UserRequests.h) in their place.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_USERNOTES_H
#define OFFSTACK_TRANSFORMS_USERNOTES_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/IR/PassManager.h"

namespace llvm {
class AllocaInst;
class Instruction;
} // namespace llvm

namespace offstack {

/// Calls \p Take with the text and the instruction of each
/// `llvm.var.annotation` in \p M, and the alloca that it is about, or null for
/// memory that is none of the function's own. Erases each for which it returns
/// true, without a trace. Returns true if it erased one.
bool takeVariableAnnotations(
    llvm::Module &M,
    llvm::function_ref<bool(llvm::StringRef Text,
                            const llvm::Instruction &Annotation,
                            llvm::AllocaInst *AI)>
        Take);

/// Turns the annotations of variables and functions that are the text of a
/// request (parseAnnotation) into requests, those of functions that must not
/// allocate (RealtimeNotes.h) into notes, and writes the requests of a
/// function on its allocas, so that inlining keeps them. Notes signal handlers
/// too, which are plain to see here. To be run before any other pass.
class UserNotesPass : public llvm::PassInfoMixin<UserNotesPass> {
public:
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);

  static bool isRequired() { return true; }
};

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_USERNOTES_H
