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
#include "Offstack/Transforms/UserNotes.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

static constexpr StringLiteral PlaceNote = "offstack.place";

static void notePlace(AllocaInst &AI, uint64_t Place) {
  LLVMContext &Context = AI.getContext();
  auto *Number = ConstantInt::get(Type::getInt64Ty(Context), Place);
  AI.setMetadata(PlaceNote,
                 MDNode::get(Context, ConstantAsMetadata::get(Number)));
}

std::optional<uint64_t> findPlaceNote(const AllocaInst &AI) {
  const MDNode *Note = AI.getMetadata(PlaceNote);
  if (!Note)
    return std::nullopt;
  return mdconst::extract<ConstantInt>(Note->getOperand(0))->getZExtValue();
}

/// Moves what \p Annotation, with the text \p Text, says to \p AI. Returns true
/// if it is one that asks for a note. Null is the caller's memory, for a
/// variable that is returned: there is nothing to note on.
static bool takeNote(StringRef Text, const Instruction &Annotation,
                     AllocaInst *AI) {
  uint64_t Place = 0;
  if (Text.consume_front(VariableNotePrefix)) {
    if (AI) {
      noteVariableName(*AI, Text);
      AI->setDebugLoc(Annotation.getDebugLoc());
    }
    return true;
  }
  if (Text.consume_front(PlaceNotePrefix) && !Text.getAsInteger(10, Place)) {
    if (AI)
      notePlace(*AI, Place);
    return true;
  }
  return false;
}

PreservedAnalyses VariableNotesPass::run(Module &M, ModuleAnalysisManager &) {
  return takeVariableAnnotations(M, takeNote) ? PreservedAnalyses::none()
                                              : PreservedAnalyses::all();
}

} // namespace offstack
