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

/// The functions that free a chain of boxes from malloc and from the cache, and
/// the attribute by which they are known.
inline constexpr llvm::StringLiteral FreeChainHelperName =
    "__offstack_free_chain";
inline constexpr llvm::StringLiteral ReleaseChainHelperName =
    "__offstack_release_chain";
inline constexpr llvm::StringLiteral FreeChainHelperMark =
    "offstack-free-chain";

/// What all symbols of lib/Runtime begin with in a program. The number changes
/// with what they do or what Block and Cache hold: objects that two versions
/// have compiled may be linked together, and must not be mixed.
#define OFFSTACK_RUNTIME_PREFIX "__offstack_v1_"
inline constexpr llvm::StringLiteral RuntimePrefix = OFFSTACK_RUNTIME_PREFIX;

/// The functions that take and release boxes of 'alloc=cache'.
inline constexpr llvm::StringLiteral AcquireName =
    OFFSTACK_RUNTIME_PREFIX "acquire";
inline constexpr llvm::StringLiteral ReleaseName =
    OFFSTACK_RUNTIME_PREFIX "release";

/// What they begin with in its source.
inline constexpr llvm::StringLiteral RuntimeSourcePrefix = "__offstack_";

/// What the functions that a program calls by runtime.h begin with. They stay
/// although nothing that the compiler sees calls them.
inline constexpr llvm::StringLiteral ControlPrefix = "__offstack_cache_";

/// The attribute of all functions of the runtime: nothing in them is boxed.
inline constexpr llvm::StringLiteral RuntimeMark = "offstack-runtime";

} // namespace offstack

#endif // OFFSTACK_REGISTRY_RUNTIMENAMES_H
