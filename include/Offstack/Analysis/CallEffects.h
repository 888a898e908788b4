//===- CallEffects.h - Whether a call comes back -------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tells whether a call comes back to its caller, as far as the module shows it.
// Errs to the side that it may not: the answer guards a warning that must never
// be wrong.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_CALLEFFECTS_H
#define OFFSTACK_ANALYSIS_CALLEFFECTS_H

#include "Offstack/Analysis/Components.h"
#include "Offstack/Analysis/DirectCallGraph.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace llvm {
class TargetLibraryInfo;
} // namespace llvm

namespace offstack {

class FunctionPaths;

/// Gives the library functions as the code of one function may assume them.
using LibraryInfoSource =
    llvm::function_ref<const llvm::TargetLibraryInfo &(const llvm::Function &)>;

/// What a call may do besides coming back. Each row contains those above it.
enum class CallEffect {
  /// It comes back, or fails as a broken assertion or an exhausted heap does.
  Returns,
  /// It comes back unless a loop in it does not end.
  MayLoop,
  /// Nobody knows: its body is elsewhere. It may be a `fatal()` that is not
  /// declared noreturn.
  Opaque,
  /// It shows a way not to come back: it throws, exits, jumps, or hangs.
  Leaves,
};

/// Returns true if \p Call may not come back for all that its declaration says:
/// its callee is not known, or has no body here and is no library function.
bool isOpaqueByDeclaration(const llvm::CallBase &Call,
                           const llvm::TargetLibraryInfo &Library);

/// The effects of the calls of a module. Those of a function are computed when
/// they are asked for, callees first.
class CallEffects {
public:
  /// \p Calls and \p Libraries must outlive the object.
  CallEffects(const DirectCallGraph &Calls, LibraryInfoSource Libraries);

  /// Returns the effect of \p Call, which is in a function of the graph.
  CallEffect get(const llvm::CallBase &Call);

  /// Returns the effect of a call of \p Callee, a function with a body.
  CallEffect get(const llvm::Function &Callee);

  /// Returns true if a path of \p Paths may end in a call that does not come
  /// back: one that leaves, or one that is not made on every path to a goal
  /// and is opaque or may loop.
  bool mayLeaveFrom(const FunctionPaths &Paths);

private:
  void computeWithCallees(unsigned Function);
  void computeComponent(const Component &Members);
  CallEffect find(const llvm::CallBase &Call) const;
  CallEffect compute(unsigned Function) const;
  CallEffect combineCalls(const FunctionPaths &Paths,
                          CallEffect Suspicious) const;

  const DirectCallGraph &Calls;
  LibraryInfoSource Libraries;
  /// Callees first.
  std::vector<Component> Components;
  /// By the number of the function.
  std::vector<unsigned> ComponentOf;
  std::vector<CallEffect> Effects;
  llvm::BitVector Computed;
};

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_CALLEFFECTS_H
