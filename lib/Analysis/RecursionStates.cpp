//===- RecursionStates.cpp - Calls with known values ----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Follows calls with what is known of their arguments and of memory.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/RecursionStates.h"
#include "Offstack/Analysis/Components.h"
#include "Offstack/Analysis/DirectCallGraph.h"
#include "llvm/ADT/Hashing.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// States that a recursion which comes round again may pass.
static constexpr unsigned CircuitStates = 48;

/// States that a proof of depth may take.
static constexpr unsigned DepthStates = 4096;

/// The name of made-up objects in the copy.
static constexpr StringLiteral ObjectName = "offstack.object";

/// Returns the constant that \p Operand of a comparison is, or at which the
/// range begins that it is tested for, as in `n - 5 < 2`; null if there is
/// none.
static const ConstantInt *findComparedConstant(const Value *Operand) {
  const auto *Moved = dyn_cast<BinaryOperator>(Operand);
  const auto *By =
      Moved ? dyn_cast<ConstantInt>(Moved->getOperand(1)) : nullptr;
  if (!By)
    return dyn_cast<ConstantInt>(Operand);
  if (Moved->getOpcode() == Instruction::Sub)
    return By;
  if (Moved->getOpcode() == Instruction::Add)
    return cast<ConstantInt>(ConstantInt::get(By->getType(), -By->getValue()));
  return nullptr;
}

/// Returns the constants that the functions of \p Cycle compare with.
static SmallVector<int64_t, 8> collectCompared(const CallCycle &Cycle) {
  constexpr unsigned MostConstants = 16;
  SmallSetVector<int64_t, MostConstants> Result;
  auto Add = [&](const ConstantInt *C) {
    if (C && C->getBitWidth() >= 8 && C->getBitWidth() <= 64 &&
        Result.size() < MostConstants &&
        C->getSExtValue() < std::numeric_limits<int64_t>::max() &&
        C->getSExtValue() > std::numeric_limits<int64_t>::min())
      Result.insert(C->getSExtValue());
  };
  for (const Function *F : Cycle.functions())
    for (const Instruction &I : instructions(*F)) {
      if (const auto *Switch = dyn_cast<SwitchInst>(&I))
        for (const auto &Case : Switch->cases())
          Add(Case.getCaseValue());
      if (isa<ICmpInst>(I))
        for (const Value *Operand : I.operands())
          Add(findComparedConstant(Operand));
    }
  return SmallVector<int64_t, 8>(Result.begin(), Result.end());
}

RecursionStates::RecursionStates(const CallCycle &Cycle, EffectSource Effects)
    : Cycle(Cycle), Effects(std::move(Effects)),
      Compared(collectCompared(Cycle)) {}

void RecursionStates::clear() {
  States.clear();
  ByHash.clear();
}

static size_t hashEntry(unsigned Function, const EntryValues &Entry) {
  size_t Hash =
      hash_combine(Function, hash_combine_range(Entry.Arguments.begin(),
                                                Entry.Arguments.end()));
  for (const auto &[Address, Value] : Entry.Memory)
    Hash = hash_combine(Hash, Address, Value);
  // Two values are kept for the map itself.
  return Hash >> 2;
}

unsigned RecursionStates::addState(unsigned Function, EntryValues Entry) {
  SmallVector<unsigned, 2> &Bucket = ByHash[hashEntry(Function, Entry)];
  for (unsigned Index : Bucket)
    if (States[Index].Function == Function && States[Index].Entry == Entry)
      return Index;
  Bucket.push_back(States.size());
  States.push_back({Function, std::move(Entry), nullptr, {}});
  return States.size() - 1;
}

/// Returns true if \p I does not change memory that a function is entered with.
bool RecursionStates::preserves(const Instruction &I) const {
  if (const auto *Store = dyn_cast<StoreInst>(&I))
    return Store->isSimple() &&
           isa<AllocaInst>(getUnderlyingObject(Store->getPointerOperand()));
  const auto *Call = dyn_cast<CallBase>(&I);
  if (!Call)
    return false;
  if (const auto *Intrinsic = dyn_cast<IntrinsicInst>(Call))
    return Intrinsic->isAssumeLikeIntrinsic() ||
           Intrinsic->isLifetimeStartOrEnd();
  // Printing changes nothing that the program reads, as far as anyone cares.
  const Function *Callee = Call->getCalledFunction();
  return Callee && is_contained({"printf", "puts", "putchar", "fprintf",
                                 "fputs", "fputc", "putc", "abort"},
                                Callee->getName());
}

const BlockOrder &RecursionStates::orderOf(unsigned Function) {
  Orders.resize(Cycle.functions().size());
  if (!Orders[Function])
    Orders[Function] =
        std::make_unique<BlockOrder>(*Cycle.functions()[Function]);
  return *Orders[Function];
}

