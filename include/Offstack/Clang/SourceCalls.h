//===- SourceCalls.h - What the source of a function calls ---- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A quick look at the AST that tells where generating code is worth its time.
// It may name functions that the code does not call, as those of dead branches.
// It names all that the code calls by name: what nobody wrote too, such as
// destructors.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_SOURCECALLS_H
#define OFFSTACK_CLANG_SOURCECALLS_H

#include "llvm/ADT/SmallVector.h"

namespace clang {
class Decl;
class FunctionDecl;
} // namespace clang

namespace offstack {

/// What the code of one declaration leads to. Functions have a body, and are
/// the declaration with it; one can be listed twice.
struct SourceCalls {
  /// What it calls.
  llvm::SmallVector<const clang::FunctionDecl *, 8> Callees;
  /// The lambdas in it, which it calls or hands on.
  llvm::SmallVector<const clang::FunctionDecl *, 2> Lambdas;
  /// How many statements and expressions it has, about.
  size_t Size = 0;
};

/// Returns what \p Owner, a function with a body or a variable or field with an
/// initializer, leads to. Takes time linear in its statements, and no stack.
SourceCalls findSourceCalls(const clang::Decl &Owner);

} // namespace offstack

#endif // OFFSTACK_CLANG_SOURCECALLS_H
