//===- BoxChain.cpp - Boxes that are freed together -----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Writes the loop that frees one box after the other.
//
//===----------------------------------------------------------------------===//

#include "BoxChain.h"
#include "Offstack/Registry/RuntimeNames.h"
#include "Offstack/Transforms/BoxAllocator.h"
#include "RuntimeHelpers.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// Writes the body of \p Helper: while there is a box, read which one was
/// before it, and release it.
static void emitBody(Function &Helper, BoxAllocator &Allocator) {
  LLVMContext &Context = Helper.getContext();
  auto AddBlock = [&](const char *Name) {
    return BasicBlock::Create(Context, Name, &Helper);
  };
  BasicBlock *Entry = AddBlock("entry"), *Test = AddBlock("test"),
             *Body = AddBlock("body"), *Done = AddBlock("done");
  IRBuilder<> B(Entry);
  B.CreateBr(Test);

  B.SetInsertPoint(Test);
  PHINode *Box = B.CreatePHI(B.getPtrTy(), 2, "box");
  B.CreateCondBr(B.CreateIsNull(Box), Done, Body);

  B.SetInsertPoint(Body);
  Value *Older = B.CreateLoad(B.getPtrTy(), Box, "older");
  Allocator.emitRelease(B, Box);
  B.CreateBr(Test);
  Box->addIncoming(Helper.getArg(0), Entry);
  Box->addIncoming(Older, Body);

  B.SetInsertPoint(Done);
  B.CreateRetVoid();
}

/// Returns the function of \p M that releases a chain of \p Allocator.
static Function *getOrInsertHelper(Module &M, BoxAllocator &Allocator) {
  StringRef Name = Allocator.getChainHelperName();
  if (Function *Known = findRuntimeHelper(M, Name, FreeChainHelperMark))
    return Known;
  LLVMContext &Context = M.getContext();
  auto *HelperType = FunctionType::get(Type::getVoidTy(Context),
                                       PointerType::getUnqual(Context), false);
  Function *Helper =
      createRuntimeHelper(M, *HelperType, Name, FreeChainHelperMark);
  emitBody(*Helper, Allocator);
  return Helper;
}

CallInst *emitReleaseChain(IRBuilder<> &B, BoxAllocator &Allocator,
                           Value *Newest) {
  Module &M = *B.GetInsertBlock()->getModule();
  return emitQuietCall(B, getOrInsertHelper(M, Allocator), Newest);
}

bool isFreeChain(const CallBase &Call) {
  const Function *Callee = Call.getCalledFunction();
  return Callee && Callee->hasFnAttribute(FreeChainHelperMark);
}

} // namespace offstack
