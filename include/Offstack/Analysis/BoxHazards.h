//===- BoxHazards.h - Why an object stays on the stack -------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the hazards of Hazards.def in IR. Reads, changes nothing, and returns
// the instruction that is the reason, so that a remark can point at it.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_BOXHAZARDS_H
#define OFFSTACK_ANALYSIS_BOXHAZARDS_H

#include "Offstack/Registry/Hazards.h"
#include "llvm/ADT/DenseMap.h"
#include <optional>

namespace llvm {
class AllocaInst;
class Function;
class Instruction;
class Module;
class TargetLibraryInfo;
} // namespace llvm

namespace offstack {

/// A hazard and its witness.
struct HazardHit {
  Hazard Kind;
  /// The instruction that is the reason, or null when the function as a whole
  /// is (its attributes, its name, its place in the program).
  const llvm::Instruction *Witness = nullptr;
};

/// What only a look at the whole module tells: which functions handle signals,
/// resolve ifuncs, allocate, or run before the allocator does, and whether a
/// collector scans the stack. Compute once for a module; it stays true while
/// only function bodies change.
class ModuleHazards {
public:
  explicit ModuleHazards(const llvm::Module &M);

  /// Returns the hazard that \p F has from its place in the module.
  std::optional<HazardHit> find(const llvm::Function &F) const;

private:
  llvm::DenseMap<const llvm::Function *, Hazard> FunctionHazards;
  /// A hazard of every function of the module.
  std::optional<Hazard> ModuleWide;
};

/// Returns true if \p Kind is about who must not allocate, which a user who
/// asks for a box knows better, and not about what is possible.
bool isOverridable(Hazard Kind);

/// Returns the first hazard that keeps every object of \p F on the stack, from
/// the module, from the function's attributes, or from its body: one that is
/// not overridable, if there is any.
std::optional<HazardHit> findFunctionHazard(const llvm::Function &F,
                                            const llvm::TargetLibraryInfo &TLI,
                                            const ModuleHazards &InModule);

/// Returns the first hazard of the object \p AI alone.
std::optional<HazardHit> findObjectHazard(const llvm::AllocaInst &AI);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_BOXHAZARDS_H
