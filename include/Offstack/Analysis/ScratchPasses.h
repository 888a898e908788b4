//===- ScratchPasses.h - Simplifies a scratch copy ------------ -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Brings the functions of a scratch copy to the form that recursion is told
// apart on: locals in registers, small callees inlined, jumps straight. What is
// asked of them does not depend on how the module was compiled then.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_SCRATCHPASSES_H
#define OFFSTACK_ANALYSIS_SCRATCHPASSES_H

#include "llvm/ADT/ArrayRef.h"

namespace llvm {
class Function;
class Module;
} // namespace llvm

namespace offstack {

/// Simplifies the functions of \p M, with those that are always inlined in
/// their place. With more than one of \p Rounds, every pass runs so many times
/// over \p Members, which shows more and takes longer.
void simplifyScratch(llvm::Module &M, llvm::ArrayRef<llvm::Function *> Members,
                     unsigned Rounds);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_SCRATCHPASSES_H
