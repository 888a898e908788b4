//===- RenewedPointers.h - Pointers that a cycle makes anew --- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Most recursions walk a list or a tree: each round has another node. What such
// a pointer leads to cannot keep a recursion going for reasons that stay the
// same. This tells those pointers without a copy of the functions.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_RENEWEDPOINTERS_H
#define OFFSTACK_ANALYSIS_RENEWEDPOINTERS_H

#include "Offstack/Analysis/DirectCallGraph.h"
#include "llvm/ADT/DenseSet.h"

namespace llvm {
class Argument;
} // namespace llvm

namespace offstack {

/// Returns the pointer arguments of the functions of \p Group, a cycle of
/// \p Calls, that are loaded or moved on each way round the cycle. What is not
/// understood, as the result of a function that has a body, is not among them.
llvm::DenseSet<const llvm::Argument *>
findRenewedPointers(const Component &Group, const DirectCallGraph &Calls);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_RENEWEDPOINTERS_H
