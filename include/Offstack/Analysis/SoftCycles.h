//===- SoftCycles.h - Cycles through calls without a name ----- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the cycles that virtual calls, tables and function objects close. The
// class of such a cycle is an open question: what is called may be another
// function, of this file or of others. So it never is a certain one.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_SOFTCYCLES_H
#define OFFSTACK_ANALYSIS_SOFTCYCLES_H

#include "Offstack/Analysis/DirectCallGraph.h"
#include "Offstack/Analysis/RecursionClassifier.h"

namespace offstack {

/// Cycles of more functions or instructions than this are not classified.
inline constexpr unsigned MostCycleFunctions = 256;
inline constexpr unsigned MostCycleInstructions = 20000;

/// The cycles of a module that no direct calls close.
struct SoftCycles {
  /// The functions of the cycles that are to be looked at.
  std::vector<FunctionGroup> Groups;
  /// The calls in these cycles.
  std::vector<SoftCall> Calls;
  /// The cycles of which no more is known than that there may be one.
  std::vector<RecursionReport> Unknown;
};

/// Finds the cycles of \p M, whose direct calls are \p Calls, without those
/// that functions in \p Recursive lie on.
SoftCycles
findSoftCycles(const llvm::Module &M, const DirectCallGraph &Calls,
               const llvm::DenseSet<const llvm::Function *> &Recursive);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_SOFTCYCLES_H
