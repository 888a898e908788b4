//===- RecursionReporter.cpp - Recursion, on the AST ----------------------===//
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
#include "Offstack/Clang/Attributes.h"
#include "Offstack/Clang/CallLocator.h"
#include "Offstack/Clang/FunctionFacts.h"
#include "Offstack/Clang/FunctionsByName.h"
#include "Offstack/Clang/IgnoredCode.h"
#include "Offstack/Clang/ReporterPass.h"
#include "Offstack/Clang/ShownGroups.h"
#include "Offstack/Support/ByteSize.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Module.h"

using namespace clang;
using namespace llvm;

namespace offstack {

std::shared_ptr<RecursionReporter>
RecursionReporter::install(CompilerInstance &CI, const OptionSet &Options,
                           DiagnosticEmitter &Emitter,
                           const IgnoreList *Ignored) {
  std::shared_ptr<RecursionReporter> Reporter(
      new RecursionReporter(CI, Options, Emitter, Ignored));
  addAtPipelineStart<RecursionReporter>(
      CI, Reporter,
      [](const std::shared_ptr<RecursionReporter> &R, llvm::Module &M,
         ModuleAnalysisManager &MAM) { R->run(M, MAM); });
  return Reporter;
}

/// Returns the diagnostic that \p Report is reported as, or nothing.
std::optional<Diagnostic>
RecursionReporter::choose(const RecursionReport &Report,
                          uint64_t StackSize) const {
  RecursionLevels Level = Options.Recursion.value_or(RecursionLevels::Certain);
  auto If = [&](bool Condition, Diagnostic Id) -> std::optional<Diagnostic> {
    if (Condition)
      return Id;
    if (Level == RecursionLevels::All)
      return Diagnostic::Recursive;
    return std::nullopt;
  };
  bool WithUnbounded = Level != RecursionLevels::Certain;
  switch (Report.Class) {
  case RecursionClass::Infinite:
    return Diagnostic::Infinite;
  case RecursionClass::NoProgress:
    return Diagnostic::NoProgress;
  case RecursionClass::SkippedBaseCase:
    return If(WithUnbounded, Diagnostic::SkippedBaseCase);
  case RecursionClass::Unbounded:
    return If(WithUnbounded, Diagnostic::Unbounded);
  case RecursionClass::UnguardedEdge:
    return If(WithUnbounded, Diagnostic::UnguardedEdge);
  case RecursionClass::Bounded:
    return If(WithUnbounded && *Report.Depth > StackSize / Report.BytesPerLevel,
              Diagnostic::DeepRecursion);
  case RecursionClass::Guarded:
  case RecursionClass::Tail:
  case RecursionClass::Unknown:
    return If(false, Diagnostic::Recursive);
  }
  llvm_unreachable("all classes are covered");
}

static bool isCertain(RecursionClass Class) {
  return Class == RecursionClass::Infinite ||
         Class == RecursionClass::NoProgress;
}

/// Takes \p Report for bounded if the user says so of a function in \p Cycle
/// and nothing proves the contrary.
void RecursionReporter::takeMaxDepth(RecursionReport &Report,
                                     const SourceCycle &Cycle) {
  if (isCertain(Report.Class))
    return;
  for (const SourceStep &Step : Cycle)
    if (std::optional<uint64_t> Depth = findMaxDepth(*Step.Caller)) {
      Report.Class = RecursionClass::Bounded;
      Report.Depth = std::min(Report.Depth.value_or(*Depth), *Depth);
    }
}

void RecursionReporter::run(llvm::Module &M, ModuleAnalysisManager &MAM) {
  if (HasRun || !CI.hasASTContext() ||
      CI.getDiagnostics().getIgnoreAllWarnings())
    return;
  HasRun = true;
  uint64_t StackSize =
      Options.resolveLimits(CI.getTarget().getTriple()).StackSize;
  RecursionLevels Level = Options.Recursion.value_or(RecursionLevels::Certain);
  FunctionsByName Functions;
  std::vector<RecursionReport> Reports =
      classifyRecursion(M, MAM, Level, [&](ArrayRef<FunctionGroup> Groups) {
        return findShownGroups(CI, Functions, Groups);
      });
  erase_if(Reports, [&](const RecursionReport &Report) {
    // What is disabled may become another one by the user's word.
    return !choose(Report, StackSize);
  });
  if (Reports.empty())
    return;
  SmallVector<StringRef, 8> Names;
  for (const RecursionReport &Report : Reports)
    for (const RecursionStep &Step : Report.Cycle)
      Names.push_back(Step.Caller->getName());
  Functions.add(CI.getASTContext(), Names);
  // Instances of one template may differ: what is certain goes first.
  for (bool Certain : {true, false})
    for (RecursionReport &Report : Reports) {
      if (Certain != isCertain(Report.Class))
        continue;
      SourceCycle Cycle = findInSource(Report.Cycle, Functions);
      takeMaxDepth(Report, Cycle);
      if (std::optional<Diagnostic> Id = choose(Report, StackSize))
        report(Report, *Id, Cycle, Functions, StackSize);
    }
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

namespace {

/// A function that the source shows, and its call in IR.
struct SourceFunction {
  const FunctionDecl *Declaration;
  const RecursionStep *Step;
};

} // namespace

/// Returns the functions of \p Cycle that the source shows, in order.
static SmallVector<SourceFunction, 2>
findSourceFunctions(ArrayRef<RecursionStep> Cycle,
                    const FunctionsByName &Functions) {
  SmallVector<std::pair<GlobalDecl, const RecursionStep *>, 2> Known;
  for (const RecursionStep &Step : Cycle)
    if (GlobalDecl Function = findCaller(Step, Functions); Function.getDecl())
      Known.push_back({Function, &Step});
  SmallVector<SourceFunction, 2> Result;
  for (auto [Index, Entry] : enumerate(Known))
    if (!isForwarder(Entry.first, Known[(Index + 1) % Known.size()].first))
      Result.push_back(
          {cast<FunctionDecl>(Entry.first.getDecl()), Entry.second});
  return Result;
}

/// Returns the calls of \p Callee in \p Caller, or else those of what it
/// overrides.
static SmallVector<SourceLocation, 2>
findPossibleCalls(const FunctionDecl &Caller, const FunctionDecl &Callee) {
  SmallVector<const FunctionDecl *, 4> Worklist = {&Callee};
  for (unsigned Next = 0; Next < Worklist.size(); ++Next) {
    SmallVector<SourceLocation, 2> Places = findCalls(Caller, *Worklist[Next]);
    if (!Places.empty())
      return Places;
    if (const auto *Method = dyn_cast<CXXMethodDecl>(Worklist[Next]))
      append_range(Worklist, Method->overridden_methods());
  }
  return {};
}

/// Returns true if the source shows that a virtual call of \p Step does not go
/// to \p Callee: IR does not tell of which class an object is.
static bool isElsewhere(const FunctionDecl &Caller, const FunctionDecl &Callee,
                        const RecursionStep &Step) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Callee);
  return Step.Call && findDirectCallee(*Step.Call) != Step.Callee && Method &&
         Method->isVirtual() && findPossibleCalls(Caller, Callee).empty();
}

