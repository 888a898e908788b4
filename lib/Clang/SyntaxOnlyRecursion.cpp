//===- SyntaxOnlyRecursion.cpp - Recursion with -fsyntax-only -------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The engine and the reporter are those of a compilation.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/SyntaxOnlyRecursion.h"
#include "Offstack/Analysis/CertainCandidates.h"
#include "Offstack/Clang/CodeGeneration.h"
#include "Offstack/Clang/FunctionQueue.h"
#include "Offstack/Clang/SourceCycles.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Stmt.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/PassInstrumentation.h"
#include "llvm/IR/PassManager.h"

using namespace clang;
using namespace llvm;

namespace offstack {

/// Returns true if the host compilation of \p CI is the only one of its file,
/// and its code needs nothing that another one makes.
static bool isForHostAlone(const CompilerInstance &CI) {
  const LangOptions &Language = CI.getLangOpts();
  return !Language.CUDA && !Language.OpenCL && !Language.HLSL &&
         !Language.SYCLIsDevice && !Language.SYCLIsHost &&
         !Language.OpenMPIsTargetDevice;
}

std::unique_ptr<SyntaxOnlyRecursion>
SyntaxOnlyRecursion::create(CompilerInstance &CI, const OptionSet &Options,
                            const DiagnosticEmitter &Emitter,
                            std::shared_ptr<RecursionReporter> Reporter,
                            Diagnostic Wanted) {
  if (!Reporter || !onlyChecksSyntax(CI) || !isForHostAlone(CI) ||
      CI.getFrontendOpts().SkipFunctionBodies ||
      CI.getDiagnostics().getIgnoreAllWarnings())
    return nullptr;
  RecursionLevels Level = Options.Recursion.value_or(RecursionLevels::Certain);
  return std::unique_ptr<SyntaxOnlyRecursion>(
      new SyntaxOnlyRecursion(CI, Level, Emitter, std::move(Reporter), Wanted));
}

/// Returns true if something could be reported in \p Function. All of it is in
/// one group of warnings. What a pragma turns on between the braces is missed.
bool SyntaxOnlyRecursion::isWanted(const FunctionDecl &Function) const {
  const Stmt *Body = Function.getBody();
  return Body && !Emitter.isIgnored(Wanted, Body->getBeginLoc());
}

/// Returns true if a recursion in \p M may be certain to go on for ever. Calls
/// of functions that only return say nothing to the contrary.
static bool mayGoOn(const llvm::Module &M) {
  TargetLibraryInfoImpl Known(M.getTargetTriple());
  TargetLibraryInfo Library(Known);
  auto Libraries = [&](const llvm::Function &) -> const TargetLibraryInfo & {
    return Library;
  };
  DirectCallGraph Calls(M);
  return !findInfiniteRecursion(Calls, Libraries).empty() ||
         any_of(computeComponents(Calls.callees()),
                [&](const Component &Group) {
                  return isCyclic(Group, Calls.callees()) &&
                         mayBeCertain(Group, Calls, Libraries);
                });
}

/// Up to this share of the file, the code of the cycles alone is generated
/// first, which nearly always is all. A larger one would cost more when it is
/// not.
static constexpr size_t PartShare = 8;

/// Returns false if the functions of \p Cycles alone show that each ends.
bool SyntaxOnlyRecursion::mayGoOn(const SourceCycles &Cycles) {
  if (Cycles.Size > Cycles.SeenSize / PartShare)
    return true;
  LLVMContext Context;
  std::unique_ptr<llvm::Module> Part =
      CodeReplay::generatePart(CI, Context, Cycles.Members);
  return !Part || offstack::mayGoOn(*Part);
}

/// Returns true if there is a reason to generate code for the file.
bool SyntaxOnlyRecursion::mayReport() {
  FunctionQueue Queue(CI.getASTContext());
  Queue.add(Replay.listDeclarations());
  std::vector<const Decl *> Owners;
  bool AnyWanted = false;
  while (const Decl *Owner = Queue.next()) {
    const auto *Function = dyn_cast<FunctionDecl>(Owner);
    AnyWanted = AnyWanted || (Function && isWanted(*Function));
    if (isa<FunctionDecl, VarDecl, FieldDecl>(Owner))
      Owners.push_back(Owner);
  }
  if (!AnyWanted)
    return false;
  // The other levels follow calls that name no callee, too.
  if (Level != RecursionLevels::Certain)
    return true;
  SourceCycles Cycles = findSourceCycles(
      Owners, [&](const FunctionDecl &Function) { return isWanted(Function); });
  return !Cycles.Members.empty() && mayGoOn(Cycles);
}

bool SyntaxOnlyRecursion::run() {
  if (CI.getDiagnostics().hasErrorOccurred())
    return false;
  if (!mayReport())
    return true;
  LLVMContext Context;
  std::unique_ptr<llvm::Module> M = Replay.generate(CI, Context);
  if (!M)
    return false;
  TargetLibraryInfoImpl Libraries(M->getTargetTriple());
  FunctionAnalysisManager FAM;
  FAM.registerPass([&] { return TargetLibraryAnalysis(Libraries); });
  FAM.registerPass([] { return PassInstrumentationAnalysis(); });
  ModuleAnalysisManager MAM;
  MAM.registerPass([&] { return FunctionAnalysisManagerModuleProxy(FAM); });
  MAM.registerPass([] { return PassInstrumentationAnalysis(); });
  Reporter->run(*M, MAM);
  return true;
}

} // namespace offstack
