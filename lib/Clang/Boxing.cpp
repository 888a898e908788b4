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
#include "Offstack/Clang/VariableNotes.h"
#include "Offstack/Transforms/PassRegistration.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/Passes/PassBuilder.h"

using namespace clang;
using namespace llvm;

namespace offstack {

namespace {

/// Annotates the local variables of the declarations that it visits.
class LocalAnnotator : public DynamicRecursiveASTVisitor {
public:
  LocalAnnotator(ASTContext &Context, uint64_t SmallestBytes)
      : Context(Context), SmallestBytes(SmallestBytes) {}

  bool VisitVarDecl(VarDecl *Variable) override {
    if (isWanted(*Variable))
      Variable->addAttr(AnnotateAttr::CreateImplicit(
          Context, (VariableNotePrefix + Variable->getName()).str(), nullptr,
          0));
    return true;
  }

private:
  bool isWanted(const VarDecl &Variable) const {
    QualType Type = Variable.getType();
    if (!Variable.hasLocalStorage() || isa<ParmVarDecl>(Variable) ||
        Variable.isInvalidDecl() || Type->isReferenceType() ||
        Type->isDependentType() || Type->isIncompleteType() ||
        Type->isUndeducedType() || !Variable.getIdentifier())
      return false;
    // The size of a VLA is known at run time only.
    return Type->isVariablyModifiedType() || Type->isSizelessType() ||
           Context.getTypeSizeInChars(Type).getQuantity() >=
               static_cast<int64_t>(SmallestBytes);
  }

  ASTContext &Context;
  uint64_t SmallestBytes;
};

} // namespace

void annotateLocals(ASTContext &Context, DeclGroupRef Declarations,
                    uint64_t SmallestBytes) {
  LocalAnnotator Annotator(Context, SmallestBytes);
  for (Decl *D : Declarations)
    Annotator.TraverseDecl(D);
}

void registerBoxing(CompilerInstance &CI, const OptionSet &Options) {
  // Lifetime markers, which -O0 has not by itself: a box is freed where its
  // variable's scope ends.
  CI.getCodeGenOpts().SanitizeAddressUseAfterScope = true;
  CI.getCodeGenOpts().PassBuilderCallbacks.push_back(
      [Options](PassBuilder &PB) {
        PB.registerPipelineStartEPCallback(
            [](ModulePassManager &MPM, OptimizationLevel) {
              MPM.addPass(VariableNotesPass());
            });
        registerOffstackPipeline(
            PB, [Options]() -> Expected<OptionSet> { return Options; });
      });
}

} // namespace offstack
