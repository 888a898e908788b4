//===- SizeConditions.h - What a condition says of a value ---- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `n <= 64`, `64 < n`, `n * 4 > 256 || !p`: the greatest value that a variable
// or a field can have where such a condition holds, or does not.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_SIZECONDITIONS_H
#define OFFSTACK_CLANG_SIZECONDITIONS_H

#include "llvm/ADT/SmallVector.h"
#include <cstdint>
#include <optional>

namespace clang {
class ASTContext;
class Decl;
class Expr;
class Stmt;
class ValueDecl;
} // namespace clang

namespace offstack {

/// A variable, or a field of one by way of others: `n`, `p->head.size`. The
/// variable is last; `this` is null.
using NamedValue = llvm::SmallVector<const clang::ValueDecl *, 2>;

/// Returns the value that \p E names, or nothing if it names none. Parentheses
/// and conversions are looked through.
std::optional<NamedValue> findNamedValue(const clang::Expr &E);

/// Returns the value that \p E has, if that is a constant that is not negative.
std::optional<uint64_t> findConstant(const clang::Expr &E,
                                     const clang::ASTContext &Context);

/// Returns the greatest value that \p Value can have where \p Condition is
/// \p Holds, or nothing where that says nothing.
std::optional<uint64_t> findBoundInCondition(const clang::Expr &Condition,
                                             bool Holds,
                                             const NamedValue &Value,
                                             const clang::ASTContext &Context);

/// Returns true if control does not reach what is behind \p S.
bool leaves(const clang::Stmt *S);

/// Returns true if \p S is a loop of any kind.
bool isLoop(const clang::Stmt &S);

/// Returns true if something in \p S may change \p Value: it is assigned to, it
/// is counted, or its address is taken.
bool mayChange(const clang::Stmt *S, const NamedValue &Value);

} // namespace offstack

#endif // OFFSTACK_CLANG_SIZECONDITIONS_H
