//===- ScratchCopy.h - Functions copied to be simplified ------ -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A module of its own with copies of some functions, brought into a simple
// form: locals in registers, small callees inlined, branches on constants gone.
// An analysis of it gives the same answer for every optimisation level and most
// ways to write the same. The module that is compiled is not touched.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_SCRATCHCOPY_H
#define OFFSTACK_ANALYSIS_SCRATCHCOPY_H

#include "Offstack/Analysis/SoftCalls.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/IR/ValueMap.h"
#include "llvm/Transforms/Utils/ValueMapper.h"
#include <memory>

namespace llvm {
class BasicBlock;
class CallBase;
class Constant;
class Function;
class Instruction;
class Module;
} // namespace llvm

namespace offstack {

/// What is inlined into the members of a copy.
struct InlineLimits {
  /// A callee of at most this many instructions without optimisation is small:
  /// constructors and destructors of guard objects, enter() and leave(),
  /// getters.
  unsigned CalleeSize = 120;
  /// The instructions that one callee may become at all of its calls together.
  unsigned TotalSize = 2400;
  /// How deep small callees may call each other.
  unsigned Depth = 4;
  /// How often what has been inlined is simplified.
  unsigned Rounds = 1;
};

/// Copies of functions of one module, in the same context. The original must
/// outlive the copy.
class ScratchCopy {
public:
  /// Copies \p Members, and the small functions that they call and that are not
  /// among \p Recursive, and simplifies them. Calls between members stay. In
  /// front of each of the calls \p Soft, the copy calls what it may go to.
  ScratchCopy(const llvm::Module &M,
              llvm::ArrayRef<const llvm::Function *> Members,
              const llvm::DenseSet<const llvm::Function *> &Recursive,
              llvm::ArrayRef<SoftCall> Soft = {},
              const InlineLimits &Limits = InlineLimits());
  ~ScratchCopy();
  ScratchCopy(const ScratchCopy &) = delete;

  /// Returns the copies of the members, in the order given.
  llvm::ArrayRef<llvm::Function *> members() const { return Copies; }

  /// Returns the module of the copies.
  llvm::Module &getModule() { return *Scratch; }

  /// Returns the function that \p Copy is a copy of, or null.
  const llvm::Function *findOriginal(const llvm::Function &Copy) const;

  /// Returns the call of a member that \p Copy is a copy of, or null where
  /// calls were merged.
  const llvm::CallBase *findOriginal(const llvm::CallBase &Copy) const;

private:
  class Declarer;

  void declare(const llvm::Function &F, bool IsMember);
  llvm::Value *mapConstant(llvm::Constant &C, Declarer &Declare);
  void remap(llvm::Instruction &I,
             const llvm::DenseMap<const llvm::Value *, llvm::Value *> &Locals,
             Declarer &Declare);
  void copyBody(const llvm::Function &F, Declarer &Declare);
  void addSmallCallees(llvm::ArrayRef<const llvm::Function *> Members,
                       const llvm::DenseSet<const llvm::Function *> &Recursive,
                       const InlineLimits &Limits);
  void addNumber(llvm::CallBase &Copy, const llvm::CallBase &Original);
  llvm::Instruction *addSoftCall(const llvm::CallBase &Original,
                                 const llvm::Function &Callee,
                                 llvm::BasicBlock &Block);

  std::unique_ptr<llvm::Module> Scratch;
  llvm::ValueToValueMapTy Values;
  llvm::SmallVector<llvm::Function *, 0> Copies;
  llvm::SmallVector<const llvm::Function *, 0> Copied;
  llvm::DenseMap<const llvm::Function *, const llvm::Function *> Originals;
  llvm::DenseSet<const llvm::Function *> MemberSet;
  llvm::DenseMap<const llvm::CallBase *,
                 llvm::SmallVector<const llvm::Function *, 2>>
      SoftCallees;
  /// By the number that is noted on the copy.
  llvm::SmallVector<const llvm::CallBase *, 0> OriginalCalls;
};

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_SCRATCHCOPY_H
