//===- PrinterPass.h - A pass that prints what is found ------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the passes `print<offstack-...>` have in common, so that each is one
// function. Tests read them, and users who wonder.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_PRINTERPASS_H
#define OFFSTACK_ANALYSIS_PRINTERPASS_H

#include "llvm/IR/PassManager.h"

namespace llvm {
class raw_ostream;
}

namespace offstack {

/// Prints something about a module.
using ModulePrinter = void(llvm::raw_ostream &OS, llvm::Module &M,
                           llvm::ModuleAnalysisManager &MAM);

/// A pass that calls \p Print and changes nothing.
template <ModulePrinter *Print>
class PrinterPass : public llvm::PassInfoMixin<PrinterPass<Print>> {
public:
  explicit PrinterPass(llvm::raw_ostream &OS) : OS(OS) {}

  llvm::PreservedAnalyses run(llvm::Module &M,
                              llvm::ModuleAnalysisManager &MAM) {
    Print(OS, M, MAM);
    return llvm::PreservedAnalyses::all();
  }

  static bool isRequired() { return true; }

private:
  llvm::raw_ostream &OS;
};

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_PRINTERPASS_H
