//===- InfiniteRecursion.h - Recursion that never ends -------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds functions that call themselves, directly or through each other, on
// every path. To be run before optimisation, which turns such recursion into
// loops or into nothing at all.
//
// A false report costs more than a missed one. A function has a way out, and is
// not reported, if without making a call that recurses it can
//   - return, also after it caught an exception, or where a value should be
//     returned and a return is missing;
//   - throw, exit, jump with longjmp, call anything that is declared noreturn,
//     or call a function of this module that may do so;
//   - come by the same place again: it may loop for ever instead;
//   - make a call that it does not make on every path and whose callee is not
//     known, not part of the C and C++ libraries, or contains a loop: such a
//     call may be an error handler that nobody declared noreturn.
// No ways out are
//   - failed assertions, traps, checks of sanitizers, exhausted memory;
//   - calls with an unknown callee that are made on every path: these are
//     assumed to come back, as clang and gcc assume;
//   - exceptions out of calls with an unknown callee that pass through;
//   - calls behind a constant condition that is false.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_INFINITERECURSION_H
#define OFFSTACK_ANALYSIS_INFINITERECURSION_H

#include "Offstack/Analysis/CallEffects.h"

namespace llvm {
class raw_ostream;
} // namespace llvm

namespace offstack {

class DirectCallGraph;

/// One call of a cycle.
struct RecursionStep {
  const llvm::Function *Caller;
  const llvm::CallBase *Call;
  /// The function whose body runs, behind any alias that is called.
  const llvm::Function *Callee;
};

/// Functions that cannot stop calling each other.
struct RecursionFinding {
  /// A shortest cycle, from the function that comes first in the module. The
  /// callee of each step is the caller of the next, that of the last one the
  /// caller of the first.
  llvm::SmallVector<RecursionStep, 2> Cycle;
};

/// Returns the recursions in \p Calls that never end, each group of functions once,
/// ordered by the first function of the cycle. Functions that only lead to such
/// a recursion are not part of it.
llvm::SmallVector<RecursionFinding, 0>
findInfiniteRecursion(const DirectCallGraph &Calls,
                      LibraryInfoSource Libraries);

/// Prints a recursion that never ends by its \p Cycle.
void printInfiniteRecursion(llvm::raw_ostream &OS,
                            llvm::ArrayRef<RecursionStep> Cycle);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_INFINITERECURSION_H
