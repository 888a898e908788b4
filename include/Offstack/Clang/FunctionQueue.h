//===- FunctionQueue.h - Each function of a file, once -------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang hands over top-level declarations and template instantiations as it
// finishes them; a function can come as a member of its class and again on its
// own. The queue gives out each piece of code once, in source order.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_FUNCTIONQUEUE_H
#define OFFSTACK_CLANG_FUNCTIONQUEUE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"

namespace clang {
class ASTContext;
class Decl;
} // namespace clang

namespace offstack {

/// Finds the declarations with code in declarations of any kind.
class FunctionQueue {
public:
  explicit FunctionQueue(const clang::ASTContext &Context) : Context(Context) {}

  /// Adds \p Declarations, to be looked at before those added earlier.
  void add(llvm::ArrayRef<const clang::Decl *> Declarations);

  /// Returns the next function, method or block with a body, or variable or
  /// field with an initializer that can hold a lambda; null when there is none.
  /// Templates, consteval functions and, unless -Wsystem-headers is on, code in
  /// system headers are passed over.
  const clang::Decl *next();

private:
  bool hasCode(const clang::Decl &D) const;
  bool isSkipped(const clang::Decl &D) const;
  void addMembers(const clang::Decl &D);

  const clang::ASTContext &Context;
  /// Declarations still to be looked at, the next one last.
  llvm::SmallVector<const clang::Decl *, 16> Worklist;
  /// What next() has returned; only asked for membership.
  llvm::SmallPtrSet<const clang::Decl *, 32> Seen;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_FUNCTIONQUEUE_H
