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
#include "llvm/ADT/StringSet.h"

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

/// The identifiers in the names that are looked for, and more: most functions
/// of a file are told by one lookup to be none of them.
class WantedIdentifiers {
public:
  void add(StringRef Name);

  bool contains(StringRef Identifier) const {
    return Parts.contains(Identifier) ||
           any_of(Others, [&](const std::string &Name) {
             return StringRef(Name).contains(Identifier);
           });
  }

  /// Returns true if a function may be in the body of another one, or a lambda.
  bool mayBeLocal() const { return MayBeLocal; }

private:
  StringSet<> Parts;
  /// Names of which the parts cannot be told.
  std::vector<std::string> Others;
  bool MayBeLocal = false;
};

} // namespace

/// Takes \p Name apart. In the Itanium ABI, an identifier stands behind its
/// length; what is behind another number does no harm. Only the names of local
/// functions and of lambdas have a 'Z', 'Ul' or 'Ut' that is in no identifier.
void WantedIdentifiers::add(StringRef Name) {
  if (Name.starts_with("?")) {
    Others.push_back(Name.str());
    MayBeLocal = true;
    return;
  }
  if (!Name.consume_front("_Z")) {
    Parts.insert(Name);
    return;
  }
  MayBeLocal |= Name.contains('Z') || Name.contains("Ul") ||
                Name.contains("Ut") || Name.contains("$_");
  for (size_t Start = 0; Start < Name.size(); ++Start) {
    StringRef Rest = Name.drop_front(Start);
    size_t Length;
    if (!Rest.consumeInteger(10, Length) && Length && Length <= Rest.size())
      Parts.insert(Rest.take_front(Length));
  }
}

namespace {

class DefinitionCollector : public DynamicRecursiveASTVisitor {
public:
  DefinitionCollector(ASTContext &Context, const WantedIdentifiers &Identifiers,
                      DefinitionMap &Wanted)
      : Mangler(Context.createMangleContext()), Identifiers(Identifiers),
        Wanted(Wanted) {
    ShouldVisitTemplateInstantiations = true;
    ShouldVisitImplicitCode = true;
  }

  /// Most of an AST is bodies of functions.
  bool TraverseStmt(Stmt *Body) override {
    return !Identifiers.mayBeLocal() ||
           DynamicRecursiveASTVisitor::TraverseStmt(Body);
  }

  /// No type declares a function that is not declared elsewhere as well.
  bool TraverseTypeLoc(TypeLoc Type, bool TraverseQualifier) override {
    return !Identifiers.mayBeLocal() ||
           DynamicRecursiveASTVisitor::TraverseTypeLoc(Type, TraverseQualifier);
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
           Identifiers.contains(Identifier->getName());
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
  const WantedIdentifiers &Identifiers;
  DefinitionMap &Wanted;
};

} // namespace

void FunctionsByName::add(ASTContext &Context, ArrayRef<StringRef> Names) {
  WantedIdentifiers Identifiers;
  DefinitionMap Added;
  for (StringRef Name : Names)
    if (std::string Key = normalize(Name); !Definitions.contains(Key)) {
      Added.try_emplace(Key);
      Identifiers.add(Name.split(".__uniq.").first);
    }
  if (Added.empty())
    return;
  DefinitionCollector(Context, Identifiers, Added).TraverseAST(Context);
  for (auto &[Key, Found] : Added)
    Definitions[Key] = std::move(Found);
}

ArrayRef<GlobalDecl> FunctionsByName::find(StringRef Name) const {
  auto Entry = Definitions.find(normalize(Name));
  if (Entry == Definitions.end())
    return {};
  return Entry->second;
}

} // namespace offstack
