//===- Work.cpp - Functions with large locals -----------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One line touched: what it costs to have a local. All of it written: whether
// its pages are still there. WORK_LIST names the list of this way, and Local.h
// has what a local is.
//
//===----------------------------------------------------------------------===//

#include "Work.h"
#include "Local.h"
#include <cstring>

/// Keeps the compiler from leaving the buffer, or one of its bytes, out.
static inline void show(void *Buffer) {
  asm volatile("" ::"r"(Buffer) : "memory");
}

template <std::size_t Bytes> [[gnu::noinline]] static int touchLine(int Index) {
  LOCAL(Buffer, Bytes);
  Buffer[Index] = 1;
  show(Buffer);
  return Buffer[Index];
}

template <std::size_t Bytes> [[gnu::noinline]] static int writeAll(int Value) {
  LOCAL(Buffer, Bytes);
  std::memset(Buffer, Value, Bytes);
  show(Buffer);
  return Buffer[Value];
}

template <unsigned Depth> [[gnu::noinline]] static int recurse(int Index) {
  LOCAL(Buffer, 100000);
  Buffer[Index] = 1;
  show(Buffer);
  if constexpr (Depth > 1)
    return recurse<Depth - 1>(Index) + Buffer[Index];
  return Buffer[Index];
}

[[gnu::noinline]] static int haveThree(int Index) {
  LOCAL(A, 70000);
  LOCAL(B, 70000);
  LOCAL(C, 70000);
  A[Index] = 1, B[Index] = 2, C[Index] = 3;
  show(A), show(B), show(C);
  return A[Index] + B[Index] + C[Index];
}

static constexpr std::size_t KiB = 1 << 10, MiB = 1 << 20;

extern "C" __attribute__((visibility("default"))) WorkList WORK_LIST;

const Work *WORK_LIST() {
  static const Work List[] = {
      {"line", 4 * KiB, touchLine<4 * KiB>},
      {"line", 64 * KiB, touchLine<64 * KiB>},
      {"line", MiB, touchLine<MiB>},
      {"line", 16 * MiB, touchLine<16 * MiB>},
      {"line", 64 * MiB, touchLine<64 * MiB>},
      {"all", 4 * KiB, writeAll<4 * KiB>},
      {"all", 64 * KiB, writeAll<64 * KiB>},
      {"all", MiB, writeAll<MiB>},
      {"all", 16 * MiB, writeAll<16 * MiB>},
      {"all", 40 * MiB, writeAll<40 * MiB>},
      {"all", 64 * MiB, writeAll<64 * MiB>},
      {"three", 3 * 70000, haveThree},
      {"recursion", 8 * 100000, recurse<8>},
      {nullptr, 0, nullptr},
  };
  return List;
}
