//===- RecursiveFunctions.h - Functions that call themselves -- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Answers whether a function is in a cycle of direct calls. Computed at the
// first question: most modules never ask.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_RECURSIVEFUNCTIONS_H
#define OFFSTACK_ANALYSIS_RECURSIVEFUNCTIONS_H

#include "llvm/ADT/DenseSet.h"
#include <optional>

namespace llvm {
class Function;
class Module;
} // namespace llvm

namespace offstack {

/// The functions of a module that can call themselves, directly or through
/// others, by calls that name their callee. An indirect call counts for none:
/// nearly every program would be one cycle.
class RecursiveFunctions {
public:
  explicit RecursiveFunctions(llvm::Module &M) : M(M) {}

  /// Returns true if \p F is in a cycle of direct calls.
  bool contains(const llvm::Function &F);

  /// Lets what was a part of \p Whole and is now the function \p Part count as
  /// Whole does.
  void addPart(const llvm::Function &Whole, const llvm::Function &Part);

private:
  llvm::Module &M;
  std::optional<llvm::DenseSet<const llvm::Function *>> Functions;
};

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_RECURSIVEFUNCTIONS_H
