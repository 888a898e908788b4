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
#include "Offstack/Transforms/BoxMarks.h"
#include "Offstack/Transforms/BoxPlan.h"
#include "Offstack/Transforms/DebugRecords.h"
#include "Offstack/Transforms/OutOfMemory.h"
#include "Offstack/Transforms/Personality.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/MDBuilder.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/Alignment.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"
#include "llvm/Transforms/Utils/BuildLibCalls.h"
#include "llvm/Transforms/Utils/Local.h"
#include "llvm/Transforms/Utils/PromoteMemToReg.h"

using namespace llvm;

namespace offstack {

namespace {

/// A box that was taken.
struct EmittedBox {
  /// Holds what malloc returned from there to the free, else null.
  AllocaInst *Handle;
  const PlannedBox *Planned;
};

/// Writes the boxes of one function.
class BoxEmitter {
public:
  BoxEmitter(Function &F, const TargetLibraryInfo &TLI)
      : F(F), TLI(TLI), DL(F.getDataLayout()),
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
  CallInst *emitLibraryCall(IRBuilder<> &B, FunctionCallee Callee,
                            Value *Argument);
  CallInst *emitAllocation(IRBuilder<> &B, const PlannedBox &Box,
                           StringRef Variable);
  uint64_t getAllocatedBytes(const PlannedBox &Box) const;
  Value *emitAligned(IRBuilder<> &B, Value *Memory, Align Alignment);
  AllocaInst *emitSlot(AllocaInst &AI);
  void emitUnwinding(ArrayRef<CallInst *> Calls);
  AllocaInst *emitHandle();
  void emitFrees(const EmittedBox &Box);
  void emitFree(AllocaInst &Handle, Instruction &Before, bool IsScopeEnd);
  void promoteHandles();

  /// Returns the alignment that malloc promises: that of max_align_t, two
  /// words on the targets of today.
  Align getMallocAlignment() const { return Align(2 * DL.getPointerSize()); }

