//===- VariableNotes.cpp - Names of variables in IR -----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads and erases the annotations.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/VariableNotes.h"
#include "Offstack/Analysis/FrameObjects.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// Returns the variable's name if \p Annotation is one that asks for a note.
static std::optional<StringRef>
readAnnotation(const IntrinsicInst &Annotation) {
  StringRef Text;
  if (!getConstantStringInfo(Annotation.getArgOperand(1), Text) ||
      !Text.consume_front(VariableNotePrefix))
    return std::nullopt;
  return Text;
}

/// Erases \p Annotation, and the strings that only it used.
static void eraseAnnotation(IntrinsicInst &Annotation) {
  SmallVector<GlobalVariable *, 4> Strings;
  for (Value *Argument : Annotation.args())
    if (auto *String = dyn_cast<GlobalVariable>(Argument))
      Strings.push_back(String);
  Annotation.eraseFromParent();
  for (GlobalVariable *String : Strings)
    if (String->use_empty() && String->hasPrivateLinkage())
      String->eraseFromParent();
}

/// Moves what \p Annotation says to the alloca that it is about.
static void takeNote(const IntrinsicInst &Annotation, StringRef Name) {
  Value *Object = Annotation.getArgOperand(0)->stripPointerCasts();
  auto *AI = dyn_cast<AllocaInst>(Object);
  if (!AI)
    return; // The caller's memory, for a variable that is returned.
  noteVariableName(*AI, Name);
  AI->setDebugLoc(Annotation.getDebugLoc());
}

PreservedAnalyses VariableNotesPass::run(Module &M, ModuleAnalysisManager &) {
  bool Changed = false;
  for (Function &F : make_early_inc_range(M)) {
    if (F.getIntrinsicID() != Intrinsic::var_annotation)
      continue;
    for (User *U : make_early_inc_range(F.users())) {
      auto *Annotation = cast<IntrinsicInst>(U);
      std::optional<StringRef> Name = readAnnotation(*Annotation);
      if (!Name)
        continue;
      takeNote(*Annotation, *Name);
      eraseAnnotation(*Annotation);
      Changed = true;
    }
    if (F.use_empty())
      F.eraseFromParent();
  }
  return Changed ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace offstack
