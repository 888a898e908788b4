//===- EffectAttributes.h - Attributes after boxing ----------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function that worked in its own frame may be memory(none), nosync,
// willreturn or speculatable. Once it calls malloc it is not, nor are its
// callers, and an optimiser that still believes so may move or drop calls.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_EFFECTATTRIBUTES_H
#define OFFSTACK_TRANSFORMS_EFFECTATTRIBUTES_H

#include "llvm/ADT/ArrayRef.h"

namespace llvm {
class Function;
} // namespace llvm

namespace offstack {

/// Weakens the attributes of \p Boxed, of the calls to them, and of all their
/// callers in the module, to what holds now. `nofree` stays: it speaks of
/// memory that was there before the call (LangRef, "nofree").
void weakenEffectAttributes(llvm::ArrayRef<llvm::Function *> Boxed);

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_EFFECTATTRIBUTES_H
