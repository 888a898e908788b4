//===- BoundArithmetic.h - The most that an expression can be - -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The greatest value of one expression from those of its operands: a mask, a
// sum, a minimum. Bounds are optional numbers: nothing is greater than all.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_BOUNDARITHMETIC_H
#define OFFSTACK_CLANG_BOUNDARITHMETIC_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include <cstdint>
#include <optional>

namespace clang {
class ASTContext;
class Expr;
} // namespace clang

namespace offstack {

/// Returns the lesser of two bounds.
std::optional<uint64_t> findLesserBound(std::optional<uint64_t> Left,
                                        std::optional<uint64_t> Right);

/// Returns the greatest value of \p E that its type allows, if that has few
/// bits.
std::optional<uint64_t> findTypeBound(const clang::Expr &E,
                                      const clang::ASTContext &Context);

/// Returns the expressions that the value of \p E is computed from.
llvm::SmallVector<const clang::Expr *, 2> findOperands(const clang::Expr &E);

/// Returns the bound of \p E from those of its operands (see findOperands).
std::optional<uint64_t>
computeBound(const clang::Expr &E,
             llvm::ArrayRef<std::optional<uint64_t>> Operands,
             const clang::ASTContext &Context);

} // namespace offstack

#endif // OFFSTACK_CLANG_BOUNDARITHMETIC_H
