//===- Temporaries.cpp - Objects without a name on the stack --------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Follows clang's code generation (CGExpr, CGExprAgg, CGCall). Each rule was
// compared with the allocas of -O0.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/Temporaries.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace offstack {

std::optional<uint64_t> findObjectSize(QualType T, const ASTContext &Context) {
  if (T.isNull() || T->isReferenceType() || T->isDependentType() ||
      T->isUndeducedType() || T->isIncompleteType() || T->isSizelessType() ||
      !T->isConstantSizeType())
    return std::nullopt;
  return Context.getTypeSizeInChars(T).getQuantity();
}

/// Returns true if \p E is a value of class type.
static bool isObjectValue(const Expr &E) {
  return E.isPRValue() && E.getType()->isRecordType();
}

/// Returns the expression that makes the value of \p E: without parentheses,
/// cleanups and casts that stand for it.
static const Expr *findMaker(const Expr *E) {
  while (true) {
    const Expr *Inner = E->IgnoreParens();
    if (const auto *Full = dyn_cast<FullExpr>(Inner))
      Inner = Full->getSubExpr();
    else if (const auto *Bound = dyn_cast<CXXBindTemporaryExpr>(Inner))
      Inner = Bound->getSubExpr();
    else if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(Inner))
      Inner = Default->getExpr();
    else if (const auto *Cast = dyn_cast<CastExpr>(Inner);
             Cast && isObjectValue(*Cast))
      Inner = Cast->getSubExpr();
    else if (const auto *Construction = dyn_cast<CXXConstructExpr>(Inner);
             Construction && Construction->isElidable())
      Inner = Construction->getArg(0);
    else if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(Inner))
      Inner = Temporary->getSubExpr();
    if (Inner == E)
      return E;
    E = Inner;
  }
}

/// Returns the parameter of \p Callee, which may be null, that takes argument
/// \p Index of \p Made, or null if that is not known.
static const ParmVarDecl *
findParameter(const Expr &Made, const FunctionDecl *Callee, unsigned Index) {
  if (!Callee)
    return nullptr;
  // The first operand of a member operator is its object.
  const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
  if (isa<CXXOperatorCallExpr>(Made) && Method &&
      Method->isImplicitObjectMemberFunction()) {
    if (Index == 0)
      return nullptr;
    --Index;
  }
  return Index < Callee->getNumParams() ? Callee->getParamDecl(Index) : nullptr;
}

namespace {

/// Appends the temporaries of one statement.
class Collector {
  const ASTContext &Context;
  SmallVectorImpl<StackTemporary> &Found;

public:
  Collector(const ASTContext &Context, SmallVectorImpl<StackTemporary> &Found)
      : Context(Context), Found(Found) {}

  void visit(const Stmt &S);
  void addUnused(const Stmt *S);

private:
  void add(const Expr &Value, TemporaryForm Form,
           const ParmVarDecl *Parameter = nullptr);
  void addMaterialized(const MaterializeTemporaryExpr &Temporary,
                       TemporaryForm Form);
  template <typename Call>
  void addArguments(const Call &Made, const FunctionDecl *Callee);
  void addAssigned(const BinaryOperator &Assignment);
  void addResults(const Expr *E, bool IsAssigned);
};

} // namespace

/// Adds the object of \p Value. One that is just there, without anything that
/// is known about it, is a temporary.
void Collector::add(const Expr &Value, TemporaryForm Form,
                    const ParmVarDecl *Parameter) {
  const Expr *Maker = findMaker(&Value);
  if (Form == TemporaryForm::Temporary && isa<CallExpr>(Maker))
    Form = TemporaryForm::Result;
  else if (Form == TemporaryForm::Temporary && isa<CompoundLiteralExpr>(Maker))
    Form = TemporaryForm::Literal;
  if (std::optional<uint64_t> Size = findObjectSize(Value.getType(), Context))
    Found.push_back({Maker, *Size, Form, Parameter});
}

void Collector::addMaterialized(const MaterializeTemporaryExpr &Temporary,
                                TemporaryForm Form) {
  StorageDuration Duration = Temporary.getStorageDuration();
  if (Duration != SD_FullExpression && Duration != SD_Automatic)
    return;
  // A reference to a part keeps the whole.
  SmallVector<const Expr *, 2> Commas;
  SmallVector<SubobjectAdjustment, 2> Adjustments;
  const Expr *Whole = Temporary.getSubExpr()->skipRValueSubobjectAdjustments(
      Commas, Adjustments);
  add(*Whole, Form);
}

template <typename Call>
void Collector::addArguments(const Call &Made, const FunctionDecl *Callee) {
  for (auto [Index, Argument] : enumerate(Made.arguments()))
    if (isObjectValue(*Argument))
      add(*Argument, TemporaryForm::Argument,
          findParameter(Made, Callee, static_cast<unsigned>(Index)));
}