void RecursionStates::expand(unsigned Index) {
  Function &F = *Cycle.functions()[States[Index].Function];
  auto Paths = std::make_unique<PathValues>(
      F, orderOf(States[Index].Function), States[Index].Entry,
      [&](const Instruction &I) { return preserves(I); });
  Work += Paths->getWork();
  SmallVector<std::pair<unsigned, unsigned>, 4> Calls;
  for (auto [Number, Call] : enumerate(Cycle.calls()))
    if (Call.Caller == States[Index].Function &&
        Paths->isReached(*Call.Call->getParent()))
      Calls.push_back({static_cast<unsigned>(Number),
                       addState(Call.Callee, Paths->computeEntry(*Call.Call))});
  States[Index].Calls = std::move(Calls);
  States[Index].Paths = std::move(Paths);
}

/// Expands all states. Fails when there are too many.
bool RecursionStates::explore(unsigned MaximalStates) {
  for (unsigned Next = 0; Next < States.size(); ++Next) {
    if (States.size() > MaximalStates || Work > WorkLimit)
      return false;
    if (!States[Next].Paths)
      expand(Next);
  }
  return true;
}

namespace {

/// What happens on the paths from the start of a block.
enum class BlockEnd { Open, Recurses, MayNot };

} // namespace

/// Returns true if every path through \p S leads to a call into one of the
/// states \p Endless.
bool RecursionStates::mustRecurse(const State &S, const BitVector &Endless,
                                  SmallVectorImpl<unsigned> *Ends) const {
  Function &F = *Cycle.functions()[S.Function];
  bool Recurses = false;
  DenseMap<const BasicBlock *, BlockEnd> BlockEnds;
  auto Classify = [&](const BasicBlock &Block) {
    for (const Instruction &I : Block) {
      const auto *Call = dyn_cast<CallBase>(&I);
      if (!Call)
        continue;
      if (std::optional<unsigned> Number = Cycle.findCall(*Call)) {
        auto Next = find_if(
            S.Calls, [&](const auto &Entry) { return Entry.first == *Number; });
        if (Next != S.Calls.end() && Endless.test(Next->second)) {
          Recurses = true;
          if (Ends)
            Ends->push_back(*Number);
          return BlockEnd::Recurses;
        }
      }
      if (!TrustsCalls && Effects(*Call) != CallEffect::Returns)
        return BlockEnd::MayNot;
      // A failed assertion is no way out.
      if (Call->doesNotReturn() && !isa<IntrinsicInst>(Call))
        return BlockEnd::Recurses;
    }
    return succ_empty(&Block) ? BlockEnd::MayNot : BlockEnd::Open;
  };
  SmallVector<const BasicBlock *, 16> Worklist;
  for (const BasicBlock &Block : F) {
    if (!S.Paths->isReached(Block))
      continue;
    BlockEnd End = Classify(Block);
    BlockEnds[&Block] = End;
    if (End == BlockEnd::Recurses)
      Worklist.push_back(&Block);
  }
  while (!Worklist.empty()) {
    const BasicBlock *Block = Worklist.pop_back_val();
    for (const BasicBlock *Before : predecessors(Block)) {
      auto Found = BlockEnds.find(Before);
      if (Found == BlockEnds.end() || Found->second != BlockEnd::Open)
        continue;
      bool All = all_of(successors(Before), [&](const BasicBlock *Next) {
        return !S.Paths->isTaken(*Before, *Next) ||
               BlockEnds.lookup(Next) == BlockEnd::Recurses;
      });
      if (!All)
        continue;
      Found->second = BlockEnd::Recurses;
      Worklist.push_back(Before);
    }
  }
  return Recurses && BlockEnds.lookup(&F.getEntryBlock()) == BlockEnd::Recurses;
}

/// Returns the calls that lead from a state back to itself, on the way that
/// starts at \p Start and stays in \p Endless.
SmallVector<unsigned, 4>
RecursionStates::findRepeated(unsigned Start, const BitVector &Endless) const {
  DenseMap<unsigned, unsigned> Position;
  SmallVector<unsigned, 16> Calls;
  unsigned Current = Start;
  while (Position.try_emplace(Current, Calls.size()).second) {
    auto Next = find_if(States[Current].Calls, [&](const auto &Entry) {
      return Endless.test(Entry.second);
    });
    Calls.push_back(Next->first);
    Current = Next->second;
  }
  return SmallVector<unsigned, 4>(Calls.begin() + Position[Current],
                                  Calls.end());
}

/// Returns true if every path of state \p Index leads to some call of the
/// cycle. Few entries do: the others need not be followed any further.
bool RecursionStates::mayRecurse(unsigned Index) {
  expand(Index);
  TrustsCalls = true;
  bool Result = mustRecurse(States[Index], BitVector(States.size(), true));
  TrustsCalls = false;
  return Result;
}

