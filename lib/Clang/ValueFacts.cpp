//===- ValueFacts.cpp - What code before a place says of a value ----------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// From a statement to the one around it, and within a block to those before it.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/ValueFacts.h"
#include "Offstack/Clang/BoundArithmetic.h"
#include "Offstack/Clang/StatementParents.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace offstack {

/// Returns the condition of \p S, if \p Arm is one of its two ways and \p S a
/// statement or expression that chooses, and for which value it is taken.
static std::optional<std::pair<const Expr *, bool>>
findChoice(const Stmt &S, const Stmt *Arm) {
  if (const auto *If = dyn_cast<IfStmt>(&S)) {
    if (If->getCond() && (Arm == If->getThen() || Arm == If->getElse()))
      return {{If->getCond(), Arm == If->getThen()}};
  } else if (const auto *Choice = dyn_cast<ConditionalOperator>(&S)) {
    if (Arm == Choice->getTrueExpr() || Arm == Choice->getFalseExpr())
      return {{Choice->getCond(), Arm == Choice->getTrueExpr()}};
  } else if (const auto *Operator = dyn_cast<BinaryOperator>(&S)) {
    if (Operator->isLogicalOp() && Arm == Operator->getRHS())
      return {{Operator->getLHS(), Operator->getOpcode() == BO_LAnd}};
  } else if (const auto *Loop = dyn_cast<ForStmt>(&S)) {
    if (Loop->getCond() && Arm == Loop->getBody())
      return {{Loop->getCond(), true}};
  } else if (const auto *Loop = dyn_cast<WhileStmt>(&S)) {
    if (Arm == Loop->getBody())
      return {{Loop->getCond(), true}};
  }
  return std::nullopt;
}

/// Returns the value that \p S, an assignment or declaration, gives \p Value.
static const Expr *findDefinition(const Stmt &S, const NamedValue &Value) {
  if (const auto *Group = dyn_cast<DeclStmt>(&S)) {
    for (const Decl *D : Group->decls())
      if (Value.size() == 1 && D == Value[0])
        return cast<VarDecl>(D)->getInit();
    return nullptr;
  }
  const auto *E = dyn_cast<Expr>(&S);
  const auto *Assignment =
      E ? dyn_cast<BinaryOperator>(E->IgnoreParenCasts()) : nullptr;
  if (!Assignment || Assignment->getOpcode() != BO_Assign)
    return nullptr;
  std::optional<NamedValue> Target = findNamedValue(*Assignment->getLHS());
  return Target && *Target == Value ? Assignment->getRHS() : nullptr;
}

/// Returns the constant that \p Arm sets \p Value to, as in
/// `if (n > 64) n = 64;`, or nothing.
static std::optional<uint64_t> findConstantSet(const Stmt *Arm,
                                               const NamedValue &Value,
                                               const ASTContext &Context) {
  while (const auto *Block = dyn_cast_or_null<CompoundStmt>(Arm))
    Arm = Block->body_empty() ? nullptr : Block->body_back();
  const Expr *Definition = Arm ? findDefinition(*Arm, Value) : nullptr;
  return Definition ? findConstant(*Definition, Context) : std::nullopt;
}

/// Returns the bound on \p Value behind the choice between \p Then and \p Else
/// by \p Condition: one way does not come here, or sets the value.
static std::optional<uint64_t>
findBoundBehind(const Expr &Condition, const Stmt *Then, const Stmt *Else,
                const NamedValue &Value, const ASTContext &Context) {
  std::optional<uint64_t> Least;
  for (bool Taken : {true, false}) {
    const Stmt *Other = Taken ? Else : Then;
    std::optional<uint64_t> Bound =
        findBoundInCondition(Condition, Taken, Value, Context);
    if (!Bound)
      continue;
    if (leaves(Other))
      Least = findLesserBound(Least, Bound);
    else if (auto Set = findConstantSet(Other, Value, Context))
      Least = findLesserBound(Least, std::max(*Bound, *Set));
  }
  return Least;
}

/// Adds to \p Known what the statement \p Sibling, which runs before, tells of
/// \p Value. Returns false if what is before that counts no more.
static bool readEarlier(const Stmt &Sibling, const NamedValue &Value,
                        ValueFacts &Known, const ASTContext &Context) {
  if (const Expr *Definition = findDefinition(Sibling, Value)) {
    Known.Definition = Definition;
    return false;
  }
  // An assert is a choice within an expression.
  SmallVector<const Stmt *, 8> Worklist(1, &Sibling);
  while (!Worklist.empty()) {
    const Stmt *S = Worklist.pop_back_val();
    if (!S)
      continue;
    std::optional<uint64_t> Bound;
    if (const auto *If = dyn_cast<IfStmt>(S); If && If->getCond())
      Bound = findBoundBehind(*If->getCond(), If->getThen(), If->getElse(),
                              Value, Context);
    else if (const auto *Choice = dyn_cast<ConditionalOperator>(S))
      Bound = findBoundBehind(*Choice->getCond(), Choice->getTrueExpr(),
                              Choice->getFalseExpr(), Value, Context);
    else if (isa<Expr, CompoundStmt>(S) && (S == &Sibling || !isLoop(*S)))
      append_range(Worklist, S->children());
    if (Bound) {
      Known.Bound = findLesserBound(Known.Bound, Bound);
      return true;
    }
  }
  return !mayChange(&Sibling, Value);
}

ValueFacts findValueFacts(const NamedValue &Value, const Stmt &At,
                          const StatementParents &Parents,
                          const ASTContext &Context) {
  ValueFacts Known;
  if (Value.size() == 1)
    if (const auto *Variable = cast_or_null<VarDecl>(Value[0]);
        Variable && Variable->getType().isConstQualified())
      Known.Definition = Variable->getAnyInitializer();
  const Stmt *Child = &At;
  for (const Stmt *S = Parents.get(Child); S; Child = S, S = Parents.get(S)) {
    if (auto Choice = findChoice(*S, Child))
      Known.Bound = findLesserBound(
          Known.Bound,
          findBoundInCondition(*Choice->first, Choice->second, Value, Context));
    if (isLoop(*S) && mayChange(S, Value))
      return Known;
    const auto *Block = dyn_cast<CompoundStmt>(S);
    if (!Block)
      continue;
    auto Self = find(Block->body(), Child);
    for (const Stmt *Earlier : reverse(make_range(Block->body_begin(), Self)))
      if (!readEarlier(*Earlier, Value, Known, Context))
        return Known;
  }
  return Known;
}

} // namespace offstack
