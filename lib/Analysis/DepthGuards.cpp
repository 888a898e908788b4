//===- DepthGuards.cpp - What limits the depth of a recursion -------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Circuits that pass a counter, which never falls on them, rises on them and is
// tested on them, end. So those that stay are without a rise or without a test:
// each kind is looked at again, for other guards.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/DepthGuards.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// Counters of one cycle that are looked at.
static constexpr unsigned MostCounters = 24;

bool GuardCounter::isArgument() const {
  return all_of(InFunction, [](const std::optional<Counter> &C) {
    return C && C->Argument;
  });
}

DepthGuards::DepthGuards(const CallCycle &Cycle)
    : Cycle(Cycle), Marked(Cycle.calls().size()),
      StackChecked(Cycle.calls().size()), Leaving(Cycle.functions().size()) {
  for (Function *F : Cycle.functions()) {
    Facts.push_back(collectEdgeFacts(*F));
    Indexes.emplace_back(*F, Cycle);
  }
  findDrivers();
  addCounters();
  findMarks();
  findStackChecks();
}

/// Returns what \p V is counted up or down from by constants, or null if it is
/// not.
static const Value *findCountedFrom(const Value *V) {
  constexpr unsigned MostSteps = 8;
  bool IsCounted = false;
  for (unsigned Step = 0; Step < MostSteps; ++Step) {
    if (isa<Argument, LoadInst>(V))
      return IsCounted ? V : nullptr;
    const auto *I = dyn_cast<Instruction>(V);
    if (!I)
      return nullptr;
    if (isa<BinaryOperator>(I) &&
        (I->getOpcode() == Instruction::Add ||
         I->getOpcode() == Instruction::Sub) &&
        isa<ConstantInt>(I->getOperand(1)))
      IsCounted = true;
    else if (const auto *Checked = dyn_cast<WithOverflowInst>(I)) {
      if (!isa<ConstantInt>(Checked->getRHS()))
        return nullptr;
      IsCounted = true;
    } else if (const auto *Phi = dyn_cast<PHINode>(I)) {
      // A loop counts as well as an addition does.
      V = Phi->getIncomingValue(0);
      IsCounted |= any_of(Phi->incoming_values(), [](const Value *In) {
        return isa<BinaryOperator>(In);
      });
      continue;
    } else if (const auto *Select = dyn_cast<SelectInst>(I)) {
      V = isa<Constant>(Select->getTrueValue()) ? Select->getFalseValue()
                                                : Select->getTrueValue();
      continue;
    } else if (!isa<CastInst, FreezeInst, ExtractValueInst>(I)) {
      return nullptr;
    }
    V = I->getOperand(0);
  }
  return nullptr;
}

/// Returns the cell that \p V is loaded and counted from, or nothing.
static std::optional<MemoryCell> findCountedCell(const Value *V) {
  if (const Value *From = findCountedFrom(V))
    V = From;
  while (isa<CastInst, FreezeInst>(V))
    V = cast<Instruction>(V)->getOperand(0);
  const auto *Load = dyn_cast<LoadInst>(V);
  if (!Load)
    return std::nullopt;
  return findCell(Load->getPointerOperand(), Load->getDataLayout());
}

/// Returns true if some function compares what may be \p C of function
/// \p Number. Most cells that are counted are not limits.
bool DepthGuards::isTestedSomewhere(const Counter &C, unsigned Number) const {
  if (C.Argument)
    return true;
  return any_of(TestedCells, [&](const MemoryCell &Tested) {
    return Tested.Global == C.Cell.Global &&
           Tested.Offsets.back() == C.Cell.Offsets.back();
  });
}

/// Returns true if \p V is counted down.
static bool isLowered(const Value &V) {
  const auto *Count = dyn_cast<BinaryOperator>(&V);
  const auto *By =
      Count ? dyn_cast<ConstantInt>(Count->getOperand(1)) : nullptr;
  if (!By)
    return false;
  return Count->getOpcode() == Instruction::Sub ? !By->isNegative()
                                                : By->isNegative();
}

