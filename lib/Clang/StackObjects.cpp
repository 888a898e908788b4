//===- StackObjects.cpp - The objects in a function's frame ---------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Walks statements with a worklist.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/StackObjects.h"
#include "Offstack/Clang/RunningCode.h"
#include "Offstack/Clang/Temporaries.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclObjC.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/Builtins.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace llvm;

namespace offstack {

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
  void visit(const Stmt &S);
  bool leaveForCoroutine(const Stmt &S);
  void noteObjects(const Stmt &S);
  void visitCall(const CallExpr &Call);
  void visitDeclarations(const DeclStmt &Declarations);
  void addUnusedBranches(const IfStmt &If, ArrayRef<const Stmt *> Parts);
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

/// Looks at the branches of \p If that are among its \p Parts that run.
void BodyWalk::addUnusedBranches(const IfStmt &If,
                                 ArrayRef<const Stmt *> Parts) {
  for (const Stmt *Part : reverse(Parts))
    if (Part && (Part == If.getThen() || Part == If.getElse()))
      addUnusedValue(*Part);
}

void BodyWalk::visitCall(const CallExpr &Call) {
  if (isAlloca(Call) && !IsCoroutine)
    Found.Dynamic.push_back({nullptr, &Call});
  noteValue(Call.getType());
  for (const Expr *Argument : Call.arguments())
    if (Argument->isPRValue())
      noteValue(Argument->getType());
}

/// Notes what \p S itself makes or names.
void BodyWalk::noteObjects(const Stmt &S) {
  switch (S.getStmtClass()) {
  case Stmt::LambdaExprClass:
    Found.Nested.push_back(cast<LambdaExpr>(S).getCallOperator());
    return;
  case Stmt::BlockExprClass:
    Found.Nested.push_back(cast<BlockExpr>(S).getBlockDecl());
    return;
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
  case Stmt::UserDefinedLiteralClass:
    return visitCall(cast<CallExpr>(S));
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass:
  case Stmt::StmtExprClass:
  case Stmt::MaterializeTemporaryExprClass:
  case Stmt::CompoundLiteralExprClass:
    return noteValue(cast<Expr>(S).getType());
  case Stmt::ImplicitCastExprClass:
    if (const Expr *Elided = findElidedLiteral(cast<ImplicitCastExpr>(S)))
      noteValue(Elided->getType());
    return;
  case Stmt::DeclRefExprClass:
    if (const auto *Variable =
            dyn_cast<VarDecl>(cast<DeclRefExpr>(S).getDecl());
        Mode == Precision::Exact && Variable && Variable->isConstexpr())
      NamedConstants.insert(Variable);
    return;
  case Stmt::CXXCatchStmtClass:
    if (const VarDecl *Caught = cast<CXXCatchStmt>(S).getExceptionDecl())
      addLocal(*Caught);
    return;
  default:
    return;
  }
}

/// Returns true if \p S, in a coroutine, is looked at later: as code that
/// cannot be suspended, or that has no objects on the stack. Of a statement of
/// several scopes, the parts are looked at.
bool BodyWalk::leaveForCoroutine(const Stmt &S) {
  if (!IsCoroutine || !isa<CompoundStmt, Expr>(S))
    return false;
  bool IsOnStack = runsThrough(S);
  if (!IsOnStack && !isa<Expr>(S))
    return false;
  (IsOnStack ? UnsuspendedCode : SilentCode).push_back(&S);
  return true;
}

void BodyWalk::visit(const Stmt &S) {
  if (leaveForCoroutine(S))
    return;
  addTemporaries(S);
  if (const auto *Declarations = dyn_cast<DeclStmt>(&S))
    return visitDeclarations(*Declarations);
  noteObjects(S);
  size_t Start = Worklist.size();
  appendRunningParts(S, Context, Mode, Worklist);
  if (const auto *If = dyn_cast<IfStmt>(&S))
    addUnusedBranches(*If, ArrayRef(Worklist).drop_front(Start));
  std::reverse(Worklist.begin() + Start, Worklist.end());
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
