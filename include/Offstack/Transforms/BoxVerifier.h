//===- BoxVerifier.h - Proof that boxes are freed ------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Proves, on rewritten IR, that each box is freed exactly once on every way out
// of its function and never used after. Independent of BoxPlan and BoxEmitter:
// it reads only the IR and the marks on it (BoxMarks.h).
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_BOXVERIFIER_H
#define OFFSTACK_TRANSFORMS_BOXVERIFIER_H

#include "Offstack/Analysis/PrinterPass.h"
#include "llvm/ADT/SmallVector.h"
#include <string>

namespace llvm {
class Function;
class Instruction;
class TargetLibraryInfo;
} // namespace llvm

namespace offstack {

/// One broken promise: what is wrong, with which box, and where.
struct BoxViolation {
  /// As "box 'buf' is not freed on this way out".
  std::string Message;
  /// The instruction at which the promise breaks. Never null.
  const llvm::Instruction *Where;
};

/// Returns every way in which a box of \p F breaks its promise, in the order
/// of the function's blocks. An analysis too large to finish is a violation,
/// too: what is not proven is not right.
llvm::SmallVector<BoxViolation, 4>
verifyBoxes(const llvm::Function &F, const llvm::TargetLibraryInfo &TLI);

/// The pass `offstack-verify`: fails the compilation with an error that lists
/// all violations. Changes nothing.
class BoxVerifierPass : public llvm::PassInfoMixin<BoxVerifierPass> {
public:
  llvm::PreservedAnalyses run(llvm::Module &M,
                              llvm::ModuleAnalysisManager &MAM);

  static bool isRequired() { return true; }
};

/// Prints for each function how many boxes it has and whether they are proven,
/// or else what is wrong.
void printBoxes(llvm::raw_ostream &OS, llvm::Module &M,
                llvm::ModuleAnalysisManager &MAM);

/// The pass `print<offstack-boxes>`.
using BoxPrinterPass = PrinterPass<printBoxes>;

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_BOXVERIFIER_H
