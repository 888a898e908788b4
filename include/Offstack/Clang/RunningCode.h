//===- RunningCode.h - Which parts of a statement run --------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Leads a walk over a body to the code that can run only: not to sizeof, not to
// the branch that `if constexpr` leaves out, not to the body of a lambda.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_RUNNINGCODE_H
#define OFFSTACK_CLANG_RUNNINGCODE_H

#include "Offstack/Clang/StackObjects.h"

namespace clang {
class Stmt;
} // namespace clang

namespace offstack {

/// Appends to \p Parts, in source order, the statements in \p S that run when
/// it does. Some may be null. With Precision::Exact, a branch that a constant
/// condition excludes is none of them, unless something jumps into it.
///
/// \p S must be no DeclStmt: which of its initializers run, and which the
/// compiler computes, is for the caller to tell.
void appendRunningParts(const clang::Stmt &S, const clang::ASTContext &Context,
                        Precision Mode,
                        llvm::SmallVectorImpl<const clang::Stmt *> &Parts);

/// Returns true if the code of \p S, in a coroutine, runs from its start to its
/// end without a suspension, so that what lives within it needs no place in the
/// coroutine's frame: both -O0 and -O2 keep it on the stack.
bool runsThrough(const clang::Stmt &S);

} // namespace offstack

#endif // OFFSTACK_CLANG_RUNNINGCODE_H
