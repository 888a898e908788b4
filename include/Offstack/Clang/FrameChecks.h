//===- FrameChecks.h - Large objects, large frames ------------ -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The diagnostics large-local and, where no code is generated, large-frame by
// estimate. One problem is one warning: what large-local reports does not count
// in large-frame.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_FRAMECHECKS_H
#define OFFSTACK_CLANG_FRAMECHECKS_H

#include "Offstack/Clang/DiagnosticEmitter.h"
#include "Offstack/Clang/StackObjects.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/DenseSet.h"

namespace offstack {

class IgnoreList;

/// Compares the objects of each function with the limits. Context, emitter and
/// ignore list, which may be null, must outlive it.
///
/// \p LaysOutFrames says that clang will know the frames better: then a
/// function over the limit by estimate waits for reportEstimates(). \p
/// IsOptimised says that scopes that exclude each other will share their place.
class FrameChecks {
public:
  FrameChecks(const clang::ASTContext &Context, DiagnosticEmitter &Emitter,
              const Limits &Maximum, const IgnoreList *Ignored,
              bool LaysOutFrames, bool IsOptimised)
      : Context(Context), Emitter(Emitter), Maximum(Maximum), Ignored(Ignored),
        LaysOutFrames(LaysOutFrames), IsOptimised(IsOptimised) {}

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

private:
  bool mayReport(const StackObjects &Objects) const;
  bool checkLocal(const StackObject &Object, const clang::Decl &Owner);
  void checkFrame(llvm::SmallVector<StackObject, 8> &&Locals,
                  const clang::Decl &Owner);
  void reportEstimate(llvm::SmallVectorImpl<StackObject> &Locals,
                      const clang::Decl &Owner);
  bool isFirstReport(clang::SourceLocation Location, uint64_t Size);

  const clang::ASTContext &Context;
  DiagnosticEmitter &Emitter;
  const Limits Maximum;
  const IgnoreList *Ignored;
  const bool LaysOutFrames;
  const bool IsOptimised;
  /// Functions over the limit by estimate, with the objects that count.
  std::vector<std::pair<const clang::Decl *, llvm::SmallVector<StackObject, 8>>>
      Deferred;
  /// The variables that large-local reported; only asked for membership.
  llvm::DenseSet<const clang::VarDecl *> Told;
  /// The places and sizes reported, so that a template is not reported for
  /// every instantiation; only asked for membership.
  llvm::DenseSet<std::pair<clang::SourceLocation, uint64_t>> Reported;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_FRAMECHECKS_H
