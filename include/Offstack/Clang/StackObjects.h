//===- StackObjects.h - The objects in a function's frame ----- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds, in the AST, the variables that a function keeps on the stack and how
// large they are. It looks at code that can run only: not at sizeof, not at the
// branch that `if constexpr` leaves out.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_STACKOBJECTS_H
#define OFFSTACK_CLANG_STACKOBJECTS_H

#include "llvm/ADT/SmallVector.h"
#include <cstdint>

namespace clang {
class ASTContext;
class Decl;
class VarDecl;
} // namespace clang

namespace offstack {

/// One variable with a fixed place on the stack.
struct StackObject {
  const clang::VarDecl *Variable;
  /// Bytes, as sizeof says.
  uint64_t Size;
};

/// What the code of one declaration holds. Lists are in source order.
struct StackObjects {
  /// The variables in the frame. Parameters are not among them.
  llvm::SmallVector<StackObject, 8> Locals;
  /// Class objects passed by value: they are on the stack of the caller.
  llvm::SmallVector<StackObject, 2> Parameters;
  /// Lambdas, blocks and local classes. Their code has frames of its own.
  llvm::SmallVector<const clang::Decl *, 2> Nested;
};

/// How far to look for what can run, as opposed to what is only there.
enum class Precision {
  /// Take every branch and every constant: fast, and never too little.
  Quick,
  /// Leave out the branches that a constant condition of `if` and `?:`
  /// excludes, and the constexpr variables that no running code names.
  Exact
};

/// Returns the objects of \p Owner: a function, method or block with a body, or
/// a variable or field with an initializer. Owner must not be a template.
///
/// Left out are variables without a size of their own (VLAs, sizeless and
/// invalid types), those that live in the return slot (NRVO) and those of
/// coroutines, whose frame is on the heap.
StackObjects collectStackObjects(const clang::Decl &Owner,
                                 const clang::ASTContext &Context,
                                 Precision Mode);

} // namespace offstack

#endif // OFFSTACK_CLANG_STACKOBJECTS_H
