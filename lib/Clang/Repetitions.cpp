//===- Repetitions.cpp - How often a statement runs -----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A loop that its round leaves repeats nothing; one that counts up to a
// constant has that many rounds.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/Repetitions.h"
#include "Offstack/Clang/SizeConditions.h"
#include "Offstack/Clang/StatementParents.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;
using namespace llvm;

namespace offstack {

/// Returns what surely ends the run of \p Block behind its statement \p Child,
/// or null if nothing does.
static const Stmt *findEnd(const CompoundStmt &Block, const Stmt *Child) {
  auto Later = make_range(find(Block.body(), Child), Block.body_end());
  auto End = find_if(
      Later, [&](const Stmt *S) { return !isa<CompoundStmt>(S) && leaves(S); });
  return End == Block.body_end() ? nullptr : *End;
}

/// Returns how often the body of \p Loop runs, if it counts up to a constant.
static std::optional<uint64_t> findRounds(const Stmt &Loop,
                                          const ASTContext &Context) {
  if (const auto *Do = dyn_cast<DoStmt>(&Loop))
    if (findConstant(*Do->getCond(), Context) == 0)
      return 1;
  const auto *For = dyn_cast<ForStmt>(&Loop);
  if (!For || !For->getCond() || !For->getInc())
    return std::nullopt;
  const auto *Step = dyn_cast<UnaryOperator>(For->getInc()->IgnoreParenCasts());
  if (!Step || !Step->isIncrementOp())
    return std::nullopt;
  std::optional<NamedValue> Counter = findNamedValue(*Step->getSubExpr());
  if (!Counter)
    return std::nullopt;
  std::optional<uint64_t> Last =
      findBoundInCondition(*For->getCond(), true, *Counter, Context);
  return Last ? std::optional(SaturatingAdd<uint64_t>(*Last, 1)) : std::nullopt;
}

std::optional<uint64_t> findRepetitions(const Stmt &S,
                                        const StatementParents &Parents,
                                        const ASTContext &Context) {
  uint64_t Count = 1;
  bool HasBroken = false, HasReturned = false;
  const Stmt *Child = &S;
  for (const Stmt *At = Parents.get(Child); At;
       Child = At, At = Parents.get(At)) {
    if (const auto *Block = dyn_cast<CompoundStmt>(At))
      if (const Stmt *End = findEnd(*Block, Child)) {
        HasBroken |= isa<BreakStmt>(End);
        HasReturned |= !isa<BreakStmt, ContinueStmt>(End);
      }
    if (isa<SwitchStmt>(At))
      HasBroken = false;
    const auto *For = dyn_cast<ForStmt>(At);
    if (!isLoop(*At) || (For && Child == For->getInit()))
      continue;
    if (!HasBroken && !HasReturned) {
      std::optional<uint64_t> Rounds = findRounds(*At, Context);
      if (!Rounds)
        return std::nullopt;
      Count = SaturatingMultiply(Count, *Rounds);
    }
    HasBroken = false;
  }
  return Count;
}

} // namespace offstack
