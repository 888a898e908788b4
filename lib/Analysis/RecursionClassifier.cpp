//===- RecursionClassifier.cpp - Recursions, told apart -------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Proofs first, then guards, then what is left. A module without a cycle costs
// its call graph.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/RecursionClassifier.h"
#include "Offstack/Analysis/CertainCandidates.h"
#include "Offstack/Analysis/CloserLook.h"
#include "Offstack/Analysis/GuardDepth.h"
#include "Offstack/Analysis/PossibleLimits.h"
#include "Offstack/Analysis/RetriedCalls.h"
#include "Offstack/Analysis/SoftCycles.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// The same for what is looked for in every compilation: what makes no progress
/// does so within a few functions. SQLite at -O0, user time: 1.09 of that
/// without the plugin, and 1.15 with the cycles of up to 20000 instructions.
static constexpr unsigned MostCertainInstructions = 3000;

StringRef getClassName(RecursionClass Class) {
  switch (Class) {
  case RecursionClass::Infinite:
    return "infinite";
  case RecursionClass::NoProgress:
    return "no-progress";
  case RecursionClass::SkippedBaseCase:
    return "skipped-base-case";
  case RecursionClass::Unbounded:
    return "unbounded";
  case RecursionClass::UnguardedEdge:
    return "unguarded-edge";
  case RecursionClass::Bounded:
    return "bounded";
  case RecursionClass::Guarded:
    return "guarded";
  case RecursionClass::Tail:
    return "tail";
  case RecursionClass::Unknown:
    return "unknown";
  }
  llvm_unreachable("all classes are covered");
}

namespace {

/// Classifies one module.
class RecursionClassifier {
public:
  RecursionClassifier(const Module &M, LibraryInfoSource Libraries,
                      RecursionLevels Level, ShownGroups Shown)
      : M(M), Libraries(Libraries), Level(Level), Shown(std::move(Shown)),
        Calls(M) {}

  std::vector<RecursionReport> run();

private:
  void addInfinite();
  void selectMembers();
  void selectMembers(const Component &Group);
  void addSoftCycles();
  BitVector findShown(ArrayRef<FunctionGroup> Groups) const;
  bool mayBeCertain(const CallCycle &Cycle) const;
  void sortByModule(SmallVectorImpl<const Function *> &Functions) const;
  void classify(const CallCycle &Cycle);
  void classifyGuards(const CallCycle &Cycle);
  void reportLeftover(const CallCycle &Cycle, const DepthGuards &Guards,
                      const GuardResult &Result);
  std::string lookCloser(const CallCycle &Cycle,
                         ArrayRef<RecursionReport> Found) const;
  RecursionReport describe(const CallCycle &Cycle,
                           ArrayRef<unsigned> Circuit) const;
  RecursionReport describeAll(const CallCycle &Cycle,
                              RecursionClass Class) const;
  std::vector<RecursionReport> sortReports();
  void report(RecursionReport Report) { Reports.push_back(std::move(Report)); }
  CallEffect getEffect(const CallBase &Call);

  const Module &M;
  LibraryInfoSource Libraries;
  RecursionLevels Level;
  ShownGroups Shown;
  DirectCallGraph Calls;
  std::optional<CallEffects> Effects;
  std::optional<HeightFields> Heights;
  std::function<const TargetLibraryInfo &(const Function &)> CopyLibraries;
  DenseSet<const Function *> Recursive;
  /// The functions that may all call each other, and the place in it of each.
  std::vector<Component> Cyclic;
  DenseMap<const Function *, unsigned> GroupOf;
  DenseSet<const Function *> Endless;
  SmallVector<const Function *, 0> Members;
  /// Why a call that does not name its callee may go there.
  DenseMap<std::pair<const CallBase *, const Function *>, SoftCallKind>
      SoftKinds;
  std::vector<RecursionReport> Reports;
};

} // namespace

/// Returns about how much stack one call of \p F takes.
static uint64_t estimateFrame(const Function &F) {
  uint64_t Bytes = 2 * F.getDataLayout().getPointerSize();
  for (const Instruction &I : instructions(F))
    if (const auto *AI = dyn_cast<AllocaInst>(&I))
      if (std::optional<TypeSize> Size =
              AI->getAllocationSize(F.getDataLayout());
          Size && !Size->isScalable())
        Bytes += Size->getFixedValue();
  return Bytes;
}

static void estimateLevel(RecursionReport &Report) {
  for (const RecursionStep &Step : Report.Cycle)
    Report.BytesPerLevel += estimateFrame(*Step.Caller);
}

