//===- UserNotes.cpp - Requests from annotations --------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads and erases calls of llvm.var.annotation and entries of
// llvm.global.annotations.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/UserNotes.h"
#include "Offstack/Analysis/RealtimeNotes.h"
#include "Offstack/Analysis/SignalHandlers.h"
#include "Offstack/Analysis/UserRequests.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// The list that clang writes the annotations of functions and globals into.
static constexpr StringLiteral AnnotationList = "llvm.global.annotations";

/// Erases those of \p Strings that nothing uses any more.
static void eraseUnused(ArrayRef<GlobalVariable *> Strings) {
  for (GlobalVariable *String : Strings)
    if (String->use_empty() && String->hasPrivateLinkage())
      String->eraseFromParent();
}

/// Returns the distinct global variables among the operands of \p U.
static SmallSetVector<GlobalVariable *, 4> findStrings(const User &U) {
  SmallSetVector<GlobalVariable *, 4> Strings;
  for (Value *Operand : U.operands())
    if (auto *String = dyn_cast<GlobalVariable>(Operand))
      Strings.insert(String);
  return Strings;
}

bool takeVariableAnnotations(
    Module &M,
    function_ref<bool(StringRef, const Instruction &, AllocaInst *)> Take) {
  bool Changed = false;
  for (Function &F : make_early_inc_range(M)) {
    if (F.getIntrinsicID() != Intrinsic::var_annotation)
      continue;
    for (User *U : make_early_inc_range(F.users())) {
      auto *Annotation = cast<IntrinsicInst>(U);
      StringRef Text;
      Value *Object = Annotation->getArgOperand(0)->stripPointerCasts();
      if (!getConstantStringInfo(Annotation->getArgOperand(1), Text) ||
          !Take(Text, *Annotation, dyn_cast<AllocaInst>(Object)))
        continue;
      SmallSetVector<GlobalVariable *, 4> Strings = findStrings(*Annotation);
      Annotation->eraseFromParent();
      eraseUnused(Strings.getArrayRef());
      Changed = true;
    }
    if (F.use_empty())
      F.eraseFromParent();
  }
  return Changed;
}

/// Takes the request that \p Entry, one of AnnotationList, makes of a function,
/// or the note that it must not allocate. Returns true if it is one of these.
static bool takeFunctionAnnotation(const Constant &Entry) {
  const auto *Fields = dyn_cast<ConstantStruct>(&Entry);
  if (!Fields || Fields->getNumOperands() < 2)
    return false;
  auto *F = dyn_cast<Function>(Fields->getOperand(0)->stripPointerCasts());
  StringRef Text;
  if (!F || !getConstantStringInfo(Fields->getOperand(1), Text))
    return false;
  if (Text == RealtimeAnnotation) {
    noteRealtime(*F);
    return true;
  }
  std::optional<UserRequest> Request = parseAnnotation(Text);
  if (!Request)
    return false;
  if (!F->isDeclaration())
    noteUserRequest(*F, *Request);
  return true;
}

/// Replaces \p List by one with only \p Entries, or by none.
static void replaceList(GlobalVariable &List, ArrayRef<Constant *> Entries) {
  if (!Entries.empty()) {
    ArrayType *Type =
        ArrayType::get(Entries.front()->getType(), Entries.size());
    auto *Shorter = new GlobalVariable(
        *List.getParent(), Type, List.isConstant(), List.getLinkage(),
        ConstantArray::get(Type, Entries), "", &List);
    Shorter->copyAttributesFrom(&List);
    Shorter->takeName(&List);
  }
  List.eraseFromParent();
}

static bool takeFunctionAnnotations(Module &M) {
  GlobalVariable *List = M.getNamedGlobal(AnnotationList);
  if (!List || !List->hasInitializer())
    return false;
  auto *Array = dyn_cast<ConstantArray>(List->getInitializer());
  if (!Array)
    return false;
  SmallVector<Constant *, 8> Others;
  SmallSetVector<GlobalVariable *, 8> Strings;
  SmallSetVector<Constant *, 8> Taken;
  for (Value *Operand : Array->operands()) {
    auto *Entry = cast<Constant>(Operand);
    if (takeFunctionAnnotation(*Entry)) {
      Strings.insert_range(findStrings(*Entry));
      Taken.insert(Entry);
    } else {
      Others.push_back(Entry);
    }
  }
  if (Taken.empty())
    return false;
  replaceList(*List, Others);
  // The list and its entries are constants, which the context owns: as long as
  // they are there, they use the functions and the strings.
  if (Array->use_empty())
    Array->destroyConstant();
  for (Constant *Entry : Taken)
    if (Entry->use_empty())
      Entry->destroyConstant();
  eraseUnused(Strings.getArrayRef());
  return true;
}

PreservedAnalyses UserNotesPass::run(Module &M, ModuleAnalysisManager &) {
  bool Changed = takeVariableAnnotations(
      M, [](StringRef Text, const Instruction &, AllocaInst *AI) {
        std::optional<UserRequest> Request = parseAnnotation(Text);
        if (Request && AI)
          noteUserRequest(*AI, *Request);
        return Request.has_value();
      });
  Changed |= takeFunctionAnnotations(M);
  Changed |= noteSignalHandlers(M);
  for (Function &F : M)
    if (!F.isDeclaration())
      Changed |= spreadUserRequest(F);
  return Changed ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace offstack
