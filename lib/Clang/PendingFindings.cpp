//===- PendingFindings.cpp - Warnings that wait for code ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An object that has code and that the pass has not kept is moved, or nothing
// is left of it. One in a function that this file has no code of, as an inline
// one of a header that nothing here calls, is moved where there is code; of
// that the file which has it tells. Where code cannot be found, the warning
// stays.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/PendingFindings.h"
#include "Offstack/Analysis/RecursiveFunctions.h"
#include "Offstack/Clang/CallLocator.h"
#include "Offstack/Clang/CodeGeneration.h"
#include "Offstack/Clang/IgnoredCode.h"
#include "Offstack/Clang/ReporterPass.h"
#include "Offstack/Clang/VariableNotes.h"
#include "Offstack/Transforms/BoxPlan.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace clang;
using namespace llvm;

namespace offstack {

/// The metadata of an alloca without a name: the function that it was made in,
/// which inlining does not change.
static constexpr llvm::StringLiteral OriginNote = "offstack.origin";

std::shared_ptr<PendingFindings>
PendingFindings::install(CompilerInstance &CI, bool AreObjectsMoved) {
  std::shared_ptr<PendingFindings> Findings(
      new PendingFindings(CI, AreObjectsMoved));
  addAtPipelineStart<PendingFindings>(
      CI, Findings,
      [](const std::shared_ptr<PendingFindings> &P, llvm::Module &M,
         ModuleAnalysisManager &) { P->readModule(M); });
  if (AreObjectsMoved)
    addAtPipelineEnd<PendingFindings>(
        CI, Findings,
        [](const std::shared_ptr<PendingFindings> &P, llvm::Module &,
           ModuleAnalysisManager &) { P->reportAll(); });
  return Findings;
}

bool PendingFindings::waitsForCode() const {
  return generatesCode(CI) && !CI.getCodeGenOpts().DisableLLVMPasses &&
         !CI.getDiagnostics().hasErrorOccurred();
}

void PendingFindings::finishParsing() {
  if (!waitsForCode())
    reportAll();
}

/// Returns true if it can be told which functions in IR are the code of
/// \p Owner. Clang numbers lambdas as it generates code for them: the names of
/// their functions are not known here.
static bool hasKnownNames(const Decl &Owner) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Owner);
  return isa<FunctionDecl>(Owner) &&
         !(Method && Method->getParent()->isLambda());
}

/// Returns the definition of the function in \p M that has the code of \p
/// Owner, or null.
static llvm::Function *findInModule(const Decl &Owner, llvm::Module &M) {
  if (hasKnownNames(Owner))
    for (StringRef Name : findNamesInIR(Owner))
      if (llvm::Function *F = M.getFunction(Name); F && !F->isDeclaration())
        return F;
  return nullptr;
}

/// Notes on the objects of \p F that have no name what function they are from.
static void noteOrigins(llvm::Function &F) {
  MDNode *Origin =
      MDNode::get(F.getContext(), MDString::get(F.getContext(), F.getName()));
  for (Instruction &I : instructions(F))
    if (auto *AI = dyn_cast<AllocaInst>(&I); AI && !findPlaceNote(*AI))
      AI->setMetadata(OriginNote, Origin);
}

static SourceLocation findPlace(const AllocaInst &AI) {
  std::optional<uint64_t> Note = findPlaceNote(AI);
  return Note ? SourceLocation::getFromRawEncoding(
                    static_cast<SourceLocation::UIntTy>(*Note))
              : SourceLocation();
}

void PendingFindings::readModule(llvm::Module &M) {
  if (Findings.empty())
    return;
  HasReadModule = true;
  RecursiveFunctions Recursive(M);
  for (const PendingFinding &Finding : Findings)
    if (llvm::Function *F = findInModule(*Finding.Owner, M);
        F && Facts.try_emplace(Finding.Owner).second) {
      Facts[Finding.Owner] = {/*IsInCode=*/true, Recursive.contains(*F)};
      if (AreObjectsMoved)
        noteOrigins(*F);
    }
  if (!AreObjectsMoved)
    return reportAll();
  for (llvm::Function &F : M)
    for (Instruction &I : instructions(F))
      if (const auto *AI = dyn_cast<AllocaInst>(&I))
        PlacesInCode.insert(findPlace(*AI));
}

void PendingFindings::noteKept(const KeptObject &Kept) {
  if (!Kept.Alloca)
    return;
  if (SourceLocation Place = findPlace(*Kept.Alloca); Place.isValid())
    KeptPlaces.insert(Place);
  else if (const MDNode *Origin = Kept.Alloca->getMetadata(OriginNote))
    KeptUnnamed.push_back(
        {cast<MDString>(Origin->getOperand(0))->getString().str(), Kept.Bytes});
}

/// Returns true if the object of \p Finding is no longer on the stack.
bool PendingFindings::isGone(const PendingFinding &Finding) const {
  if (!AreObjectsMoved || !Finding.IsMovable)
    return false;
  if (Finding.Place.isValid() && PlacesInCode.contains(Finding.Place))
    return !KeptPlaces.contains(Finding.Place);
  bool IsInCode = Facts.lookup(Finding.Owner).IsInCode;
  if (HasReadModule && hasKnownNames(*Finding.Owner) && !IsInCode)
    return true;
  if (Finding.Place.isValid() || !IsInCode)
    return false;
  std::vector<std::string> Names = findNamesInIR(*Finding.Owner);
  return none_of(KeptUnnamed, [&](const auto &Kept) {
    return Kept.second == Finding.Size && is_contained(Names, Kept.first);
  });
}

bool PendingFindings::isRecursive(const PendingFinding &Finding) const {
  auto Known = Facts.find(Finding.Owner);
  if (Known != Facts.end())
    return Known->second.IsRecursive;
  // Not in the code, or there is none.
  const auto *Function = dyn_cast<FunctionDecl>(Finding.Owner);
  return Function && findCall(*Function, *Function).isValid();
}

/// Returns true if \p Owner is a function that the compiler itself may be the
/// only one to run. Lambdas are implicitly constexpr, and meant to run.
static bool mayRunAtCompileTimeOnly(const Decl &Owner) {
  const auto *Function = dyn_cast<FunctionDecl>(&Owner);
  const auto *Method = dyn_cast<CXXMethodDecl>(&Owner);
  return Function && Function->isConstexprSpecified() &&
         !(Method && Method->getParent()->isLambda());
}

void PendingFindings::reportAll() {
  std::vector<PendingFinding> Ready;
  std::swap(Ready, Findings);
  for (PendingFinding &Finding : Ready)
    if (!isGone(Finding) &&
        !(HasReadModule && mayRunAtCompileTimeOnly(*Finding.Owner) &&
          !Facts.lookup(Finding.Owner).IsInCode))
      Finding.Report(isRecursive(Finding) ? cast<FunctionDecl>(Finding.Owner)
                                          : nullptr);
}

} // namespace offstack
