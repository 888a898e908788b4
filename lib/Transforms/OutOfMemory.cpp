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
#include "llvm/Demangle/Demangle.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Module.h"
#include "llvm/Transforms/Utils/BuildLibCalls.h"

using namespace llvm;

namespace offstack {

/// POSIX: file descriptor 2 is standard error.
static constexpr unsigned StandardError = 2;

/// Writes the body of the helper: write(2, message, length); abort().
/// write() neither allocates nor locks, so it works where malloc just failed.
static void emitHelperBody(Function &Helper, const TargetLibraryInfo &TLI) {
  Module &M = *Helper.getParent();
  IRBuilder<> B(BasicBlock::Create(M.getContext(), "entry", &Helper));
  Argument *Message = Helper.getArg(0);
  Argument *Length = Helper.getArg(1);
  if (isLibFuncEmittable(&M, &TLI, LibFunc_write)) {
    FunctionCallee Write =
        getOrInsertLibFunc(&M, TLI, LibFunc_write, Length->getType(),
                           B.getInt32Ty(), B.getPtrTy(), Length->getType());
    B.CreateCall(Write, {B.getInt32(StandardError), Message, Length});
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

/// Returns the helper of \p M, one for all its boxes. A function of that name
/// that is not ours, as its linkage or its type shows, is left alone: ours gets
/// another name.
static Function *getOrInsertHelper(Module &M, const TargetLibraryInfo &TLI) {
  LLVMContext &Context = M.getContext();
  Type *SizeType = IntegerType::get(Context, TLI.getSizeTSize(M));
  auto *HelperType =
      FunctionType::get(Type::getVoidTy(Context),
                        {PointerType::getUnqual(Context), SizeType}, false);
  Function *Known = M.getFunction(OutOfMemoryHelperName);
  if (Known && Known->hasInternalLinkage() &&
      Known->getFunctionType() == HelperType)
    return Known;
  Function *Helper = Function::createWithDefaultAttr(
      HelperType, GlobalValue::InternalLinkage, 0, OutOfMemoryHelperName, &M);
  Helper->addFnAttr(Attribute::Cold);
  Helper->addFnAttr(Attribute::NoInline);
  Helper->setDoesNotReturn();
  Helper->setDoesNotThrow();
  emitHelperBody(*Helper, TLI);
  return Helper;
}

void emitOutOfMemory(Instruction &Before, StringRef Variable, uint64_t Bytes,
                     const TargetLibraryInfo &TLI) {
  Module &M = *Before.getModule();
  std::string Text =
      ("offstack: out of memory: cannot take " + Twine(Bytes) + " bytes for '" +
       Variable + "' in '" + demangle(Before.getFunction()->getName()) + "'\n")
          .str();
  IRBuilder<> B(&Before);
  GlobalVariable *Message =
      B.CreateGlobalString(Text, "offstack.message", 0, &M, /*AddNull=*/false);
  Function *Helper = getOrInsertHelper(M, TLI);
  Value *Length = ConstantInt::get(Helper->getArg(1)->getType(), Text.size());
  CallInst *Call = B.CreateCall(Helper, {Message, Length});
  Call->setDoesNotReturn();
  Call->setDoesNotThrow();
}

} // namespace offstack
