//===- BoxCacheBitcode.h - The runtime as bytes --------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The plugins carry the runtime in them, so that neither the compiler nor the
// program has a file to find.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_RUNTIME_BOXCACHEBITCODE_H
#define OFFSTACK_RUNTIME_BOXCACHEBITCODE_H

#include "llvm/ADT/StringRef.h"

namespace offstack {

/// Returns the bitcode of lib/Runtime, compiled for x86-64. It lives as long as
/// the plugin.
llvm::StringRef getBoxCacheBitcode();

} // namespace offstack

#endif // OFFSTACK_RUNTIME_BOXCACHEBITCODE_H
