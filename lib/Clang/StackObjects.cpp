//===- StackObjects.cpp - The objects in a function's frame ---------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Walks statements with a worklist. A general AST visitor would also go through
// types, names and attributes, where no variable of the frame can be.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/StackObjects.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclObjC.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ExprConcepts.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace llvm;

namespace offstack {

/// Returns the size of an object of type \p T in bytes, or nothing when it has
/// none that is fixed and known.
static std::optional<uint64_t> findObjectSize(QualType T,
                                              const ASTContext &Context) {
  if (T.isNull() || T->isReferenceType() || T->isDependentType() ||
      T->isUndeducedType() || T->isIncompleteType() || T->isSizelessType() ||
      !T->isConstantSizeType())
    return std::nullopt;
  return Context.getTypeSizeInChars(T).getQuantity();
}

/// Returns the value that \p Condition always has, or nothing.
static std::optional<bool> findConstantValue(const Expr *Condition,
                                             const ASTContext &Context) {
  Expr::EvalResult Result;
  if (!Condition || Condition->isValueDependent() ||
      !Condition->EvaluateAsInt(Result, Context))
    return std::nullopt;
  return Result.Val.getInt().getBoolValue();
}

/// Returns true if control can enter \p Root other than from above.
static bool containsLabel(const Stmt *Root) {
  SmallVector<const Stmt *, 16> Worklist(1, Root);
  while (!Worklist.empty()) {
    const Stmt *S = Worklist.pop_back_val();
    if (!S)
      continue;
    if (isa<LabelStmt, SwitchCase>(S))
      return true;
    append_range(Worklist, S->children());
  }
  return false;
}

namespace {

/// Collects the objects of one body.
class BodyWalk {
  const ASTContext &Context;
  const Precision Mode;
  StackObjects &Found;
  /// Statements still to be looked at, the next one last.
  SmallVector<const Stmt *, 64> Worklist;
  /// The constexpr variables that running code names; only asked for
  /// membership.
  SmallPtrSet<const Decl *, 8> NamedConstants;
  /// The locals of a coroutine move to its heap frame.
  bool IsCoroutine = false;

public:
  BodyWalk(const ASTContext &Context, Precision Mode, StackObjects &Found)
      : Context(Context), Mode(Mode), Found(Found) {}

  void addRoots(const Decl &Owner);
  void run();

private:
  void addFunctionRoots(const FunctionDecl &Function);
  void addParameters(ArrayRef<ParmVarDecl *> Parameters);
  void addLocal(const VarDecl &Variable);
  void pushChildren(const Stmt &S);
  void visit(const Stmt &S);
  void visitDeclarations(const DeclStmt &Declarations);
  void visitIf(const IfStmt &If);
  void visitConditional(const ConditionalOperator &Conditional);
  /// Pushes \p Branch unless its condition, which has the value \p Condition if
  /// it is constant, never equals \p Wanted.
  void pushBranch(const Stmt *Branch, std::optional<bool> Condition,
                  bool Wanted);
};

} // namespace

void BodyWalk::addParameters(ArrayRef<ParmVarDecl *> Parameters) {
  for (const ParmVarDecl *Parameter : Parameters) {
    // Arrays decay; what is left to be large is a class.
    QualType T = Parameter->getType();
    if (Parameter->isInvalidDecl() || !T->isRecordType())
      continue;
    if (std::optional<uint64_t> Size = findObjectSize(T, Context))
      Found.Parameters.push_back({Parameter, *Size});
  }
}

void BodyWalk::addFunctionRoots(const FunctionDecl &Function) {
  addParameters(Function.parameters());
  for (const ParmVarDecl *Parameter : Function.parameters())
    if (Parameter->hasDefaultArg() &&
        !Parameter->hasUninstantiatedDefaultArg() &&
        !Parameter->hasUnparsedDefaultArg())
      Worklist.push_back(Parameter->getDefaultArg());
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&Function))
    for (const CXXCtorInitializer *Initializer : Constructor->inits())
      Worklist.push_back(Initializer->getInit());
}

void BodyWalk::addRoots(const Decl &Owner) {
  if (const auto *Function = dyn_cast<FunctionDecl>(&Owner))
    addFunctionRoots(*Function);
  else if (const auto *Method = dyn_cast<ObjCMethodDecl>(&Owner))
    addParameters(Method->parameters());
  else if (const auto *Block = dyn_cast<BlockDecl>(&Owner))
    addParameters(Block->parameters());
  else if (const auto *Variable = dyn_cast<VarDecl>(&Owner))
    Worklist.push_back(Variable->getInit());
  else if (const auto *Field = dyn_cast<FieldDecl>(&Owner))
    Worklist.push_back(Field->getInClassInitializer());

  const Stmt *Body = Owner.getBody();
  IsCoroutine = isa_and_nonnull<CoroutineBodyStmt>(Body);
  Worklist.push_back(Body);
  std::reverse(Worklist.begin(), Worklist.end());
}

