//===- HazardsPrinter.h - Prints the hazards of a module ------ -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A printer pass: the tests of the hazards read it, and so may a user who
// wonders why an object is kept.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_HAZARDSPRINTER_H
#define OFFSTACK_ANALYSIS_HAZARDSPRINTER_H

#include "Offstack/Analysis/PrinterPass.h"

namespace offstack {

/// Prints, for each function and each alloca of any size, its hazard and the
/// witness, or that it has none.
void printHazards(llvm::raw_ostream &OS, llvm::Module &M,
                  llvm::ModuleAnalysisManager &MAM);

/// The pass `print<offstack-hazards>`.
using HazardsPrinterPass = PrinterPass<printHazards>;

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_HAZARDSPRINTER_H
