//===- FrameChecks.h - Large objects, large frames ------------ -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All checks of the objects on the stack. One problem is one warning: what
// large-local reports does not count in large-frame, which is reported here.
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
  /// outlive.
  FrameChecks(clang::CompilerInstance &CI, const clang::ASTContext &Context,
              DiagnosticEmitter &Emitter, const Limits &Default,
              const IgnoreList *Ignored, PendingFindings &Pending)
      : Context(Context), Emitter(Emitter), Default(Default), Maximum(Default),
        Ignored(Ignored), Locals(CI, Context, Emitter, Ignored, Pending) {}

  /// Reports what is large in \p Owner (see collectStackObjects) and returns
  /// the declarations with code in it, to be checked on their own.
  llvm::SmallVector<const clang::Decl *, 2> check(const clang::Decl &Owner);

private:
  void checkFrame(llvm::SmallVectorImpl<StackObject> &Locals,
                  const clang::Decl &Owner);
  bool isFirstReport(clang::SourceLocation Location, uint64_t Size);

  const clang::ASTContext &Context;
  DiagnosticEmitter &Emitter;
  const Limits Default;
  /// The limits of the function that is being checked.
  Limits Maximum;
  const IgnoreList *Ignored;
  LocalChecks Locals;
  /// The places and sizes reported, so that a template is not reported for
  /// every instantiation; only asked for membership.
  llvm::DenseSet<std::pair<clang::SourceLocation, uint64_t>> Reported;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_FRAMECHECKS_H
