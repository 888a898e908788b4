//===- ShownGroups.h - Recursion that clang would show -------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A warning in a system header is not shown. A C++ file has many recursions of
// the library's containers and algorithms: they are left out before they are
// looked at, which costs far more.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_SHOWNGROUPS_H
#define OFFSTACK_CLANG_SHOWNGROUPS_H

#include "Offstack/Analysis/RecursionClassifier.h"

namespace clang {
class CompilerInstance;
} // namespace clang

namespace offstack {

class FunctionsByName;

/// Returns which of \p Groups have a function outside of system headers. Looks
/// for the functions of C++ in the source, and adds them to \p Functions.
llvm::BitVector findShownGroups(clang::CompilerInstance &CI,
                                FunctionsByName &Functions,
                                llvm::ArrayRef<FunctionGroup> Groups);

} // namespace offstack

#endif // OFFSTACK_CLANG_SHOWNGROUPS_H