void RecursionClassifier::addInfinite() {
  for (RecursionFinding &Finding : findInfiniteRecursion(Calls, Libraries)) {
    RecursionReport Report;
    Report.Class = RecursionClass::Infinite;
    for (const RecursionStep &Step : Finding.Cycle)
      Endless.insert(Step.Caller);
    Report.Cycle = std::move(Finding.Cycle);
    estimateLevel(Report);
    report(std::move(Report));
  }
}

/// Returns which of \p Groups are worth a look.
BitVector RecursionClassifier::findShown(ArrayRef<FunctionGroup> Groups) const {
  if (!Shown || Groups.empty() || Level == RecursionLevels::Certain)
    return BitVector(Groups.size(), true);
  return Shown(Groups);
}

/// Selects the functions on cycles that can be looked at.
void RecursionClassifier::selectMembers() {
  Cyclic = computeComponents(Calls.callees());
  erase_if(Cyclic, [&](const Component &Group) {
    return !isCyclic(Group, Calls.callees());
  });
  std::vector<FunctionGroup> Groups(Cyclic.size());
  for (auto [Index, Group] : enumerate(Cyclic))
    for (unsigned Number : Group)
      Groups[Index].push_back(Calls.functions()[Number]);
  for (auto [Index, Group] : enumerate(Groups)) {
    Recursive.insert_range(Group);
    for (const Function *F : Group)
      GroupOf[F] = Index;
  }
  BitVector Selected = findShown(Groups);
  for (unsigned Index : Selected.set_bits())
    selectMembers(Cyclic[Index]);
}

/// Selects \p Group, or reports it as unknown if it is too large.
void RecursionClassifier::selectMembers(const Component &Group) {
  unsigned Instructions = 0;
  bool IsPlain = true;
  for (unsigned Number : Group) {
    const Function &F = *Calls.functions()[Number];
    Instructions += F.getInstructionCount();
    IsPlain &= !F.isPresplitCoroutine() && !F.hasFnAttribute(Attribute::Naked);
  }
  bool IsCertainOnly = Level == RecursionLevels::Certain;
  bool IsSmall = Group.size() <= MostCycleFunctions &&
                 Instructions <= (IsCertainOnly ? MostCertainInstructions
                                                : MostCycleInstructions);
  // Of the others nothing would be reported.
  if (IsCertainOnly &&
      !(IsPlain && IsSmall && offstack::mayBeCertain(Group, Calls, Libraries)))
    return;
  if (IsPlain && IsSmall) {
    for (unsigned Number : Group)
      Members.push_back(Calls.functions()[Number]);
    return;
  }
  RecursionReport Report;
  Report.Detail = IsPlain ? "the cycle is too large" : "not plain functions";
  const Function *First = Calls.functions()[Group[0]];
  Report.Cycle.push_back({First, nullptr, First});
  report(std::move(Report));
}

/// Adds cycles that are closed only by calls that do not name their callee.
void RecursionClassifier::addSoftCycles() {
  SoftCycles Soft = findSoftCycles(M, Calls, Recursive);
  if (Level == RecursionLevels::All)
    std::move(Soft.Unknown.begin(), Soft.Unknown.end(),
              std::back_inserter(Reports));
  BitVector Selected = findShown(Soft.Groups);
  SmallVector<const Function *, 0> Taken;
  for (unsigned Index : Selected.set_bits())
    append_range(Taken, Soft.Groups[Index]);
  if (Taken.empty())
    return;
  sortByModule(Taken);
  DenseSet<const Function *> TakenSet(Taken.begin(), Taken.end());
  erase_if(Soft.Calls, [&](const SoftCall &Call) {
    return !TakenSet.contains(Call.Callee) ||
           !TakenSet.contains(Call.Call->getFunction());
  });
  for (const SoftCall &Call : Soft.Calls)
    SoftKinds[{Call.Call, Call.Callee}] = Call.Kind;
  ScratchCopy Copy(M, Taken, Recursive, Soft.Calls);
  for (const CallCycle &Cycle : findCallCycles(Copy))
    classifyGuards(Cycle);
}

void RecursionClassifier::sortByModule(
    SmallVectorImpl<const Function *> &Functions) const {
  sort(Functions, [&](const Function *A, const Function *B) {
    return *Calls.findNumber(*A) < *Calls.findNumber(*B);
  });
}

/// Returns the effect of \p Call, which is in the copy.
CallEffect RecursionClassifier::getEffect(const CallBase &Call) {
  if (!Effects) {
    CopyLibraries = [&](const Function &F) -> const TargetLibraryInfo & {
      return Libraries(F.getParent() == &M ? F : *Members[0]);
    };
    Effects.emplace(Calls, CopyLibraries);
  }
  const Function *Callee = findDirectCallee(Call);
  if (Callee && !Callee->isIntrinsic() && Callee->hasName())
    if (const Function *Original = M.getFunction(Callee->getName());
        Original && !Original->isDeclarationForLinker())
      return Effects->get(*Original);
  return Effects->get(Call);
}

