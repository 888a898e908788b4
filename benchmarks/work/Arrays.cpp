//===- Arrays.cpp - Lists the functions of Arrays.f90 ---------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// WORK_LIST names the list of this way.
//
//===----------------------------------------------------------------------===//

#include "../boxes/Work.h"

extern "C" {
int touch_fixed(int At);
int write_fixed(int With);
int touch_automatic(int At, int Bytes);
int write_automatic(int With, int Bytes);
WorkList WORK_LIST;

void show(char *Array) { asm volatile("" ::"r"(Array) : "memory"); }
}

template <int Bytes> static int touch(int At) {
  return touch_automatic(At, Bytes);
}

template <int Bytes> static int write(int With) {
  return write_automatic(With & 127, Bytes);
}

static int writeFixed(int With) { return write_fixed(With & 127); }

static constexpr int MiB = 1 << 20;

const Work *WORK_LIST() {
  static const Work List[] = {
      {"fixed-line", MiB, touch_fixed},
      {"fixed-all", MiB, writeFixed},
      {"automatic-line", MiB, touch<MiB>},
      {"automatic-all", MiB, write<MiB>},
      {"automatic-line", 40 * MiB, touch<40 * MiB>},
      {"automatic-all", 40 * MiB, write<40 * MiB>},
      {nullptr, 0, nullptr},
  };
  return List;
}