/// Notes the functions that lower a cell after a call, though they have raised
/// it nowhere: something that they call does, and may test it.
void DepthGuards::noteLeaving(const FlowList &Flows) {
  for (unsigned Number = 0; Number < Flows.size(); ++Number) {
    const CounterFlow *Flow = Flows[Number].get();
    if (!Flow || !Flow->getNet() || Flow->getNet()->Least >= 0)
      continue;
    if (any_of(Indexes[Number].Calls, [&](const CallBase *Call) {
          return Flow->getBefore(*Call).Least >= 0;
        }))
      Leaving.set(Number);
  }
}

/// Follows what \p Counted, in function \p Number, is counted from.
void DepthGuards::addSeed(unsigned Number, const Value &Counted) {
  const Value *From =
      Counted.getType()->isIntegerTy() ? findCountedFrom(&Counted) : nullptr;
  if (!From || Counters.size() >= MostCounters)
    return;
  Counter Seed;
  if (const auto *A = dyn_cast<Argument>(From)) {
    Seed.Argument = A->getArgNo();
  } else {
    std::optional<MemoryCell> Cell =
        findCell(cast<LoadInst>(From)->getPointerOperand(),
                 Cycle.functions()[Number]->getDataLayout());
    if (!Cell)
      return;
    Seed.Cell = *Cell;
  }
  bool IsTested = isTestedSomewhere(Seed, Number);
  if ((!IsTested && !isLowered(Counted)) ||
      any_of(Seen, [&](const Assignment &Known) {
        return Known[Number] && *Known[Number] == Seed;
      }))
    return;
  Seen.push_back(spread(Number, Seed));
  bool ReturnsLowered = false;
  FlowList Flows = followCounter(Seen.back(), ReturnsLowered);
  noteLeaving(Flows);
  if (!IsTested)
    return;
  for (bool IsDown : {false, true})
    addDirection(Seen.back(), Flows, IsDown, ReturnsLowered);
}

void DepthGuards::addCounters() {
  for (ArrayRef<EdgeFact> List : Facts)
    for (const EdgeFact &Fact : List)
      for (const Value *V : Fact.Compare->operand_values())
        if (std::optional<MemoryCell> Cell = findCountedCell(V))
          TestedCells.push_back(std::move(*Cell));
  for (const CycleCall &Call : Cycle.calls())
    for (const Value *Actual : Call.Call->args())
      addSeed(Call.Caller, *Actual);
  for (auto [Number, F] : enumerate(Cycle.functions()))
    for (const Instruction &I : instructions(*F))
      if (const auto *Store = dyn_cast<StoreInst>(&I))
        if (!isa<AllocaInst>(Store->getPointerOperand()))
          addSeed(Number, *Store->getValueOperand());
}

/// Returns what \p InCaller is called in the callee of \p Call.
std::optional<Counter>
DepthGuards::findInCallee(const CycleCall &Call,
                          const Counter &InCaller) const {
  const Function &Caller = *Cycle.functions()[Call.Caller];
  Counter Result;
  if (InCaller.Argument) {
    const Argument *Own = Caller.getArg(*InCaller.Argument);
    for (auto [Index, Actual] : enumerate(Call.Call->args()))
      if (Actual->getType()->isIntegerTy() &&
          (Actual == Own || findCountedFrom(Actual) == Own)) {
        Result.Argument = Index;
        return Result;
      }
    return std::nullopt;
  }
  if (InCaller.Cell.Global)
    return InCaller;
  for (auto [Index, Actual] : enumerate(Call.Call->args()))
    if (std::optional<MemoryCell> Cell = translateToCallee(
            InCaller.Cell, Index, Actual, Caller.getDataLayout())) {
      Result.Cell = *Cell;
      return Result;
    }
  return std::nullopt;
}

