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
#include "Offstack/Transforms/BoxAllocator.h"
#include "Offstack/Transforms/BoxMarks.h"
#include "Offstack/Transforms/BoxPlan.h"
#include "Offstack/Transforms/DebugRecords.h"
#include "Offstack/Transforms/OutOfMemory.h"
#include "Offstack/Transforms/Personality.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/MDBuilder.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/Alignment.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"
#include "llvm/Transforms/Utils/Local.h"
#include "llvm/Transforms/Utils/PromoteMemToReg.h"

using namespace llvm;

namespace offstack {

namespace {

/// A box that was taken.
struct EmittedBox {
  const PlannedBox *Planned;
  /// What the allocator returned.
  CallInst *Memory;
  /// Holds Memory from there to the free, else null. Null when each free surely
  /// frees Memory.
  AllocaInst *Handle;
};

/// Writes the boxes of one function.
class BoxEmitter {
public:
  BoxEmitter(Function &F, const TargetLibraryInfo &TLI, BoxAllocator &Allocator)
      : F(F), TLI(TLI), Allocator(Allocator), DL(F.getDataLayout()),
        PointerType(llvm::PointerType::getUnqual(F.getContext())),
        SizeType(IntegerType::get(F.getContext(),
                                  TLI.getSizeTSize(*F.getParent()))) {
    // An instruction without a place of its own: line 0 of the function.
    if (DISubprogram *Subprogram = F.getSubprogram())
      Place = DILocation::get(F.getContext(), 0, 0, Subprogram);
  }

  void emit(const BoxPlan &Plan);

private:
  void removeUnused(AllocaInst &AI);
  void emitBox(const PlannedBox &Box);
  void emitDynamicBox(const PlannedBox &Box);
  Value *emitByteCount(IRBuilder<> &B, AllocaInst &AI);
  Value *emitAllocatedBytes(IRBuilder<> &B, Value *Bytes, Align Alignment);
  CallInst *emitAllocation(IRBuilder<> &B, AllocaInst &AI, Value *Bytes);
  Value *emitTaken(IRBuilder<> &B, AllocaInst &AI, Value *Bytes,
                   const PlannedBox &Box);
  Value *emitAligned(IRBuilder<> &B, Value *Memory, Align Alignment);
  AllocaInst *emitSlot(AllocaInst &AI);
  Type *getLandingPadType() const;
  void emitUnwinding(ArrayRef<CallInst *> Calls);
  AllocaInst *emitHandle();
  void emitFrees(const EmittedBox &Box);
  void emitFree(const EmittedBox &Box, Instruction &Before, bool IsScopeEnd);
  void promoteHandles();

  /// Returns the alignment that malloc promises: that of max_align_t, two
  /// words on the targets of today.
  Align getMallocAlignment() const { return Align(2 * DL.getPointerSize()); }

