//===- ContainerMarks.h - Containers of what has been seen ---- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds recursions that note in a container what they have come by, and go to
// nothing that is in it: a walk of a graph with a set of what has been seen, a
// search with a list of what is in progress.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_CONTAINERMARKS_H
#define OFFSTACK_ANALYSIS_CONTAINERMARKS_H

namespace llvm {
class CallBase;
} // namespace llvm

namespace offstack {

/// Returns true if \p Call is made only where a container that the caller is
/// given, or a global one, has been asked for something, and after the caller
/// has added what it is called with, or what it calls for, to that container.
/// The call is one of the module that is compiled, with its names.
bool isLimitedByContents(const llvm::CallBase &Call);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_CONTAINERMARKS_H
