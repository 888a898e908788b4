//===- LargeObjects.h - Warnings of large objects ------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The diagnostics large-local, large-parameter and large-temporary, once it is
// clear that there is something to report.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_LARGEOBJECTS_H
#define OFFSTACK_CLANG_LARGEOBJECTS_H

#include "Offstack/Clang/DiagnosticEmitter.h"
#include "Offstack/Clang/Remedies.h"
#include "Offstack/Clang/StackObjects.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/DenseSet.h"

namespace clang {
class FunctionDecl;
} // namespace clang

namespace offstack {

/// An object that is over a limit.
struct LargeObject {
  /// Whose code it is in.
  const clang::Decl *Owner;
  /// Exactly one of the two is set: a variable, or what makes an object without
  /// a name.
  const clang::VarDecl *Variable;
  const clang::Expr *Origin;
  /// Bytes.
  uint64_t Size;
  /// The limits of Owner.
  Limits Maximum;
  /// What Origin makes; nothing for a call of alloca.
  std::optional<TemporaryForm> Form = std::nullopt;
  /// What takes the argument that Origin is; null where there is none known.
  const clang::ParmVarDecl *Parameter = nullptr;
  /// Size is the most that run time can come to.
  bool IsUpperBound = false;

  Diagnostic getDiagnostic() const;
  clang::SourceLocation getLocation() const;
};

/// Reports large objects. Compiler, context and emitter must outlive it.
class LargeObjectReporter {
public:
  LargeObjectReporter(clang::CompilerInstance &CI,
                      const clang::ASTContext &Context,
                      DiagnosticEmitter &Emitter)
      : Context(Context), Emitter(Emitter), Remedies(CI) {}

  /// Reports \p Object. If \p Recursive is not null, it is the function of
  /// Object, and is on the stack many times. An object that is reported
  /// already, as by another instance of its template, is not reported again.
  void report(const LargeObject &Object,
              const clang::FunctionDecl *Recursive = nullptr);

private:
  bool isToldOfParameter(const LargeObject &Object) const;
  void addText(const clang::DiagnosticBuilder &Builder,
               const LargeObject &Object,
               const clang::FunctionDecl *Recursive) const;
  void noteMacro(const clang::VarDecl &Variable);
  void reportWarning(const LargeObject &Object,
                     const clang::FunctionDecl *Recursive);
  void noteRemedy(const LargeObject &Object);
  void noteHeap(clang::SourceLocation Location);

  const clang::ASTContext &Context;
  DiagnosticEmitter &Emitter;
  RemedyFinder Remedies;
  /// The places and sizes reported; only asked for membership.
  llvm::DenseSet<std::pair<clang::SourceLocation, uint64_t>> Reported;
};

/// Adds a note on where the template that \p Owner is made from, or is in, was
/// asked for, if there is one.
void noteInstantiation(DiagnosticEmitter &Emitter, const clang::Decl &Owner);

/// Says where the limit comes from, if \p Owner has one of its own.
void noteBudget(DiagnosticEmitter &Emitter, const clang::Decl &Owner);

/// Streams the name of \p Variable, or says that it has none, as an anonymous
/// union. A structured binding is named by what it binds.
void addVariableName(const clang::DiagnosticBuilder &Builder,
                     const clang::VarDecl &Variable);

} // namespace offstack

#endif // OFFSTACK_CLANG_LARGEOBJECTS_H
