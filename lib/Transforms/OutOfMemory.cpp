//===- OutOfMemory.cpp - What a failed box does ---------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Emits the message and the helper that prints it.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/OutOfMemory.h"
#include "Offstack/Registry/RuntimeNames.h"
#include "Offstack/Transforms/RarePaths.h"
#include "RuntimeHelpers.h"
#include "llvm/Demangle/Demangle.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Module.h"
#include "llvm/Transforms/Utils/BuildLibCalls.h"

using namespace llvm;

namespace offstack {

/// POSIX: file descriptor 2 is standard error.
static constexpr unsigned StandardError = 2;

/// The most digits that a 64-bit number has.
static constexpr unsigned MostDigits = 20;

/// What each message starts with; the number of bytes follows.
static constexpr StringLiteral MessageStart =
    "offstack: out of memory: cannot take ";

namespace {

/// Writes the body of the helper, which gets the end of the message, its
/// length, and the number of bytes to print before it. It calls write(), which
/// neither allocates nor locks, so that it works where malloc just failed, and
/// abort().
class HelperBody {
public:
  HelperBody(Function &Helper, const TargetLibraryInfo &TLI)
      : Helper(Helper), M(*Helper.getParent()), TLI(TLI),
        B(BasicBlock::Create(M.getContext(), "entry", &Helper)),
        SizeType(Helper.getArg(1)->getType()) {}

  void emit();

private:
  void emitWrite(Value *Text, Value *Length);
  std::pair<Value *, Value *> emitDigits(Value *Number);

  Function &Helper;
  Module &M;
  const TargetLibraryInfo &TLI;
  IRBuilder<> B;
  Type *SizeType;
};

} // namespace

void HelperBody::emitWrite(Value *Text, Value *Length) {
  Type *IntType = B.getIntNTy(TLI.getIntSize());
  FunctionCallee Write = getOrInsertLibFunc(&M, TLI, LibFunc_write, SizeType,
                                            IntType, B.getPtrTy(), SizeType);
  B.CreateCall(Write, {ConstantInt::get(IntType, StandardError), Text, Length});
}

/// Writes a loop that puts the decimal digits of \p Number into a buffer, last
/// digit first. Returns the first digit and how many there are.
std::pair<Value *, Value *> HelperBody::emitDigits(Value *Number) {
  Constant *Most = ConstantInt::get(SizeType, MostDigits);
  Constant *Ten = ConstantInt::get(SizeType, 10);
  Value *Buffer = B.CreateAlloca(ArrayType::get(B.getInt8Ty(), MostDigits));
  BasicBlock *Entry = B.GetInsertBlock();
  BasicBlock *Loop = BasicBlock::Create(M.getContext(), "digit", &Helper);
  BasicBlock *Done = BasicBlock::Create(M.getContext(), "digits", &Helper);
  B.CreateBr(Loop);
  B.SetInsertPoint(Loop);
  PHINode *Rest = B.CreatePHI(SizeType, 2, "rest");
  PHINode *End = B.CreatePHI(SizeType, 2, "end");
  Value *Digit = B.CreateTrunc(B.CreateURem(Rest, Ten), B.getInt8Ty());
  Value *At = B.CreateSub(End, ConstantInt::get(SizeType, 1));
  Value *Place = B.CreatePtrAdd(Buffer, At);
  B.CreateStore(B.CreateAdd(Digit, B.getInt8('0')), Place);
  Value *Next = B.CreateUDiv(Rest, Ten);
  B.CreateCondBr(B.CreateIsNull(Next), Done, Loop);
  Rest->addIncoming(Number, Entry);
  Rest->addIncoming(Next, Loop);
  End->addIncoming(Most, Entry);
  End->addIncoming(At, Loop);
  B.SetInsertPoint(Done);
  return {Place, B.CreateSub(Most, At)};
}

void HelperBody::emit() {
  if (isLibFuncEmittable(&M, &TLI, LibFunc_write)) {
    Value *Start = B.CreateGlobalString(MessageStart, "offstack.message", 0, &M,
                                        /*AddNull=*/false);
    emitWrite(Start, ConstantInt::get(SizeType, MessageStart.size()));
    auto [Digits, Count] = emitDigits(Helper.getArg(2));
    emitWrite(Digits, Count);
    emitWrite(Helper.getArg(0), Helper.getArg(1));
  }
  if (isLibFuncEmittable(&M, &TLI, LibFunc_abort)) {
    FunctionCallee Abort =
        getOrInsertLibFunc(&M, TLI, LibFunc_abort, B.getVoidTy());
    B.CreateCall(Abort)->setDoesNotReturn();
  } else {
    B.CreateIntrinsic(Intrinsic::trap, {});
  }
  B.CreateUnreachable();
}

/// Returns the helper of \p M, one for all its boxes.
static Function *getOrInsertHelper(Module &M, const TargetLibraryInfo &TLI) {
  if (Function *Known =
          findRuntimeHelper(M, OutOfMemoryHelperName, OutOfMemoryHelperMark))
    return Known;
  LLVMContext &Context = M.getContext();
  Type *SizeType = IntegerType::get(Context, TLI.getSizeTSize(M));
  auto *HelperType = FunctionType::get(
      Type::getVoidTy(Context),
      {PointerType::getUnqual(Context), SizeType, SizeType}, false);
  Function *Helper = createRuntimeHelper(M, *HelperType, OutOfMemoryHelperName,
                                         OutOfMemoryHelperMark);
  Helper->addFnAttr(Attribute::Cold);
  HelperBody(*Helper, TLI).emit();
  return Helper;
}

void emitOutOfMemory(Instruction &Before, StringRef Objects, Value &Bytes,
                     const TargetLibraryInfo &TLI) {
  Module &M = *Before.getModule();
  std::string Text = (" bytes for " + Objects + " in '" +
                      demangle(getWholeName(*Before.getFunction())) + "'\n")
                         .str();
  IRBuilder<> B(&Before);
  GlobalVariable *Message =
      B.CreateGlobalString(Text, "offstack.message", 0, &M, /*AddNull=*/false);
  Function *Helper = getOrInsertHelper(M, TLI);
  Value *Length = ConstantInt::get(Helper->getArg(1)->getType(), Text.size());
  CallInst *Call = B.CreateCall(Helper, {Message, Length, &Bytes});
  Call->setDoesNotThrow();
  // Calls in a strictfp function carry the attribute, too.
  if (Before.getFunction()->hasFnAttribute(Attribute::StrictFP))
    Call->addFnAttr(Attribute::StrictFP);
}

} // namespace offstack
