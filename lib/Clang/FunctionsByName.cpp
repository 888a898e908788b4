//===- FunctionsByName.cpp - From IR functions back to the AST ------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Mangles the name of every definition and keeps those that are looked for.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/FunctionsByName.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/AST/Mangle.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace llvm;

namespace offstack {

/// Returns \p Name without what is not the same in two runs of the mangler. It
/// numbers lambdas outside of inline functions ("3$_0") in the order in which
/// it meets them.
static std::string normalize(StringRef Name) {
  Name = Name.split(".__uniq.").first;
  std::string Result;
  while (true) {
    auto [Before, After] = Name.split("$_");
    if (Before.size() == Name.size())
      return Result + Name.str();
    Result += Before.rtrim("0123456789").str() + "$_";
    Name = After.ltrim("0123456789");
  }
}

SmallVector<GlobalDecl, 3> getVariants(const FunctionDecl *Function) {
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(Function))
    return {GlobalDecl(Constructor, Ctor_Base),
            GlobalDecl(Constructor, Ctor_Complete)};
  if (const auto *Destructor = dyn_cast<CXXDestructorDecl>(Function))
    return {GlobalDecl(Destructor, Dtor_Base),
            GlobalDecl(Destructor, Dtor_Complete),
            GlobalDecl(Destructor, Dtor_Deleting)};
  return {GlobalDecl(Function)};
}

namespace {

using DefinitionMap = StringMap<SmallVector<GlobalDecl, 1>>;

class DefinitionCollector : public DynamicRecursiveASTVisitor {
public:
  DefinitionCollector(ASTContext &Context, DefinitionMap &Wanted)
      : Mangler(Context.createMangleContext()), Wanted(Wanted) {
    ShouldVisitTemplateInstantiations = true;
    ShouldVisitImplicitCode = true;
  }

  bool VisitFunctionDecl(FunctionDecl *Function) override {
    if (!Function->doesThisDeclarationHaveABody() ||
        Function->isDependentContext() || Function->isInvalidDecl() ||
        Function->isConsteval() || !mayBeWanted(*Function))
      return true;
    for (GlobalDecl Variant : getVariants(Function)) {
      auto Entry = Wanted.find(normalize(mangle(Function, Variant)));
      if (Entry != Wanted.end() && !is_contained(Entry->second, Variant))
        Entry->second.push_back(Variant);
    }
    return true;
  }

private:
  /// Returns true if a wanted name contains that of \p Function or of its
  /// class. No other name is mangled: clang reports types that it cannot
  /// mangle, and there may be some in functions for which it generates no code.
  bool mayBeWanted(const FunctionDecl &Function) const {
    const IdentifierInfo *Identifier = Function.getIdentifier();
    if (const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
        Method && !Identifier)
      Identifier = Method->getParent()->getIdentifier();
    return !Identifier || Function.hasAttr<AsmLabelAttr>() ||
           any_of(Wanted.keys(), [&](StringRef Name) {
             return Name.contains(Identifier->getName());
           });
  }

  std::string mangle(const FunctionDecl *Function, GlobalDecl Variant) {
    if (!Mangler->shouldMangleDeclName(Function))
      return Function->getNameAsString();
    std::string Name;
    raw_string_ostream OS(Name);
    Mangler->mangleName(Variant, OS);
    return Name;
  }

  std::unique_ptr<MangleContext> Mangler;
  DefinitionMap &Wanted;
};

} // namespace

FunctionsByName::FunctionsByName(ASTContext &Context,
                                 ArrayRef<StringRef> Names) {
  for (StringRef Name : Names)
    Definitions.try_emplace(normalize(Name));
  DefinitionCollector(Context, Definitions).TraverseAST(Context);
}

ArrayRef<GlobalDecl> FunctionsByName::find(StringRef Name) const {
  auto Entry = Definitions.find(normalize(Name));
  if (Entry == Definitions.end())
    return {};
  return Entry->second;
}

} // namespace offstack
