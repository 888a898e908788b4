//===- RecursionClassifier.h - Recursions, told apart --------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Says of each cycle of calls in a module what kind of recursion it is. To be
// run before optimisation. Certain classes (infinite, no-progress) and
// bounded(D) are proofs; where nothing is known, the class is unknown.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_RECURSIONCLASSIFIER_H
#define OFFSTACK_ANALYSIS_RECURSIONCLASSIFIER_H

#include "Offstack/Analysis/InfiniteRecursion.h"
#include "Offstack/Analysis/PrinterPass.h"
#include "Offstack/Analysis/RecursionMeasure.h"
#include "Offstack/Analysis/SoftCalls.h"
#include "Offstack/Support/OptionSet.h"
#include "llvm/ADT/BitVector.h"
#include <functional>

namespace offstack {

/// Kinds of recursion.
enum class RecursionClass {
  /// Every path recurses.
  Infinite,
  /// What decides to recurse stays the same.
  NoProgress,
  /// It counts, and can miss the value at which it ends.
  SkippedBaseCase,
  /// It ends, as deep as its input says.
  Unbounded,
  /// Circuits pass a guard, and this one goes round it.
  UnguardedEdge,
  /// Its depth has a known bound.
  Bounded,
  /// A guard limits it; how deep is not proven.
  Guarded,
  /// Each call replaces its caller's frame.
  Tail,
  /// Nothing is known.
  Unknown,
};

/// Returns the name of \p Class, as "no-progress".
llvm::StringRef getClassName(RecursionClass Class);

/// One cycle of calls.
struct RecursionReport {
  RecursionClass Class = RecursionClass::Unknown;
  /// A shortest cycle, each callee the caller of the next. Never empty.
  llvm::SmallVector<RecursionStep, 2> Cycle;
  /// What makes it deep.
  DepthMeasure Measure = DepthMeasure::Unknown;
  /// The most functions of the cycle that are active at once, if bounded.
  std::optional<uint64_t> Depth;
  /// The argument that goes wrong, from 0, and its value, or why nothing is
  /// known.
  std::optional<unsigned> Argument;
  std::string Detail;
  /// What closes the cycle, if not calls that name their callee: it may go
  /// elsewhere.
  std::optional<SoftCallKind> Soft;
  /// Stack of the functions of the cycle together, about: the objects without
  /// optimisation, a return address and a frame pointer.
  uint64_t BytesPerLevel = 0;
};

/// Functions of which each may call each other, if through others.
using FunctionGroup = llvm::SmallVector<const llvm::Function *, 4>;

/// Returns for each of some groups whether what is said of it would be shown.
using ShownGroups =
    std::function<llvm::BitVector(llvm::ArrayRef<FunctionGroup>)>;

/// Returns the recursions of \p M, ordered by the first function of each cycle.
/// A cycle in which circuits are left that pass no guard has one report for
/// each group of them.
///
/// \p Level saves work: with Certain, only infinite, no-progress and what is
/// proven before these are looked for; only with All, cycles that are closed by
/// calls without a name. Cycles within the groups that \p Shown leaves out may
/// be missing; it is not asked with Certain.
std::vector<RecursionReport> classifyRecursion(llvm::Module &M,
                                               llvm::ModuleAnalysisManager &MAM,
                                               RecursionLevels Level,
                                               ShownGroups Shown = nullptr);

/// Prints each recursion.
void printRecursion(llvm::raw_ostream &OS, llvm::Module &M,
                    llvm::ModuleAnalysisManager &MAM);

/// The pass `print<offstack-recursion>`.
using RecursionPrinterPass = PrinterPass<printRecursion>;

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_RECURSIONCLASSIFIER_H