/// Returns the place of the call of \p Step, in which \p Caller calls
/// \p Callee. If it calls it more than once, and IR has as many calls as the
/// source, the place of the same one.
static SourceLocation locate(const FunctionDecl &Caller,
                             const FunctionDecl &Callee,
                             const RecursionStep &Step) {
  SmallVector<SourceLocation, 2> Places = findPossibleCalls(Caller, Callee);
  if (Places.empty())
    return Caller.getLocation();
  if (Places.size() == 1 || !Step.Call)
    return Places[0];
  unsigned Count = 0, Position = 0;
  for (const llvm::Instruction &I : llvm::instructions(*Step.Caller)) {
    const auto *Call = dyn_cast<llvm::CallBase>(&I);
    if (!Call || findDirectCallee(*Call) != Step.Callee)
      continue;
    if (Call == Step.Call)
      Position = Count;
    ++Count;
  }
  return Places[Count == Places.size() ? Position : 0];
}

/// Returns the calls of \p Steps; none if they are no cycle in the source. The
/// first is one that the user wrote, if there is any: a warning in a system
/// header would not be shown.
RecursionReporter::SourceCycle
RecursionReporter::findInSource(ArrayRef<RecursionStep> Steps,
                                const FunctionsByName &Functions) const {
  SmallVector<SourceFunction, 2> Callers =
      findSourceFunctions(Steps, Functions);
  SourceCycle Cycle;
  for (auto [Index, Caller] : enumerate(Callers)) {
    const FunctionDecl *Callee =
        Callers[(Index + 1) % Callers.size()].Declaration;
    if (isElsewhere(*Caller.Declaration, *Callee, *Caller.Step))
      return {};
    Cycle.push_back({Caller.Declaration, Callee,
                     locate(*Caller.Declaration, *Callee, *Caller.Step)});
  }
  auto Written = find_if(Cycle, [&](const SourceStep &Step) {
    return !CI.getSourceManager().isInSystemHeader(Step.Location);
  });
  if (Written != Cycle.end())
    std::rotate(Cycle.begin(), Written, Cycle.end());
  return Cycle;
}

/// Returns the parameter that \p Report is about, or null where the source
/// shows none.
static const ParmVarDecl *findParameter(const RecursionReport &Report,
                                        const FunctionsByName &Functions) {
  if (!Report.Argument)
    return nullptr;
  const RecursionStep &First = Report.Cycle[0];
  ArrayRef<GlobalDecl> Found = Functions.find(First.Caller->getName());
  if (Found.size() != 1)
    return nullptr;
  const auto *Function = cast<FunctionDecl>(Found[0].getDecl());
  const auto *Method = dyn_cast<CXXMethodDecl>(Function);
  unsigned Hidden = Method && Method->isInstance() ? 1 : 0;
  if (First.Caller->arg_size() != Function->getNumParams() + Hidden ||
      *Report.Argument < Hidden)
    return nullptr;
  const ParmVarDecl *Parameter =
      Function->getParamDecl(*Report.Argument - Hidden);
  return Parameter->getIdentifier() ? Parameter : nullptr;
}

