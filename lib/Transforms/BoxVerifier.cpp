//===- BoxVerifier.cpp - Proof that boxes are freed -----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Proves a function's boxes one after the other, and reports.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/BoxVerifier.h"
#include "BoxProof.h"
#include "FunctionEffects.h"
#include "Offstack/Transforms/BoxMarks.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/ModuleSlotTracker.h"

using namespace llvm;

namespace offstack {

/// Sorts \p Violations by the place of their instructions in \p F.
static void sortByPlace(SmallVectorImpl<BoxViolation> &Violations,
                        const Function &F) {
  if (Violations.size() < 2)
    return;
  DenseMap<const Instruction *, unsigned> Places;
  for (const Instruction &I : instructions(F))
    Places.try_emplace(&I, Places.size());
  sort(Violations, [&](const BoxViolation &A, const BoxViolation &B) {
    return std::pair(Places.lookup(A.Where), StringRef(A.Message)) <
           std::pair(Places.lookup(B.Where), StringRef(B.Message));
  });
}

/// Returns the allocations of the boxes of \p F in the order of its blocks.
static SmallVector<const Instruction *, 4> findBoxes(const Function &F) {
  SmallVector<const Instruction *, 4> Boxes;
  for (const Instruction &I : instructions(F))
    if (isBox(I))
      Boxes.push_back(&I);
  return Boxes;
}

SmallVector<BoxViolation, 4> verifyBoxes(const Function &F,
                                         const TargetLibraryInfo &TLI) {
  SmallVector<BoxViolation, 4> Violations;
  SmallVector<const Instruction *, 4> Boxes = findBoxes(F);
  if (Boxes.empty())
    return Violations;
  FunctionEffects Effects(F, TLI);
  for (const Instruction *Box : Boxes)
    proveBox(*Box, Effects, TLI, Violations);
  sortByPlace(Violations, F);
  return Violations;
}

/// Calls \p Visit for each function of \p M that has a body, with what is wrong
/// in it.
static void verifyModule(
    Module &M, ModuleAnalysisManager &MAM,
    function_ref<void(const Function &, ArrayRef<BoxViolation>)> Visit) {
  auto &FAM = MAM.getResult<FunctionAnalysisManagerModuleProxy>(M).getManager();
  for (Function &F : M)
    if (!F.isDeclaration())
      Visit(F, verifyBoxes(F, FAM.getResult<TargetLibraryAnalysis>(F)));
}

/// Prints the first line of the instruction that \p Violation is about.
static void printPlace(raw_ostream &OS, const BoxViolation &Violation,
                       ModuleSlotTracker &Numbers) {
  std::string Text;
  raw_string_ostream TextOS(Text);
  Violation.Where->print(TextOS, Numbers);
  OS << "at '" << StringRef(Text).split('\n').first.trim() << "'";
}

PreservedAnalyses BoxVerifierPass::run(Module &M, ModuleAnalysisManager &MAM) {
  ModuleSlotTracker Numbers(&M);
  // One error with many lines: opt stops at the first error.
  std::string Text;
  raw_string_ostream OS(Text);
  verifyModule(M, MAM, [&](const Function &F, ArrayRef<BoxViolation> Found) {
    for (const BoxViolation &Violation : Found) {
      OS << (Text.empty() ? "" : "\n")
         << "offstack-verify: " << Violation.Message << " in function '"
         << F.getName() << "', ";
      printPlace(OS, Violation, Numbers);
    }
  });
  if (!Text.empty())
    M.getContext().emitError(Text);
  return PreservedAnalyses::all();
}

void printBoxes(raw_ostream &OS, Module &M, ModuleAnalysisManager &MAM) {
  ModuleSlotTracker Numbers(&M);
  verifyModule(M, MAM, [&](const Function &F, ArrayRef<BoxViolation> Found) {
    size_t Count = findBoxes(F).size();
    OS << "function '" << F.getName() << "': " << Count
       << (Count == 1 ? " box, " : " boxes, ")
       << (Found.empty() ? "proven" : "not proven") << '\n';
    for (const BoxViolation &Violation : Found) {
      OS << "  " << Violation.Message << ", ";
      printPlace(OS, Violation, Numbers);
      OS << '\n';
    }
  });
}

} // namespace offstack