std::vector<RecursionReport> RecursionClassifier::run() {
  selectMembers();
  if (Level != RecursionLevels::Certain)
    addSoftCycles();
  if (Recursive.empty())
    return sortReports();
  addInfinite();
  if (!Members.empty()) {
    sortByModule(Members);
    ScratchCopy Copy(M, Members, Recursive);
    for (const CallCycle &Cycle : findCallCycles(Copy))
      classify(Cycle);
  }
  return sortReports();
}

/// Returns the reports by the first function of their cycles. Those that have
/// the same stay in order.
std::vector<RecursionReport> RecursionClassifier::sortReports() {
  std::vector<std::pair<unsigned, unsigned>> Order;
  for (auto [Index, Report] : enumerate(Reports))
    Order.push_back({*Calls.findNumber(*Report.Cycle[0].Caller),
                     static_cast<unsigned>(Index)});
  sort(Order);
  std::vector<RecursionReport> Sorted;
  for (const auto &[Function, Index] : Order)
    Sorted.push_back(std::move(Reports[Index]));
  return Sorted;
}

RecursionReport
RecursionClassifier::describe(const CallCycle &Cycle,
                              ArrayRef<unsigned> Circuit) const {
  RecursionReport Report;
  auto Original = [&](unsigned Number) {
    return Cycle.copy().findOriginal(*Cycle.functions()[Number]);
  };
  for (unsigned Index : Circuit) {
    const CycleCall &Call = Cycle.calls()[Index];
    RecursionStep Step{Original(Call.Caller),
                       Cycle.copy().findOriginal(*Call.Call),
                       Original(Call.Callee)};
    if (auto Soft = SoftKinds.find({Step.Call, Step.Callee});
        Soft != SoftKinds.end() && !Report.Soft)
      Report.Soft = Soft->second;
    Report.Cycle.push_back(Step);
  }
  estimateLevel(Report);
  return Report;
}

/// Returns true if the functions behind \p Cycle, as they were written, may
/// make no progress. Within them, it may be a part of a larger cycle.
bool RecursionClassifier::mayBeCertain(const CallCycle &Cycle) const {
  const Function *First = Cycle.copy().findOriginal(*Cycle.functions()[0]);
  return offstack::mayBeCertain(Cyclic[GroupOf.lookup(First)], Calls,
                                Libraries);
}

RecursionReport RecursionClassifier::describeAll(const CallCycle &Cycle,
                                                 RecursionClass Class) const {
  RecursionReport Report = describe(
      Cycle, Cycle.findShortestCircuit(BitVector(Cycle.calls().size(), true)));
  Report.Class = Class;
  return Report;
}

void RecursionClassifier::reportLeftover(const CallCycle &Cycle,
                                         const DepthGuards &Guards,
                                         const GuardResult &Result) {
  std::vector<RecursionReport> Found;
  for (const BitVector &Group : Result.Leftover) {
    std::optional<GuardReset> Reset = Guards.findReset(Group);
    SmallVector<unsigned, 4> Circuit =
        Reset ? Cycle.findCircuitThrough(Group, Reset->Call)
              : Cycle.findShortestCircuit(Group);
    RecursionReport Report = describe(Cycle, Circuit);
    Report.Measure = findMeasure(Cycle, Circuit);
    Report.Detail = findPossibleLimit(Cycle, Group, Circuit, Report.Measure,
                                      Guards, [&]() -> const HeightFields & {
                                        if (!Heights)
                                          Heights.emplace(M);
                                        return *Heights;
                                      });
    if (Report.Detail.empty() && Report.Soft && isHandedOn(Cycle, Circuit))
      Report.Detail = "it hands the call on to another object";
    if (Report.Detail.empty() && Reset) {
      Report.Class = RecursionClass::UnguardedEdge;
      Report.Detail = Reset->Guard;
    } else if (Report.Detail.empty() && Result.hasGuard()) {
      Report.Class = RecursionClass::UnguardedEdge;
      Report.Detail = Guards.describe(Result);
    } else if (Report.Detail.empty() && Result.UsedMark) {
      // What is in progress may be told by another mark as well.
      Report.Detail = "others of its calls are marked as in progress";
    } else if (Report.Detail.empty()) {
      Report.Class = RecursionClass::Unbounded;
    }
    Found.push_back(std::move(Report));
  }
  if (std::string Guard = lookCloser(Cycle, Found); !Guard.empty()) {
    RecursionReport Report = describeAll(Cycle, RecursionClass::Guarded);
    Report.Detail = std::move(Guard);
    return report(std::move(Report));
  }
  std::move(Found.begin(), Found.end(), std::back_inserter(Reports));
}

