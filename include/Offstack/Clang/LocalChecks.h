//===- LocalChecks.h - Objects that are large alone ----------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the objects of a function that are worth a report by themselves, and
// reports them, or has them wait for code generation.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_LOCALCHECKS_H
#define OFFSTACK_CLANG_LOCALCHECKS_H

#include "Offstack/Clang/LargeObjects.h"
#include "Offstack/Clang/PendingFindings.h"

namespace offstack {

class IgnoreList;
class SizeBounds;

/// Compares the objects of each function with the limits.
class LocalChecks {
public:
  /// \p CI, \p Context, \p Emitter and \p Ignored, which may be null, must
  /// outlive the checks, and these \p Pending, which takes what is found.
  LocalChecks(clang::CompilerInstance &CI, const clang::ASTContext &Context,
              DiagnosticEmitter &Emitter, const IgnoreList *Ignored,
              PendingFindings &Pending)
      : Context(Context), Emitter(Emitter), Ignored(Ignored), Pending(Pending),
        Reporter(CI, Context, Emitter) {}

  /// Sets the limits of the function that is checked next.
  void setLimits(const Limits &InForce) { Maximum = InForce; }

  /// Returns true if something in \p Objects, found quickly, is worth a closer
  /// look.
  bool mayReport(const StackObjects &Objects) const;

  /// Reports what is large in \p Objects of \p Owner, found exactly, and takes
  /// the variables of which the user hears out of it.
  void check(StackObjects &Objects, const clang::Decl &Owner);

private:
  bool checkObject(const LargeObject &Object);
  void checkDynamic(const DynamicObject &Object, const clang::Decl &Owner,
                    const SizeBounds &Bounds);
  void checkBounded(const DynamicObject &Object, const clang::Decl &Owner,
                    uint64_t Bytes, bool IsExact);
  void reportDynamic(const DynamicObject &Object, const clang::Decl &Owner,
                     Diagnostic Id);
  bool isSilenced(const DynamicObject &Object, const clang::Decl &Owner,
                  Diagnostic Id) const;

  const clang::ASTContext &Context;
  DiagnosticEmitter &Emitter;
  const IgnoreList *Ignored;
  PendingFindings &Pending;
  Limits Maximum;
  LargeObjectReporter Reporter;
  /// The places of dynamic objects reported; only asked for membership.
  llvm::DenseSet<clang::SourceLocation> ReportedDynamic;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_LOCALCHECKS_H
