//===- UserRequests.h - What users ask for objects --------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads and writes what users asked for objects with the attributes of
// Attributes.def. In IR a request is metadata of the alloca, which inlining
// keeps
// (`!offstack.user !{!"keep", !"why"}`), or an attribute of the function
// ("offstack-keep"="why"), which is about every alloca that has no request of
// its own.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_USERREQUESTS_H
#define OFFSTACK_ANALYSIS_USERREQUESTS_H

#include "Offstack/Registry/Attributes.h"

namespace llvm {
class AllocaInst;
class Function;
} // namespace llvm

namespace offstack {

/// The smallest object that is worth a box. A box costs a slot of 8 bytes and a
/// call: below one cache line there is nothing to gain. A function's request to
/// box, and the frame limit, leave smaller objects alone.
inline constexpr uint64_t SmallestUsefulBox = 64;

/// Returns what the user asked for \p AI: with an attribute of its own, else
/// with one of its function that applies to it. Of two that contradict each
/// other, 'keep' holds. The reason lives as long as the IR.
std::optional<UserRequest> findUserRequest(const llvm::AllocaInst &AI);

/// Returns true if the user asked to have \p AI boxed.
bool isBoxRequested(const llvm::AllocaInst &AI);

/// Returns true if the user asked to keep \p AI on the stack.
bool isKeepRequested(const llvm::AllocaInst &AI);

/// Returns how many bytes the user allows the frame of \p F
/// ("offstack-budget"="4096:why"), or nothing.
std::optional<uint64_t> findBudget(const llvm::Function &F);

/// Notes on \p AI what the user asked for it, unless 'keep' is noted already.
void noteUserRequest(llvm::AllocaInst &AI, const UserRequest &Request);

/// Notes on \p F what the user asked for all of its objects.
void noteUserRequest(llvm::Function &F, const UserRequest &Request);

/// Notes on each alloca of \p F what findUserRequest returns for it, so that
/// it holds where \p F is inlined. Returns true if that changed anything.
bool spreadUserRequest(llvm::Function &F);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_USERREQUESTS_H
