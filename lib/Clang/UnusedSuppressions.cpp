//===- UnusedSuppressions.cpp - Attributes that are of no use -------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// When in doubt, an attribute is used: code that this file does not show may
// need it.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/UnusedSuppressions.h"
#include "Offstack/Analysis/RecursiveFunctions.h"
#include "Offstack/Clang/IgnoredCode.h"
#include "Offstack/Clang/ReporterPass.h"
#include "Offstack/Clang/StackObjects.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclObjC.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;
using namespace llvm;

namespace offstack {

std::shared_ptr<UnusedSuppressions>
UnusedSuppressions::install(CompilerInstance &CI, const OptionSet &Options,
                            DiagnosticEmitter &Emitter) {
  CodeGenOptions &Generation = CI.getCodeGenOpts();
  if (Options.isDisabled(getDiagnosticName(Diagnostic::UnusedSuppression)) ||
      !Generation.OptimizationRemarkAnalysis.patternMatches(
          SuppressionsPassName))
    return nullptr;
  std::shared_ptr<UnusedSuppressions> Object(
      new UnusedSuppressions(CI, Options, Emitter));
  addAtPipelineStart<UnusedSuppressions>(
      CI, Object,
      [](const std::shared_ptr<UnusedSuppressions> &U, llvm::Module &M,
         ModuleAnalysisManager &) { U->readModule(M); });
  return Object;
}

/// Takes note of the attribute \p Kind of \p D, if it has one.
void UnusedSuppressions::note(const NamedDecl &D, UserAttribute Kind,
                              bool IsUsed) {
  SourceLocation Place = findAttribute(D, Kind);
  if (Place.isInvalid())
    return;
  auto [Entry, IsNew] = Found.try_emplace(Place);
  if (IsNew)
    Entry->second = {Kind, "'" + D.getNameAsString() + "'"};
  Entry->second.IsUsed |= IsUsed;
}

/// Returns the largest object of \p Objects of a known size, and the sum of the
/// variables.
static std::pair<uint64_t, uint64_t> measure(const StackObjects &Objects) {
  uint64_t Largest = Objects.LargestTemporary, Sum = 0;
  for (const StackObject &Local : Objects.Locals) {
    Largest = std::max(Largest, Local.Size);
    Sum = SaturatingAdd(Sum, Local.Size);
  }
  for (const StackObject &Parameter : Objects.Parameters)
    Largest = std::max(Largest, Parameter.Size);
  return {Largest, Sum};
}

/// Returns the size over which an object can be reported or moved.
static uint64_t getLeast(const Limits &InForce) {
  return std::min(InForce.Local, InForce.RecursiveLocal);
}

void UnusedSuppressions::checkVariables(const Decl &Owner,
                                        const StackObjects &Objects,
                                        const Limits &InForce) {
  const auto *Context = dyn_cast<DeclContext>(&Owner);
  if (!Context)
    return;
  SmallPtrSet<const VarDecl *, 8> Needy;
  bool IsLargeFrame = measure(Objects).second > InForce.Frame;
  for (const StackObject &Local : Objects.Locals)
    if (IsLargeFrame || Local.Size > getLeast(InForce))
      Needy.insert(Local.Variable);
  for (const StackObject &Parameter : Objects.Parameters)
    if (Parameter.Size > getLeast(InForce))
      Needy.insert(Parameter.Variable);
  for (const DynamicObject &Object : Objects.Dynamic)
    Needy.insert(Object.Variable);
  for (const Decl *D : Context->decls())
    if (const auto *Variable = dyn_cast<VarDecl>(D))
      note(*Variable, UserAttribute::Keep, Needy.contains(Variable));
}

void UnusedSuppressions::check(const Decl &Owner) {
  ASTContext &Context = CI.getASTContext();
  Limits Default = Options.resolveLimits(Context.getTargetInfo().getTriple());
  StackObjects Objects = collectStackObjects(Owner, Context, Precision::Quick);
  std::optional<uint64_t> Budget = findBudget(Owner);
  checkVariables(Owner, Objects, Default.replace(Budget));
  const auto *Function = dyn_cast<FunctionDecl>(&Owner);
  if (!Function)
    return;
  auto [Largest, Sum] = measure(Objects);
  auto IsLarge = [&, Largest = Largest, Sum = Sum](const Limits &InForce) {
    return !Objects.Dynamic.empty() || Largest > getLeast(InForce) ||
           Sum > InForce.Frame;
  };
  note(*Function, UserAttribute::Keep, IsLarge(Default.replace(Budget)));
  // One that is not above the limits holds the function to less: a check. What
  // code generation adds to the objects is reckoned as much as these.
  note(*Function, UserAttribute::Budget,
       !Budget || *Budget <= Default.Frame || IsLarge(Default) ||
           Sum > Default.Frame / 2);
  if (findMaxDepth(*Function)) {
    note(*Function, UserAttribute::MaxDepth, /*IsUsed=*/false);
    Bounded.push_back(Function);
  }
}

/// Returns why an attribute of \p Kind is of no use.
static StringRef getReason(UserAttribute Kind) {
  switch (Kind) {
  case UserAttribute::Keep:
    return "without it nothing would be reported or moved";
  case UserAttribute::Budget:
    return "the function fits the limits without it";
  case UserAttribute::MaxDepth:
    return "the function is in no recursion that this file shows";
  case UserAttribute::Box:
    break;
  }
  llvm_unreachable("no attribute that silences");
}

void UnusedSuppressions::report(bool IsAboutRecursion) {
  std::vector<std::pair<SourceLocation, Suppression>> Sorted(Found.begin(),
                                                             Found.end());
  sort(Sorted, less_first());
  for (const auto &[Place, Suppression] : Sorted) {
    if (Suppression.IsUsed ||
        (Suppression.Kind == UserAttribute::MaxDepth) != IsAboutRecursion)
      continue;
    Emitter.remark(Diagnostic::UnusedSuppression, Place, SuppressionsPassName,
                   ("'offstack::" + getAttributeRow(Suppression.Kind).Name +
                    "' of " + Suppression.Subject +
                    " is unused: " + getReason(Suppression.Kind))
                       .str());
  }
}

void UnusedSuppressions::finishParsing() { report(/*IsAboutRecursion=*/false); }

void UnusedSuppressions::readModule(llvm::Module &M) {
  RecursiveFunctions Recursive(M);
  for (const FunctionDecl *Function : Bounded) {
    bool IsUsed = false, IsSeen = false;
    for (StringRef Name : findNamesInIR(*Function))
      if (const llvm::Function *F = M.getFunction(Name);
          F && !F->isDeclaration()) {
        IsSeen = true;
        IsUsed |= Recursive.contains(*F);
      }
    // No code, no answer.
    note(*Function, UserAttribute::MaxDepth, IsUsed || !IsSeen);
  }
  Bounded.clear();
  report(/*IsAboutRecursion=*/true);
}

} // namespace offstack
