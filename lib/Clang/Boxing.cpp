//===- Boxing.cpp - Boxing inside the Clang plugin ------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// From annotations on the AST to notes on allocas.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/Boxing.h"
#include "Offstack/Analysis/RealtimeNotes.h"
#include "Offstack/Clang/Attributes.h"
#include "Offstack/Clang/PendingFindings.h"
#include "Offstack/Clang/VariableNotes.h"
#include "Offstack/Transforms/BoxPlan.h"
#include "Offstack/Transforms/BoxRemarks.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/Passes/PassBuilder.h"

using namespace clang;
using namespace llvm;

namespace offstack {

static void annotate(ASTContext &Context, Decl &D, StringRef Text) {
  D.addAttr(AnnotateAttr::CreateImplicit(Context, Text, nullptr, 0));
}

static bool isBoxRequested(const VarDecl &Variable) {
  std::optional<UserRequest> Request = findRequestForVariable(Variable);
  return Request && Request->Kind == UserAttribute::Box;
}

static void annotatePlace(ASTContext &Context, VarDecl &Variable) {
  annotate(
      Context, Variable,
      (PlaceNotePrefix + Twine(Variable.getLocation().getRawEncoding())).str());
}

namespace {

/// Annotates the local variables of the declarations that it visits.
class LocalAnnotator : public DynamicRecursiveASTVisitor {
public:
  LocalAnnotator(ASTContext &Context, uint64_t SmallestBytes)
      : Context(Context), SmallestBytes(SmallestBytes) {}

  bool VisitVarDecl(VarDecl *Variable) override {
    if (!isWanted(*Variable))
      return true;
    if (Variable->getIdentifier())
      annotate(Context, *Variable,
               (VariableNotePrefix + Variable->getName()).str());
    annotatePlace(Context, *Variable);
    return true;
  }

private:
  bool isWanted(const VarDecl &Variable) const {
    QualType Type = Variable.getType();
    if (!Variable.hasLocalStorage() || isa<ParmVarDecl>(Variable) ||
        Variable.isInvalidDecl() || Type->isReferenceType() ||
        Type->isDependentType() || Type->isIncompleteType() ||
        Type->isUndeducedType())
      return false;
    // The size of a VLA is known at run time only.
    return Type->isVariablyModifiedType() || Type->isSizelessType() ||
           isBoxRequested(Variable) ||
           Context.getTypeSizeInChars(Type).getQuantity() >=
               static_cast<int64_t>(SmallestBytes);
  }

  ASTContext &Context;
  uint64_t SmallestBytes;
};

/// Returns true if \p Function is [[clang::nonblocking]] or
/// [[clang::nonallocating]]: itself, by another declaration, or by a method
/// that it overrides.
static bool isRealtime(const FunctionDecl &Function) {
  for (const FunctionEffectWithCondition &Stated :
       Function.getFunctionEffects())
    if (Stated.Effect.kind() == FunctionEffect::Kind::NonBlocking ||
        Stated.Effect.kind() == FunctionEffect::Kind::NonAllocating)
      return true;
  return false;
}

/// Annotates what it visits and the user said something about.
class RequestAnnotator : public DynamicRecursiveASTVisitor {
public:
  explicit RequestAnnotator(ASTContext &Context) : Context(Context) {}

  bool VisitVarDecl(VarDecl *Variable) override {
    // A parameter's object is made by the caller.
    if (!Variable->hasLocalStorage() || isa<ParmVarDecl>(Variable))
      return true;
    carry(*Variable);
    if (isBoxRequested(*Variable))
      annotatePlace(Context, *Variable);
    return true;
  }

  bool VisitFunctionDecl(FunctionDecl *Function) override {
    carryFrom(*Function);
    return true;
  }

  // Its function is none of the declarations that are visited.
  bool VisitLambdaExpr(LambdaExpr *Lambda) override {
    carryFrom(*Lambda->getCallOperator());
    return true;
  }

private:
  void carryFrom(FunctionDecl &Function) {
    carry(Function);
    if (std::optional<uint64_t> Budget = findBudget(Function))
      annotate(
          Context, Function,
          printAnnotation({UserAttribute::Budget, printNumber(*Budget, "")}));
    // A template's condition is known in its instances only.
    if (!Function.isDependentContext() && isRealtime(Function))
      annotate(Context, Function, RealtimeAnnotation);
  }

  void carry(Decl &D) {
    if (std::optional<UserRequest> Request = findUserRequest(D))
      annotate(Context, D, printAnnotation(*Request));
  }

  ASTContext &Context;
};

} // namespace

void annotateRequests(ASTContext &Context, DeclGroupRef Declarations) {
  RequestAnnotator Annotator(Context);
  for (Decl *D : Declarations)
    Annotator.TraverseDecl(D);
}

void annotateLocals(ASTContext &Context, DeclGroupRef Declarations,
                    uint64_t SmallestBytes) {
  LocalAnnotator Annotator(Context, SmallestBytes);
  for (Decl *D : Declarations)
    Annotator.TraverseDecl(D);
}

void ImpossibleBoxReporter::report(const KeptObject &Kept) {
  if (std::shared_ptr<PendingFindings> Findings = Pending.lock())
    Findings->noteKept(Kept);
  if (!Kept.IsBoxRequested)
    return;
  SourceLocation Location;
  if (std::optional<uint64_t> Place = findPlaceNote(*Kept.Alloca))
    Location = SourceLocation::getFromRawEncoding(
        static_cast<SourceLocation::UIntTy>(*Place));
  if (Emitter.isIgnored(Diagnostic::BoxImpossible, Location) ||
      (Location.isValid() && !Reported.insert(Location).second))
    return;
  Emitter.report(Diagnostic::BoxImpossible, Location)
      << describeObject(Kept) << describeHazard(Kept);
}

std::shared_ptr<ImpossibleBoxReporter>
registerBoxing(CompilerInstance &CI, const OptionSet &Options,
               DiagnosticEmitter &Emitter, std::optional<IgnoreList> Ignored,
               PassWrapper Wrap) {
  auto Reporter = std::make_shared<ImpossibleBoxReporter>(Emitter);
  std::weak_ptr<ImpossibleBoxReporter> Weak = Reporter;
  // Lifetime markers, which -O0 has not by itself: a box is freed where its
  // variable's scope ends.
  CI.getCodeGenOpts().SanitizeAddressUseAfterScope = true;
  CI.getCodeGenOpts().PassBuilderCallbacks.push_back(
      [Options, Weak, Ignored, Wrap](PassBuilder &PB) {
        PB.registerPipelineStartEPCallback(
            [](ModulePassManager &MPM, OptimizationLevel) {
              MPM.addPass(VariableNotesPass());
            });
        registerOffstackPipeline(
            PB, [Options]() -> Expected<OptionSet> { return Options; },
            [Weak](const KeptObject &Kept) {
              if (std::shared_ptr<ImpossibleBoxReporter> Alive = Weak.lock())
                Alive->report(Kept);
            },
            Ignored, Wrap);
      });
  return Reporter;
}

} // namespace offstack
