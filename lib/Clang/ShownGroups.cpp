//===- ShownGroups.cpp - Recursion that clang would show ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One function of the user's in a group is enough: a warning is placed at a
// call that the user wrote, if the cycle has one.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/ShownGroups.h"
#include "Offstack/Clang/FunctionsByName.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/IR/Function.h"

using namespace clang;
using namespace llvm;

namespace offstack {

/// Returns true if \p F may be in a header: what other files define as well, or
/// what is theirs alone.
static bool mayBeInHeader(const llvm::Function *F) {
  return F->isWeakForLinker() || F->hasLocalLinkage() ||
         F->hasAvailableExternallyLinkage();
}

/// Returns true if no call in \p Definition is outside of system headers.
static bool isInSystemHeader(GlobalDecl Definition,
                             const SourceManager &Sources) {
  const Decl *D = Definition.getDecl();
  return Sources.isInSystemHeader(D->getBeginLoc()) &&
         Sources.isInSystemHeader(D->getEndLoc());
}

BitVector findShownGroups(CompilerInstance &CI, FunctionsByName &Functions,
                          ArrayRef<FunctionGroup> Groups) {
  BitVector Shown(Groups.size(), true);
  if (!CI.getLangOpts().CPlusPlus ||
      !CI.getDiagnostics().getSuppressSystemWarnings())
    return Shown;
  SmallVector<StringRef, 16> Names;
  for (auto [Index, Group] : enumerate(Groups)) {
    if (!all_of(Group, mayBeInHeader))
      continue;
    Shown.reset(Index);
    for (const llvm::Function *F : Group)
      Names.push_back(F->getName());
  }
  Functions.add(CI.getASTContext(), Names);
  for (auto [Index, Group] : enumerate(Groups))
    if (any_of(Group, [&](const llvm::Function *F) {
          return any_of(Functions.find(F->getName()), [&](GlobalDecl D) {
            return !isInSystemHeader(D, CI.getSourceManager());
          });
        }))
      Shown.set(Index);
  return Shown;
}

} // namespace offstack
