//===- Local.h - Ways to have a large local ------------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LOCAL(Name, Bytes) makes a buffer that can be used as a char array: an array,
// or one of the things that people write to have it on the heap. The macro
// LOCAL_<WAY> selects which.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_BENCHMARKS_BOXES_LOCAL_H
#define OFFSTACK_BENCHMARKS_BOXES_LOCAL_H

#include <cstdlib>
#include <memory>
#include <vector>

/// What C programs do, with the test that they should not forget; the cleanup
/// is the `free` before each return.
static inline char *takeOrAbort(std::size_t Bytes) {
  char *Buffer = static_cast<char *>(std::malloc(Bytes));
  if (!Buffer)
    std::abort();
  return Buffer;
}

[[maybe_unused]] static inline void freeLocal(char **Buffer) {
  std::free(*Buffer);
}

#if defined(LOCAL_MALLOC)
#define LOCAL(NAME, BYTES)                                                     \
  __attribute__((cleanup(freeLocal))) char *NAME = takeOrAbort(BYTES)
#elif defined(LOCAL_VECTOR)
#define LOCAL(NAME, BYTES)                                                     \
  std::vector<char> NAME##Owner(BYTES);                                        \
  char *NAME = NAME##Owner.data()
#elif defined(LOCAL_MAKE_UNIQUE)
#define LOCAL(NAME, BYTES)                                                     \
  auto NAME##Owner = std::make_unique<char[]>(BYTES);                          \
  char *NAME = NAME##Owner.get()
#elif defined(LOCAL_MAKE_UNIQUE_FOR_OVERWRITE)
#define LOCAL(NAME, BYTES)                                                     \
  auto NAME##Owner = std::make_unique_for_overwrite<char[]>(BYTES);            \
  char *NAME = NAME##Owner.get()
#else
#define LOCAL(NAME, BYTES) char NAME[BYTES]
#endif

#endif // OFFSTACK_BENCHMARKS_BOXES_LOCAL_H
