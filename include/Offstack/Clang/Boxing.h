//===- Boxing.h - Boxing inside the Clang plugin -------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Adds the pass to clang's own pipeline, so that one -fplugin flag is enough,
// and tells it the names of variables, which clang's IR does not carry without
// -g.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_BOXING_H
#define OFFSTACK_CLANG_BOXING_H

#include "Offstack/Clang/DiagnosticEmitter.h"
#include "Offstack/Support/IgnoreList.h"
#include "Offstack/Support/OptionSet.h"
#include "Offstack/Transforms/PassRegistration.h"
#include "clang/AST/DeclGroup.h"
#include "llvm/ADT/DenseSet.h"
#include <memory>

namespace clang {
class ASTContext;
class CompilerInstance;
} // namespace clang

namespace offstack {

struct KeptObject;

class PendingFindings;

/// Warns of boxes that the user asked for and that a hazard forbids, where the
/// variable is declared. Tells other findings what stays on the stack.
class ImpossibleBoxReporter {
public:
  /// \p Emitter must outlive the reporter.
  explicit ImpossibleBoxReporter(DiagnosticEmitter &Emitter)
      : Emitter(Emitter) {}

  /// Has \p Findings hear of every object that is kept.
  void setPending(std::weak_ptr<PendingFindings> Findings) {
    Pending = std::move(Findings);
  }

  void report(const KeptObject &Kept);

private:
  DiagnosticEmitter &Emitter;
  std::weak_ptr<PendingFindings> Pending;
  /// A variable of a function that is inlined twice is reported once.
  llvm::DenseSet<clang::SourceLocation> Reported;
};

/// Adds offstack-box with \p Options to the pipeline that \p CI will run. To be
/// called before code generation starts, which is when the pipeline is built.
/// The pipeline keeps no reference to the reporter that it returns, and does
/// not report once that is gone. \p Emitter must outlive it. \p Ignored is the
/// ignore list of the options, if there is one, and \p Wrap, if there is one,
/// adds the pass.
std::shared_ptr<ImpossibleBoxReporter>
registerBoxing(clang::CompilerInstance &CI, const OptionSet &Options,
               DiagnosticEmitter &Emitter, std::optional<IgnoreList> Ignored,
               PassWrapper Wrap);

/// Writes on each function and local variable in \p Declarations for which the
/// user asked something an implicit annotation that says so, on a variable to
/// box its place, and on a function that must not allocate a note of that. Code
/// generation hands them to the IR, where UserNotesPass and VariableNotesPass
/// take them. To be called before code is generated for the declarations.
void annotateRequests(clang::ASTContext &Context,
                      clang::DeclGroupRef Declarations);

/// Writes on each local variable in \p Declarations whose size is
/// \p SmallestBytes or more, or that the user wants boxed, an implicit
/// annotation with its name. Code generation hands it to the IR, where the
/// pipeline of registerBoxing turns it into a note on the alloca before any
/// other pass runs. To be called before code is generated for the declarations.
void annotateLocals(clang::ASTContext &Context,
                    clang::DeclGroupRef Declarations, uint64_t SmallestBytes);

} // namespace offstack

#endif // OFFSTACK_CLANG_BOXING_H
