//===- DirectCallGraph.h - Which function calls which --------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The calls of a module whose callee is known for certain. Every edge is one
// that the program takes when it comes to the call: no call through a pointer,
// none to a definition that the linker may replace.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_DIRECTCALLGRAPH_H
#define OFFSTACK_ANALYSIS_DIRECTCALLGRAPH_H

#include "Offstack/Analysis/Components.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <optional>

namespace llvm {
class Argument;
class CallBase;
class Function;
class Module;
class Value;
} // namespace llvm

namespace offstack {

/// Returns the function that \p Call calls, a declaration too, through aliases
/// that the linker cannot redirect, or null when it is not known.
const llvm::Function *findDirectCallee(const llvm::CallBase &Call);

/// The direct calls between the functions that a module defines. Functions are
/// numbered in module order. The module must outlive the graph unchanged.
class DirectCallGraph {
public:
  explicit DirectCallGraph(const llvm::Module &M);

  /// Returns the functions by number. A body that exists only to be inlined
  /// (available_externally) is not the one that runs, and has no number.
  llvm::ArrayRef<const llvm::Function *> functions() const { return Functions; }

  /// Returns the number of the function whose body certainly runs when
  /// \p Call is reached, if it is in this module. A function that the linker
  /// may replace is certain only for calls from its own body, which does not
  /// run once it is replaced.
  std::optional<unsigned> findCallee(const llvm::CallBase &Call) const;

  /// Returns the number of \p F, or nothing.
  std::optional<unsigned> findNumber(const llvm::Function &F) const;

  /// Calls \p Visit for each argument of a function of \p Members that a call
  /// in the function \p Caller gives a value, with that value.
  void forEachPassed(
      unsigned Caller, const llvm::DenseSet<unsigned> &Members,
      llvm::function_ref<void(const llvm::Argument &, const llvm::Value &)>
          Visit) const;

  /// Returns the callees of each function, each one once.
  const Graph &callees() const { return Callees; }

  /// Returns the functions that lie on a cycle of musttail calls alone. Such a
  /// cycle needs no stack: it is a loop that may go on for ever.
  const llvm::BitVector &tailLoops() const { return TailLoops; }

private:
  void addCallsOf(unsigned Callee, Graph &TailCallees);
  void findTailLoops(const Graph &TailCallees);

  llvm::SmallVector<const llvm::Function *, 0> Functions;
  llvm::DenseMap<const llvm::Function *, unsigned> Numbers;
  Graph Callees;
  llvm::BitVector TailLoops;
};

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_DIRECTCALLGRAPH_H
