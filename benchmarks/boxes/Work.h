//===- Work.h - Functions with large locals ------------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What Work.cpp has. It is compiled once for each way of having large locals,
// and each is called in the same way: through a pointer.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_BENCHMARKS_BOXES_WORK_H
#define OFFSTACK_BENCHMARKS_BOXES_WORK_H

#include <cstddef>

/// A function with a local of Bytes.
struct Work {
  const char *Name;
  std::size_t Bytes;
  /// The argument is below 1000.
  int (*Run)(int);
};

/// The functions of one way; the last has no Run.
using WorkList = const Work *();

#endif // OFFSTACK_BENCHMARKS_BOXES_WORK_H