/// Returns what the callee's \p InCallee is in the caller of \p Call.
std::optional<Counter>
DepthGuards::findInCaller(const CycleCall &Call,
                          const Counter &InCallee) const {
  const Function &Caller = *Cycle.functions()[Call.Caller];
  if (InCallee.Argument) {
    if (*InCallee.Argument >= Call.Call->arg_size())
      return std::nullopt;
    const Value *V = Call.Call->getArgOperand(*InCallee.Argument);
    const Value *From = isa<Argument>(V) ? V : findCountedFrom(V);
    if (!From || !isa<Argument>(From))
      return std::nullopt;
    Counter Result;
    Result.Argument = cast<Argument>(From)->getArgNo();
    return Result;
  }
  if (InCallee.Cell.Global)
    return InCallee;
  if (InCallee.Cell.Argument >= Call.Call->arg_size())
    return std::nullopt;
  const Value *Actual = Call.Call->getArgOperand(InCallee.Cell.Argument);
  if (!Actual->getType()->isPointerTy())
    return std::nullopt;
  std::optional<MemoryCell> Cell =
      translateToCaller(InCallee.Cell, Actual, Caller.getDataLayout());
  if (!Cell)
    return std::nullopt;
  Counter Result;
  Result.Cell = *Cell;
  return Result;
}

/// Finds what \p Seed of function \p Number is in the other functions.
DepthGuards::Assignment DepthGuards::spread(unsigned Number,
                                            const Counter &Seed) const {
  Assignment Result(Cycle.functions().size());
  Result[Number] = Seed;
  bool Changed = true;
  while (Changed) {
    Changed = false;
    for (const CycleCall &Call : Cycle.calls()) {
      std::optional<Counter> &Caller = Result[Call.Caller];
      std::optional<Counter> &Callee = Result[Call.Callee];
      if (Caller && !Callee)
        Changed |= (Callee = findInCallee(Call, *Caller)).has_value();
      else if (Callee && !Caller)
        Changed |= (Caller = findInCaller(Call, *Callee)).has_value();
    }
  }
  return Result;
}

/// Follows a counter through all functions that have it, until what it has
/// moved by when they return is known.
DepthGuards::FlowList DepthGuards::followCounter(const Assignment &InFunction,
                                                 bool &ReturnsLowered) const {
  constexpr unsigned PlainRounds = 3;
  size_t Size = Cycle.functions().size();
  std::vector<Distance> Nets(Size, Distance{0, 0});
  for (unsigned Number = 0; Number < Size; ++Number)
    if (!InFunction[Number])
      Nets[Number] = Distance::any();
  FlowList Flows(Size);
  bool Changed = true;
  for (unsigned Round = 0; Changed; ++Round) {
    Changed = false;
    for (unsigned Number = 0; Number < Size; ++Number) {
      if (!InFunction[Number])
        continue;
      Flows[Number] = std::make_unique<CounterFlow>(
          Indexes[Number], *InFunction[Number], Cycle, Nets);
      Distance Net = Flows[Number]->getNet().value_or(Distance{0, 0});
      Net = Net.join(Nets[Number]);
      if (Net == Nets[Number])
        continue;
      if (Round >= PlainRounds) {
        if (Net.Least < Nets[Number].Least)
          Net.Least = Distance::any().Least;
        if (Net.Most > Nets[Number].Most)
          Net.Most = Distance::any().Most;
      }
      Nets[Number] = Net;
      // What an argument does is over when its function returns.
      Changed |= !InFunction[Number]->Argument;
    }
  }
  ReturnsLowered =
      any_of(Nets, [](const Distance &Net) { return Net.Least < 0; });
  return Flows;
}

/// Returns how far \p Call moves the counter.
Distance DepthGuards::findMove(const CycleCall &Call,
                               const Assignment &InFunction,
                               const CounterFlow *Flow) const {
  const std::optional<Counter> &Caller = InFunction[Call.Caller];
  const std::optional<Counter> &Callee = InFunction[Call.Callee];
  if (!Caller || !Callee || !Flow)
    return Distance::any();
  if (Callee->Argument) {
    if (*Callee->Argument >= Call.Call->arg_size())
      return Distance::any();
    return Flow->find(Call.Call->getArgOperand(*Callee->Argument))
        .value_or(Distance::any());
  }
  if (Caller->Argument)
    return Distance::any();
  std::optional<Counter> Meant = findInCaller(Call, *Callee);
  return Meant && *Meant == *Caller ? Flow->getBefore(*Call.Call)
                                    : Distance::any();
}

