//===- Repetitions.h - How often a statement runs ------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Memory from alloca in a loop adds up until the function returns: the rounds
// of the loops around a place multiply what it takes.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_REPETITIONS_H
#define OFFSTACK_CLANG_REPETITIONS_H

#include <cstdint>
#include <optional>

namespace clang {
class ASTContext;
class Stmt;
} // namespace clang

namespace offstack {

class StatementParents;

/// Returns how often \p S may run in a call of its function: 1 outside of
/// loops; nothing where a loop without a known bound repeats it. \p Parents are
/// those of the code that S is in.
std::optional<uint64_t> findRepetitions(const clang::Stmt &S,
                                        const StatementParents &Parents,
                                        const clang::ASTContext &Context);

} // namespace offstack

#endif // OFFSTACK_CLANG_REPETITIONS_H