void BodyWalk::run() {
  while (!Worklist.empty())
    if (const Stmt *S = Worklist.pop_back_val())
      visit(*S);
  if (Mode == Precision::Exact)
    erase_if(Found.Locals, [&](const StackObject &Object) {
      return Object.Variable->isConstexpr() &&
             !NamedConstants.contains(Object.Variable);
    });
}

void BodyWalk::pushChildren(const Stmt &S) {
  size_t Start = Worklist.size();
  append_range(Worklist, S.children());
  std::reverse(Worklist.begin() + Start, Worklist.end());
}

void BodyWalk::addLocal(const VarDecl &Variable) {
  if (Variable.isInvalidDecl() || !Variable.hasLocalStorage() || IsCoroutine)
    return;
  // The caller's return slot holds it.
  if (Variable.isNRVOVariable() && Context.getLangOpts().ElideConstructors)
    return;
  if (std::optional<uint64_t> Size =
          findObjectSize(Variable.getType(), Context))
    Found.Locals.push_back({&Variable, *Size});
}

void BodyWalk::visitDeclarations(const DeclStmt &Declarations) {
  size_t Start = Worklist.size();
  for (const Decl *D : Declarations.decls()) {
    if (const auto *Variable = dyn_cast<VarDecl>(D)) {
      addLocal(*Variable);
      Worklist.push_back(Variable->getInit());
    } else if (isa<CXXRecordDecl>(D)) {
      Found.Nested.push_back(D);
    }
  }
  std::reverse(Worklist.begin() + Start, Worklist.end());
}

void BodyWalk::pushBranch(const Stmt *Branch, std::optional<bool> Condition,
                          bool Wanted) {
  if (Branch && (!Condition || *Condition == Wanted || containsLabel(Branch)))
    Worklist.push_back(Branch);
}

void BodyWalk::visitIf(const IfStmt &If) {
  std::optional<bool> Condition;
  if (If.isConsteval())
    Condition = If.isNegatedConsteval();
  else if (If.isConstexpr() || Mode == Precision::Exact)
    Condition = findConstantValue(If.getCond(), Context);
  pushBranch(If.getElse(), Condition, false);
  pushBranch(If.getThen(), Condition, true);
  Worklist.push_back(If.getCond());
  Worklist.push_back(If.getConditionVariableDeclStmt());
  Worklist.push_back(If.getInit());
}

void BodyWalk::visitConditional(const ConditionalOperator &Conditional) {
  std::optional<bool> Condition;
  if (Mode == Precision::Exact)
    Condition = findConstantValue(Conditional.getCond(), Context);
  pushBranch(Conditional.getFalseExpr(), Condition, false);
  pushBranch(Conditional.getTrueExpr(), Condition, true);
  Worklist.push_back(Conditional.getCond());
}

void BodyWalk::visit(const Stmt &S) {
  switch (S.getStmtClass()) {
  // Unevaluated, or evaluated by the compiler.
  case Stmt::UnaryExprOrTypeTraitExprClass:
  case Stmt::CXXNoexceptExprClass:
  case Stmt::RequiresExprClass:
  case Stmt::ConstantExprClass:
    return;
  case Stmt::CXXTypeidExprClass:
    if (cast<CXXTypeidExpr>(S).isPotentiallyEvaluated())
      pushChildren(S);
    return;
  case Stmt::GenericSelectionExprClass: {
    const auto &Selection = cast<GenericSelectionExpr>(S);
    if (!Selection.isResultDependent())
      Worklist.push_back(Selection.getResultExpr());
    return;
  }
  case Stmt::ChooseExprClass: {
    const auto &Choose = cast<ChooseExpr>(S);
    if (!Choose.isConditionDependent())
      Worklist.push_back(Choose.getChosenSubExpr());
    return;
  }
  case Stmt::IfStmtClass:
    return visitIf(cast<IfStmt>(S));
  case Stmt::ConditionalOperatorClass:
    return visitConditional(cast<ConditionalOperator>(S));
  case Stmt::LambdaExprClass: {
    const auto &Lambda = cast<LambdaExpr>(S);
    Found.Nested.push_back(Lambda.getCallOperator());
    append_range(Worklist, Lambda.capture_inits());
    return;
  }
  case Stmt::DeclRefExprClass: {
    const auto *Variable = dyn_cast<VarDecl>(cast<DeclRefExpr>(S).getDecl());
    if (Mode == Precision::Exact && Variable && Variable->isConstexpr())
      NamedConstants.insert(Variable);
    return;
  }
  case Stmt::BlockExprClass:
    Found.Nested.push_back(cast<BlockExpr>(S).getBlockDecl());
    return;
  case Stmt::DeclStmtClass:
    return visitDeclarations(cast<DeclStmt>(S));
  case Stmt::CXXCatchStmtClass:
    if (const VarDecl *Caught = cast<CXXCatchStmt>(S).getExceptionDecl())
      addLocal(*Caught);
    pushChildren(S);
    return;
  default:
    pushChildren(S);
  }
}

StackObjects collectStackObjects(const Decl &Owner, const ASTContext &Context,
                                 Precision Mode) {
  StackObjects Found;
  BodyWalk Walk(Context, Mode, Found);
  Walk.addRoots(Owner);
  Walk.run();
  return Found;
}

} // namespace offstack