/// Returns true if the functions of the cycle leave \p V, of function
/// \p Number, as it is. A cell that they do not store to by its own name counts
/// as left alone.
bool DepthGuards::isStable(const Value &V, unsigned Number) const {
  constexpr unsigned MostParts = 8;
  SmallVector<const Value *, 4> Worklist = {&V};
  for (unsigned Next = 0; Next < Worklist.size(); ++Next) {
    const Value *Part = Worklist[Next];
    if (isa<Constant>(Part))
      continue;
    if (Next >= MostParts)
      return false;
    if (const auto *A = dyn_cast<Argument>(Part)) {
      for (const CycleCall &Call : Cycle.calls())
        if (Call.Callee == Number && A->getArgNo() < Call.Call->arg_size())
          if (const auto *Passed =
                  dyn_cast<Argument>(Call.Call->getArgOperand(A->getArgNo()));
              !Passed || (Call.Caller == Number && Passed != A))
            return false;
      continue;
    }
    if (const auto *Load = dyn_cast<LoadInst>(Part)) {
      const DataLayout &DL = Load->getDataLayout();
      std::optional<MemoryCell> Cell = findCell(Load->getPointerOperand(), DL);
      if (!Cell)
        return false;
      for (const CounterIndex &Index : Indexes)
        for (const auto &[Accessed, I] : Index.Accesses)
          if (isa<StoreInst>(I) && Accessed == *Cell)
            return false;
      continue;
    }
    if (!isa<BinaryOperator, CastInst, SelectInst>(Part))
      return false;
    append_range(Worklist, cast<Instruction>(Part)->operand_values());
  }
  return true;
}

void DepthGuards::testFunction(GuardCounter &C, unsigned Number,
                               const CounterFlow &Flow) const {
  const Function &F = *Cycle.functions()[Number];
  LimitTests Any(F, Facts[Number], Flow, C.IsDown,
                 [&](const Value &V) { return isStable(V, Number); });
  LimitTests Constants(F, Facts[Number], Flow, C.IsDown,
                       [](const Value &V) { return isa<ConstantInt>(V); });
  append_range(C.Limits, Any.limits());
  // A counter that moves by one does not step over a limit.
  bool Ordered = any_of(C.Raising.set_bits(), [&](unsigned Call) {
    return C.Moves[Call].Least != C.Moves[Call].Most ||
           std::abs(C.Moves[Call].Least) > 1;
  });
  for (auto [Index, Call] : enumerate(Cycle.calls())) {
    if (Call.Caller != Number)
      continue;
    if (Any.controls(*Call.Call, Ordered))
      C.Tested.set(Index);
    if (Constants.controls(*Call.Call, Ordered))
      C.TestedConstant.set(Index);
    if (Any.mayFollowFailure(*Call.Call))
      C.AfterFailure.set(Index);
  }
}

void DepthGuards::addDirection(const Assignment &InFunction,
                               const FlowList &Flows, bool IsDown,
                               bool ReturnsLowered) {
  size_t Size = Cycle.calls().size();
  GuardCounter C{IsDown,          InFunction,      {},
                 BitVector(Size), BitVector(Size), BitVector(Size),
                 BitVector(Size), BitVector(Size), {},
                 ReturnsLowered};
  for (auto [Index, Call] : enumerate(Cycle.calls())) {
    Distance Move = findMove(Call, InFunction, Flows[Call.Caller].get());
    C.Moves.push_back(Move);
    if (IsDown ? Move.Most < 0 : Move.Least > 0)
      C.Raising.set(Index);
    if (IsDown ? Move.Most > 0 : Move.Least < 0)
      C.Lowering.set(Index);
  }
  if (C.Raising.none())
    return;
  for (unsigned Number = 0; Number < Flows.size(); ++Number)
    if (Flows[Number])
      testFunction(C, Number, *Flows[Number]);
  if (!C.Limits.empty())
    Counters.push_back(std::move(C));
}

