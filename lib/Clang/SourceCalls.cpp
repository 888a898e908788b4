//===- SourceCalls.cpp - What the source of a function calls --------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Follows the children of statements, and what clang does not list as one.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/SourceCalls.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/Expr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/Stmt.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/Builtins.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace llvm;

namespace offstack {

namespace {

class SourceCallFinder {
public:
  explicit SourceCallFinder(const ASTContext &Context) : Context(Context) {}

  SourceCalls run(const Decl &Owner);

private:
  /// A statement, and whether its value is what is called.
  using Item = PointerIntPair<const Stmt *, 1, bool>;

  void push(const Stmt *S, bool IsCalled = false) {
    if (S)
      Worklist.push_back(Item(S, IsCalled));
  }
  void pushChildren(const Stmt &S, bool AreCalled = false) {
    for (const Stmt *Child : S.children())
      push(Child, AreCalled);
  }

  void addCallee(const FunctionDecl *Function);
  void addDestructor(QualType Type);
  void addParts(const CXXRecordDecl &Record);
  void addFunction(const FunctionDecl &Function);
  void addReference(const DeclRefExpr &Reference);
  void addVariable(const VarDecl &Variable);
  void addCall(const CallExpr &Call);
  void addDelete(const CXXDeleteExpr &Delete);
  void addDeclarations(const DeclStmt &Statement);
  void addLambda(const LambdaExpr &Lambda);
  void visit(const Stmt &S, bool IsCalled);

  const FunctionDecl *findByName(StringRef Name) const;
  const FunctionDecl *findBody(const FunctionDecl &Function) const;

  const ASTContext &Context;
  SmallVector<Item, 64> Worklist;
  /// Initializers of other variables that have been looked at.
  SmallPtrSet<const VarDecl *, 4> Initialized;
  SourceCalls Result;
};

} // namespace

/// Returns the function with a body that has \p Name in the object file, as far
/// as C has it, or null.
const FunctionDecl *SourceCallFinder::findByName(StringRef Name) const {
  auto Known = Context.Idents.find(Name);
  if (Known == Context.Idents.end())
    return nullptr;
  DeclarationName Declared(Known->second);
  for (const NamedDecl *D : Context.getTranslationUnitDecl()->lookup(Declared))
    if (const auto *Function = dyn_cast<FunctionDecl>(D)) {
      const FunctionDecl *Definition = nullptr;
      if (Function->hasBody(Definition))
        return Definition;
    }
  return nullptr;
}

/// Returns the declaration with the body that runs when \p Function is called,
/// or null.
const FunctionDecl *
SourceCallFinder::findBody(const FunctionDecl &Function) const {
  const FunctionDecl *Definition = nullptr;
  if (Function.hasBody(Definition))
    return Definition;
  if (const auto *Alias = Function.getAttr<AliasAttr>())
    return findByName(Alias->getAliasee());
  if (const auto *Label = Function.getAttr<AsmLabelAttr>())
    return findByName(Label->getLabel());
  // '__builtin_strlen' calls 'strlen', which may be the function itself.
  unsigned Builtin = Function.getBuiltinID();
  if (!Builtin)
    return nullptr;
  std::string Name = Context.BuiltinInfo.getName(Builtin);
  StringRef Plain = Name;
  return Plain.consume_front("__builtin_") ? findByName(Plain) : nullptr;
}

void SourceCallFinder::addCallee(const FunctionDecl *Function) {
  const FunctionDecl *Body = Function ? findBody(*Function) : nullptr;
  if (Body && !Body->isDependentContext() && !Body->isLateTemplateParsed() &&
      !Body->isImmediateFunction())
    Result.Callees.push_back(Body);
}

/// Adds what destroys an object of type \p Type.
void SourceCallFinder::addDestructor(QualType Type) {
  if (Type.isNull() || Type->isDependentType())
    return;
  const auto *Record = Context.getBaseElementType(Type)->getAsCXXRecordDecl();
  if (Record && Record->hasDefinition())
    addCallee(Record->getDestructor());
}

/// Adds what destroys the parts of a \p Record: its destructor does, and its
/// constructors do when one of them throws.
void SourceCallFinder::addParts(const CXXRecordDecl &Record) {
  for (const FieldDecl *Field : Record.fields())
    addDestructor(Field->getType());
  for (const CXXBaseSpecifier &Base : Record.bases())
    addDestructor(Base.getType());
  for (const CXXBaseSpecifier &Base : Record.vbases())
    addDestructor(Base.getType());
}

void SourceCallFinder::addFunction(const FunctionDecl &Function) {
  push(Function.getBody());
  for (const ParmVarDecl *Parameter : Function.parameters())
    if (Parameter->isDestroyedInCallee())
      addDestructor(Parameter->getType());
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&Function)) {
    for (const CXXCtorInitializer *Initializer : Constructor->inits())
      push(Initializer->getInit());
    addParts(*Constructor->getParent());
  }
  if (const auto *Destructor = dyn_cast<CXXDestructorDecl>(&Function)) {
    addParts(*Destructor->getParent());
    addCallee(Destructor->getOperatorDelete());
  }
}

