//===- CallLocator.cpp - Where a function calls another -------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Walks the body of one function, and of a constructor or destructor what it
// does for bases and members.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/CallLocator.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using namespace llvm;

namespace offstack {

/// Returns the destructor that runs for an object of type \p Type, or null.
static const FunctionDecl *findDestructor(QualType Type,
                                          const ASTContext &Context) {
  const auto *Record = Context.getBaseElementType(Type)->getAsCXXRecordDecl();
  return Record && Record->hasDefinition() ? Record->getDestructor() : nullptr;
}

namespace {

/// Finds calls of one function, and can stop at the first.
class CallFinder : public ConstDynamicRecursiveASTVisitor {
public:
  CallFinder(const FunctionDecl &Caller, const FunctionDecl &Callee,
             bool FindsAll)
      : Caller(Caller), Callee(Callee.getCanonicalDecl()),
        Context(Caller.getASTContext()), FindsAll(FindsAll) {
    ShouldVisitImplicitCode = true;
    ShouldVisitLambdaBody = false;
  }

  SmallVector<SourceLocation, 2> run() {
    if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&Caller))
      for (const CXXCtorInitializer *Initializer : Constructor->inits())
        TraverseStmt(Initializer->getInit());
    if (Found.empty() || FindsAll)
      TraverseStmt(Caller.getBody());
    if (Found.empty() || FindsAll)
      if (const auto *Destructor = dyn_cast<CXXDestructorDecl>(&Caller))
        visitMembers(*Destructor->getParent());
    return Found.empty() ? FoundVirtual : Found;
  }

  // Visitors return false to stop.

  bool VisitCallExpr(const CallExpr *Call) override {
    const FunctionDecl *Target = Call->getDirectCallee();
    if (!isCallee(Target))
      return true;
    const auto *Member =
        dyn_cast<MemberExpr>(Call->getCallee()->IgnoreParenImpCasts());
    const auto *Method = dyn_cast<CXXMethodDecl>(Target);
    if (Member && Method && Method->isVirtual() &&
        Member->performsVirtualDispatch(Context.getLangOpts()))
      return foundVirtual(Call->getExprLoc());
    return found(Call->getExprLoc());
  }

  bool VisitCXXConstructExpr(const CXXConstructExpr *Construct) override {
    return visitUse(Construct->getConstructor(), Construct->getLocation());
  }

  bool VisitCXXInheritedCtorInitExpr(
      const CXXInheritedCtorInitExpr *Construct) override {
    return visitUse(Construct->getConstructor(), Construct->getLocation());
  }

  bool
  VisitCXXBindTemporaryExpr(const CXXBindTemporaryExpr *Temporary) override {
    return visitUse(Temporary->getTemporary()->getDestructor(),
                    Temporary->getBeginLoc());
  }

  bool VisitCXXNewExpr(const CXXNewExpr *New) override {
    return visitUse(New->getOperatorNew(), New->getBeginLoc());
  }

  bool VisitCXXDeleteExpr(const CXXDeleteExpr *Delete) override {
    QualType Type = Delete->getDestroyedType();
    if (!Type.isNull() && isCallee(findDestructor(Type, Context)))
      return foundVirtual(Delete->getBeginLoc());
    return visitUse(Delete->getOperatorDelete(), Delete->getBeginLoc());
  }

  bool VisitVarDecl(const VarDecl *Variable) override {
    if (const auto *Cleanup = Variable->getAttr<CleanupAttr>())
      if (!visitUse(Cleanup->getFunctionDecl(), Variable->getLocation()))
        return false;
    if (!Variable->hasLocalStorage() || Variable->getType()->isReferenceType())
      return true;
    return visitUse(findDestructor(Variable->getType(), Context),
                    Variable->getLocation());
  }

  bool TraverseCXXDefaultArgExpr(const CXXDefaultArgExpr *Default) override {
    size_t Before = Found.size();
    bool GoesOn =
        ConstDynamicRecursiveASTVisitor::TraverseCXXDefaultArgExpr(Default);
    for (SourceLocation &Location : MutableArrayRef(Found).drop_front(Before))
      Location = Default->getUsedLocation();
    return GoesOn;
  }

