//===- BoxAllocator.cpp - Where boxes come from ---------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Declares what is called, and calls it.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/BoxAllocator.h"
#include "Offstack/Registry/RuntimeNames.h"
#include "Offstack/Runtime/SizeClasses.h"
#include "Offstack/Transforms/CacheRuntime.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/IR/Module.h"
#include "llvm/Transforms/Utils/BuildLibCalls.h"

using namespace llvm;

namespace offstack {

BoxAllocator::~BoxAllocator() = default;

static Module &getModule(IRBuilder<> &B) {
  return *B.GetInsertBlock()->getModule();
}

CallInst *emitQuietCall(IRBuilder<> &B, FunctionCallee Callee,
                        ArrayRef<Value *> Arguments) {
  CallInst *Call = B.CreateCall(Callee, Arguments);
  if (auto *Function = dyn_cast<llvm::Function>(Callee.getCallee()))
    Call->setCallingConv(Function->getCallingConv());
  Call->setDoesNotThrow();
  // Calls in a strictfp function carry the attribute, too.
  if (B.GetInsertBlock()->getParent()->hasFnAttribute(Attribute::StrictFP))
    Call->addFnAttr(Attribute::StrictFP);
  return Call;
}

namespace {

/// As the rest of the program would call them.
class MallocAllocator : public BoxAllocator {
public:
  explicit MallocAllocator(const TargetLibraryInfo &TLI) : TLI(TLI) {}

  CallInst *emitAcquire(IRBuilder<> &B, Value *Bytes) override {
    return emit(B, LibFunc_malloc, B.getPtrTy(), Bytes);
  }

  CallInst *emitRelease(IRBuilder<> &B, Value *Memory) override {
    return emit(B, LibFunc_free, B.getVoidTy(), Memory);
  }

  StringRef getChainHelperName() const override { return FreeChainHelperName; }

private:
  CallInst *emit(IRBuilder<> &B, LibFunc Known, Type *Result, Value *Argument) {
    FunctionCallee Callee = getOrInsertLibFunc(&getModule(B), TLI, Known,
                                               Result, Argument->getType());
    if (auto *Function = dyn_cast<llvm::Function>(Callee.getCallee()))
      inferNonMandatoryLibFuncAttrs(*Function, TLI);
    return emitQuietCall(B, Callee, Argument);
  }

  const TargetLibraryInfo &TLI;
};

/// The cache. A box of a known size is asked for by its class.
class CacheAllocator : public BoxAllocator {
public:
  CallInst *emitAcquire(IRBuilder<> &B, Value *Bytes) override {
    unsigned Class = OFFSTACK_UNKNOWN_CLASS;
    if (auto *Known = dyn_cast<ConstantInt>(Bytes);
        Known && Known->getZExtValue() <= OFFSTACK_LARGEST_BOX)
      Class = offstackGetClass(Known->getZExtValue());
    return emitQuietCall(B, getCacheFunctions(getModule(B)).Acquire,
                         {Bytes, B.getInt64(Class)});
  }

  CallInst *emitRelease(IRBuilder<> &B, Value *Memory) override {
    return emitQuietCall(B, getCacheFunctions(getModule(B)).Release, Memory);
  }

  StringRef getChainHelperName() const override {
    return ReleaseChainHelperName;
  }
};

} // namespace

std::unique_ptr<BoxAllocator>
createMallocAllocator(const TargetLibraryInfo &TLI) {
  return std::make_unique<MallocAllocator>(TLI);
}

std::unique_ptr<BoxAllocator> createCacheAllocator() {
  return std::make_unique<CacheAllocator>();
}

} // namespace offstack
