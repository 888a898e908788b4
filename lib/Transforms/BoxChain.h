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

namespace llvm {
class CallBase;
class Function;
class Module;
class TargetLibraryInfo;
} // namespace llvm

namespace offstack {

/// Returns the function of \p M that frees a chain, given its newest box or
/// null. Adds it where there is none.
llvm::Function *getOrInsertFreeChain(llvm::Module &M,
                                     const llvm::TargetLibraryInfo &TLI);

/// Returns true if \p Call frees a chain.
bool isFreeChain(const llvm::CallBase &Call);

} // namespace offstack

#endif // OFFSTACK_LIB_TRANSFORMS_BOXCHAIN_H