/// Returns \p Report in words, for a list of all recursion.
static std::string describe(const RecursionReport &Report) {
  std::string Text = getClassName(Report.Class).str();
  if (Report.Depth)
    Text += ", " + std::to_string(*Report.Depth) + " levels at most";
  if (Report.Class == RecursionClass::Unknown && !Report.Detail.empty())
    Text += ", " + Report.Detail;
  return Text;
}

/// Streams into \p Builder what the text of \p Id says beside the function.
static void addDetails(const DiagnosticBuilder &Builder, Diagnostic Id,
                       const RecursionReport &Report,
                       const ParmVarDecl *Parameter, bool IsMutual,
                       uint64_t StackSize) {
  std::string Level = formatByteSize(Report.BytesPerLevel);
  std::string Stack = formatByteSize(StackSize);
  unsigned Levels = static_cast<unsigned>(
      StackSize / std::max<uint64_t>(Report.BytesPerLevel, 1));
  switch (Id) {
  case Diagnostic::Infinite:
    Builder << IsMutual;
    break;
  case Diagnostic::NoProgress:
    Builder << (Parameter != nullptr);
    if (Parameter)
      Builder << Parameter << Report.Detail;
    break;
  case Diagnostic::SkippedBaseCase:
    if (Parameter)
      Builder << Parameter;
    else
      Builder << "the counter";
    Builder << Report.Detail;
    break;
  case Diagnostic::Unbounded:
    Builder << (Report.Measure == DepthMeasure::Number      ? 0
                : Report.Measure == DepthMeasure::Structure ? 1
                                                            : 2)
            << Level << Stack << Levels;
    break;
  case Diagnostic::UnguardedEdge:
    Builder << Level << Stack << Levels;
    break;
  case Diagnostic::DeepRecursion:
    Builder << static_cast<unsigned>(*Report.Depth) << Level
            << formatByteSize(*Report.Depth * Report.BytesPerLevel) << Stack;
    break;
  default:
    Builder << describe(Report);
    break;
  }
}

void RecursionReporter::noteContradictions(const SourceCycle &Cycle) const {
  for (const SourceStep &Step : Cycle)
    if (std::optional<uint64_t> Depth = findMaxDepth(*Step.Caller))
      Emitter.note(Note::InfiniteContradicts,
                   findAttribute(*Step.Caller, UserAttribute::MaxDepth))
          << Step.Caller << static_cast<unsigned>(*Depth);
}

FindingFacts RecursionReporter::describeFacts(const RecursionReport &Report,
                                              const SourceCycle &Cycle,
                                              const ParmVarDecl *Parameter,
                                              uint64_t StackSize) const {
  FindingFacts Facts = makeFacts(*Cycle[0].Caller);
  if (Parameter)
    Facts.Variable = Parameter->getNameAsString();
  if (Report.BytesPerLevel)
    Facts.Bytes = Report.BytesPerLevel;
  Facts.StackBytes = StackSize;
  Facts.DepthLevels = Report.Depth;
  for (const SourceStep &Step : Cycle)
    Facts.Cycle.push_back({describeFunction(*Step.Caller),
                           describeFunction(*Step.Callee),
                           findPlace(CI.getSourceManager(), Step.Location)});
  return Facts;
}

void RecursionReporter::report(const RecursionReport &Report, Diagnostic Id,
                               const SourceCycle &Cycle,
                               const FunctionsByName &Functions,
                               uint64_t StackSize) {
  if (Cycle.empty() || Emitter.isIgnored(Id, Cycle[0].Location) ||
      isIgnored(Ignored, Id, *Cycle[0].Caller, nullptr) ||
      !Reported.insert(Cycle[0].Location).second)
    return;
  const FunctionDecl *Function = Cycle[0].Caller;
  const ParmVarDecl *Parameter = findParameter(Report, Functions);
  bool IsMutual = Cycle.size() > 1;
  Emitter.describe(describeFacts(Report, Cycle, Parameter, StackSize));
  // The warning is emitted as its builder goes, before the notes.
  addDetails(Emitter.report(Id, Cycle[0].Location) << Function, Id, Report,
             Parameter, IsMutual, StackSize);
  if (IsMutual)
    for (const SourceStep &Step : Cycle)
      Emitter.note(Note::InfiniteStep, Step.Location)
          << Step.Caller << Step.Callee;
  if (isCertain(Report.Class))
    noteContradictions(Cycle);
  if (Report.Soft)
    Emitter.note(Note::UnboundedSoft, Cycle[0].Location)
        << describeSoftCall(*Report.Soft);
  if (Id == Diagnostic::Unbounded && Report.Measure != DepthMeasure::Number)
    Emitter.note(Note::UnboundedRemedy, Cycle[0].Location) << Function;
}

} // namespace offstack