static BitVector without(BitVector Group, const BitVector &Calls) {
  return Group.reset(Calls);
}

/// Returns true if every circuit of \p Group has one of \p Calls.
bool DepthGuards::isCovered(const BitVector &Group,
                            const BitVector &Calls) const {
  return Cycle.findCircuits(without(Group, Calls)).empty();
}

/// Returns true if \p V is made of more than counters and constants: of memory,
/// of results, of pointers.
static bool readsInput(const Value *V) {
  constexpr unsigned MostParts = 24;
  SmallVector<const Value *, 8> Worklist = {V};
  for (unsigned Next = 0; Next < Worklist.size() && Next < MostParts; ++Next) {
    const Value *Part = Worklist[Next];
    if (isa<LoadInst, CallBase>(Part) ||
        (Part->getType()->isPointerTy() && !isa<Constant>(Part)))
      return true;
    if (const auto *I = dyn_cast<Instruction>(Part))
      append_range(Worklist, I->operand_values());
  }
  return false;
}

/// Returns the blocks of \p Target's function from which it is reached.
static DenseSet<const BasicBlock *> findReaching(const BasicBlock &Target) {
  DenseSet<const BasicBlock *> Reaching = {&Target};
  SmallVector<const BasicBlock *, 16> Worklist = {&Target};
  while (!Worklist.empty())
    for (const BasicBlock *Before : predecessors(Worklist.pop_back_val()))
      if (Reaching.insert(Before).second)
        Worklist.push_back(Before);
  return Reaching;
}

/// Returns the cell that \p Condition compares with something, or nothing.
static std::optional<MemoryCell> findComparedCell(const Value &Condition) {
  const auto *Compare = dyn_cast<ICmpInst>(&Condition);
  if (!Compare)
    return std::nullopt;
  for (const Value *V : Compare->operand_values())
    if (std::optional<MemoryCell> Cell = findCountedCell(V))
      return Cell;
  return std::nullopt;
}

void DepthGuards::findDrivers() {
  Drivers.resize(Cycle.calls().size());
  for (auto [Index, Call] : enumerate(Cycle.calls())) {
    DenseSet<const BasicBlock *> Reaching =
        findReaching(*Call.Call->getParent());
    for (const BasicBlock &Block : *Cycle.functions()[Call.Caller]) {
      const Instruction *Terminator = Block.getTerminator();
      if (!isa<BranchInst, SwitchInst>(Terminator) ||
          !Reaching.contains(&Block) ||
          all_of(successors(&Block), [&](const BasicBlock *Next) {
            return Reaching.contains(Next);
          }))
        continue;
      const Value *Condition = Terminator->getOperand(0);
      if (readsInput(Condition))
        Drivers[Index].push_back(findComparedCell(*Condition));
    }
  }
}

/// Returns true if something other than \p C decides as well whether the calls
/// of \p Group are made.
bool DepthGuards::isDrivenOtherwise(const GuardCounter &C,
                                    const BitVector &Group) const {
  return any_of(Group.set_bits(), [&](unsigned Index) {
    const std::optional<Counter> &Own =
        C.InFunction[Cycle.calls()[Index].Caller];
    return any_of(Drivers[Index], [&](const std::optional<MemoryCell> &Cell) {
      return !Cell || !Own || Own->Argument || !(*Cell == Own->Cell);
    });
  });
}

/// Returns true if \p C limits the depth of circuits in \p Group, rather than
/// being what the recursion is about.
bool DepthGuards::isGuard(const GuardCounter &C, const BitVector &Group) const {
  if (C.Lowering.anyCommon(Group) || !C.Raising.anyCommon(Group) ||
      !C.Tested.anyCommon(Group))
    return false;
  if (!C.IsDown && C.TestedConstant.anyCommon(Group))
    return true;
  return isDrivenOtherwise(C, Group);
}