/// Adds the results of calls that \p E takes its value from, of all branches.
/// Where the value \p IsAssigned, an object that is known gets it, but clang
/// cannot tell that the call does not use that, too.
void Collector::addResults(const Expr *E, bool IsAssigned) {
  SmallVector<const Expr *, 4> Worklist(1, E);
  while (!Worklist.empty()) {
    const Expr *Maker = findMaker(Worklist.pop_back_val());
    if (const auto *Choice = dyn_cast<ConditionalOperator>(Maker)) {
      Worklist.push_back(Choice->getFalseExpr());
      Worklist.push_back(Choice->getTrueExpr());
    } else if (const auto *Comma = dyn_cast<BinaryOperator>(Maker);
               Comma && Comma->isCommaOp()) {
      Worklist.push_back(Comma->getRHS());
    } else if (isa<CallExpr>(Maker) ||
               (IsAssigned
                    ? isa<CompoundLiteralExpr>(Maker)
                    : isa<CXXConstructExpr, InitListExpr, StmtExpr>(Maker))) {
      add(*Maker, TemporaryForm::Temporary);
    }
  }
}

/// Adds the object of \p S if it is an expression whose value is dropped.
void Collector::addUnused(const Stmt *S) {
  const auto *E = dyn_cast_or_null<Expr>(S);
  if (!E)
    return;
  E = E->IgnoreParens();
  if (const auto *Full = dyn_cast<FullExpr>(E))
    E = Full->getSubExpr()->IgnoreParens();
  if (const auto *Cast = dyn_cast<CastExpr>(E);
      Cast && Cast->getCastKind() == CK_ToVoid)
    E = Cast->getSubExpr();
  if (isObjectValue(*E))
    addResults(E, /*IsAssigned=*/false);
}

void Collector::addAssigned(const BinaryOperator &Assignment) {
  if (Assignment.getType()->isRecordType())
    addResults(Assignment.getRHS(), /*IsAssigned=*/true);
}

void Collector::visit(const Stmt &S) {
  switch (S.getStmtClass()) {
  case Stmt::MaterializeTemporaryExprClass:
    return addMaterialized(cast<MaterializeTemporaryExpr>(S),
                           TemporaryForm::Temporary);
  case Stmt::CXXStdInitializerListExprClass:
    if (const auto *Elements = dyn_cast<MaterializeTemporaryExpr>(
            cast<CXXStdInitializerListExpr>(S).getSubExpr()->IgnoreParens()))
      addMaterialized(*Elements, TemporaryForm::List);
    return;
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
  case Stmt::UserDefinedLiteralClass:
    return addArguments(cast<CallExpr>(S), cast<CallExpr>(S).getDirectCallee());
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass:
    return addArguments(cast<CXXConstructExpr>(S),
                        cast<CXXConstructExpr>(S).getConstructor());
  case Stmt::CompoundLiteralExprClass: {
    const auto &Literal = cast<CompoundLiteralExpr>(S);
    if (Literal.isLValue() && !Literal.hasStaticStorage())
      add(Literal, TemporaryForm::Literal);
    return;
  }
  case Stmt::MemberExprClass: {
    // C: the rest of the object has to be somewhere, too.
    const Expr *Base = cast<MemberExpr>(S).getBase()->IgnoreParens();
    if (isObjectValue(*Base) && !isa<MemberExpr>(Base))
      add(*Base, TemporaryForm::Temporary);
    return;
  }
  case Stmt::BinaryOperatorClass: {
    const auto &Operator = cast<BinaryOperator>(S);
    if (Operator.getOpcode() == BO_Assign)
      addAssigned(Operator);
    else if (Operator.isCommaOp())
      addUnused(Operator.getLHS());
    return;
  }
  case Stmt::StmtExprClass: {
    const CompoundStmt &Body = *cast<StmtExpr>(S).getSubStmt();
    for (const Stmt *Child : drop_end(Body.body(), Body.body_empty() ? 0 : 1))
      addUnused(Child);
    return;
  }
  // Which of its branches can run is for the caller to tell.
  case Stmt::IfStmtClass:
  // Their operands are used.
  case Stmt::DeclStmtClass:
  case Stmt::ReturnStmtClass:
  case Stmt::CoreturnStmtClass:
  case Stmt::CoroutineBodyStmtClass:
    return;
  default:
    // An expression in the place of a statement.
    if (!isa<Expr>(S))
      for (const Stmt *Child : S.children())
        addUnused(Child);
  }
}

void collectTemporaries(const Stmt &S, const ASTContext &Context,
                        SmallVectorImpl<StackTemporary> &Found) {
  Collector(Context, Found).visit(S);
}

void collectUnusedValue(const Stmt &S, const ASTContext &Context,
                        SmallVectorImpl<StackTemporary> &Found) {
  Collector(Context, Found).addUnused(&S);
}

const Expr *findElidedSource(const CXXConstructExpr &Construction,
                             const ASTContext &Context) {
  if (!Construction.isElidable() || !Context.getLangOpts().ElideConstructors ||
      Construction.getNumArgs() == 0)
    return nullptr;
  const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(
      Construction.getArg(0)->IgnoreParens());
  return Temporary ? Temporary->getSubExpr() : nullptr;
}

const Expr *findElidedLiteral(const ImplicitCastExpr &Cast) {
  if (Cast.getCastKind() != CK_LValueToRValue)
    return nullptr;
  const auto *Literal =
      dyn_cast<CompoundLiteralExpr>(Cast.getSubExpr()->IgnoreParens());
  return Literal && Literal->getType()->isRecordType()
             ? Literal->getInitializer()
             : nullptr;
}

} // namespace offstack
