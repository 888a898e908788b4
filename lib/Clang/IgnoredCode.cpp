//===- IgnoredCode.cpp - Ignore lists and declarations --------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the names and the files of declarations.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/IgnoredCode.h"
#include "Offstack/Support/IgnoreList.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/Mangle.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace llvm;

namespace offstack {

/// Returns the function that \p Owner is, or that the block \p Owner is in.
static const FunctionDecl *findFunction(const Decl &Owner) {
  const Decl *D = &Owner;
  while (D && !isa<FunctionDecl>(D))
    D = dyn_cast_or_null<Decl>(D->getDeclContext());
  return cast_or_null<FunctionDecl>(D);
}

/// Returns the names that \p Owner has in the object file. A constructor has
/// one for each of its variants.
std::vector<std::string> findNamesInIR(const Decl &Owner) {
  const FunctionDecl *Function = findFunction(Owner);
  if (!Function || Function->isDependentContext())
    return {};
  ASTNameGenerator Names(Function->getASTContext());
  if (isa<CXXConstructorDecl, CXXDestructorDecl>(Function))
    return Names.getAllManglings(Function);
  return {Names.getName(Function)};
}

bool isIgnored(const IgnoreList *Ignored, Diagnostic Id, const Decl &Owner,
               const VarDecl *Variable) {
  if (!Ignored)
    return false;
  const SourceManager &Sources = Owner.getASTContext().getSourceManager();
  StringRef Section = getDiagnosticName(Id);
  IgnoreQuery Query;
  Query.File = Sources.getFilename(Sources.getFileLoc(Owner.getLocation()));
  if (auto Main = Sources.getFileEntryRefForID(Sources.getMainFileID()))
    Query.MainFile = Main->getName();
  if (Variable && Variable->getIdentifier())
    Query.Variable = Variable->getName();
  if (Ignored->contains(Section, Query))
    return true;
  return any_of(findNamesInIR(Owner), [&](StringRef Name) {
    return Ignored->contains(Section, {Name, "", "", ""});
  });
}

} // namespace offstack
