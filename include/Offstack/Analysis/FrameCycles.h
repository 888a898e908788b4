//===- FrameCycles.h - Frames that come again and again ------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Recursion as the finished code has it: what became a loop, was inlined or is
// a jump puts no further frame on the stack.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_FRAMECYCLES_H
#define OFFSTACK_ANALYSIS_FRAMECYCLES_H

#include "Offstack/Analysis/DirectCallGraph.h"

namespace offstack {

/// The cycles of calls in a module from which code is generated. The module
/// must outlive it unchanged.
class FrameCycles {
public:
  explicit FrameCycles(const llvm::Module &M);

  /// Returns the functions on a shortest cycle of calls through \p F, \p F
  /// first; none if it has none. Only calls that name their callee count.
  llvm::SmallVector<const llvm::Function *, 2>
  findCycle(const llvm::Function &F) const;

private:
  DirectCallGraph Calls;
  /// The callees of each function, without those that it jumps to.
  Graph Stacked;
};

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_FRAMECYCLES_H