  Function &F;
  const TargetLibraryInfo &TLI;
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

/// Calls \p Callee, a library function, as the rest of the program would.
CallInst *BoxEmitter::emitLibraryCall(IRBuilder<> &B, FunctionCallee Callee,
                                      Value *Argument) {
  CallInst *Call = B.CreateCall(Callee, Argument);
  if (auto *Function = dyn_cast<llvm::Function>(Callee.getCallee())) {
    inferNonMandatoryLibFuncAttrs(*Function, TLI);
    Call->setCallingConv(Function->getCallingConv());
  }
  Call->setDoesNotThrow();
  // Calls in a strictfp function carry the attribute, too.
  if (F.hasFnAttribute(Attribute::StrictFP))
    Call->addFnAttr(Attribute::StrictFP);
  return Call;
}

/// Returns the bytes to ask for, so that the object fits at its alignment.
uint64_t BoxEmitter::getAllocatedBytes(const PlannedBox &Box) const {
  Align Alignment = Box.Alloca->getAlign();
  // malloc(0) may return null, which would look like a failure.
  uint64_t Bytes = std::max<uint64_t>(Box.Bytes, 1);
  return Alignment > getMallocAlignment() ? Bytes + Alignment.value() - 1
                                          : Bytes;
}

/// Writes malloc with its test for null, and leaves \p B behind it.
CallInst *BoxEmitter::emitAllocation(IRBuilder<> &B, const PlannedBox &Box,
                                     StringRef Variable) {
  FunctionCallee Malloc = getOrInsertLibFunc(F.getParent(), TLI, LibFunc_malloc,
                                             PointerType, SizeType);
  CallInst *Memory = emitLibraryCall(
      B, Malloc, ConstantInt::get(SizeType, getAllocatedBytes(Box)));
  Memory->setName(Variable + ".box");
  markBox(*Memory, Variable);

  Value *IsNull = B.CreateIsNull(Memory);
  MDNode *Unlikely = MDBuilder(F.getContext()).createUnlikelyBranchWeights();
  Instruction *Point = &*B.GetInsertPoint();
  Instruction *Failure =
      SplitBlockAndInsertIfThen(IsNull, Point, /*Unreachable=*/true, Unlikely);
  Failure->setDebugLoc(Place);
  emitOutOfMemory(*Failure, Variable, Box.Bytes, TLI);
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
  IRBuilder<> B(&AI);
  AllocaInst *Slot = B.CreateAlloca(PointerType, nullptr);
  Slot->setName(AI.getName() + ".slot");
  markSlot(*Slot);
  return Slot;
}

void BoxEmitter::emitBox(const PlannedBox &Box) {
  AllocaInst &AI = *Box.Alloca;
  std::string Variable = findVariableName(AI);
  AllocaInst *Slot = emitSlot(AI);
  moveDebugRecords(AI, *Slot);
  eraseLifetimeMarkers(AI);

  IRBuilder<> B(Box.AllocationPoint);
  B.SetCurrentDebugLocation(Place);
  CallInst *Memory = emitAllocation(B, Box, Variable);
  Value *Address = emitAligned(B, Memory, AI.getAlign());
  B.CreateStore(Address, Slot);
  AllocaInst *Handle = emitHandle();
  B.CreateStore(Memory, Handle);
  AI.replaceAllUsesWith(Address);
  AI.eraseFromParent();
  Boxes.push_back({Handle, &Box});
}

/// Gives each of \p Calls a way to unwind: one pad for all, which frees every
/// box that is held.
void BoxEmitter::emitUnwinding(ArrayRef<CallInst *> Calls) {
  if (Calls.empty())
    return;
  ensurePersonality(F);
  LLVMContext &Context = F.getContext();
  BasicBlock *Pad = BasicBlock::Create(Context, "offstack.unwind", &F);
  IRBuilder<> B(Pad);
  B.SetCurrentDebugLocation(Place);
  // What the Itanium ABI's personalities pass: exception and selector.
  Type *PadType = StructType::get(PointerType, B.getInt32Ty());
  LandingPadInst *Exception = B.CreateLandingPad(PadType, 0);
  Exception->setCleanup(true);
  ResumeInst *Exit = B.CreateResume(Exception);
  for (const EmittedBox &Box : Boxes)
    emitFree(*Box.Handle, *Exit, /*IsScopeEnd=*/false);
  for (CallInst *Call : Calls)
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

/// Frees what \p Handle holds, if anything.
void BoxEmitter::emitFree(AllocaInst &Handle, Instruction &Before,
                          bool IsScopeEnd) {
  FunctionCallee Free =
      getOrInsertLibFunc(F.getParent(), TLI, LibFunc_free,
                         Type::getVoidTy(F.getContext()), PointerType);
  IRBuilder<> B(&Before);
  B.SetCurrentDebugLocation(Place);
  CallInst *Call = emitLibraryCall(B, Free, B.CreateLoad(PointerType, &Handle));
  if (IsScopeEnd)
    markScopeEnd(*Call);
  B.CreateStore(ConstantPointerNull::get(PointerType), &Handle);
  Frees.push_back(Call);
}

void BoxEmitter::emitFrees(const EmittedBox &Box) {
  for (const FreePoint &Point : Box.Planned->FreePoints)
    emitFree(*Box.Handle, *Point.Before, Point.IsScopeEnd);
}

/// Turns the handles into SSA values: the box where it was surely taken, null
/// where it surely was not, a phi where paths meet.
void BoxEmitter::promoteHandles() {
  SmallVector<AllocaInst *, 4> Handles;
  for (const EmittedBox &Box : Boxes)
    Handles.push_back(Box.Handle);
  DominatorTree DT(F);
  PromoteMemToReg(Handles, DT);
  for (CallInst *Free : Frees)
    if (isa<ConstantPointerNull>(Free->getArgOperand(0)))
      Free->eraseFromParent();
}

void BoxEmitter::emit(const BoxPlan &Plan) {
  for (const PlannedBox &Box : Plan.Boxes) {
    if (Box.AllocationPoint)
      emitBox(Box);
    else
      removeUnused(*Box.Alloca);
  }
  for (LandingPadInst *Pad : Plan.PadsToEnter)
    Pad->setCleanup(true);
  // Frees stand before calls, which the next step replaces.
  for (const EmittedBox &Box : Boxes)
    emitFrees(Box);
  emitUnwinding(Plan.CallsToInvoke.getArrayRef());
  promoteHandles();
}

void emitBoxes(Function &F, const BoxPlan &Plan, const TargetLibraryInfo &TLI) {
  BoxEmitter(F, TLI).emit(Plan);
}

} // namespace offstack
