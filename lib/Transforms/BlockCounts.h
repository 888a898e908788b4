//===- BlockCounts.h - How often blocks run ------------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where a box is taken depends on how often that is done. LLVM's analysis of it
// takes longer than the rest of a plan, and few functions ask.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_LIB_TRANSFORMS_BLOCKCOUNTS_H
#define OFFSTACK_LIB_TRANSFORMS_BLOCKCOUNTS_H

#include "llvm/Analysis/BlockFrequencyInfo.h"
#include "llvm/Analysis/BranchProbabilityInfo.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/IR/Dominators.h"
#include <optional>

namespace llvm {
class TargetLibraryInfo;
} // namespace llvm

namespace offstack {

/// How often the blocks of one function run: what a profile says, or what
/// branches look like. Computed when it is first asked for.
class BlockCounts {
public:
  /// All must outlive the counts and stay unchanged.
  BlockCounts(const llvm::Function &F, const llvm::TargetLibraryInfo &TLI,
              const llvm::DominatorTree &DT)
      : F(F), TLI(TLI), DT(DT) {}

  /// Returns a number that compares with those of other blocks.
  uint64_t get(const llvm::BasicBlock &BB) {
    if (!Found)
      Found.emplace(F, TLI, DT);
    return Found->Counts.getBlockFreq(&BB).getFrequency();
  }

private:
  struct Analyses {
    Analyses(const llvm::Function &F, const llvm::TargetLibraryInfo &TLI,
             const llvm::DominatorTree &DT)
        : Loops(DT), Branches(F, Loops, &TLI), Counts(F, Branches, Loops) {}

    llvm::LoopInfo Loops;
    llvm::BranchProbabilityInfo Branches;
    llvm::BlockFrequencyInfo Counts;
  };

  const llvm::Function &F;
  const llvm::TargetLibraryInfo &TLI;
  const llvm::DominatorTree &DT;
  std::optional<Analyses> Found;
};

} // namespace offstack

#endif // OFFSTACK_LIB_TRANSFORMS_BLOCKCOUNTS_H
