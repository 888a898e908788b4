//===- CallCycle.h - Functions that call each other ----------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A strongly connected component of the simplified call graph, with each call
// in it. Everything that tells recursions apart works on this.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_CALLCYCLE_H
#define OFFSTACK_ANALYSIS_CALLCYCLE_H

#include "Offstack/Analysis/ScratchCopy.h"
#include "llvm/ADT/BitVector.h"
#include <optional>

namespace offstack {

/// One call from a function of a cycle to a function of it.
struct CycleCall {
  unsigned Caller;
  unsigned Callee;
  llvm::CallBase *Call;
};

/// Functions, simplified, that all reach each other by calls.
class CallCycle {
public:
  /// Finds the calls among \p Functions, which are of \p Copy.
  CallCycle(const ScratchCopy &Copy,
            llvm::ArrayRef<llvm::Function *> Functions);

  const ScratchCopy &copy() const { return *Copy; }
  llvm::ArrayRef<llvm::Function *> functions() const { return Functions; }
  llvm::ArrayRef<CycleCall> calls() const { return Calls; }

  /// Returns the number of \p Call among the calls, or nothing.
  std::optional<unsigned> findCall(const llvm::CallBase &Call) const;

  /// Returns the number of \p F among the functions, or nothing.
  std::optional<unsigned> findFunction(const llvm::Function &F) const;

  /// Returns the groups of calls among those in \p Subset that lie on circuits
  /// of such calls, each group as a set of calls.
  std::vector<llvm::BitVector>
  findCircuits(const llvm::BitVector &Subset) const;

  /// Returns a shortest circuit of the calls in \p Subset, in order, from the
  /// first function that lies on one; empty if there is none.
  llvm::SmallVector<unsigned, 4>
  findShortestCircuit(const llvm::BitVector &Subset) const;

  /// Returns a shortest circuit of the calls in \p Subset that begins with the
  /// call \p Call of it; empty if there is none.
  llvm::SmallVector<unsigned, 4>
  findCircuitThrough(const llvm::BitVector &Subset, unsigned Call) const;

  /// Returns the number of distinct callers of the calls in \p Subset.
  unsigned countCallers(const llvm::BitVector &Subset) const;

private:
  const ScratchCopy *Copy;
  llvm::SmallVector<llvm::Function *, 4> Functions;
  llvm::SmallVector<CycleCall, 8> Calls;
  llvm::DenseMap<const llvm::Function *, unsigned> FunctionNumbers;
  llvm::DenseMap<const llvm::CallBase *, unsigned> CallNumbers;
};

/// Returns the cycles among the members of \p Copy, ordered by their first
/// function.
std::vector<CallCycle> findCallCycles(const ScratchCopy &Copy);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_CALLCYCLE_H