  Function &F;
  const TargetLibraryInfo &TLI;
  BoxAllocator &Allocator;
  const DataLayout &DL;
  llvm::PointerType *PointerType;
  IntegerType *SizeType;
  DebugLoc Place;
  SmallVector<EmittedBox, 4> Boxes;
  SmallVector<CallInst *, 8> Frees;
};

} // namespace

/// Erases the lifetime markers of \p AI: they may name an alloca only.
static void eraseLifetimeMarkers(AllocaInst &AI) {
  for (User *U : make_early_inc_range(AI.users()))
    if (auto *I = cast<Instruction>(U); I->isLifetimeStartOrEnd())
      I->eraseFromParent();
}

/// Removes an alloca that only code that is never reached may use.
void BoxEmitter::removeUnused(AllocaInst &AI) {
  eraseLifetimeMarkers(AI);
  dropDebugRecords(AI);
  AI.replaceAllUsesWith(PoisonValue::get(AI.getType()));
  AI.eraseFromParent();
}

/// Returns the bytes of the dynamic alloca \p AI: the largest number there is
/// where the product does not fit, which malloc then refuses.
Value *BoxEmitter::emitByteCount(IRBuilder<> &B, AllocaInst &AI) {
  Value *Count = AI.getArraySize();
  Constant *Most = ConstantInt::getAllOnesValue(SizeType);
  if (Count->getType()->getIntegerBitWidth() > SizeType->getBitWidth())
    Count = B.CreateBinaryIntrinsic(Intrinsic::umin, Count,
                                    B.CreateZExt(Most, Count->getType()));
  Count = B.CreateZExtOrTrunc(Count, SizeType);
  uint64_t ElementBytes = DL.getTypeAllocSize(AI.getAllocatedType());
  Value *Product =
      B.CreateBinaryIntrinsic(Intrinsic::umul_with_overflow, Count,
                              ConstantInt::get(SizeType, ElementBytes));
  return B.CreateSelect(B.CreateExtractValue(Product, 1), Most,
                        B.CreateExtractValue(Product, 0));
}

/// Returns the bytes to ask for, so that an object of \p Bytes fits at
/// \p Alignment.
Value *BoxEmitter::emitAllocatedBytes(IRBuilder<> &B, Value *Bytes,
                                      Align Alignment) {
  if (Alignment <= getMallocAlignment())
    return Bytes;
  APInt Slack(SizeType->getBitWidth(), Alignment.value() - 1);
  if (auto *Known = dyn_cast<ConstantInt>(Bytes))
    return ConstantInt::get(SizeType, Known->getValue().uadd_sat(Slack));
  return B.CreateBinaryIntrinsic(Intrinsic::uadd_sat, Bytes,
                                 ConstantInt::get(SizeType, Slack));
}

/// Writes the allocation of \p Bytes for \p AI with its test for null, and
/// leaves \p B behind it.
CallInst *BoxEmitter::emitAllocation(IRBuilder<> &B, AllocaInst &AI,
                                     Value *Bytes) {
  std::string Variable = findVariableName(AI);
  CallInst *Memory =
      Allocator.emitAcquire(B, emitAllocatedBytes(B, Bytes, AI.getAlign()));
  Memory->setName(Variable + ".box");
  markBox(*Memory, Variable);

  Value *IsNull = B.CreateIsNull(Memory);
  MDNode *Unlikely = MDBuilder(F.getContext()).createUnlikelyBranchWeights();
  Instruction *Point = &*B.GetInsertPoint();
  Instruction *Failure =
      SplitBlockAndInsertIfThen(IsNull, Point, /*Unreachable=*/true, Unlikely);
  Failure->setDebugLoc(Place);
  emitOutOfMemory(*Failure, Variable, *Bytes, TLI);
  B.SetInsertPoint(Point);
  B.SetCurrentDebugLocation(Place);
  return Memory;
}

/// Returns the first address in \p Memory that has \p Alignment.
Value *BoxEmitter::emitAligned(IRBuilder<> &B, Value *Memory, Align Alignment) {
  if (Alignment <= getMallocAlignment())
    return Memory;
  uint64_t Slack = Alignment.value() - 1;
  Value *Raised = B.CreatePtrAdd(Memory, ConstantInt::get(SizeType, Slack));
  unsigned IndexBits = DL.getIndexTypeSizeInBits(PointerType);
  Value *Mask = ConstantInt::get(B.getIntNTy(IndexBits), ~Slack,
                                 /*IsSigned=*/false, /*ImplicitTrunc=*/true);
  return B.CreateIntrinsic(Intrinsic::ptrmask, {PointerType, Mask->getType()},
                           {Raised, Mask});
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

/// Takes a box of \p Bytes for \p AI before the insertion point of \p B, and
/// returns the object's address in it.
Value *BoxEmitter::emitTaken(IRBuilder<> &B, AllocaInst &AI, Value *Bytes,
                             const PlannedBox &Box) {
  CallInst *Memory = emitAllocation(B, AI, Bytes);
  AllocaInst *Handle = nullptr;
  if (Box.NeedsHandle) {
    Handle = emitHandle();
    B.CreateStore(Memory, Handle);
  }
  Boxes.push_back({&Box, Memory, Handle});
  return emitAligned(B, Memory, AI.getAlign());
}

/// Replaces an object of a known size.
void BoxEmitter::emitBox(const PlannedBox &Box) {
  AllocaInst &AI = *Box.Alloca;
  AllocaInst *Slot = emitSlot(AI);
  moveDebugRecords(AI, *Slot);
  eraseLifetimeMarkers(AI);

  IRBuilder<> B(Box.AllocationPoint);
  B.SetCurrentDebugLocation(Place);
  // malloc(0) may return null, which would look like a failure.
  uint64_t Bytes = std::max<uint64_t>(*Box.Bytes, 1);
  Value *Address = emitTaken(B, AI, ConstantInt::get(SizeType, Bytes), Box);
  B.CreateStore(Address, Slot);
  AI.replaceAllUsesWith(Address);
  AI.eraseFromParent();
}

/// Gives an object whose size only run time tells a box when it is large, and
/// leaves it where it is when it is not.
void BoxEmitter::emitDynamicBox(const PlannedBox &Box) {
  AllocaInst &AI = *Box.Alloca;
  AllocaInst *Slot = emitSlot(AI);
  moveDebugRecords(AI, *Slot);
  eraseLifetimeMarkers(AI);

  IRBuilder<> B(&AI);
  B.SetCurrentDebugLocation(Place);
  Value *Bytes = emitByteCount(B, AI);
  Value *IsLarge =
      B.CreateICmpUGT(Bytes, ConstantInt::get(SizeType, Box.LimitBytes));
  Instruction *Large, *Small;
  SplitBlockAndInsertIfThenElse(IsLarge, AI.getIterator(), &Large, &Small);
  BasicBlock *Tail = AI.getParent();
  AI.moveBefore(Small->getIterator());
  markKept(AI);

  B.SetInsertPoint(Large);
  Value *Address = emitTaken(B, AI, Bytes, Box);
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
    emitFree(Box, *Exit, /*IsScopeEnd=*/false);
  // The last first: each takes the rest of its block along.
  for (CallInst *Call : reverse(Calls))
    changeToInvokeAndSplitBasicBlock(Call, Pad);
}

/// Returns a variable for what malloc returned, null so far. It lives in SSA
/// values in the end (promoteHandles).
AllocaInst *BoxEmitter::emitHandle() {
  BasicBlock &Entry = F.getEntryBlock();
  IRBuilder<> B(&Entry, Entry.begin());
  AllocaInst *Handle = B.CreateAlloca(PointerType, nullptr, "handle");
  B.CreateStore(ConstantPointerNull::get(PointerType), Handle);
  return Handle;
}

/// Frees \p Box, if it is held.
void BoxEmitter::emitFree(const EmittedBox &Box, Instruction &Before,
                          bool IsScopeEnd) {
  IRBuilder<> B(&Before);
  B.SetCurrentDebugLocation(Place);
  Value *Memory = Box.Memory;
  if (Box.Handle)
    Memory = B.CreateLoad(PointerType, Box.Handle);
  CallInst *Call = Allocator.emitRelease(B, Memory);
  if (IsScopeEnd)
    markScopeEnd(*Call);
  if (Box.Handle)
    B.CreateStore(ConstantPointerNull::get(PointerType), Box.Handle);
  Frees.push_back(Call);
}

void BoxEmitter::emitFrees(const EmittedBox &Box) {
  for (const FreePoint &Point : Box.Planned->FreePoints)
    emitFree(Box, *Point.Before, Point.IsScopeEnd);
}

/// Turns the handles into SSA values: the box where it was surely taken, null
/// where it surely was not, a phi where paths meet.
void BoxEmitter::promoteHandles() {
  SmallVector<AllocaInst *, 4> Handles;
  for (const EmittedBox &Box : Boxes)
    if (Box.Handle)
      Handles.push_back(Box.Handle);
  if (Handles.empty())
    return;
  DominatorTree DT(F);
  PromoteMemToReg(Handles, DT);
  for (CallInst *Free : Frees)
    if (isa<ConstantPointerNull>(Free->getArgOperand(0)))
      Free->eraseFromParent();
}

void BoxEmitter::emit(const BoxPlan &Plan) {
  for (const PlannedBox &Box : Plan.Boxes) {
    if (!Box.AllocationPoint)
      removeUnused(*Box.Alloca);
    else if (Box.Bytes)
      emitBox(Box);
    else
      emitDynamicBox(Box);
  }
  for (LandingPadInst *Pad : Plan.PadsToEnter)
    Pad->setCleanup(true);
  // Frees stand before calls, which the next step replaces.
  for (const EmittedBox &Box : Boxes)
    emitFrees(Box);
  emitUnwinding(Plan.CallsToInvoke.getArrayRef());
  promoteHandles();
}

void emitBoxes(Function &F, const BoxPlan &Plan, const TargetLibraryInfo &TLI,
               BoxAllocator &Allocator) {
  BoxEmitter(F, TLI, Allocator).emit(Plan);
}

} // namespace offstack
