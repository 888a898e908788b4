//===- BoxChain.h - Boxes that are freed together ------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An alloca in a loop takes more memory each time round, and all of it is
// released at once. Each of its boxes starts with the address of the one before
// it, so that the newest leads to all.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_LIB_TRANSFORMS_BOXCHAIN_H
#define OFFSTACK_LIB_TRANSFORMS_BOXCHAIN_H

#include "llvm/IR/IRBuilder.h"

namespace offstack {

class BoxAllocator;

/// Writes a call that releases the chain whose newest box is \p Newest, which
/// may be null: one box after the other, as \p Allocator does.
llvm::CallInst *emitReleaseChain(llvm::IRBuilder<> &B, BoxAllocator &Allocator,
                                 llvm::Value *Newest);

/// Returns true if \p Call releases a chain.
bool isFreeChain(const llvm::CallBase &Call);

} // namespace offstack

#endif // OFFSTACK_LIB_TRANSFORMS_BOXCHAIN_H