/// Takes away from \p Group what the best guard ends, and adds what stays to
/// \p Rest. Returns false if there is no guard.
bool DepthGuards::reduce(const BitVector &Group, GuardResult &Result,
                         std::vector<BitVector> &Rest) const {
  std::optional<unsigned> Best;
  std::vector<BitVector> BestRest;
  unsigned BestCount = ~0u;
  auto Offer = [&](unsigned Number, std::vector<BitVector> Left) {
    unsigned Count = 0;
    for (const BitVector &Part : Left)
      Count += Part.count();
    if (Count >= BestCount)
      return;
    BestCount = Count;
    Best = Number;
    BestRest = std::move(Left);
  };
  constexpr unsigned Mark = ~0u, Stack = ~0u - 1;
  for (auto [Number, C] : enumerate(Counters)) {
    if (!isGuard(C, Group))
      continue;
    const BitVector &Tested = !C.IsDown && C.TestedConstant.anyCommon(Group)
                                  ? C.TestedConstant
                                  : C.Tested;
    std::vector<BitVector> Left = Cycle.findCircuits(without(Group, C.Raising));
    append_range(Left, Cycle.findCircuits(without(Group, Tested)));
    Offer(Number, std::move(Left));
  }
  if (Marked.anyCommon(Group))
    Offer(Mark, Cycle.findCircuits(without(Group, Marked)));
  if (StackChecked.anyCommon(Group))
    Offer(Stack, Cycle.findCircuits(without(Group, StackChecked)));
  if (!Best)
    return false;
  if (*Best == Mark)
    Result.UsedMark = true;
  else if (*Best == Stack)
    Result.UsedStackCheck = true;
  else if (!is_contained(Result.Used, *Best))
    Result.Used.push_back(*Best);
  append_range(Rest, BestRest);
  return true;
}

GuardResult DepthGuards::apply() const {
  GuardResult Result;
  std::vector<BitVector> Worklist =
      Cycle.findCircuits(BitVector(Cycle.calls().size(), true));
  while (!Worklist.empty()) {
    BitVector Group = Worklist.back();
    Worklist.pop_back();
    if (!reduce(Group, Result, Worklist) &&
        !is_contained(Result.Leftover, Group))
      Result.Leftover.push_back(std::move(Group));
  }
  // The first calls first.
  sort(Result.Leftover, [](const BitVector &A, const BitVector &B) {
    return A.find_first() < B.find_first();
  });
  return Result;
}

bool DepthGuards::mayBeLimited(const BitVector &Group) const {
  if (any_of(Group.set_bits(), [&](unsigned Index) {
        return Leaving.test(Cycle.calls()[Index].Caller);
      }))
    return true;
  return any_of(Counters, [&](const GuardCounter &C) {
    if (!C.Raising.anyCommon(Group))
      return false;
    if (C.AfterFailure.anyCommon(Group) && isCovered(Group, C.Raising))
      return true;
    return !C.IsDown && C.TestedConstant.anyCommon(Group) &&
           isCovered(Group, C.Tested);
  });
}

std::string DepthGuards::describe(const GuardResult &Result) const {
  if (Result.UsedStackCheck)
    return "a check of the stack that is left";
  if (Result.Used.empty())
    return Result.UsedMark ? "a mark of what is in progress" : "";
  const GuardCounter &C = Counters[Result.Used[0]];
  for (auto [Number, In] : enumerate(C.InFunction)) {
    if (!In)
      continue;
    if (In->Argument)
      return ("argument " + Twine(*In->Argument) + " of '" +
              Cycle.functions()[Number]->getName() + "'")
          .str();
    if (In->Cell.Global)
      return ("'" + In->Cell.Global->getName() + "'").str();
  }
  return "a counter in memory";
}

} // namespace offstack
