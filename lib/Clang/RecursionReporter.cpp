//===- RecursionReporter.cpp - Infinite recursion, on the AST -------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Hooks the analysis into clang's pipeline and turns its findings into
// warnings.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/RecursionReporter.h"
#include "Offstack/Clang/CallLocator.h"
#include "Offstack/Clang/FunctionsByName.h"
#include "Offstack/Clang/IgnoredCode.h"
#include "clang/AST/ASTContext.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/IR/Module.h"
#include "llvm/Passes/PassBuilder.h"

using namespace clang;
using namespace llvm;

namespace offstack {

namespace {

/// Calls the reporter with the module; changes nothing.
class RecursionReporterPass : public PassInfoMixin<RecursionReporterPass> {
public:
  explicit RecursionReporterPass(std::weak_ptr<RecursionReporter> Reporter)
      : Reporter(std::move(Reporter)) {}

  PreservedAnalyses run(llvm::Module &M, ModuleAnalysisManager &MAM) {
    if (std::shared_ptr<RecursionReporter> Alive = Reporter.lock())
      Alive->run(M, MAM);
    return PreservedAnalyses::all();
  }

  static bool isRequired() { return true; }

private:
  std::weak_ptr<RecursionReporter> Reporter;
};

} // namespace

std::shared_ptr<RecursionReporter>
RecursionReporter::install(CompilerInstance &CI, DiagnosticEmitter &Emitter,
                           const IgnoreList *Ignored) {
  std::shared_ptr<RecursionReporter> Reporter(
      new RecursionReporter(CI, Emitter, Ignored));
  CodeGenOptions &Options = CI.getCodeGenOpts();
  // The driver has the AST freed before the pipeline runs.
  Options.ClearASTBeforeBackend = false;
  std::weak_ptr<RecursionReporter> Weak = Reporter;
  Options.PassBuilderCallbacks.push_back([Weak](PassBuilder &PB) {
    PB.registerPipelineStartEPCallback(
        [Weak](ModulePassManager &MPM, OptimizationLevel) {
          MPM.addPass(RecursionReporterPass(Weak));
        });
  });
  return Reporter;
}

void RecursionReporter::run(llvm::Module &M, ModuleAnalysisManager &MAM) {
  if (HasRun || !CI.hasASTContext())
    return;
  HasRun = true;
  SmallVector<RecursionFinding, 0> Findings = findInfiniteRecursion(M, MAM);
  if (Findings.empty())
    return;
  SmallVector<StringRef, 8> Names;
  for (const RecursionFinding &Finding : Findings)
    for (const RecursionStep &Step : Finding.Cycle)
      Names.push_back(Step.Caller->getName());
  FunctionsByName Functions(CI.getASTContext(), Names);
  for (const RecursionFinding &Finding : Findings)
    report(findInSource(Finding, Functions));
}

/// Returns the definition behind the caller of \p Step, or nothing where it
/// cannot be told. Of many lambdas it is the one that makes the call to itself.
static GlobalDecl findCaller(const RecursionStep &Step,
                             const FunctionsByName &Functions) {
  ArrayRef<GlobalDecl> Definitions = Functions.find(Step.Caller->getName());
  if (Definitions.size() == 1)
    return Definitions[0];
  GlobalDecl Result;
  if (Step.Caller != Step.Callee)
    return Result;
  for (GlobalDecl Definition : Definitions) {
    const auto *Function = cast<FunctionDecl>(Definition.getDecl());
    if (findCall(*Function, *Function).isInvalid())
      continue;
    if (Result.getDecl())
      return GlobalDecl();
    Result = Definition;
  }
  return Result;
}

/// Returns true if \p Function only calls \p Next, the variant of the same
/// constructor or destructor that leaves virtual bases alone. The source shows
/// one function.
static bool isForwarder(GlobalDecl Function, GlobalDecl Next) {
  if (Function.getDecl() != Next.getDecl())
    return false;
  if (isa<CXXConstructorDecl>(Function.getDecl()))
    return Function.getCtorType() == Ctor_Complete &&
           Next.getCtorType() == Ctor_Base;
  if (isa<CXXDestructorDecl>(Function.getDecl()))
    return (Function.getDtorType() == Dtor_Complete &&
            Next.getDtorType() == Dtor_Base) ||
           (Function.getDtorType() == Dtor_Deleting &&
            Next.getDtorType() != Dtor_Deleting);
  return false;
}

/// Returns the functions of \p Finding that the source shows, in order.
static SmallVector<const FunctionDecl *, 2>
findSourceFunctions(const RecursionFinding &Finding,
                    const FunctionsByName &Functions) {
  SmallVector<GlobalDecl, 2> Known;
  for (const RecursionStep &Step : Finding.Cycle)
    if (GlobalDecl Function = findCaller(Step, Functions); Function.getDecl())
      Known.push_back(Function);
  SmallVector<const FunctionDecl *, 2> Result;
  for (auto [Index, Function] : enumerate(Known))
    if (!isForwarder(Function, Known[(Index + 1) % Known.size()]))
      Result.push_back(cast<FunctionDecl>(Function.getDecl()));
  return Result;
}

/// Returns the calls of \p Finding. The first is one that the user wrote, if
/// there is any: a warning in a system header would not be shown.
RecursionReporter::SourceCycle
RecursionReporter::findInSource(const RecursionFinding &Finding,
                                const FunctionsByName &Functions) const {
  SmallVector<const FunctionDecl *, 2> Callers =
      findSourceFunctions(Finding, Functions);
  SourceCycle Cycle;
  for (auto [Index, Caller] : enumerate(Callers)) {
    const FunctionDecl *Callee = Callers[(Index + 1) % Callers.size()];
    SourceLocation Location = findCall(*Caller, *Callee);
    if (Location.isInvalid())
      Location = Caller->getLocation();
    Cycle.push_back({Caller, Callee, Location});
  }
  auto Written = find_if(Cycle, [&](const SourceStep &Step) {
    return !CI.getSourceManager().isInSystemHeader(Step.Location);
  });
  if (Written != Cycle.end())
    std::rotate(Cycle.begin(), Written, Cycle.end());
  return Cycle;
}

void RecursionReporter::report(const SourceCycle &Cycle) {
  if (Cycle.empty() ||
      Emitter.isIgnored(Diagnostic::Infinite, Cycle[0].Location) ||
      isIgnored(Ignored, Diagnostic::Infinite, *Cycle[0].Caller, nullptr) ||
      !Reported.insert(Cycle[0].Location).second)
    return;
  Emitter.report(Diagnostic::Infinite, Cycle[0].Location)
      << Cycle[0].Caller << (Cycle.size() > 1);
  if (Cycle.size() > 1)
    for (const SourceStep &Step : Cycle)
      Emitter.note(Note::InfiniteStep, Step.Location)
          << Step.Caller << Step.Callee;
}

} // namespace offstack
