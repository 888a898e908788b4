//===- BoxAllocator.h - Where boxes come from ----------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The two calls of a box: one that takes its memory, one that releases it. What
// they call is the option 'alloc'.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_BOXALLOCATOR_H
#define OFFSTACK_TRANSFORMS_BOXALLOCATOR_H

#include "llvm/IR/IRBuilder.h"
#include <memory>

namespace llvm {
class TargetLibraryInfo;
} // namespace llvm

namespace offstack {

/// Writes a call of \p Callee, a function of C that does not throw.
llvm::CallInst *emitQuietCall(llvm::IRBuilder<> &B, llvm::FunctionCallee Callee,
                              llvm::ArrayRef<llvm::Value *> Arguments);

/// Writes the calls for one function.
class BoxAllocator {
public:
  BoxAllocator() = default;
  BoxAllocator(const BoxAllocator &) = delete;
  BoxAllocator &operator=(const BoxAllocator &) = delete;
  virtual ~BoxAllocator();

  /// Writes a call that returns memory of \p Bytes, a size_t that is not 0,
  /// aligned as from malloc, or null.
  virtual llvm::CallInst *emitAcquire(llvm::IRBuilder<> &B,
                                      llvm::Value *Bytes) = 0;

  /// Writes a call that releases \p Memory, which such a call has returned, or
  /// which is null: then nothing happens.
  virtual llvm::CallInst *emitRelease(llvm::IRBuilder<> &B,
                                      llvm::Value *Memory) = 0;

  /// Returns the name of the function that releases a chain of boxes.
  virtual llvm::StringRef getChainHelperName() const = 0;
};

/// Returns the allocator that calls malloc and free, which \p TLI must have.
std::unique_ptr<BoxAllocator>
createMallocAllocator(const llvm::TargetLibraryInfo &TLI);

/// Returns the allocator that calls the cache of lib/Runtime. The module must
/// be one that has no reason against it (CacheRuntime.h), and get the runtime
/// when all is written.
std::unique_ptr<BoxAllocator> createCacheAllocator();

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_BOXALLOCATOR_H
