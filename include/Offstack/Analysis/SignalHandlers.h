//===- SignalHandlers.h - Which functions handle signals ------ -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the functions of a module that are installed as signal handlers. They
// run between any two instructions of the program, where malloc must not be
// called.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_SIGNALHANDLERS_H
#define OFFSTACK_ANALYSIS_SIGNALHANDLERS_H

#include "llvm/ADT/SetVector.h"

namespace llvm {
class Function;
class Module;
} // namespace llvm

namespace offstack {

/// Returns the functions of \p M that may be signal handlers, in the order in
/// which they are found: those whose address goes to signal() or one of its
/// kin, and those whose address is stored in a function that calls
/// sigaction(), since the field it is stored to cannot be told from others, or,
/// where the IR names the type, in a struct sigaction.
/// Follows the address through arguments and results of functions that are
/// called directly, and through local variables and constant initialisers.
/// Those that noteSignalHandlers noted come first.
llvm::SetVector<const llvm::Function *>
findSignalHandlers(const llvm::Module &M);

/// Notes on the functions that findSignalHandlers returns that they are. To be
/// called before optimisation, which hides types and ways of values. Returns
/// true if it noted one.
bool noteSignalHandlers(llvm::Module &M);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_SIGNALHANDLERS_H
