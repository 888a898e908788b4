//===- RuntimeNames.h - Names of what programs get ------------ -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The symbols that boxing adds to the program that it rewrites.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_REGISTRY_RUNTIMENAMES_H
#define OFFSTACK_REGISTRY_RUNTIMENAMES_H

#include "llvm/ADT/StringRef.h"

namespace offstack {

/// The function that says which box could not be had, and stops the program.
inline constexpr llvm::StringLiteral OutOfMemoryHelperName =
    "__offstack_out_of_memory";

/// The attribute by which that function is known: a program may have one of the
/// same name, and ours has another then.
inline constexpr llvm::StringLiteral OutOfMemoryHelperMark =
    "offstack-out-of-memory";

/// The function that frees a chain of boxes, and the attribute by which it is
/// known.
inline constexpr llvm::StringLiteral FreeChainHelperName =
    "__offstack_free_chain";
inline constexpr llvm::StringLiteral FreeChainHelperMark =
    "offstack-free-chain";

} // namespace offstack

#endif // OFFSTACK_REGISTRY_RUNTIMENAMES_H
