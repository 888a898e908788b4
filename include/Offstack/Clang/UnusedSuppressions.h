//===- UnusedSuppressions.h - Attributes that are of no use -----*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tells of the attributes that made no difference in this compilation: 'keep'
// on what is small, a budget that nothing needs, 'max_depth' where nothing
// recurses. Limits differ from build to build, so these are remarks, shown by
// -Rpass-analysis=offstack-suppressions.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_UNUSEDSUPPRESSIONS_H
#define OFFSTACK_CLANG_UNUSEDSUPPRESSIONS_H

#include "Offstack/Clang/Attributes.h"
#include "Offstack/Clang/DiagnosticEmitter.h"
#include "llvm/ADT/MapVector.h"
#include <memory>

namespace clang {
class CompilerInstance;
class FunctionDecl;
class NamedDecl;
} // namespace clang

namespace llvm {
class Module;
} // namespace llvm

namespace offstack {

struct StackObjects;

/// The name that -Rpass-analysis= matches.
inline constexpr const char *SuppressionsPassName = "offstack-suppressions";

/// Looks at the attributes of one translation unit. Of a template, it is enough
/// that one instance needs an attribute.
class UnusedSuppressions {
public:
  /// Returns an object that the pipeline of \p CI will call, before the first
  /// optimisation, if code is generated; null if nobody listens. The pipeline
  /// keeps no reference. \p CI and \p Emitter must outlive it.
  static std::shared_ptr<UnusedSuppressions>
  install(clang::CompilerInstance &CI, const OptionSet &Options,
          DiagnosticEmitter &Emitter);

  /// Looks at the attributes on and in \p Owner (see collectStackObjects).
  void check(const clang::Decl &Owner);

  /// Reports what is about objects.
  void finishParsing();

  /// Reports what is about recursion: whether there is any, \p M tells.
  void readModule(llvm::Module &M);

private:
  /// One attribute.
  struct Suppression {
    UserAttribute Kind;
    /// What it stands on, as "'text'".
    std::string Subject;
    bool IsUsed = false;
  };

  UnusedSuppressions(clang::CompilerInstance &CI, const OptionSet &Options,
                     DiagnosticEmitter &Emitter)
      : CI(CI), Options(Options), Emitter(Emitter) {}

  void note(const clang::NamedDecl &D, UserAttribute Kind, bool IsUsed);
  void checkVariables(const clang::Decl &Owner, const StackObjects &Objects,
                      const Limits &InForce);
  /// Reports those that are about recursion, or the others, in the order of the
  /// file.
  void report(bool IsAboutRecursion);

  clang::CompilerInstance &CI;
  OptionSet Options;
  DiagnosticEmitter &Emitter;
  /// By place.
  llvm::MapVector<clang::SourceLocation, Suppression> Found;
  /// The functions with 'max_depth'.
  std::vector<const clang::FunctionDecl *> Bounded;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_UNUSEDSUPPRESSIONS_H
