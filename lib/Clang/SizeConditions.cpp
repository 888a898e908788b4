//===- SizeConditions.cpp - What a condition says of a value --------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Takes conditions apart.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/SizeConditions.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/Builtins.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace offstack {

std::optional<NamedValue> findNamedValue(const Expr &E) {
  NamedValue Value;
  const Expr *At = E.IgnoreParenCasts();
  while (const auto *Member = dyn_cast<MemberExpr>(At)) {
    Value.push_back(Member->getMemberDecl());
    At = Member->getBase()->IgnoreParenCasts();
  }
  if (const auto *Reference = dyn_cast<DeclRefExpr>(At))
    Value.push_back(Reference->getDecl());
  else if (isa<CXXThisExpr>(At))
    Value.push_back(nullptr);
  else
    return std::nullopt;
  if (Value.back() && !isa<VarDecl>(Value.back()))
    return std::nullopt;
  return Value;
}

std::optional<uint64_t> findConstant(const Expr &E, const ASTContext &Context) {
  Expr::EvalResult Result;
  if (E.isValueDependent() || !E.getType()->isIntegralOrEnumerationType() ||
      !E.EvaluateAsInt(Result, Context) || Result.Val.getInt().isNegative() ||
      Result.Val.getInt().getActiveBits() > 63)
    return std::nullopt;
  return Result.Val.getInt().getZExtValue();
}

static bool names(const Expr &E, const NamedValue &Value) {
  std::optional<NamedValue> Named = findNamedValue(E);
  return Named && *Named == Value;
}

/// Returns the greatest value that \p Value can have where \p Term is at most
/// \p Bound: Term is the value, or a multiple of it, or it plus a constant.
static std::optional<uint64_t> solve(const Expr &Term, uint64_t Bound,
                                     const NamedValue &Value,
                                     const ASTContext &Context) {
  if (names(Term, Value))
    return Bound;
  const auto *Operator = dyn_cast<BinaryOperator>(Term.IgnoreParenCasts());
  if (!Operator)
    return std::nullopt;
  const Expr *Other = Operator->getRHS();
  if (!names(*Operator->getLHS(), Value)) {
    if (!names(*Other, Value))
      return std::nullopt;
    Other = Operator->getLHS();
  }
  std::optional<uint64_t> Constant = findConstant(*Other, Context);
  if (Constant && Operator->getOpcode() == BO_Mul && *Constant != 0)
    return Bound / *Constant;
  if (Constant && Operator->getOpcode() == BO_Add)
    return Bound - std::min(Bound, *Constant);
  return std::nullopt;
}

/// As findBoundInCondition, for one comparison.
static std::optional<uint64_t>
findBoundInComparison(const BinaryOperator &Comparison, bool Holds,
                      const NamedValue &Value, const ASTContext &Context) {
  BinaryOperatorKind Kind = Comparison.getOpcode();
  if (!Holds)
    Kind = BinaryOperator::negateComparisonOp(Kind);
  const Expr *Term = Comparison.getLHS(), *Limit = Comparison.getRHS();
  std::optional<uint64_t> Bound = findConstant(*Limit, Context);
  if (!Bound) {
    std::swap(Term, Limit);
    Kind = BinaryOperator::reverseComparisonOp(Kind);
    Bound = findConstant(*Limit, Context);
  }
  if (!Bound)
    return std::nullopt;
  if (Kind == BO_LT)
    Bound = *Bound - std::min<uint64_t>(*Bound, 1);
  else if (Kind != BO_LE && Kind != BO_EQ)
    return std::nullopt;
  return solve(*Term, *Bound, Value, Context);
}

std::optional<uint64_t> findBoundInCondition(const Expr &Condition, bool Holds,
                                             const NamedValue &Value,
                                             const ASTContext &Context) {
  std::optional<uint64_t> Least;
  SmallVector<std::pair<const Expr *, bool>, 4> Worklist(1,
                                                         {&Condition, Holds});
  while (!Worklist.empty()) {
    auto [E, IsTrue] = Worklist.pop_back_val();
    E = E->IgnoreParenCasts();
    if (const auto *Full = dyn_cast<FullExpr>(E))
      E = Full->getSubExpr()->IgnoreParenCasts();
    if (const auto *Not = dyn_cast<UnaryOperator>(E);
        Not && Not->getOpcode() == UO_LNot)
      Worklist.push_back({Not->getSubExpr(), !IsTrue});
    if (const auto *Call = dyn_cast<CallExpr>(E))
      if (const FunctionDecl *Callee = Call->getDirectCallee();
          Callee && Callee->getBuiltinID() == Builtin::BI__builtin_expect)
        Worklist.push_back({Call->getArg(0), IsTrue});
    const auto *Operator = dyn_cast<BinaryOperator>(E);
    if (!Operator)
      continue;
    if (Operator->getOpcode() == (IsTrue ? BO_LAnd : BO_LOr)) {
      Worklist.push_back({Operator->getLHS(), IsTrue});
      Worklist.push_back({Operator->getRHS(), IsTrue});
    } else if (Operator->isComparisonOp() && Operator->getOpcode() != BO_Cmp) {
      if (auto Bound = findBoundInComparison(*Operator, IsTrue, Value, Context))
        Least = std::min(Least.value_or(*Bound), *Bound);
    }
  }
  return Least;
}

bool leaves(const Stmt *S) {
  while (const auto *Block = dyn_cast_or_null<CompoundStmt>(S))
    S = Block->body_empty() ? nullptr : Block->body_back();
  if (!S)
    return false;
  if (isa<ReturnStmt, CoreturnStmt, GotoStmt, IndirectGotoStmt, BreakStmt,
          ContinueStmt>(S))
    return true;
  const auto *E = dyn_cast<Expr>(S);
  if (!E)
    return false;
  E = E->IgnoreParenCasts();
  if (const auto *Full = dyn_cast<FullExpr>(E))
    E = Full->getSubExpr()->IgnoreParenCasts();
  if (isa<CXXThrowExpr>(E))
    return true;
  const auto *Call = dyn_cast<CallExpr>(E);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return Callee && Callee->isNoReturn();
}

bool isLoop(const Stmt &S) {
  return isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S);
}

bool mayChange(const Stmt *S, const NamedValue &Value) {
  SmallVector<const Stmt *, 16> Worklist(1, S);
  while (!Worklist.empty()) {
    const Stmt *At = Worklist.pop_back_val();
    if (!At)
      continue;
    const Expr *Changed = nullptr;
    if (const auto *Operator = dyn_cast<BinaryOperator>(At);
        Operator && Operator->isAssignmentOp())
      Changed = Operator->getLHS();
    else if (const auto *Unary = dyn_cast<UnaryOperator>(At);
             Unary && (Unary->isIncrementDecrementOp() ||
                       Unary->getOpcode() == UO_AddrOf))
      Changed = Unary->getSubExpr();
    else if (const auto *Call = dyn_cast<CallExpr>(At)) {
      // A reference that is not to a constant.
      if (any_of(Call->arguments(), [&](const Expr *Argument) {
            return Argument->isLValue() &&
                   !Argument->getType().isConstQualified() &&
                   names(*Argument, Value);
          }))
        return true;
    }
    if (Changed && names(*Changed, Value))
      return true;
    append_range(Worklist, At->children());
  }
  return false;
}

} // namespace offstack
