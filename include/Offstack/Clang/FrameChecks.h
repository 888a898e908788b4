//===- FrameChecks.h - Large objects, large frames ------------ -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All checks of the objects on the stack, and where no code is generated,
// large-frame by estimate. One problem is one warning: what large-local reports
// does not count in large-frame.
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
///
/// \p LaysOutFrames says that clang will know the frames better: then a
/// function over the limit by estimate waits for reportEstimates(). \p
/// IsOptimised says that scopes that exclude each other will share their place.
class FrameChecks {
public:
  /// What is found of single objects goes to \p Pending, which the checks must
  /// outlive.
  FrameChecks(clang::CompilerInstance &CI, const clang::ASTContext &Context,
              DiagnosticEmitter &Emitter, const Limits &Default,
              const IgnoreList *Ignored, PendingFindings &Pending,
              bool LaysOutFrames, bool IsOptimised)
      : Context(Context), Emitter(Emitter), Default(Default), Maximum(Default),
        Ignored(Ignored), LaysOutFrames(LaysOutFrames),
        IsOptimised(IsOptimised),
        Locals(CI, Context, Emitter, Ignored, Pending) {}

  /// Reports what is large in \p Owner (see collectStackObjects) and returns
  /// the declarations with code in it, to be checked on their own.
  llvm::SmallVector<const clang::Decl *, 2> check(const clang::Decl &Owner);

  /// Returns true if there are functions that wait for reportEstimates().
  bool hasEstimates() const { return !Deferred.empty(); }

  /// Reports the functions that wait and for which \p IsEmitted is false.
  void reportEstimates(llvm::function_ref<bool(const clang::Decl &)> IsEmitted);

  /// Returns true if \p Variable does not count in a frame: the user has heard
  /// of it, or does not want to.
  bool isExcused(const clang::VarDecl &Variable) const;

  /// Returns the smallest budget of a function so far, or the largest number.
  uint64_t getSmallestBudget() const { return SmallestBudget; }

  /// Returns the limits of \p Owner.
  Limits getLimits(const clang::Decl &Owner) const;

private:
  /// A function over the limit by estimate.
  struct Estimate {
    const clang::Decl *Owner;
    /// The objects that count.
    llvm::SmallVector<StackObject, 8> Objects;
    uint64_t LimitBytes;
  };

  void checkFrame(llvm::SmallVector<StackObject, 8> &&Objects,
                  const clang::Decl &Owner);
  void reportEstimate(Estimate &Large);
  bool isFirstReport(clang::SourceLocation Location, uint64_t Size);

  const clang::ASTContext &Context;
  DiagnosticEmitter &Emitter;
  const Limits Default;
  /// The limits of the function that is being checked.
  Limits Maximum;
  const IgnoreList *Ignored;
  const bool LaysOutFrames;
  const bool IsOptimised;
  LocalChecks Locals;
  std::vector<Estimate> Deferred;
  uint64_t SmallestBudget = UINT64_MAX;
  /// The places and sizes reported, so that a template is not reported for
  /// every instantiation; only asked for membership.
  llvm::DenseSet<std::pair<clang::SourceLocation, uint64_t>> Reported;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_FRAMECHECKS_H
