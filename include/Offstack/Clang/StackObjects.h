//===- StackObjects.h - The objects in a function's frame ----- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds, in the AST, the objects that a function keeps on the stack and how
// large they are: variables, temporaries, and those whose size run time tells.
// It looks at code that can run only: not at sizeof, not at the branch that
// `if constexpr` leaves out.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_STACKOBJECTS_H
#define OFFSTACK_CLANG_STACKOBJECTS_H

#include "llvm/ADT/SmallVector.h"
#include <cstdint>

namespace clang {
class ASTContext;
class CallExpr;
class Decl;
class Expr;
class ParmVarDecl;
class VarDecl;
} // namespace clang

namespace offstack {

/// One variable with a fixed place on the stack.
struct StackObject {
  const clang::VarDecl *Variable;
  /// Bytes, as sizeof says.
  uint64_t Size;
};

/// What makes an object that has no name.
enum class TemporaryForm {
  Temporary, ///< Built where it is needed for a moment: `take(Big())`.
  Result,    ///< What a call returns, and no object of the user's takes.
  Argument,  ///< The copy of an argument that is passed by value.
  Literal,   ///< A compound literal.
  List       ///< The elements of a braced list.
};

/// One object without a name that has a fixed place on the stack.
struct StackTemporary {
  /// What makes it.
  const clang::Expr *Origin;
  /// Bytes, as sizeof says.
  uint64_t Size;
  TemporaryForm Form;
  /// What takes an argument, in some declaration of its function; null if that
  /// is not known.
  const clang::ParmVarDecl *Parameter = nullptr;
};

/// One object whose size only run time tells.
struct DynamicObject {
  /// Exactly one of the two is set: a variable-length array, or a call of
  /// alloca.
  const clang::VarDecl *Variable;
  const clang::CallExpr *Alloca;
};

/// What the code of one declaration holds. Lists are in source order.
struct StackObjects {
  /// The variables in the frame. Parameters are not among them.
  llvm::SmallVector<StackObject, 8> Locals;
  /// Class objects passed by value: they are on the stack of the caller.
  llvm::SmallVector<StackObject, 2> Parameters;
  /// With Precision::Exact; see LargestTemporary otherwise.
  llvm::SmallVector<StackTemporary, 2> Temporaries;
  llvm::SmallVector<DynamicObject, 1> Dynamic;
  /// Lambdas, blocks and local classes. Their code has frames of its own.
  llvm::SmallVector<const clang::Decl *, 2> Nested;
  /// No temporary is larger. Counts values that may need none, as those that a
  /// variable is initialized with.
  uint64_t LargestTemporary = 0;
};

/// How far to look for what can run, as opposed to what is only there.
enum class Precision {
  /// Take every branch and every constant: fast, and never too little.
  Quick,
  /// Leave out the branches that a constant condition of `if` and `?:`
  /// excludes, and the constexpr variables that no running code names. Find the
  /// temporaries that clang makes.
  Exact
};

/// Returns the objects of \p Owner: a function, method or block with a body, or
/// a variable or field with an initializer. Owner must not be a template.
///
/// Left out are variables of sizeless and invalid types, those that live in the
/// return slot (NRVO), and what is in the frame of a coroutine, on the heap:
/// the variables of each scope that the coroutine can be suspended in.
StackObjects collectStackObjects(const clang::Decl &Owner,
                                 const clang::ASTContext &Context,
                                 Precision Mode);

} // namespace offstack

#endif // OFFSTACK_CLANG_STACKOBJECTS_H
