//===- ByteSize.h - Byte sizes as users write them ------------ -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads and prints byte sizes: 4096, 4K, 1M, 2G.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_SUPPORT_BYTESIZE_H
#define OFFSTACK_SUPPORT_BYTESIZE_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <string>

namespace offstack {

/// Reads a number of bytes with an optional K, M or G (powers of 1024, either
/// case), or returns nothing when \p Text is not one or does not fit 64 bits.
std::optional<uint64_t> parseByteSize(llvm::StringRef Text);

/// Returns \p Bytes in the largest unit that it reaches, with one digit where
/// it is not whole: "512 bytes", "128 KiB", "97.7 KiB", "1 MiB".
std::string formatByteSize(uint64_t Bytes);

/// Returns \p Bytes exactly, and in the larger unit where there is one:
/// "512 bytes", "1048576 bytes (1 MiB)".
std::string formatExactByteSize(uint64_t Bytes);

} // namespace offstack

#endif // OFFSTACK_SUPPORT_BYTESIZE_H
