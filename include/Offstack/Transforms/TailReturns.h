//===- TailReturns.h - Returns of their own for tail calls ----*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Optimisations merge the returns of a function into one, and code generation
// copies that one back behind each tail call. A free in front of the merged
// return would stand in the way, so it is copied back before boxes are placed.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_TAILRETURNS_H
#define OFFSTACK_TRANSFORMS_TAILRETURNS_H

namespace llvm {
class Function;
} // namespace llvm

namespace offstack {

/// Gives each tail call of \p F whose result goes to a return that it shares
/// with other paths a return of its own. Returns true if that changed F.
bool separateTailReturns(llvm::Function &F);

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_TAILRETURNS_H
