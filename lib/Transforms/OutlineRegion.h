//===- OutlineRegion.h - Makes a function of blocks ----------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LLVM's CodeExtractor, with what an optimisation that knows nothing of boxes
// leaves out: objects go along, and what is passed back in memory stays where
// it is.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_LIB_TRANSFORMS_OUTLINEREGION_H
#define OFFSTACK_LIB_TRANSFORMS_OUTLINEREGION_H

#include "llvm/ADT/ArrayRef.h"

namespace llvm {
class AllocaInst;
class BasicBlock;
class CallBase;
class Function;
} // namespace llvm

namespace offstack {

/// Returns true if outlineRegion can make a function of \p Blocks.
bool canOutlineRegion(llvm::ArrayRef<llvm::BasicBlock *> Blocks);

/// Moves \p Blocks of a function, which are entered at the start of the first,
/// into a new one, that is cold and never inlined. Nothing else may use \p
/// Objects but lifetime markers, which are erased: they become objects of the
/// new function. Returns that function.
llvm::Function *outlineRegion(llvm::ArrayRef<llvm::BasicBlock *> Blocks,
                              llvm::ArrayRef<llvm::AllocaInst *> Objects);

/// Makes the block of \p Call, of such a function, one with those around it,
/// where it can: no region has a part of these any more.
void mergeAroundCall(const llvm::CallBase &Call);

} // namespace offstack

#endif // OFFSTACK_LIB_TRANSFORMS_OUTLINEREGION_H
