//===- FunctionFacts.cpp - What reports say of a function -----------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Names that stay the same when lines move: clang's own have the place of a
// lambda in them.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/FunctionFacts.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclObjC.h"
#include "clang/AST/Mangle.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace clang;
using namespace llvm;

namespace offstack {

/// Returns the name of \p Scope, or nothing where the source writes no scope.
static std::string getScopeName(const Decl &Scope) {
  if (isa<BlockDecl>(Scope))
    return "(block)";
  const auto *Named = dyn_cast<NamedDecl>(&Scope);
  if (!Named || isa<TranslationUnitDecl, LinkageSpecDecl, ExportDecl>(Scope))
    return "";
  if (Named->getDeclName())
    return Named->getNameAsString();
  if (const auto *Class = dyn_cast<CXXRecordDecl>(Named))
    return Class->isLambda() ? "(lambda)" : "(anonymous class)";
  return isa<NamespaceDecl>(Named) ? "(anonymous namespace)" : "";
}

std::string describeFunction(const Decl &Owner) {
  SmallVector<std::string, 4> Scopes;
  for (const Decl *D = &Owner; D;
       D = dyn_cast_or_null<Decl>(D->getDeclContext()))
    if (std::string Name = getScopeName(*D); !Name.empty())
      Scopes.push_back(std::move(Name));
  std::reverse(Scopes.begin(), Scopes.end());
  return join(Scopes, "::");
}

/// Returns the name that \p Owner has in the object file. A block, and what has
/// no code of its own, has none that is known here.
static std::string findSymbol(const Decl &Owner) {
  const auto *Function = dyn_cast<NamedDecl>(&Owner);
  if (!isa<FunctionDecl, ObjCMethodDecl>(Owner) ||
      Owner.getDeclContext()->isDependentContext())
    return "";
  ASTNameGenerator Names(Owner.getASTContext());
  // Constructors and destructors have several: the last is the complete one's
  // or the base's, whichever there is.
  if (isa<CXXConstructorDecl, CXXDestructorDecl>(Function)) {
    std::vector<std::string> All = Names.getAllManglings(Function);
    return All.empty() ? "" : All.front();
  }
  return Names.getName(Function);
}

FindingFacts makeFacts(const Decl &Owner) {
  FindingFacts Facts;
  Facts.Symbol = findSymbol(Owner);
  Facts.Function = describeFunction(Owner);
  const auto *Named = dyn_cast<NamedDecl>(&Owner);
  Facts.IsLocalToFile = !Named || !Named->isExternallyVisible();
  return Facts;
}

FindingFacts makeFacts(const Decl &Owner, const VarDecl &Variable) {
  FindingFacts Facts = makeFacts(Owner);
  Facts.Variable = Variable.getNameAsString();
  Facts.Type = Variable.getType().getAsString(
      Variable.getASTContext().getPrintingPolicy());
  return Facts;
}

/// Returns the number of code points in the UTF-8 \p Text.
static unsigned countCodePoints(StringRef Text) {
  return static_cast<unsigned>(
      count_if(Text, [](char Byte) { return (Byte & 0xC0) != 0x80; }));
}

/// Returns the place of \p Location, by #line if \p FollowsDirectives.
static SourcePlace locate(const SourceManager &Sources, SourceLocation Location,
                          bool FollowsDirectives) {
  if (Location.isInvalid())
    return SourcePlace();
  SourceLocation InFile = Sources.getFileLoc(Location);
  PresumedLoc Presumed = Sources.getPresumedLoc(InFile, FollowsDirectives);
  if (Presumed.isInvalid())
    return SourcePlace();
  SmallString<128> File(Presumed.getFilename());
  sys::path::remove_dots(File);
  auto [Buffer, Offset] = Sources.getDecomposedLoc(InFile);
  StringRef Before = Sources.getBufferData(Buffer).take_front(Offset);
  Before = Before.take_back(Presumed.getColumn() - 1);
  return {File.str().str(), Presumed.getLine(), countCodePoints(Before) + 1};
}

SourcePlace findPlace(const SourceManager &Sources, SourceLocation Location) {
  return locate(Sources, Location, /*FollowsDirectives=*/true);
}

SourcePlace findWrittenPlace(const SourceManager &Sources,
                             SourceLocation Location) {
  return locate(Sources, Location, /*FollowsDirectives=*/false);
}

} // namespace offstack