/// Returns in words a guard that speaks against all of \p Found, which are of
/// \p Cycle, where one of them would be shown; empty if there is none.
std::string
RecursionClassifier::lookCloser(const CallCycle &Cycle,
                                ArrayRef<RecursionReport> Found) const {
  bool IsShown = any_of(Found, [](const RecursionReport &Report) {
    return Report.Class != RecursionClass::Unknown;
  });
  bool IsSoft =
      any_of(Found, [](const RecursionReport &Report) { return Report.Soft; });
  return IsShown && !IsSoft ? findInlinedGuard(M, Cycle, Recursive) : "";
}

/// Returns \p Circuit until it comes back to the function that it starts from.
/// The values may take more rounds until they are the same again.
static ArrayRef<unsigned> takeOneRound(const CallCycle &Cycle,
                                       ArrayRef<unsigned> Circuit) {
  unsigned Start = Cycle.calls()[Circuit[0]].Caller;
  unsigned Length = 1;
  while (Length < Circuit.size() &&
         Cycle.calls()[Circuit[Length - 1]].Callee != Start)
    ++Length;
  return Circuit.take_front(Length);
}

void RecursionClassifier::classify(const CallCycle &Cycle) {
  for (const Function *F : Cycle.functions())
    if (Endless.contains(Cycle.copy().findOriginal(*F)))
      return;
  if (all_of(Cycle.calls(),
             [](const CycleCall &Call) { return Call.Call->isMustTailCall(); }))
    return report(describeAll(Cycle, RecursionClass::Tail));
  RecursionStates States(Cycle,
                         [&](const CallBase &Call) { return getEffect(Call); });
  auto ReportBounded = [&] {
    std::optional<uint64_t> Depth = proveDepth(Cycle, States);
    if (!Depth)
      return false;
    RecursionReport Report = describeAll(Cycle, RecursionClass::Bounded);
    Report.Depth = Depth;
    report(std::move(Report));
    return true;
  };
  auto ReportWitness = [&](const RecursionWitness &Witness,
                           RecursionClass Class) {
    RecursionReport Report =
        describe(Cycle, takeOneRound(Cycle, Witness.Circuit));
    Report.Class = Class;
    Report.Argument = Witness.Argument;
    Report.Detail = Witness.Value;
    report(std::move(Report));
  };
  // A depth is worth a proof where it is shown, or speaks against a witness.
  bool IsCertainOnly = Level == RecursionLevels::Certain;
  if (!IsCertainOnly && ReportBounded())
    return;
  // With Certain, only such cycles are here.
  auto MayBe = [&] { return IsCertainOnly || mayBeCertain(Cycle); };
  if (std::optional<RecursionWitness> Witness = States.findNoProgress(MayBe)) {
    if (!IsCertainOnly || !ReportBounded())
      ReportWitness(*Witness, RecursionClass::NoProgress);
    return;
  }
  if (IsCertainOnly)
    return;
  if (std::optional<RecursionWitness> Witness = States.findSkippedBase())
    return ReportWitness(*Witness, RecursionClass::SkippedBaseCase);
  classifyGuards(Cycle);
}

/// Tells what limits the depth of \p Cycle, or that nothing does.
void RecursionClassifier::classifyGuards(const CallCycle &Cycle) {
  DepthGuards Guards(Cycle);
  GuardResult Result = Guards.apply();
  if (Result.isGuarded()) {
    std::optional<uint64_t> Depth = findGuardDepth(Cycle, Guards, Result);
    // Another file may send a call elsewhere, with a counter of its own.
    if (!SoftKinds.empty() && describeAll(Cycle, RecursionClass::Guarded).Soft)
      Depth.reset();
    RecursionReport Report = describeAll(
        Cycle, Depth ? RecursionClass::Bounded : RecursionClass::Guarded);
    Report.Depth = Depth;
    Report.Detail = Guards.describe(Result);
    return report(std::move(Report));
  }
  reportLeftover(Cycle, Guards, Result);
}

std::vector<RecursionReport> classifyRecursion(Module &M,
                                               ModuleAnalysisManager &MAM,
                                               RecursionLevels Level,
                                               ShownGroups Shown) {
  auto &FAM = MAM.getResult<FunctionAnalysisManagerModuleProxy>(M).getManager();
  auto Libraries = [&](const Function &F) -> const TargetLibraryInfo & {
    return FAM.getResult<TargetLibraryAnalysis>(const_cast<Function &>(F));
  };
  return RecursionClassifier(M, Libraries, Level, std::move(Shown)).run();
}

} // namespace offstack
