//===- FrameSkippers.h - Calls that leave frames behind ---------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the calls that may leave the frame that makes them without running any
// code in it: those that lead to longjmp, and, in code without cleanups, those
// that lead to pthread_exit. What such a frame holds on the heap is lost.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_FRAMESKIPPERS_H
#define OFFSTACK_ANALYSIS_FRAMESKIPPERS_H

#include "llvm/ADT/DenseMap.h"
#include <optional>

namespace llvm {
class CallBase;
class Function;
class Module;
} // namespace llvm

namespace offstack {

/// How a frame is left behind.
enum class SkipKind {
  /// By a jump: no code runs in the frame, whatever it was compiled with.
  Jump,
  /// By the end of the thread: cleanups run in frames that have them.
  ThreadExit,
};

/// A way to leave frames behind.
struct FrameSkip {
  SkipKind Kind;
  /// The library function that does it.
  const llvm::Function *Culprit;
};

/// The functions of a module that may not come back to their caller because
/// they call longjmp, setcontext or pthread_exit, directly or through others of
/// the module. Walks from those upwards: it costs nothing where there are none.
///
/// A function that calls setjmp ends the walk: a jump below it is taken to end
/// in it, as nearly all do. Calls through pointers are not followed.
class FrameSkippers {
public:
  explicit FrameSkippers(const llvm::Module &M);

  /// Returns how \p Call may leave the frame that it stands in without running
  /// a cleanup of it, or nothing.
  std::optional<FrameSkip> find(const llvm::CallBase &Call) const;

  /// Returns true if no function of the module leaves frames behind.
  bool empty() const { return Jumping.empty() && Exiting.empty(); }

private:
  using Culprits =
      llvm::DenseMap<const llvm::Function *, const llvm::Function *>;

  void addCallers(SkipKind Kind, const llvm::Function &Culprit);

  /// What each function may leave its caller by. Only looked up, never iterated
  /// over.
  Culprits Jumping;
  Culprits Exiting;
};

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_FRAMESKIPPERS_H
