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

/// Returns the function of \p M with the attribute \p Mark, or null. \p Name is
/// that which it most likely has.
llvm::Function *findRuntimeHelper(llvm::Module &M, llvm::StringRef Name,
                                  llvm::StringRef Mark);

/// Adds to \p M a function, without a body yet, that it alone calls. It has the
/// attribute \p Mark and is called \p Name, or something else where the program
/// has a function of that name.
llvm::Function *createRuntimeHelper(llvm::Module &M, llvm::FunctionType &Type,
                                    llvm::StringRef Name, llvm::StringRef Mark);

} // namespace offstack

#endif // OFFSTACK_LIB_TRANSFORMS_RUNTIMEHELPERS_H