/// Adds what \p Reference, which is called, names: a function, or a variable
/// whose value may be known.
void SourceCallFinder::addReference(const DeclRefExpr &Reference) {
  if (const auto *Function = dyn_cast<FunctionDecl>(Reference.getDecl()))
    return addCallee(Function);
  const auto *Variable = dyn_cast<VarDecl>(Reference.getDecl());
  if (Variable && Initialized.insert(Variable).second)
    push(Variable->getAnyInitializer(), /*IsCalled=*/true);
}

void SourceCallFinder::addVariable(const VarDecl &Variable) {
  if (!Variable.getType()->isReferenceType())
    addDestructor(Variable.getType());
  if (const auto *Cleanup = Variable.getAttr<CleanupAttr>())
    addCallee(Cleanup->getFunctionDecl());
  if (const auto *Parts = dyn_cast<DecompositionDecl>(&Variable))
    for (const BindingDecl *Part : Parts->bindings())
      if (const VarDecl *Holder = Part->getHoldingVar())
        push(Holder->getInit());
}

void SourceCallFinder::addDeclarations(const DeclStmt &Statement) {
  for (const Decl *D : Statement.decls())
    if (const auto *Variable = dyn_cast<VarDecl>(D))
      addVariable(*Variable);
  pushChildren(Statement);
}

/// Returns the method that \p Call calls, where clang knows it as it generates
/// code; null for a call through a virtual table.
static const FunctionDecl *findMethod(const CXXMethodDecl &Method,
                                      const MemberExpr &Member,
                                      const LangOptions &Language) {
  if (!Method.isVirtual() || !Member.performsVirtualDispatch(Language))
    return &Method;
  const Expr *Object = Member.getBase();
  return Method.getDevirtualizedMethod(Object, Language.AppleKext);
}

void SourceCallFinder::addCall(const CallExpr &Call) {
  const Expr *Callee = Call.getCallee();
  for (const Stmt *Child : Call.children())
    if (Child != Callee)
      push(Child);
  const auto *Member = dyn_cast<MemberExpr>(Callee->IgnoreParens());
  const auto *Method =
      Member ? dyn_cast<CXXMethodDecl>(Member->getMemberDecl()) : nullptr;
  if (!Method)
    return push(Callee, /*IsCalled=*/true);
  addCallee(findMethod(*Method, *Member, Context.getLangOpts()));
  push(Member->getBase());
}

void SourceCallFinder::addDelete(const CXXDeleteExpr &Delete) {
  pushChildren(Delete);
  addCallee(Delete.getOperatorDelete());
  QualType Type = Delete.getDestroyedType();
  if (!Type.isNull())
    addDestructor(Type);
}

void SourceCallFinder::addLambda(const LambdaExpr &Lambda) {
  for (const Expr *Capture : Lambda.capture_inits())
    push(Capture);
  const CXXMethodDecl *Operator = Lambda.getCallOperator();
  if (Operator && Operator->hasBody() && !Operator->isDependentContext())
    Result.Lambdas.push_back(Operator);
}

