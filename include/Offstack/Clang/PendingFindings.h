//===- PendingFindings.h - Warnings that wait for code -------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The AST shows how large an object is. Whether its function is in a cycle of
// calls, and whether the object was moved to the heap, is known when code has
// been generated. What depends on that waits here.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_PENDINGFINDINGS_H
#define OFFSTACK_CLANG_PENDINGFINDINGS_H

#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/FunctionExtras.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace clang {
class CompilerInstance;
class Decl;
class FunctionDecl;
} // namespace clang

namespace llvm {
class Module;
} // namespace llvm

namespace offstack {

struct KeptObject;

/// Something to report of one object, once all is known.
struct PendingFinding {
  /// Whose code the object is in.
  const clang::Decl *Owner;
  /// Where the variable is declared; invalid for an object without a name.
  clang::SourceLocation Place;
  /// Bytes; nothing when only run time tells.
  std::optional<uint64_t> Size;
  /// The pass may move the object.
  bool IsMovable;
  /// Reports it. The argument is the function of the object if that is in a
  /// cycle of calls, else null.
  llvm::unique_function<void(const clang::FunctionDecl *Recursive)> Report;
};

/// Holds the findings of one translation unit, in their order.
class PendingFindings {
public:
  /// Adds to the pipeline that \p CI will run, if it generates code, the passes
  /// that complete and report findings: before optimisation, or, if
  /// \p AreObjectsMoved, behind the pass that moves them. To be called behind
  /// registerBoxing, before code generation starts. The pipeline keeps no
  /// reference to what is returned.
  static std::shared_ptr<PendingFindings> install(clang::CompilerInstance &CI,
                                                  bool AreObjectsMoved);

  void add(PendingFinding Finding) { Findings.push_back(std::move(Finding)); }

  /// Reports what waits in vain: without code, recursion is what the AST shows
  /// of one function, and nothing is moved.
  void finishParsing();

  /// Takes note that \p Kept stays on the stack.
  void noteKept(const KeptObject &Kept);

  /// Looks in \p M, which is not optimised yet, for the objects and cycles.
  void readModule(llvm::Module &M);

  /// Reports all findings but those of objects that were moved, or optimised
  /// away.
  void reportAll();

private:
  /// What IR tells of one function with findings.
  struct FunctionFacts {
    bool IsInCode = false;
    bool IsRecursive = false;
  };

  PendingFindings(clang::CompilerInstance &CI, bool AreObjectsMoved)
      : CI(CI), AreObjectsMoved(AreObjectsMoved) {}

  bool waitsForCode() const;
  bool isGone(const PendingFinding &Finding) const;
  bool isRecursive(const PendingFinding &Finding) const;

  clang::CompilerInstance &CI;
  const bool AreObjectsMoved;
  std::vector<PendingFinding> Findings;
  bool HasReadModule = false;
  /// By owner; only looked up.
  llvm::DenseMap<const clang::Decl *, FunctionFacts> Facts;
  /// Places of variables that code was generated for, and of those that the
  /// pass has kept; only asked for membership.
  llvm::DenseSet<clang::SourceLocation> PlacesInCode;
  llvm::DenseSet<clang::SourceLocation> KeptPlaces;
  /// Of objects without a name that the pass has kept: the function that they
  /// were made in, and their size.
  std::vector<std::pair<std::string, std::optional<uint64_t>>> KeptUnnamed;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_PENDINGFINDINGS_H
