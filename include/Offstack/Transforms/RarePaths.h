//===- RarePaths.h - Functions of their own for rare paths ---- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A box on a rare path costs the common one something all the same: its address
// is kept across calls, in a register that the function saves when it is
// entered; a landing pad that frees it keeps code generation from setting up
// the frame behind the branch; in a loop, a test tells whether it was taken. So
// the part of the path that holds the box becomes a function, and what is left
// is the code that it would be without the object.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_RAREPATHS_H
#define OFFSTACK_TRANSFORMS_RAREPATHS_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"

namespace llvm {
class Function;
class TargetLibraryInfo;
} // namespace llvm

namespace offstack {

struct BoxPlan;

/// Moves rare paths of \p F that hold boxes of \p Plan, which is for F, into
/// new functions, with the objects: they are to be boxed there. Returns these
/// functions; none if no path is worth it and can be moved. F needs a new plan
/// otherwise, which is to be given the Wholes that \p Plan then has.
llvm::SmallVector<llvm::Function *, 2>
outlineRarePaths(llvm::Function &F, const llvm::TargetLibraryInfo &TLI,
                 BoxPlan &Plan);

/// Returns true if \p F is such a function.
bool isRarePath(const llvm::Function &F);

/// Returns the name of the function that \p F was a part of, if it is one of
/// these, and else that of F.
llvm::StringRef getWholeName(const llvm::Function &F);

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_RAREPATHS_H
