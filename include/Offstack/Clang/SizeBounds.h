//===- SizeBounds.h - The most that a size can be ------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Looks for what limits the size of a variable-length array or of memory from
// alloca, as far as the function itself shows it: constants, types, masks, and
// tests on the way. It takes what looks like a bound for one: a bound that is
// missed is a false warning.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_SIZEBOUNDS_H
#define OFFSTACK_CLANG_SIZEBOUNDS_H

#include "Offstack/Clang/StatementParents.h"
#include "clang/AST/Type.h"
#include <cstdint>
#include <optional>

namespace offstack {

/// What to take for a bound.
enum class Evidence {
  /// What the code says: constants, masks, tests.
  Stated,
  /// Also what a small type can hold. That much is possible, but nobody said
  /// that it happens.
  Any
};

/// Answers for the code of one declaration.
class SizeBounds {
public:
  /// Walks over the code of \p Owner.
  SizeBounds(const clang::Decl &Owner, const clang::ASTContext &Context)
      : Context(Context), Parents(Owner) {}

  /// Returns the most bytes that a variable of the variable-length type \p T
  /// takes, or nothing if no bound is known.
  std::optional<uint64_t> findMostBytes(clang::QualType T,
                                        Evidence Accepted) const;

  /// Returns the greatest value of \p E, or nothing if no bound is known.
  std::optional<uint64_t> findGreatest(const clang::Expr &E,
                                       Evidence Accepted) const;

  /// Returns how often \p S may run in a call of its function: 1 outside of
  /// loops; nothing where a loop without a known bound repeats it.
  std::optional<uint64_t> findRepetitions(const clang::Stmt &S) const;

private:
  const clang::ASTContext &Context;
  const StatementParents Parents;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_SIZEBOUNDS_H
