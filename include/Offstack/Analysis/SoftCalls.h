//===- SoftCalls.h - Calls whose callee is one of several ----- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Calls that do not name their callee, with the functions of the module that
// they may go to: a guess, which leaves out what other files add. Good for
// telling that a cycle may exist, never for a proof.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_SOFTCALLS_H
#define OFFSTACK_ANALYSIS_SOFTCALLS_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include <vector>

namespace llvm {
class CallBase;
class Function;
class Module;
} // namespace llvm

namespace offstack {

/// Why a call may go to a function.
enum class SoftCallKind {
  /// A function elsewhere is given the function, as qsort is.
  Callback,
  /// The callee is read from a constant table that the function is in.
  Table,
  /// The callee is in this place of a table of virtual functions.
  Virtual,
  /// The function is stored in this field of an object of the same type: that
  /// of std::function, or a table that is filled at run time.
  Field,
  /// The function has the type that is called, and its address is taken.
  Pointer,
};

/// Returns true if what \p Kind says of a callee is worth to follow it as a
/// call of its name: more than that the types are alike.
bool isFollowed(SoftCallKind Kind);

/// Returns words for what closes a cycle, as "a virtual call".
llvm::StringRef describeSoftCall(SoftCallKind Kind);

/// One callee that a call may have.
struct SoftCall {
  const llvm::CallBase *Call;
  const llvm::Function *Callee;
  SoftCallKind Kind;
};

/// Calls through pointers of one type, with more possible callees than are
/// listed one by one.
struct WideCalls {
  llvm::SmallVector<const llvm::CallBase *, 4> Calls;
  llvm::SmallVector<const llvm::Function *, 4> Callees;
};

/// The calls of a module that may go to functions that it defines, in the order
/// of the module.
struct SoftCalls {
  std::vector<SoftCall> Known;
  std::vector<WideCalls> Wide;
};

SoftCalls findSoftCalls(const llvm::Module &M);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_SOFTCALLS_H
