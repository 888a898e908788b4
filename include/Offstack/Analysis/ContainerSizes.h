//===- ContainerSizes.h - Containers that grow with the depth ---*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds calls that are made only while a container is small, to which each
// level of the recursion adds something: a stack of what is open, the path so
// far.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_CONTAINERSIZES_H
#define OFFSTACK_ANALYSIS_CONTAINERSIZES_H

#include <string>

namespace llvm {
class CallBase;
} // namespace llvm

namespace offstack {

/// Returns the name of the function of C++ or Rust that \p Call calls,
/// without its class, or nothing.
std::string findBaseName(const llvm::CallBase &Call);

/// Returns true if \p Call is made only while what a function called `size` or
/// `length` returns for an object is below a limit, and the caller adds to that
/// object. The call is one of the module that is compiled, with its names.
bool isLimitedBySize(const llvm::CallBase &Call);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_CONTAINERSIZES_H