bool RecursionStates::isEndless(unsigned Function, const EntryValues &Entry,
                                SmallVectorImpl<unsigned> &Circuit) {
  clear();
  unsigned Start = addState(Function, Entry);
  if (!mayRecurse(Start) || !explore(CircuitStates))
    return false;
  // What other calls do is asked for last: to know it, all functions of the
  // module have to be looked at.
  BitVector Endless = findEndless(/*TrustCalls=*/true);
  if (!Endless.test(Start))
    return false;
  Endless = findEndless(/*TrustCalls=*/false);
  if (!Endless.test(Start))
    return false;
  Circuit = findRepeated(Start, Endless);
  return true;
}

/// Returns the states from which every path leads to a call into another of
/// them. With \p TrustCalls, calls out of the cycle come back.
BitVector RecursionStates::findEndless(bool TrustCalls) {
  TrustsCalls = TrustCalls;
  BitVector Endless(States.size(), true);
  bool Changed = true;
  while (Changed) {
    Changed = false;
    for (auto [Index, S] : enumerate(States))
      if (Endless.test(Index) && !mustRecurse(S, Endless)) {
        Endless.reset(Index);
        Changed = true;
      }
  }
  TrustsCalls = false;
  return Endless;
}

EntryValues RecursionStates::getUnknownEntry(unsigned Function) const {
  EntryValues Entry;
  Entry.Arguments.assign(Cycle.functions()[Function]->arg_size(), nullptr);
  return Entry;
}

/// Returns the address of an object that no other pointer points to.
Constant *RecursionStates::makeObject(Type *PointerType) {
  if (PointerType->getPointerAddressSpace() != 0)
    return nullptr;
  Module &M = *Cycle.functions()[0]->getParent();
  std::string Name = (ObjectName + Twine(Objects++)).str();
  if (GlobalVariable *Known = M.getNamedGlobal(Name))
    return Known;
  auto *Bytes = ArrayType::get(Type::getInt8Ty(M.getContext()), 1 << 16);
  return new GlobalVariable(M, Bytes, false, GlobalValue::ExternalLinkage,
                            nullptr, Name);
}

/// Returns an entry in which each pointer points to an object, and so do the
/// pointers in these.
EntryValues RecursionStates::makeObjects(unsigned Function) {
  Objects = 0;
  EntryValues Entry = getUnknownEntry(Function);
  llvm::Function &F = *Cycle.functions()[Function];
  for (const Argument &A : F.args())
    if (A.getType()->isPointerTy())
      Entry.Arguments[A.getArgNo()] = makeObject(A.getType());
  constexpr unsigned Rounds = 3;
  for (unsigned Round = 0; Round < Rounds; ++Round) {
    auto Preserves = [&](const Instruction &I) { return preserves(I); };
    PathValues Paths(F, orderOf(Function), Entry, Preserves);
    Work += Paths.getWork();
    KnownMemory Memory = Entry.Memory;
    for (auto [Address, Load] : Paths.findUnknownLoads(Preserves))
      if (Load->getType()->isPointerTy())
        if (Constant *Object = makeObject(Load->getType()))
          Memory.insert({Address, Object});
    if (Memory.size() == Entry.Memory.size())
      break;
    Entry.Memory = std::move(Memory);
  }
  return Entry;
}

/// Returns the states that each state leads to.
Graph RecursionStates::connectStates() const {
  Graph Callees(States.size());
  for (auto [Index, S] : enumerate(States))
    for (const auto &[Call, Target] : S.Calls)
      Callees[Index].push_back(Target);
  return Callees;
}

std::optional<uint64_t> RecursionStates::computeDepth(
    ArrayRef<std::pair<unsigned, EntryValues>> Starts) {
  clear();
  Work = 0;
  for (const auto &[Function, Entry] : Starts)
    addState(Function, Entry);
  // A circuit is looked for as soon as all starts are expanded, and whenever
  // there are twice as many states: it stays one.
  unsigned NextCheck = States.size();
  for (unsigned Next = 0; Next < States.size(); ++Next) {
    if (States.size() > DepthStates || Work > WorkLimit)
      return std::nullopt;
    expand(Next);
    if (any_of(States[Next].Calls,
               [&](const auto &Call) { return Call.second == Next; }))
      return std::nullopt;
    if (Next + 1 != NextCheck)
      continue;
    if (hasCycle(connectStates()))
      return std::nullopt;
    NextCheck *= 2;
  }
  Graph Callees = connectStates();
  std::vector<uint64_t> Depths(States.size(), 0);
  uint64_t Deepest = 0;
  // Callees come first.
  for (const Component &Group : computeComponents(Callees)) {
    if (isCyclic(Group, Callees))
      return std::nullopt;
    uint64_t &Depth = Depths[Group[0]];
    for (unsigned Callee : Callees[Group[0]])
      Depth = std::max(Depth, Depths[Callee]);
    Deepest = std::max(Deepest, ++Depth);
  }
  return Deepest;
}

} // namespace offstack
