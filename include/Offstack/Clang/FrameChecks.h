//===- FrameChecks.h - Large objects, large frames ------------ -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All checks of the objects on the stack. One problem is one warning: what
// large-local reports does not count in large-frame, which is reported here by
// estimate, where no code is generated (see FrameReporter.h).
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_FRAMECHECKS_H
#define OFFSTACK_CLANG_FRAMECHECKS_H

#include "Offstack/Clang/DiagnosticEmitter.h"
#include "Offstack/Clang/LocalChecks.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/DenseSet.h"

namespace offstack {

class IgnoreList;

/// Compares the objects of each function with the limits. Context, emitter and
/// ignore list, which may be null, must outlive it, as the compiler must.
class FrameChecks {
public:
  /// What is found of single objects goes to \p Pending, which the checks must
  /// outlive. \p LaysOutFrames says that clang will know the frames better:
  /// then a function over the limit by estimate waits for reportEstimates().
  FrameChecks(clang::CompilerInstance &CI, const clang::ASTContext &Context,
              DiagnosticEmitter &Emitter, const Limits &Default,
              const IgnoreList *Ignored, PendingFindings &Pending,
              bool LaysOutFrames)
      : CI(CI), Context(Context), Emitter(Emitter), Default(Default),
        Maximum(Default), Ignored(Ignored), LaysOutFrames(LaysOutFrames),
        Locals(CI, Context, Emitter, Ignored, Pending) {}

  /// Reports what is large in \p Owner (see collectStackObjects) and returns
  /// the declarations with code in it, to be checked on their own.
  llvm::SmallVector<const clang::Decl *, 2> check(const clang::Decl &Owner);

  /// Returns true if there are functions that wait for reportEstimates().
  bool hasEstimates() const { return !Deferred.empty(); }

  /// Reports the functions that wait and for which \p IsEmitted is false.
  void reportEstimates(llvm::function_ref<bool(const clang::Decl &)> IsEmitted);

  /// Returns true if \p Variable does not count in a frame: the user has heard
  /// of it, or does not want to. \p IsRecursive says that the frame is one of
  /// its own function, and recursive.
  bool isExcused(const clang::VarDecl &Variable, bool IsRecursive) const;

  /// Returns the sizes of the objects without a name in \p Owner of which the
  /// user has heard.
  llvm::SmallVector<uint64_t, 2>
  findToldTemporaries(const clang::Decl &Owner) const;

  /// Returns the smallest limit that a user gave for a function so far.
  uint64_t getSmallestBudget() const { return SmallestBudget; }

private:
  void checkFrame(llvm::SmallVector<StackObject, 8> &&Locals,
                  const clang::Decl &Owner);
  void reportEstimate(llvm::SmallVectorImpl<StackObject> &Locals,
                      const clang::Decl &Owner);
  void noteTold(llvm::ArrayRef<StackObject> All,
                llvm::ArrayRef<StackObject> Left);
  bool isFirstReport(clang::SourceLocation Location, uint64_t Size);

  clang::CompilerInstance &CI;
  const clang::ASTContext &Context;
  DiagnosticEmitter &Emitter;
  const Limits Default;
  /// The limits of the function that is being checked.
  Limits Maximum;
  const IgnoreList *Ignored;
  const bool LaysOutFrames;
  uint64_t SmallestBudget = UINT64_MAX;
  /// Functions over the limit by estimate, with the objects that count.
  std::vector<std::pair<const clang::Decl *, llvm::SmallVector<StackObject, 8>>>
      Deferred;
  /// The variables that large-local reported; only asked for membership.
  llvm::DenseSet<const clang::VarDecl *> Told;
  LocalChecks Locals;
  /// The places and sizes reported, so that a template is not reported for
  /// every instantiation; only asked for membership.
  llvm::DenseSet<std::pair<clang::SourceLocation, uint64_t>> Reported;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_FRAMECHECKS_H
