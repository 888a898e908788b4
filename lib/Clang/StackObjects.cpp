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
#include "Offstack/Clang/Temporaries.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclObjC.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ExprConcepts.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/Builtins.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

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

/// Returns true if the code of \p S, in a coroutine, runs from its start to its
/// end without a suspension, so that what lives within it needs no place in the
/// coroutine's frame: both -O0 and -O2 keep it on the stack.
static bool runsThrough(const Stmt &S) {
  return !contains<CoroutineSuspendExpr, DependentCoawaitExpr>(&S);
}

/// Returns true if \p Call is one of alloca or its like.
static bool isAlloca(const CallExpr &Call) {
  const FunctionDecl *Callee = Call.getDirectCallee();
  switch (Callee ? Callee->getBuiltinID() : 0) {
  case Builtin::BIalloca:
  case Builtin::BI_alloca:
  case Builtin::BI__builtin_alloca:
  case Builtin::BI__builtin_alloca_uninitialized:
  case Builtin::BI__builtin_alloca_with_align:
  case Builtin::BI__builtin_alloca_with_align_uninitialized:
    return true;
  default:
    return false;
  }
}

/// Returns true if the compiler computes what \p Variable starts with.
static bool isComputedAtCompileTime(const VarDecl &Variable) {
  if (Variable.isConstexpr())
    return true;
  return Variable.hasGlobalStorage() && Variable.hasInit() &&
         !Variable.getInit()->isValueDependent() && Variable.evaluateValue();
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
  /// Code that has no objects on the stack of this function, as initializers
  /// that the compiler computes. It can hold lambdas.
  SmallVector<const Stmt *, 4> SilentCode;
  /// The statements of a coroutine that run through, looked at last.
  SmallVector<const Stmt *, 4> UnsuspendedCode;
  /// What lives on while a coroutine is suspended moves to its heap frame.
  bool IsCoroutine = false;
  /// What is looked at is no code of the function.
  bool IsBehindCode = false;

public:
  BodyWalk(const ASTContext &Context, Precision Mode, StackObjects &Found)
      : Context(Context), Mode(Mode), Found(Found) {}

  void addRoots(const Decl &Owner);
  void run();

private:
  void addFunctionRoots(const FunctionDecl &Function);
  void addParameters(ArrayRef<ParmVarDecl *> Parameters);
  void addLocal(const VarDecl &Variable);
  void addBindings(const VarDecl &Variable);
  void addInitializer(const VarDecl &Variable);
  bool wantsTemporaries() const {
    return Mode == Precision::Exact && !IsCoroutine && !IsBehindCode;
  }
  void addTemporaries(const Stmt &S);
  void addUnusedValue(const Stmt &S);
  void noteValue(QualType T);
  void runWorklist();
  void pushChildren(const Stmt &S);
  void visit(const Stmt &S);
  void visitCall(const CallExpr &Call);
  void visitConstruction(const CXXConstructExpr &Construction);
  void visitDeclarations(const DeclStmt &Declarations);
  void visitIf(const IfStmt &If);
  void visitConditional(const ConditionalOperator &Conditional);
  /// Pushes \p Branch unless its condition, which has the value \p Condition if
  /// it is constant, never equals \p Wanted. Returns true if it does.
  bool pushBranch(const Stmt *Branch, std::optional<bool> Condition,
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
      // The callers run it; only lambdas in it are looked for.
      SilentCode.push_back(Parameter->getDefaultArg());
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
    addInitializer(*Variable);
  else if (const auto *Field = dyn_cast<FieldDecl>(&Owner))
    Worklist.push_back(Field->getInClassInitializer());

  const Stmt *Body = Owner.getBody();
  IsCoroutine = isa_and_nonnull<CoroutineBodyStmt>(Body);
  Worklist.push_back(Body);
  std::reverse(Worklist.begin(), Worklist.end());
}

void BodyWalk::runWorklist() {
  while (!Worklist.empty())
    if (const Stmt *S = Worklist.pop_back_val())
      visit(*S);
}

void BodyWalk::run() {
  runWorklist();
  IsCoroutine = false;
  append_range(Worklist, reverse(UnsuspendedCode));
  runWorklist();
  IsBehindCode = true;
  append_range(Worklist, reverse(SilentCode));
  runWorklist();
  if (Mode == Precision::Exact)
    erase_if(Found.Locals, [&](const StackObject &Object) {
      return Object.Variable->isConstexpr() &&
             !NamedConstants.contains(Object.Variable);
    });
}

void BodyWalk::pushChildren(const Stmt &S) {
  size_t Start = Worklist.size();
  // append_range() would walk over them twice, which shows in compile time.
  for (const Stmt *Child : S.children())
    Worklist.push_back(Child);
  std::reverse(Worklist.begin() + Start, Worklist.end());
}

void BodyWalk::addLocal(const VarDecl &Variable) {
  if (Variable.isInvalidDecl() || !Variable.hasLocalStorage() || IsCoroutine)
    return;
  // The caller's return slot holds it.
  if (Variable.isNRVOVariable() && Context.getLangOpts().ElideConstructors)
    return;
  QualType T = Variable.getType();
  if (std::optional<uint64_t> Size = findObjectSize(T, Context))
    Found.Locals.push_back({&Variable, *Size});
  else if (!T->isDependentType() && T->isVariableArrayType())
    Found.Dynamic.push_back({&Variable, nullptr});
}

/// Looks at the variables that hold the parts of a tuple.
void BodyWalk::addBindings(const VarDecl &Variable) {
  if (const auto *Decomposition = dyn_cast<DecompositionDecl>(&Variable))
    for (const BindingDecl *Binding : Decomposition->bindings())
      if (const VarDecl *Part = Binding->getHoldingVar()) {
        addLocal(*Part);
        Worklist.push_back(Part->getInit());
      }
}

void BodyWalk::addInitializer(const VarDecl &Variable) {
  if (IsCoroutine ||
      (Mode == Precision::Exact && isComputedAtCompileTime(Variable)))
    SilentCode.push_back(Variable.getInit());
  else
    Worklist.push_back(Variable.getInit());
}

/// Notes that a value of type \p T may need a temporary.
void BodyWalk::noteValue(QualType T) {
  if (isa<RecordType, clang::ArrayType>(T.getCanonicalType()))
    if (std::optional<uint64_t> Size = findObjectSize(T, Context))
      Found.LargestTemporary = std::max(Found.LargestTemporary, *Size);
}

void BodyWalk::addTemporaries(const Stmt &S) {
  if (wantsTemporaries())
    collectTemporaries(S, Context, Found.Temporaries);
}

void BodyWalk::addUnusedValue(const Stmt &S) {
  if (wantsTemporaries())
    collectUnusedValue(S, Context, Found.Temporaries);
}

void BodyWalk::visitDeclarations(const DeclStmt &Declarations) {
  size_t Start = Worklist.size();
  for (const Decl *D : Declarations.decls()) {
    if (const auto *Variable = dyn_cast<VarDecl>(D)) {
      addLocal(*Variable);
      addInitializer(*Variable);
      addBindings(*Variable);
    } else if (isa<CXXRecordDecl>(D)) {
      Found.Nested.push_back(D);
    }
  }
  std::reverse(Worklist.begin() + Start, Worklist.end());
}

bool BodyWalk::pushBranch(const Stmt *Branch, std::optional<bool> Condition,
                          bool Wanted) {
  if (!Branch || (Condition && *Condition != Wanted && !containsLabel(Branch)))
    return false;
  Worklist.push_back(Branch);
  return true;
}

void BodyWalk::visitIf(const IfStmt &If) {
  std::optional<bool> Condition;
  if (If.isConsteval())
    Condition = If.isNegatedConsteval();
  else if (If.isConstexpr() || Mode == Precision::Exact)
    Condition = findConstantValue(If.getCond(), Context);
  if (pushBranch(If.getElse(), Condition, false))
    addUnusedValue(*If.getElse());
  if (pushBranch(If.getThen(), Condition, true))
    addUnusedValue(*If.getThen());
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

void BodyWalk::visitCall(const CallExpr &Call) {
  if (isAlloca(Call) && !IsCoroutine)
    Found.Dynamic.push_back({nullptr, &Call});
  noteValue(Call.getType());
  for (const Expr *Argument : Call.arguments())
    if (Argument->isPRValue())
      noteValue(Argument->getType());
  pushChildren(Call);
}

void BodyWalk::visitConstruction(const CXXConstructExpr &Construction) {
  noteValue(Construction.getType());
  const Expr *Elided = findElidedSource(Construction, Context);
  if (Elided)
    Worklist.push_back(Elided);
  else
    pushChildren(Construction);
}

void BodyWalk::visit(const Stmt &S) {
  // Of a statement of several scopes, the parts are looked at.
  if (IsCoroutine && isa<CompoundStmt, Expr>(S)) {
    bool IsOnStack = runsThrough(S);
    if (IsOnStack || isa<Expr>(S)) {
      (IsOnStack ? UnsuspendedCode : SilentCode).push_back(&S);
      return;
    }
  }
  addTemporaries(S);
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
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
  case Stmt::UserDefinedLiteralClass:
    return visitCall(cast<CallExpr>(S));
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass:
    return visitConstruction(cast<CXXConstructExpr>(S));
  case Stmt::StmtExprClass:
    noteValue(cast<Expr>(S).getType());
    // What the last of its statements gives is its value.
    return pushChildren(*cast<StmtExpr>(S).getSubStmt());
  case Stmt::MaterializeTemporaryExprClass:
  case Stmt::CompoundLiteralExprClass:
    noteValue(cast<Expr>(S).getType());
    return pushChildren(S);
  case Stmt::ImplicitCastExprClass:
    if (const Expr *Elided = findElidedLiteral(cast<ImplicitCastExpr>(S))) {
      noteValue(Elided->getType());
      Worklist.push_back(Elided);
    } else {
      pushChildren(S);
    }
    return;
  case Stmt::CXXDefaultArgExprClass:
    if (const auto &Default = cast<CXXDefaultArgExpr>(S);
        !Default.getParam()->hasUninstantiatedDefaultArg())
      Worklist.push_back(Default.getExpr());
    return;
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
