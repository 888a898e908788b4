//===- RuntimeHelpers.h - Functions that boxing adds ---------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What boxed code calls besides malloc and free is written into its module, so
// that no library has to be linked.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_LIB_TRANSFORMS_RUNTIMEHELPERS_H
#define OFFSTACK_LIB_TRANSFORMS_RUNTIMEHELPERS_H

#include "llvm/ADT/StringRef.h"

namespace llvm {
class Function;
class FunctionType;
class Module;
} // namespace llvm

namespace offstack {

/// Returns the function of \p M that this run has added with the attribute
/// \p Mark, or null. \p Name is that which it most likely has.
llvm::Function *findRuntimeHelper(llvm::Module &M, llvm::StringRef Name,
                                  llvm::StringRef Mark);

/// Adds to \p M a function, without a body yet, that it alone calls. It has the
/// attribute \p Mark and is called \p Name, or something else where the program
/// has a function of that name.
llvm::Function *createRuntimeHelper(llvm::Module &M, llvm::FunctionType &Type,
                                    llvm::StringRef Name, llvm::StringRef Mark);

/// Marks the functions that earlier runs have added to \p M as such, so that
/// this run adds its own: optimisation at link time may have taken arguments
/// from them, or put the values of their callers into them. To be called before
/// the first box of a run.
void retireRuntimeHelpers(llvm::Module &M);

} // namespace offstack

#endif // OFFSTACK_LIB_TRANSFORMS_RUNTIMEHELPERS_H
