//===- ArrayShape.h - How a local array is written --------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Takes the declaration of an array apart, so that it can be written anew.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_ARRAYSHAPE_H
#define OFFSTACK_CLANG_ARRAYSHAPE_H

#include "clang/Basic/SourceLocation.h"
#include <optional>
#include <string>

namespace clang {
class ASTContext;
class DeclStmt;
class FunctionDecl;
class VarDecl;
} // namespace clang

namespace offstack {

/// What can hold the elements of an array.
enum class ArrayHolder {
  /// std::vector: trivial elements.
  Vector,
  /// std::unique_ptr: any elements, but no loop over them.
  UniquePointer
};

/// The parts of `T a[N][M]`.
struct ArrayShape {
  /// From the type to the initializer.
  clang::SourceRange Declaration;
  /// As written: "T", "N" and "[M]".
  std::string Element, Bound, Inner;
  /// N as text that means the same in the whole function.
  std::string StableBound;
  ArrayHolder Holder;
  /// The elements have no value to begin with.
  bool IsUninitialized;
};

/// Returns the shape of \p Variable, declared by \p Statement in \p Function,
/// or nothing if it is none that can be written anew: more than one variable,
/// macros, attributes, qualifiers, an initializer that is not all zeros,
/// elements that a container cannot make as the array does.
std::optional<ArrayShape> findArrayShape(const clang::VarDecl &Variable,
                                         const clang::DeclStmt &Statement,
                                         const clang::FunctionDecl &Function,
                                         const clang::ASTContext &Context);

} // namespace offstack

#endif // OFFSTACK_CLANG_ARRAYSHAPE_H
