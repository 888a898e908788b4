//===- CloserLook.h - Guards behind more calls ---------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Looks once more at a cycle that would be reported, with more of it inlined:
// a lambda that is handed through templates of the library and counts in a
// variable of the function around it, a counter behind a chain of getters.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_CLOSERLOOK_H
#define OFFSTACK_ANALYSIS_CLOSERLOOK_H

#include "Offstack/Analysis/CallCycle.h"
#include <string>

namespace offstack {

/// Returns in words the guard that ends all circuits of \p Cycle, whose
/// functions are of \p M, if inlining shows one; empty otherwise. \p Recursive
/// are the functions of all cycles.
std::string
findInlinedGuard(const llvm::Module &M, const CallCycle &Cycle,
                 const llvm::DenseSet<const llvm::Function *> &Recursive);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_CLOSERLOOK_H
