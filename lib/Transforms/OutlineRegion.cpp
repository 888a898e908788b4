//===- OutlineRegion.cpp - Makes a function of blocks ---------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Objects are moved into the first block before, and into the entry of the new
// function after LLVM has made it: all it knows of them is that they are there.
//
//===----------------------------------------------------------------------===//

#include "OutlineRegion.h"
#include "Offstack/Transforms/BoxMarks.h"
#include "Offstack/Transforms/BoxPlacement.h"
#include "Offstack/Transforms/DebugRecords.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/TargetParser/Triple.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"
#include "llvm/Transforms/Utils/CodeExtractor.h"

using namespace llvm;

namespace offstack {

/// Returns what makes a function of \p Blocks.
static CodeExtractor createExtractor(ArrayRef<BasicBlock *> Blocks) {
  return CodeExtractor(Blocks, /*DT=*/nullptr, /*AggregateArgs=*/false,
                       /*BFI=*/nullptr, /*BPI=*/nullptr, /*AC=*/nullptr,
                       /*AllowVarArgs=*/false, /*AllowAlloca=*/true,
                       /*AllocationBlock=*/nullptr, "cold");
}

/// Returns true if values like \p V can be passed to and from a function.
static bool canBePassed(const Value *V) {
  Type *Ty = V->getType();
  return Ty->isFirstClassType() && !Ty->isTokenTy() && !Ty->isMetadataTy() &&
         !Ty->isTargetExtTy() && !Ty->isX86_AMXTy() && !V->isSwiftError();
}

bool canOutlineRegion(ArrayRef<BasicBlock *> Blocks) {
  CodeExtractor Extractor = createExtractor(Blocks);
  SetVector<Value *> Inputs, Outputs;
  Extractor.findInputsOutputs(Inputs, Outputs, /*Allocas=*/{});
  return Extractor.isEligible() && all_of(Inputs, canBePassed) &&
         all_of(Outputs, [](const Value *V) {
           return canBePassed(V) && !V->getType()->isScalableTy();
         });
}

/// Lets what \p Call is passed of the frame for values that come out, its last
/// \p Count arguments, stay there.
static void keepResults(CallBase &Call, size_t Count) {
  for (Value *Result : drop_begin(Call.args(), Call.arg_size() - Count))
    markKept(*cast<AllocaInst>(Result));
}

/// Makes what \p Outlined, which was a part of \p F, has of F's attributes fit
/// it.
static void adaptAttributes(Function &Outlined, const Function &F) {
  for (Attribute::AttrKind Kind :
       {Attribute::AlwaysInline, Attribute::InlineHint, Attribute::Hot})
    Outlined.removeFnAttr(Kind);
  Outlined.addFnAttr(Attribute::NoInline);
  Outlined.addFnAttr(Attribute::Cold);
  Outlined.setSection(F.getSection());
  // What the linker drops of a function it drops of its parts.
  if (F.hasComdat() && F.getParent()->getTargetTriple().isOSBinFormatELF())
    Outlined.setComdat(const_cast<Comdat *>(F.getComdat()));
}

/// Returns a cache that knows no objects: those of the function that nobody
/// asked for stay there. To look for them takes time that grows with the
/// function, for each region.
static CodeExtractorAnalysisCache createEmptyCache(LLVMContext &Context) {
  std::unique_ptr<Function> Empty(
      Function::Create(FunctionType::get(Type::getVoidTy(Context), false),
                       GlobalValue::ExternalLinkage, 0));
  return CodeExtractorAnalysisCache(*Empty);
}

Function *outlineRegion(ArrayRef<BasicBlock *> Blocks,
                        ArrayRef<AllocaInst *> Objects) {
  BasicBlock &Header = *Blocks.front();
  Function &F = *Header.getParent();
  for (AllocaInst *AI : Objects) {
    eraseLifetimeMarkers(*AI);
    AI->moveBefore(Header.getFirstInsertionPt());
    gatherDebugRecords(*AI);
  }
  SetVector<Value *> Inputs, Outputs;
  Function *Outlined = createExtractor(Blocks).extractCodeRegion(
      createEmptyCache(F.getContext()), Inputs, Outputs);
  for (AllocaInst *AI : Objects)
    AI->moveBefore(Outlined->getEntryBlock().begin());
  adaptAttributes(*Outlined, F);
  auto &Call = *cast<CallInst>(Outlined->user_back());
  if (F.hasFnAttribute(Attribute::StrictFP))
    Call.addFnAttr(Attribute::StrictFP);
  keepResults(Call, Outputs.size());
  return Outlined;
}

void mergeAroundCall(const CallBase &Call) {
  auto *BB = const_cast<BasicBlock *>(Call.getParent());
  SmallVector<BasicBlock *, 2> Blocks(successors(BB));
  Blocks.push_back(BB);
  for (BasicBlock *Merged : Blocks)
    MergeBlockIntoPredecessor(Merged);
}

} // namespace offstack
