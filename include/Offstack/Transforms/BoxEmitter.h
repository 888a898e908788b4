//===- BoxEmitter.h - Writes boxes into IR -------------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Carries out a BoxPlan. Decides nothing: the same plan gives the same IR.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_BOXEMITTER_H
#define OFFSTACK_TRANSFORMS_BOXEMITTER_H

namespace llvm {
class Function;
class TargetLibraryInfo;
} // namespace llvm

namespace offstack {

class BoxAllocator;
struct BoxPlan;

/// Rewrites \p F as \p Plan says, with boxes from \p Allocator. The allocas of
/// the plan are gone afterwards, and with them the pointers in it.
void emitBoxes(llvm::Function &F, const BoxPlan &Plan,
               const llvm::TargetLibraryInfo &TLI, BoxAllocator &Allocator);

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_BOXEMITTER_H
