//===- Unwinding.h - Where exceptions leave ------------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tells which calls can unwind, and where in a function such calls are.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_UNWINDING_H
#define OFFSTACK_ANALYSIS_UNWINDING_H

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"

namespace llvm {
class BasicBlock;
class CallBase;
class Function;
class Instruction;
} // namespace llvm

namespace offstack {

/// Returns true if an exception may come out of \p Call.
bool mayThrow(const llvm::CallBase &Call);

/// The instructions of a function at which exceptions may go by a box: calls
/// that can unwind out of the function, and invokes whose landing pad is not
/// entered by every exception. A nounwind function has none of these: an
/// exception that would leave it ends the program. Invokes that lead to a
/// funclet count always.
class UnwindSites {
public:
  explicit UnwindSites(llvm::Function &F);

  /// Returns the sites of \p BB, in its order.
  llvm::ArrayRef<llvm::Instruction *> get(const llvm::BasicBlock &BB) const;

private:
  /// Only looked up, never iterated over.
  llvm::DenseMap<const llvm::BasicBlock *,
                 llvm::SmallVector<llvm::Instruction *, 4>>
      Sites;
};

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_UNWINDING_H
