//===- ValueFacts.h - What code before a place says of a value  -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Goes from a use of a value to the start of its function and reads what is on
// the way: tests that lead here, tests behind which other ways have left, the
// assignment that gave the value. What is in a loop that changes it counts for
// no more than one round.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_VALUEFACTS_H
#define OFFSTACK_CLANG_VALUEFACTS_H

#include "Offstack/Clang/SizeConditions.h"

namespace offstack {

class StatementParents;

/// What is known of a variable or field at a place.
struct ValueFacts {
  /// The greatest value that the tests on the way let pass.
  std::optional<uint64_t> Bound;
  /// Where it got its value, if there is one such place.
  const clang::Expr *Definition = nullptr;
};

/// Returns what the code before \p At says of \p Value. \p Parents are those
/// of the code that At is in.
ValueFacts findValueFacts(const NamedValue &Value, const clang::Stmt &At,
                          const StatementParents &Parents,
                          const clang::ASTContext &Context);

} // namespace offstack

#endif // OFFSTACK_CLANG_VALUEFACTS_H
