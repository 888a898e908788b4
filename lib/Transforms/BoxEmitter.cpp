//===- BoxEmitter.cpp - Writes boxes into IR ------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Takes boxes, replaces allocas, opens ways to unwind, frees boxes.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/BoxEmitter.h"
#include "BoxChain.h"
#include "BoxLayout.h"
#include "BoxSizes.h"
#include "MergeBoxes.h"
#include "Offstack/Transforms/BoxAllocator.h"
#include "Offstack/Transforms/BoxMarks.h"
#include "Offstack/Transforms/BoxPlacement.h"
#include "Offstack/Transforms/BoxPlan.h"
#include "Offstack/Transforms/DebugRecords.h"
#include "Offstack/Transforms/OutOfMemory.h"
#include "Offstack/Transforms/Personality.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/MDBuilder.h"
#include "llvm/IR/Module.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"
#include "llvm/Transforms/Utils/Instrumentation.h"
#include "llvm/Transforms/Utils/Local.h"
#include "llvm/Transforms/Utils/PromoteMemToReg.h"

using namespace llvm;

namespace offstack {

namespace {

/// A box that was taken, or a chain of them.
struct EmittedBox {
  const PlannedBox *Planned;
  /// What the allocator returned.
  CallInst *Memory;
  /// The size of what is in it.
  Value *Bytes;
  /// What is in it, as messages name it.
  std::string Names;
  /// Holds Memory from there to the free, else null. Null when each free surely
  /// frees Memory.
  AllocaInst *Handle;
  /// Holds the bytes that a chain's other objects have in the frame.
  AllocaInst *StackBytes;
  /// Another allocation for the same object stands for its frees.
  bool IsFreedByOther = false;
};

/// Writes the boxes of one function.
class BoxEmitter {
public:
  BoxEmitter(Function &F, const TargetLibraryInfo &TLI, BoxAllocator &Allocator)
      : F(F), TLI(TLI), Allocator(Allocator), Sizes(F, TLI),
        PointerType(llvm::PointerType::getUnqual(F.getContext())) {
    // An instruction without a place of its own: line 0 of the function.
    if (DISubprogram *Subprogram = F.getSubprogram())
      Place = DILocation::get(F.getContext(), 0, 0, Subprogram);
  }

  void emit(const BoxPlan &Plan);

private:
  AllocaInst *getSlot(AllocaInst &AI);
  void dropAliasMetadata();
  void removeUnused(AllocaInst &AI);
  void replaceObject(IRBuilder<> &B, const PlannedBox &Box, Value *Address);
  void emitBox(const PlannedBox &Box);
  void emitBoxOnDemand(const PlannedBox &Box);
  void emitDynamicBox(const PlannedBox &Box);
  CallInst *emitAllocation(IRBuilder<> &B, const PlannedBox &Box, Value *Bytes);
  Value *emitTaken(IRBuilder<> &B, const PlannedBox &Box, Value *Bytes,
                   AllocaInst *StackBytes = nullptr);
  void emitNullTests();
  AllocaInst *emitSlot(AllocaInst &AI);
  Type *getLandingPadType() const;
  void emitUnwinding(ArrayRef<CallInst *> Calls);
  AllocaInst *emitVariable(Type &Type, const Twine &Name);
  void emitFrees(const EmittedBox &Box);
  void emitFree(const EmittedBox &Box, Instruction &Before, bool IsScopeEnd);
  void promoteVariables();
  void foldDemandTests();
  void guardFree(CallInst &Free);