void SourceCallFinder::visit(const Stmt &S, bool IsCalled) {
  switch (S.getStmtClass()) {
  case Stmt::DeclRefExprClass:
    if (IsCalled)
      addReference(cast<DeclRefExpr>(S));
    return;
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
  case Stmt::UserDefinedLiteralClass:
  case Stmt::CUDAKernelCallExprClass:
    return addCall(cast<CallExpr>(S));
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass:
    addCallee(cast<CXXConstructExpr>(S).getConstructor());
    return pushChildren(S);
  case Stmt::CXXInheritedCtorInitExprClass:
    return addCallee(cast<CXXInheritedCtorInitExpr>(S).getConstructor());
  case Stmt::CXXBindTemporaryExprClass:
    addCallee(cast<CXXBindTemporaryExpr>(S).getTemporary()->getDestructor());
    return pushChildren(S);
  case Stmt::CXXNewExprClass:
    addCallee(cast<CXXNewExpr>(S).getOperatorNew());
    addCallee(cast<CXXNewExpr>(S).getOperatorDelete());
    return pushChildren(S);
  case Stmt::CXXDeleteExprClass:
    return addDelete(cast<CXXDeleteExpr>(S));
  case Stmt::DeclStmtClass:
    return addDeclarations(cast<DeclStmt>(S));
  case Stmt::LambdaExprClass:
    return addLambda(cast<LambdaExpr>(S));
  case Stmt::CXXDefaultArgExprClass:
    return push(cast<CXXDefaultArgExpr>(S).getExpr());
  case Stmt::CXXDefaultInitExprClass:
    return push(cast<CXXDefaultInitExpr>(S).getExpr());
  case Stmt::InitListExprClass:
    push(cast<InitListExpr>(S).getArrayFiller());
    return pushChildren(S);
  case Stmt::CXXParenListInitExprClass:
    push(cast<CXXParenListInitExpr>(S).getArrayFiller());
    return pushChildren(S);
  case Stmt::ArrayInitLoopExprClass:
    push(cast<ArrayInitLoopExpr>(S).getCommonExpr()->getSourceExpr());
    return push(cast<ArrayInitLoopExpr>(S).getSubExpr());
  case Stmt::CapturedStmtClass:
    push(cast<CapturedStmt>(S).getCapturedStmt());
    return pushChildren(S);
  case Stmt::CXXCatchStmtClass:
    if (const VarDecl *Variable = cast<CXXCatchStmt>(S).getExceptionDecl()) {
      push(Variable->getInit());
      addVariable(*Variable);
    }
    return pushChildren(S);
  case Stmt::GenericSelectionExprClass:
    return push(cast<GenericSelectionExpr>(S).getResultExpr(), IsCalled);
  case Stmt::UnaryExprOrTypeTraitExprClass:
    // Its children are the sizes of a variable-length array, or what is only
    // looked at.
    if (cast<UnaryExprOrTypeTraitExpr>(S).isArgumentType())
      pushChildren(S);
    return;
  case Stmt::CXXNoexceptExprClass:
  case Stmt::RequiresExprClass:
  case Stmt::ConceptSpecializationExprClass:
    return;
  default:
    return pushChildren(S, IsCalled && isa<Expr>(S));
  }
}

SourceCalls SourceCallFinder::run(const Decl &Owner) {
  if (const auto *Function = dyn_cast<FunctionDecl>(&Owner))
    addFunction(*Function);
  else if (const auto *Variable = dyn_cast<VarDecl>(&Owner))
    push(Variable->getInit());
  else if (const auto *Field = dyn_cast<FieldDecl>(&Owner))
    push(Field->getInClassInitializer());
  while (!Worklist.empty()) {
    Item Next = Worklist.pop_back_val();
    ++Result.Size;
    visit(*Next.getPointer(), Next.getInt());
  }
  return std::move(Result);
}

SourceCalls findSourceCalls(const Decl &Owner) {
  return SourceCallFinder(Owner.getASTContext()).run(Owner);
}

} // namespace offstack
