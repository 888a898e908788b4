//===- FunctionQueue.cpp - Each function of a file, once ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Opens namespaces, linkage specifications and classes with a worklist.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/FunctionQueue.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclFriend.h"
#include "clang/AST/DeclObjC.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace llvm;

namespace offstack {

void FunctionQueue::add(ArrayRef<const Decl *> Declarations) {
  append_range(Worklist, reverse(Declarations));
}

bool FunctionQueue::isSkipped(const Decl &D) const {
  // Friends, linkage specifications and blocks are never dependent themselves.
  if (const auto *Inner = dyn_cast<DeclContext>(&D))
    if (Inner->isDependentContext())
      return true;
  if (D.isInvalidDecl() || D.getDeclContext()->isDependentContext())
    return true;
  const SourceManager &Sources = Context.getSourceManager();
  return Context.getDiagnostics().getSuppressSystemWarnings() &&
         D.getLocation().isValid() &&
         Sources.isInSystemHeader(Sources.getExpansionLoc(D.getLocation()));
}

bool FunctionQueue::hasCode(const Decl &D) const {
  if (const auto *Function = dyn_cast<FunctionDecl>(&D))
    return Function->doesThisDeclarationHaveABody() &&
           !Function->isLateTemplateParsed() &&
           !Function->isImmediateFunction();
  if (const auto *Method = dyn_cast<ObjCMethodDecl>(&D))
    return Method->hasBody();
  if (isa<BlockDecl>(D))
    return true;
  // An initializer has no variables of its own, but lambdas and blocks have.
  const LangOptions &Language = Context.getLangOpts();
  if (!Language.CPlusPlus && !Language.Blocks)
    return false;
  if (const auto *Variable = dyn_cast<VarDecl>(&D))
    return Variable->hasInit();
  if (const auto *Field = dyn_cast<FieldDecl>(&D))
    return Field->hasInClassInitializer();
  return false;
}

void FunctionQueue::addMembers(const Decl &D) {
  if (const auto *Friend = dyn_cast<FriendDecl>(&D)) {
    if (const NamedDecl *Befriended = Friend->getFriendDecl())
      Worklist.push_back(Befriended);
    return;
  }
  if (!isa<NamespaceDecl, LinkageSpecDecl, ExportDecl, CXXRecordDecl,
           ObjCImplDecl>(D))
    return;
  size_t Start = Worklist.size();
  append_range(Worklist, cast<DeclContext>(D).decls());
  std::reverse(Worklist.begin() + Start, Worklist.end());
}

const Decl *FunctionQueue::next() {
  while (!Worklist.empty()) {
    const Decl *D = Worklist.pop_back_val();
    if (isSkipped(*D))
      continue;
    if (hasCode(*D) && Seen.insert(D).second)
      return D;
    addMembers(*D);
  }
  return nullptr;
}

} // namespace offstack