  Function &F;
  const TargetLibraryInfo &TLI;
  BoxAllocator &Allocator;
  const BoxSizes Sizes;
  llvm::PointerType *PointerType;
  DebugLoc Place;
  SmallVector<EmittedBox, 4> Boxes;
  SmallVector<CallInst *, 8> Frees;
  /// The first box of a known size that is taken before an instruction. Only
  /// looked up, never iterated over.
  DenseMap<const Instruction *, CallInst *> FirstTaken;
  /// The slots of objects of a known size, by the objects, which are gone. Only
  /// looked up, never iterated over.
  DenseMap<const AllocaInst *, AllocaInst *> Slots;
  const ObjectParts *Wholes = nullptr;
  /// The tests of whether a box has been taken.
  SmallVector<ICmpInst *, 0> DemandTests;
  /// What holds handles and byte counts until it becomes SSA values.
  SmallVector<AllocaInst *, 4> Variables;
};

} // namespace

/// Moves what has its place in the entry block, static allocas above all, in
/// front of \p Point, before which the block is to be split.
static void keepInEntry(Instruction &Point) {
  BasicBlock &BB = *Point.getParent();
  if (BB.isEntryBlock())
    PrepareToSplitEntryBlock(BB, Point.getIterator());
}

/// Removes an alloca that only code that is never reached may use.
void BoxEmitter::removeUnused(AllocaInst &AI) {
  eraseLifetimeMarkers(AI);
  dropDebugRecords(AI);
  AI.replaceAllUsesWith(PoisonValue::get(AI.getType()));
  AI.eraseFromParent();
}

/// Writes the allocation for an object of \p Bytes.
CallInst *BoxEmitter::emitAllocation(IRBuilder<> &B, const PlannedBox &Box,
                                     Value *Bytes) {
  std::string Variable = findVariableName(*Box.Alloca);
  CallInst *Memory =
      Allocator.emitAcquire(B, Sizes.emitAllocatedBytes(B, Box, Bytes));
  Memory->setName(Variable + ".box");
  markBox(*Memory, Variable, Box.IsChain);
  return Memory;
}

/// Writes the test for null behind each malloc. The last of a block comes
/// first: each takes the rest of its block along. What ends the program looks
/// as if it came back: code generation sets up the frame at the entry of a
/// function otherwise, and not where a rare path takes its box.
void BoxEmitter::emitNullTests() {
  MDNode *Unlikely = MDBuilder(F.getContext()).createUnlikelyBranchWeights();
  for (const EmittedBox &Box : reverse(Boxes)) {
    IRBuilder<> B(Box.Memory->getNextNode());
    B.SetCurrentDebugLocation(Place);
    keepInEntry(*B.GetInsertPoint());
    Instruction *Failure = SplitBlockAndInsertIfThen(
        B.CreateIsNull(Box.Memory), B.GetInsertPoint(), /*Unreachable=*/false,
        Unlikely);
    Failure->setDebugLoc(Place);
    emitOutOfMemory(*Failure, Box.Names, *Box.Bytes, TLI);
  }
}

/// Returns a slot for the address of the box that replaces \p AI. It is there
/// with and without debug info, so that -g does not change the code.
AllocaInst *BoxEmitter::emitSlot(AllocaInst &AI) {
  BasicBlock &Entry = F.getEntryBlock();
  IRBuilder<> B(&Entry, AI.isStaticAlloca() ? AI.getIterator() : Entry.begin());
  AllocaInst *Slot = B.CreateAlloca(PointerType, nullptr);
  Slot->setName(AI.getName() + ".slot");
  markSlot(*Slot);
  return Slot;
}

/// Takes \p Box, of \p Bytes, before the insertion point of \p B, and returns
/// the object's address in it.
Value *BoxEmitter::emitTaken(IRBuilder<> &B, const PlannedBox &Box,
                             Value *Bytes, AllocaInst *StackBytes) {
  // The names go with the allocas.
  std::string Names = describeObjects(Box);
  CallInst *Memory = emitAllocation(B, Box, Bytes);
  if (Box.Bytes && Box.Alloca->isStaticAlloca())
    FirstTaken.try_emplace(Box.AllocationPoint, Memory);
  AllocaInst *Handle = nullptr;
  if (Box.NeedsHandle) {
    Handle = emitVariable(*PointerType, "handle");
    if (Box.IsChain)
      B.CreateStore(B.CreateLoad(PointerType, Handle), Memory);
    B.CreateStore(Memory, Handle);
  }
  Boxes.push_back({&Box, Memory, Bytes, Names, Handle, StackBytes});
  return Sizes.emitObject(B, Box, Memory);
}

/// Returns the slot for the box that replaces \p AI. The parts of an object,
/// of which a call uses one, have the same.
AllocaInst *BoxEmitter::getSlot(AllocaInst &AI) {
  const AllocaInst *Whole = Wholes->lookup(&AI);
  AllocaInst *&Slot = Slots[Whole ? Whole : &AI];
  if (!Slot)
    Slot = emitSlot(AI);
  moveDebugRecords(AI, *Slot);
  return Slot;
}

/// Puts the object of \p Box, of a known size, at \p Address.
void BoxEmitter::replaceObject(IRBuilder<> &B, const PlannedBox &Box,
                               Value *Address) {
  AllocaInst &AI = *Box.Alloca;
  AllocaInst *Slot = getSlot(AI);
  eraseLifetimeMarkers(AI);
  B.CreateStore(Address, Slot);
  AI.replaceAllUsesWith(Address);
  AI.eraseFromParent();
}

/// Replaces objects of known sizes: that of \p Box and those merged with it.
void BoxEmitter::emitBox(const PlannedBox &Box) {
  IRBuilder<> B(Box.AllocationPoint);
  B.SetCurrentDebugLocation(Place);
  // malloc(0) may return null, which would look like a failure.
  uint64_t Bytes = std::max<uint64_t>(getMergedBytes(Box), 1);
  Value *Address = emitTaken(B, Box, Sizes.get(Bytes));
  for (const PlannedBox &Merged : Box.Merged) {
    Value *Offset = Sizes.get(Merged.OffsetBytes);
    replaceObject(B, Merged,
                  Merged.OffsetBytes != 0 ? B.CreatePtrAdd(Address, Offset)
                                          : Address);
  }
  replaceObject(B, Box, Address);
}

/// Puts what \p Address holds in the place of \p AI.
static void replaceByLoads(AllocaInst &AI, AllocaInst &Address) {
  // A phi has one value for a block, however many ways lead from there.
  SmallDenseMap<BasicBlock *, Value *, 4> AtEnd;
  for (Use &U : make_early_inc_range(AI.uses())) {
    auto *I = cast<Instruction>(U.getUser());
    if (auto *Phi = dyn_cast<PHINode>(I)) {
      BasicBlock *BB = Phi->getIncomingBlock(U);
      Value *&Loaded = AtEnd[BB];
      if (!Loaded)
        Loaded =
            IRBuilder<>(BB->getTerminator()).CreateLoad(AI.getType(), &Address);
      U.set(Loaded);
    } else {
      U.set(IRBuilder<>(I).CreateLoad(AI.getType(), &Address));
    }
  }
}

/// Replaces an object that is used on rare paths: the first of them that a call
/// runs takes the box.
void BoxEmitter::emitBoxOnDemand(const PlannedBox &Box) {
  AllocaInst &AI = *Box.Alloca;
  AllocaInst *Slot = getSlot(AI);
  eraseLifetimeMarkers(AI);
  AllocaInst *Handle = emitVariable(*PointerType, "handle");
  AllocaInst *Address = emitVariable(*PointerType, "address");
  Value *Bytes = Sizes.get(*Box.Bytes);
  for (Instruction *Point : Box.DemandPoints) {
    IRBuilder<> B(Point);
    B.SetCurrentDebugLocation(Place);
    Value *IsFirst = B.CreateIsNull(B.CreateLoad(PointerType, Handle));
    DemandTests.push_back(cast<ICmpInst>(IsFirst));
    B.SetInsertPoint(SplitBlockAndInsertIfThen(IsFirst, Point->getIterator(),
                                               /*Unreachable=*/false));
    CallInst *Memory = emitAllocation(B, Box, Bytes);
    B.CreateStore(Memory, Handle);
    Boxes.push_back({&Box, Memory, Bytes, describeObjects(Box), Handle,
                     /*StackBytes=*/nullptr,
                     /*IsFreedByOther=*/Point != Box.DemandPoints.front()});
    B.SetInsertPoint(Point);
    Value *Object = Sizes.emitObject(B, Box, B.CreateLoad(PointerType, Handle));
    B.CreateStore(Object, Address);
    B.CreateStore(Object, Slot);
  }
  replaceByLoads(AI, *Address);
  AI.eraseFromParent();
}

/// Gives an object whose size only run time tells a box when it is large, and
/// leaves it where it is when it is not. In a chain, it is large when those
/// that were left before are large together with it.
void BoxEmitter::emitDynamicBox(const PlannedBox &Box) {
  AllocaInst &AI = *Box.Alloca;
  AllocaInst *Slot = emitSlot(AI);
  moveDebugRecords(AI, *Slot);
  eraseLifetimeMarkers(AI);

  IRBuilder<> B(&AI);
  B.SetCurrentDebugLocation(Place);
  Value *Bytes = Sizes.emitByteCount(B, AI);
  Value *OnStack = Bytes;
  AllocaInst *StackBytes = nullptr;
  if (Box.IsChain) {
    StackBytes = emitVariable(*Sizes.getType(), "stack.bytes");
    OnStack = B.CreateBinaryIntrinsic(Intrinsic::uadd_sat,
                                      B.CreateLoad(Sizes.getType(), StackBytes),
                                      Sizes.emitStackBytes(B, AI, Bytes));
  }
  Value *IsLarge = B.CreateICmpUGT(OnStack, Sizes.get(Box.LimitBytes));
  Instruction *Large, *Small;
  keepInEntry(AI);
  SplitBlockAndInsertIfThenElse(IsLarge, AI.getIterator(), &Large, &Small);
  BasicBlock *Tail = AI.getParent();
  AI.moveBefore(Small->getIterator());
  markKept(AI);
  if (StackBytes)
    new StoreInst(OnStack, StackBytes, Small->getIterator());

  B.SetInsertPoint(Large);
  Value *Address = emitTaken(B, Box, Bytes, StackBytes);
  B.SetInsertPoint(Tail, Tail->begin());
  PHINode *Object = B.CreatePHI(PointerType, 2);
  Object->addIncoming(Address, Large->getParent());
  AI.replaceAllUsesWith(Object);
  Object->addIncoming(&AI, Small->getParent());
  B.CreateStore(Object, Slot);
}

/// Returns the type of the landing pads of F, which must be the same for all:
/// that of those it has, or what the Itanium ABI's personalities pass, the
/// exception and the selector.
Type *BoxEmitter::getLandingPadType() const {
  for (const BasicBlock &BB : F)
    if (const LandingPadInst *Pad = BB.getLandingPadInst())
      return Pad->getType();
  return StructType::get(PointerType, Type::getInt32Ty(F.getContext()));
}

/// Makes an invoke of \p Call that unwinds to \p Pad. LLVM's function for that
/// drops all metadata but the profile.
static void makeInvoke(CallInst &Call, BasicBlock &Pad) {
  SmallVector<std::pair<unsigned, MDNode *>, 2> Metadata;
  Call.getAllMetadataOtherThanDebugLoc(Metadata);
  BasicBlock *Block = Call.getParent();
  changeToInvokeAndSplitBasicBlock(&Call, &Pad);
  for (auto [Kind, Node] : Metadata)
    Block->getTerminator()->setMetadata(Kind, Node);
}

/// Gives each of \p Calls a way to unwind: one pad for all, which frees every
/// box that is held.
void BoxEmitter::emitUnwinding(ArrayRef<CallInst *> Calls) {
  if (Calls.empty())
    return;
  ensurePersonality(F);
  LLVMContext &Context = F.getContext();
  Type *PadType = getLandingPadType();
  BasicBlock *Pad = BasicBlock::Create(Context, "offstack.unwind", &F);
  IRBuilder<> B(Pad);
  B.SetCurrentDebugLocation(Place);
  LandingPadInst *Exception = B.CreateLandingPad(PadType, 0);
  Exception->setCleanup(true);
  ResumeInst *Exit = B.CreateResume(Exception);
  for (const EmittedBox &Box : Boxes)
    if (!Box.IsFreedByOther)
      emitFree(Box, *Exit, /*IsScopeEnd=*/false);
  // The last first: each takes the rest of its block along.
  for (CallInst *Call : reverse(Calls))
    makeInvoke(*Call, *Pad);
}

/// Returns a variable that is zero, or null, so far. It lives in SSA values in
/// the end (promoteVariables).
AllocaInst *BoxEmitter::emitVariable(Type &Type, const Twine &Name) {
  BasicBlock &Entry = F.getEntryBlock();
  IRBuilder<> B(&Entry, Entry.begin());
  AllocaInst *Variable = B.CreateAlloca(&Type, nullptr, Name);
  B.CreateStore(Constant::getNullValue(&Type), Variable);
  Variables.push_back(Variable);
  return Variable;
}

/// Frees \p Box, if it is held.
void BoxEmitter::emitFree(const EmittedBox &Box, Instruction &Before,
                          bool IsScopeEnd) {
  // A box that is taken here can have the memory.
  auto Taken = FirstTaken.find(&Before);
  IRBuilder<> B(Taken == FirstTaken.end() ? &Before : Taken->second);
  B.SetCurrentDebugLocation(Place);
  Value *Memory = Box.Memory;
  if (Box.Handle)
    Memory = B.CreateLoad(PointerType, Box.Handle);
  CallInst *Call = Box.Planned->IsChain ? emitReleaseChain(B, Allocator, Memory)
                                        : Allocator.emitRelease(B, Memory);
  if (IsScopeEnd)
    markScopeEnd(*Call);
  if (Box.Handle)
    B.CreateStore(ConstantPointerNull::get(PointerType), Box.Handle);
  // What was left in the frame is released here, too.
  if (Box.StackBytes)
    B.CreateStore(Constant::getNullValue(Sizes.getType()), Box.StackBytes);
  Frees.push_back(Call);
}

void BoxEmitter::emitFrees(const EmittedBox &Box) {
  if (Box.IsFreedByOther)
    return;
  for (const FreePoint &Point : Box.Planned->FreePoints)
    emitFree(Box, *Point.Before, Point.IsScopeEnd);
}

/// Turns the variables into SSA values: the box where it was surely taken, null
/// where it surely was not, a phi where paths meet.
void BoxEmitter::promoteVariables() {
  if (Variables.empty())
    return;
  DominatorTree DT(F);
  PromoteMemToReg(Variables, DT);
  // The last of a block first: each takes the rest of its block along.
  for (CallInst *Free : reverse(Frees)) {
    if (isa<ConstantPointerNull>(Free->getArgOperand(0)))
      Free->eraseFromParent();
    else if (isa<PHINode>(Free->getArgOperand(0)))
      guardFree(*Free);
  }
  foldDemandTests();
}

/// Removes the tests that nothing comes before.
void BoxEmitter::foldDemandTests() {
  for (ICmpInst *IsFirst : DemandTests) {
    if (!isa<ConstantPointerNull>(IsFirst->getOperand(0)))
      continue;
    BasicBlock *BB = IsFirst->getParent();
    BasicBlock *Tail = BB->getTerminator()->getSuccessor(1);
    IsFirst->replaceAllUsesWith(ConstantInt::getTrue(F.getContext()));
    IsFirst->eraseFromParent();
    ConstantFoldTerminator(BB);
    FoldSingleEntryPHINodes(Tail);
  }
}

/// Puts a test for null around \p Free: a path without a box is spared a call.
/// Exceptions are rare enough to make it, and debug builds prefer small code.
void BoxEmitter::guardFree(CallInst &Free) {
  if (F.hasOptNone() || isa<ResumeInst>(Free.getParent()->getTerminator()))
    return;
  IRBuilder<> B(&Free);
  B.SetCurrentDebugLocation(Place);
  Instruction *End = SplitBlockAndInsertIfThen(
      B.CreateIsNotNull(Free.getArgOperand(0)), Free.getIterator(),
      /*Unreachable=*/false);
  End->setDebugLoc(Place);
  Free.moveBefore(End->getIterator());
}

/// Drops what the IR says of types and scopes of the memory it accesses:
/// objects of several share bytes now.
void BoxEmitter::dropAliasMetadata() {
  for (Instruction &I : instructions(F))
    if (I.mayReadOrWriteMemory())
      I.setAAMetadata(AAMDNodes());
}

void BoxEmitter::emit(const BoxPlan &Plan) {
  Wholes = &Plan.Wholes;
  for (const PlannedBox &Box : Plan.Boxes) {
    if (!Box.AllocationPoint)
      removeUnused(*Box.Alloca);
    else if (!Box.DemandPoints.empty())
      emitBoxOnDemand(Box);
    else if (Box.Bytes && !Box.IsChain)
      emitBox(Box);
    else
      emitDynamicBox(Box);
  }
  emitNullTests();
  for (LandingPadInst *Pad : Plan.PadsToEnter)
    Pad->setCleanup(true);
  // Frees stand before calls, which the next step replaces.
  for (const EmittedBox &Box : Boxes)
    emitFrees(Box);
  emitUnwinding(Plan.CallsToInvoke.getArrayRef());
  promoteVariables();
  if (Plan.SharesBytes)
    dropAliasMetadata();
}

void emitBoxes(Function &F, const BoxPlan &Plan, const TargetLibraryInfo &TLI,
               BoxAllocator &Allocator) {
  BoxEmitter(F, TLI, Allocator).emit(Plan);
}

} // namespace offstack
