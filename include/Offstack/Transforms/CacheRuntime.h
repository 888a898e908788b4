//===- CacheRuntime.h - The cache inside the program ---------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Adds lib/Runtime to a module, so that a program with 'alloc=cache' needs no
// library: each module has a copy, hidden and of linkonce_odr linkage, and the
// linker keeps one in each executable or shared object.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_CACHERUNTIME_H
#define OFFSTACK_TRANSFORMS_CACHERUNTIME_H

#include "llvm/ADT/StringRef.h"
#include "llvm/IR/DerivedTypes.h"

namespace llvm {
class Error;
class Function;
class Module;
} // namespace llvm

namespace offstack {

/// Returns why boxes of \p M cannot come from the cache, in words that follow a
/// colon; empty when they can.
llvm::StringRef findReasonAgainstCache(const llvm::Module &M);

/// The functions that boxes call.
struct CacheFunctions {
  /// ptr (i64 bytes, i64 class); see SizeClasses.h.
  llvm::FunctionCallee Acquire;
  /// void (ptr memory)
  llvm::FunctionCallee Release;
};

/// Returns the functions of \p M, declared if there are none yet.
CacheFunctions getCacheFunctions(llvm::Module &M);

/// Gives \p M, which calls them, the bodies of these functions, unless it has
/// them. \p Boxed is a function of \p M that has such boxes. Fails where the
/// host's LLVM cannot read the runtime.
llvm::Error addCacheRuntime(llvm::Module &M, const llvm::Function &Boxed);

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_CACHERUNTIME_H
