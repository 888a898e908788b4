//===- BoxCacheBitcode.cpp - The runtime as bytes -------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Holds the bytes that the build made.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Runtime/BoxCacheBitcode.h"

using namespace llvm;

namespace offstack {

/// Aligned for those who read it as words.
alignas(8) static const unsigned char Bytes[] = {
#include "BoxCacheBytes.inc"
};

StringRef getBoxCacheBitcode() {
  return StringRef(reinterpret_cast<const char *>(Bytes), sizeof(Bytes));
}

} // namespace offstack