  /// Follows a condition that is a constant the one way that it goes.
  bool TraverseIfStmt(const IfStmt *If) override {
    bool Taken = false;
    if (!If->getCond() || If->getCond()->isValueDependent() ||
        !If->getCond()->EvaluateAsBooleanCondition(Taken, Context))
      return ConstDynamicRecursiveASTVisitor::TraverseIfStmt(If);
    return TraverseStmt(If->getInit()) &&
           TraverseStmt(If->getConditionVariableDeclStmt()) &&
           TraverseStmt(Taken ? If->getThen() : If->getElse());
  }

  // What is only looked at, or evaluated by the compiler, does not call; nor do
  // the functions that are defined inside of this one.

  bool TraverseDecl(const Decl *D) override {
    const auto *Variable = dyn_cast_or_null<VarDecl>(D);
    if (!Variable || Variable->isConstexpr())
      return true;
    return ConstDynamicRecursiveASTVisitor::TraverseDecl(D);
  }
  bool TraverseLambdaExpr(const LambdaExpr *Lambda) override {
    return all_of(Lambda->capture_inits(),
                  [&](const Expr *Init) { return TraverseStmt(Init); });
  }
  bool
  TraverseGenericSelectionExpr(const GenericSelectionExpr *Selection) override {
    return TraverseStmt(Selection->getResultExpr());
  }
  bool TraverseConstantExpr(const ConstantExpr *) override { return true; }
  bool
  TraverseUnaryExprOrTypeTraitExpr(const UnaryExprOrTypeTraitExpr *) override {
    return true;
  }
  bool TraverseCXXNoexceptExpr(const CXXNoexceptExpr *) override {
    return true;
  }
  bool TraverseCXXTypeidExpr(const CXXTypeidExpr *) override { return true; }
  bool TraverseRequiresExpr(const RequiresExpr *) override { return true; }
  bool TraverseTypeLoc(TypeLoc, bool) override { return true; }

private:
  bool isCallee(const FunctionDecl *Function) const {
    return Function && Function->getCanonicalDecl() == Callee;
  }

  bool visitUse(const FunctionDecl *Function, SourceLocation Location) {
    return isCallee(Function) ? found(Location) : true;
  }

  bool found(SourceLocation Location) {
    Found.push_back(Location.isValid() ? Location : Caller.getLocation());
    return FindsAll;
  }

  /// Keeps a call through a virtual table in reserve: it is the one that is
  /// looked for only if the compiler knew the object's type.
  bool foundVirtual(SourceLocation Location) {
    if (FoundVirtual.empty() || FindsAll)
      FoundVirtual.push_back(Location);
    return true;
  }

  /// Looks at what a destructor destroys behind its body.
  void visitMembers(const CXXRecordDecl &Record) {
    for (const FieldDecl *Field : Record.fields())
      if (!visitUse(findDestructor(Field->getType(), Context),
                    Field->getLocation()))
        return;
    for (const CXXBaseSpecifier &Base : Record.bases())
      if (!visitUse(findDestructor(Base.getType(), Context),
                    Base.getBeginLoc()))
        return;
  }

  const FunctionDecl &Caller;
  const FunctionDecl *Callee;
  const ASTContext &Context;
  bool FindsAll;
  SmallVector<SourceLocation, 2> Found;
  SmallVector<SourceLocation, 2> FoundVirtual;
};

} // namespace

SourceLocation findCall(const FunctionDecl &Caller,
                        const FunctionDecl &Callee) {
  SmallVector<SourceLocation, 2> Found =
      CallFinder(Caller, Callee, /*FindsAll=*/false).run();
  return Found.empty() ? SourceLocation() : Found[0];
}

SmallVector<SourceLocation, 2> findCalls(const FunctionDecl &Caller,
                                         const FunctionDecl &Callee) {
  return CallFinder(Caller, Callee, /*FindsAll=*/true).run();
}

} // namespace offstack
