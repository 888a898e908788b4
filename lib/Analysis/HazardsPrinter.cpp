//===- HazardsPrinter.cpp - Prints the hazards of a module ----------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One line a function, one line an alloca, in the order of the module.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/HazardsPrinter.h"
#include "Offstack/Analysis/BoxHazards.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace offstack {

static void printHit(raw_ostream &OS, const std::optional<HazardHit> &Hit) {
  if (!Hit) {
    OS << "no hazard\n";
    return;
  }
  OS << getHazardRow(Hit->Kind).Name;
  if (Hit->Witness) {
    std::string Text;
    raw_string_ostream(Text) << *Hit->Witness;
    OS << " at '" << StringRef(Text).trim() << '\'';
  }
  OS << '\n';
}

static void printFunction(raw_ostream &OS, const Function &F,
                          const TargetLibraryInfo &TLI,
                          const ModuleHazards &InModule) {
  OS << "function '" << F.getName() << "': ";
  printHit(OS, findFunctionHazard(F, TLI, InModule));
  for (const Instruction &I : instructions(F))
    if (const auto *AI = dyn_cast<AllocaInst>(&I)) {
      OS << "function '" << F.getName() << "': object '" << AI->getName()
         << "': ";
      printHit(OS, findObjectHazard(*AI));
    }
}

void printHazards(raw_ostream &OS, Module &M, ModuleAnalysisManager &MAM) {
  FunctionAnalysisManager &FAM =
      MAM.getResult<FunctionAnalysisManagerModuleProxy>(M).getManager();
  ModuleHazards InModule(M);
  for (Function &F : M)
    if (!F.isDeclaration())
      printFunction(OS, F, FAM.getResult<TargetLibraryAnalysis>(F), InModule);
}

} // namespace offstack
