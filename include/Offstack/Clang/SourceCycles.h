//===- SourceCycles.h - May the source of a file recurse? ----- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Looks at what functions call by name, from those that a report could be about
// on. Nearly all files have no cycle there, and what their headers have in
// theirs is nobody's concern.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_SOURCECYCLES_H
#define OFFSTACK_CLANG_SOURCECYCLES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <vector>

namespace clang {
class Decl;
class FunctionDecl;
} // namespace clang

namespace offstack {

/// Cycles of calls that the source shows.
struct SourceCycles {
  /// The functions on them, callees first.
  std::vector<const clang::FunctionDecl *> Members;
  /// The statements and expressions of these, and of all that was looked at.
  size_t Size = 0;
  size_t SeenSize = 0;
};

/// Returns the cycles of calls that \p Owners may lead to, those in which
/// \p IsWanted holds for a function. Owners are functions with bodies, and
/// variables and fields with initializers.
SourceCycles findSourceCycles(
    llvm::ArrayRef<const clang::Decl *> Owners,
    llvm::function_ref<bool(const clang::FunctionDecl &)> IsWanted);

} // namespace offstack

#endif // OFFSTACK_CLANG_SOURCECYCLES_H
