//===- ArrayUses.h - What a function does with an array ---------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tells of each use of a local array what would have to be written there if the
// array were a std::vector or a std::unique_ptr. A use that is not on the list
// ends the search: nobody may guess.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_ARRAYUSES_H
#define OFFSTACK_CLANG_ARRAYUSES_H

#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>

namespace clang {
class ASTContext;
class Stmt;
class VarDecl;
} // namespace clang

namespace offstack {

/// What an array is used as.
enum class ArrayUse {
  /// a[i], or nothing: as written, it means the same with a container.
  Element,
  /// A pointer to its first element, which an array becomes by itself.
  Pointer,
  /// &a where any pointer will do, std::begin(a): to be replaced by a pointer
  /// to
  /// the first element.
  Begin,
  /// std::end(a): to be replaced by a pointer behind the last element.
  End,
  /// sizeof a: to be replaced by the bytes.
  Size,
  /// std::size(a): to be replaced by the number of elements.
  Count,
  /// for (... : a): as written, if the container has a begin and an end.
  Loop
};

/// One use of an array.
struct ArrayUseSite {
  ArrayUse Kind;
  /// What is to be replaced, or the name, in the file.
  clang::SourceRange Range;
};

/// Returns the uses of \p Variable, an array, in \p Body, the body of the
/// function that declares it, in no particular order. \p Scope is the compound
/// statement that it lives in. Nothing if one is not of a kind above, if one
/// that has to be changed is in a macro, or if its name stands in the scope
/// where no use of it is known, as in code that the preprocessor leaves out.
std::optional<llvm::SmallVector<ArrayUseSite, 8>>
findArrayUses(const clang::VarDecl &Variable, const clang::Stmt &Body,
              const clang::Stmt &Scope, const clang::ASTContext &Context);

} // namespace offstack

#endif // OFFSTACK_CLANG_ARRAYUSES_H
