//===- StatementParents.h - What a statement stands in -------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Leads from a statement to those around it. clang::ParentMap is built by
// recursion, as deep as the code is nested; this one by a worklist.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_STATEMENTPARENTS_H
#define OFFSTACK_CLANG_STATEMENTPARENTS_H

#include "llvm/ADT/DenseMap.h"

namespace clang {
class Decl;
class Stmt;
} // namespace clang

namespace offstack {

/// Answers for the code of one declaration.
class StatementParents {
public:
  /// Walks over the body of \p Owner.
  explicit StatementParents(const clang::Decl &Owner);

  /// Returns the statement that \p S is a part of, or null if it is the body
  /// or no part of it.
  const clang::Stmt *get(const clang::Stmt *S) const {
    return Parents.lookup(S);
  }

private:
  /// Only looked up.
  llvm::DenseMap<const clang::Stmt *, const clang::Stmt *> Parents;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_STATEMENTPARENTS_H
