//===- RunningCode.cpp - Which parts of a statement run -------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A general AST visitor would also go through types, names and attributes,
// where nothing runs.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/RunningCode.h"
#include "Offstack/Clang/Temporaries.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ExprConcepts.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace offstack {

/// Returns the value that \p Condition always has, or nothing.
static std::optional<bool> findConstantValue(const Expr *Condition,
                                             const ASTContext &Context) {
  Expr::EvalResult Result;
  if (!Condition || Condition->isValueDependent() ||
      !Condition->EvaluateAsInt(Result, Context))
    return std::nullopt;
  return Result.Val.getInt().getBoolValue();
}

/// Returns true if \p Root or a statement in it is one of \p Classes.
template <typename... Classes> static bool contains(const Stmt *Root) {
  SmallVector<const Stmt *, 16> Worklist(1, Root);
  while (!Worklist.empty()) {
    const Stmt *S = Worklist.pop_back_val();
    if (!S)
      continue;
    if (isa<Classes...>(S))
      return true;
    append_range(Worklist, S->children());
  }
  return false;
}

/// Returns true if control can enter \p Root other than from above.
static bool containsLabel(const Stmt *Root) {
  return contains<LabelStmt, SwitchCase>(Root);
}

bool runsThrough(const Stmt &S) {
  return !contains<CoroutineSuspendExpr, DependentCoawaitExpr>(&S);
}

namespace {

/// Appends the parts of one statement.
class PartList {
  const ASTContext &Context;
  const Precision Mode;
  SmallVectorImpl<const Stmt *> &Parts;

public:
  PartList(const ASTContext &Context, Precision Mode,
           SmallVectorImpl<const Stmt *> &Parts)
      : Context(Context), Mode(Mode), Parts(Parts) {}

  void addParts(const Stmt &S);

private:
  void addChildren(const Stmt &S);
  void addIf(const IfStmt &If);
  void addConditional(const ConditionalOperator &Conditional);
  /// Adds \p Branch unless its condition, which has the value \p Condition if
  /// it is constant, never equals \p Wanted.
  void addBranch(const Stmt *Branch, std::optional<bool> Condition,
                 bool Wanted);
  void addReplacement(const Stmt *Replacement, const Stmt &S);
};

} // namespace

void PartList::addChildren(const Stmt &S) {
  // append_range() would walk over them twice, which shows in compile time.
  for (const Stmt *Child : S.children())
    Parts.push_back(Child);
}

void PartList::addBranch(const Stmt *Branch, std::optional<bool> Condition,
                         bool Wanted) {
  if (Branch && (!Condition || *Condition == Wanted || containsLabel(Branch)))
    Parts.push_back(Branch);
}

void PartList::addIf(const IfStmt &If) {
  std::optional<bool> Condition;
  if (If.isConsteval())
    Condition = If.isNegatedConsteval();
  else if (If.isConstexpr() || Mode == Precision::Exact)
    Condition = findConstantValue(If.getCond(), Context);
  Parts.push_back(If.getInit());
  Parts.push_back(If.getConditionVariableDeclStmt());
  Parts.push_back(If.getCond());
  addBranch(If.getThen(), Condition, true);
  addBranch(If.getElse(), Condition, false);
}

void PartList::addConditional(const ConditionalOperator &Conditional) {
  std::optional<bool> Condition;
  if (Mode == Precision::Exact)
    Condition = findConstantValue(Conditional.getCond(), Context);
  Parts.push_back(Conditional.getCond());
  addBranch(Conditional.getTrueExpr(), Condition, true);
  addBranch(Conditional.getFalseExpr(), Condition, false);
}

/// Adds \p Replacement, which is built in the place of \p S, or the children of
/// S if it is null.
void PartList::addReplacement(const Stmt *Replacement, const Stmt &S) {
  if (Replacement)
    Parts.push_back(Replacement);
  else
    addChildren(S);
}

void PartList::addParts(const Stmt &S) {
  switch (S.getStmtClass()) {
  // Unevaluated, or evaluated by the compiler.
  case Stmt::UnaryExprOrTypeTraitExprClass:
  case Stmt::CXXNoexceptExprClass:
  case Stmt::RequiresExprClass:
  case Stmt::ConstantExprClass:
  // It has a frame of its own.
  case Stmt::BlockExprClass:
    return;
  case Stmt::LambdaExprClass:
    append_range(Parts, cast<LambdaExpr>(S).capture_inits());
    return;
  case Stmt::CXXTypeidExprClass:
    if (cast<CXXTypeidExpr>(S).isPotentiallyEvaluated())
      addChildren(S);
    return;
  case Stmt::GenericSelectionExprClass:
    if (const auto &Selection = cast<GenericSelectionExpr>(S);
        !Selection.isResultDependent())
      Parts.push_back(Selection.getResultExpr());
    return;
  case Stmt::ChooseExprClass:
    if (const auto &Choose = cast<ChooseExpr>(S);
        !Choose.isConditionDependent())
      Parts.push_back(Choose.getChosenSubExpr());
    return;
  case Stmt::CXXDefaultArgExprClass:
    if (const auto &Default = cast<CXXDefaultArgExpr>(S);
        !Default.getParam()->hasUninstantiatedDefaultArg())
      Parts.push_back(Default.getExpr());
    return;
  case Stmt::IfStmtClass:
    return addIf(cast<IfStmt>(S));
  case Stmt::ConditionalOperatorClass:
    return addConditional(cast<ConditionalOperator>(S));
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass:
    return addReplacement(findElidedSource(cast<CXXConstructExpr>(S), Context),
                          S);
  case Stmt::ImplicitCastExprClass:
    return addReplacement(findElidedLiteral(cast<ImplicitCastExpr>(S)), S);
  case Stmt::StmtExprClass:
    // What the last of its statements gives is its value.
    return addChildren(*cast<StmtExpr>(S).getSubStmt());
  default:
    addChildren(S);
  }
}

void appendRunningParts(const Stmt &S, const ASTContext &Context,
                        Precision Mode, SmallVectorImpl<const Stmt *> &Parts) {
  assert(!isa<DeclStmt>(S) && "the caller has to look at each declaration");
  PartList(Context, Mode, Parts).addParts(S);
}

} // namespace offstack
