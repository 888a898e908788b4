//===- Attributes.cpp - The attributes of Attributes.def ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Says what is wrong with an attribute in clang's own words.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/Attributes.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/Decl.h"
#include "clang/Sema/Lookup.h"
#include "clang/Sema/ParsedAttr.h"
#include "clang/Sema/Sema.h"
#include "clang/Sema/SemaDiagnostic.h"

using namespace clang;
using namespace llvm;

namespace offstack {

// GNU attributes have no namespace. The others are listed without it too: clang
// parses arguments only of names that it knows, and asks plugins for the name
// without the namespace (hasAttribute in clang/lib/Basic/Attributes.cpp).
static constexpr ParsedAttrInfo::Spelling KeepSpellings[] = {
    {ParsedAttr::AS_GNU, "offstack_keep"},
    {ParsedAttr::AS_CXX11, "offstack::keep"},
    {ParsedAttr::AS_CXX11, "keep"},
    {ParsedAttr::AS_C23, "offstack::keep"},
    {ParsedAttr::AS_C23, "keep"}};
static constexpr ParsedAttrInfo::Spelling BoxSpellings[] = {
    {ParsedAttr::AS_GNU, "offstack_box"},
    {ParsedAttr::AS_CXX11, "offstack::box"},
    {ParsedAttr::AS_CXX11, "box"},
    {ParsedAttr::AS_C23, "offstack::box"},
    {ParsedAttr::AS_C23, "box"}};

static constexpr ParsedAttrInfo::Spelling MaxDepthSpellings[] = {
    {ParsedAttr::AS_GNU, "offstack_max_depth"},
    {ParsedAttr::AS_CXX11, "offstack::max_depth"},
    {ParsedAttr::AS_CXX11, "max_depth"},
    {ParsedAttr::AS_C23, "offstack::max_depth"},
    {ParsedAttr::AS_C23, "max_depth"}};
static constexpr ParsedAttrInfo::Spelling BudgetSpellings[] = {
    {ParsedAttr::AS_GNU, "offstack_budget"},
    {ParsedAttr::AS_CXX11, "offstack::budget"},
    {ParsedAttr::AS_CXX11, "budget"},
    {ParsedAttr::AS_C23, "offstack::budget"},
    {ParsedAttr::AS_C23, "budget"}};

UserAttributeInfo::UserAttributeInfo(UserAttribute Kind, unsigned ArgumentCount,
                                     ArrayRef<Spelling> KnownSpellings)
    : Kind(Kind) {
  NumArgs = ArgumentCount;
  Spellings = KnownSpellings;
}

KeepAttributeInfo::KeepAttributeInfo()
    : UserAttributeInfo(UserAttribute::Keep, 1, KeepSpellings) {}

BoxAttributeInfo::BoxAttributeInfo()
    : UserAttributeInfo(UserAttribute::Box, 0, BoxSpellings) {}

NumberAttributeInfo::NumberAttributeInfo(UserAttribute Kind,
                                         ArrayRef<Spelling> KnownSpellings)
    : UserAttributeInfo(Kind, 1, KnownSpellings) {
  OptArgs = 1;
}

MaxDepthAttributeInfo::MaxDepthAttributeInfo()
    : NumberAttributeInfo(UserAttribute::MaxDepth, MaxDepthSpellings) {}

BudgetAttributeInfo::BudgetAttributeInfo()
    : NumberAttributeInfo(UserAttribute::Budget, BudgetSpellings) {}

static bool isSubject(UserAttribute Kind, const Decl &D) {
  if (!isAboutObjects(Kind))
    return isa<FunctionDecl>(D);
  // The caller makes a parameter's object: it can be kept, not boxed.
  if (isa<ParmVarDecl>(D))
    return Kind == UserAttribute::Keep;
  if (const auto *Variable = dyn_cast<VarDecl>(&D))
    return Variable->hasLocalStorage();
  return isa<FunctionDecl>(D);
}

/// Returns true if \p Attr is the plain [[keep]] or [[box]], which is nobody's.
static bool isForeign(const ParsedAttr &Attr) {
  return !Attr.isGNUAttribute() && !Attr.hasScope();
}

bool UserAttributeInfo::diagAppertainsToDecl(Sema &S, const ParsedAttr &Attr,
                                             const Decl *D) const {
  if (isForeign(Attr)) {
    S.Diag(Attr.getLoc(), diag::warn_unknown_attribute_ignored)
        << Attr << Attr.getRange();
    return false;
  }
  if (isSubject(Kind, *D))
    return true;
  S.Diag(Attr.getLoc(), diag::warn_attribute_wrong_decl_type_str)
      << Attr << Attr.isRegularKeywordAttribute()
      << getAttributeRow(Kind).Subjects << D->getLocation();
  return false;
}

ParsedAttrInfo::AttrHandling
UserAttributeInfo::handleDeclAttribute(Sema &S, Decl *D,
                                       const ParsedAttr &Attr) const {
  UserRequest Request{Kind, ""};
  if (Attr.getNumArgs() &&
      !S.checkStringLiteralArgumentAttr(Attr, 0, Request.Reason))
    return AttributeNotApplied;
  std::optional<UserRequest> Other = findUserRequest(*D);
  if (Other && Other->Kind != Kind) {
    S.Diag(Attr.getLoc(), diag::err_attributes_are_not_compatible)
        << Attr
        << ("'offstack::" + getAttributeRow(Other->Kind).Name + "'").str()
        << Attr.isRegularKeywordAttribute();
    return AttributeNotApplied;
  }
  note(S, *D, Attr, Request);
  return AttributeApplied;
}

void UserAttributeInfo::note(Sema &S, Decl &D, const ParsedAttr &Attr,
                             const UserRequest &Request) {
  // The one attribute with a text that code generation ignores: the object file
  // is to be the one without the attribute.
  D.addAttr(SwiftAttrAttr::CreateImplicit(S.Context, printAnnotation(Request),
                                          Attr.getRange()));
}

/// Returns the first argument of \p Attr, or null if it names nothing. Clang
/// parses a lone name in the arguments of an attribute that it does not know as
/// nothing but a name: here it is a constant.
static Expr *findNumberArgument(Sema &S, const ParsedAttr &Attr) {
  if (!Attr.isArgIdent(0))
    return Attr.getArgAsExpr(0);
  const IdentifierLoc &Name = *Attr.getArgAsIdent(0);
  LookupResult Found(S, Name.getIdentifierInfo(), Name.getLoc(),
                     Sema::LookupOrdinaryName);
  if (!S.LookupName(Found, S.getCurScope())) {
    S.Diag(Name.getLoc(), diag::err_undeclared_var_use)
        << Name.getIdentifierInfo();
    return nullptr;
  }
  ExprResult Argument =
      S.BuildDeclarationNameExpr(CXXScopeSpec(), Found, /*NeedsADL=*/false);
  return Argument.isUsable() ? Argument.get() : nullptr;
}

ParsedAttrInfo::AttrHandling
NumberAttributeInfo::handleDeclAttribute(Sema &S, Decl *D,
                                         const ParsedAttr &Attr) const {
  uint32_t Number = 0;
  StringRef Reason;
  Expr *Argument = findNumberArgument(S, Attr);
  if (!Argument ||
      !S.checkUInt32Argument(Attr, Argument, Number, 1,
                             /*StrictlyUnsigned=*/true) ||
      (Attr.getNumArgs() > 1 &&
       !S.checkStringLiteralArgumentAttr(Attr, 1, Reason)))
    return AttributeNotApplied;
  // What other declarations say is not here yet: the smallest number holds.
  if (findAttribute(*D, Kind).isValid()) {
    S.Diag(Attr.getLoc(), diag::err_disallowed_duplicate_attribute) << Attr;
    return AttributeNotApplied;
  }
  note(S, *D, Attr, {Kind, printNumber(Number, Reason)});
  return AttributeApplied;
}

/// Returns the notes on \p D. Clang hands those of a declaration on to the next
/// one only if that has none, so all declarations are asked.
static SmallVector<const SwiftAttrAttr *, 2> findNotes(const Decl &D) {
  SmallVector<const SwiftAttrAttr *, 2> Notes;
  for (const Decl *Declaration : D.redecls())
    for (const auto *Note : Declaration->specific_attrs<SwiftAttrAttr>())
      Notes.push_back(Note);
  return Notes;
}

static std::optional<uint64_t> findNumber(const SwiftAttrAttr &Note) {
  std::optional<UserRequest> Request = parseAnnotation(Note.getAttribute());
  return Request ? findNumber(*Request) : std::nullopt;
}

/// Returns the note of an attribute \p Kind on \p D, or null. Of several it is
/// the one with the smallest number.
static const SwiftAttrAttr *findNote(const Decl &D, UserAttribute Kind) {
  const SwiftAttrAttr *Found = nullptr;
  for (const SwiftAttrAttr *Note : findNotes(D)) {
    std::optional<UserRequest> Request = parseAnnotation(Note->getAttribute());
    if (Request && Request->Kind == Kind &&
        (!Found || findNumber(*Note) < findNumber(*Found)))
      Found = Note;
  }
  return Found;
}

std::optional<uint64_t> findMaxDepth(const Decl &Function) {
  const SwiftAttrAttr *Note = findNote(Function, UserAttribute::MaxDepth);
  return Note ? findNumber(*Note) : std::nullopt;
}

std::optional<uint64_t> findBudget(const Decl &Function) {
  const SwiftAttrAttr *Note = findNote(Function, UserAttribute::Budget);
  return Note ? findNumber(*Note) : std::nullopt;
}

SourceLocation findAttribute(const Decl &D, UserAttribute Kind) {
  const SwiftAttrAttr *Note = findNote(D, Kind);
  return Note ? Note->getLocation() : SourceLocation();
}

std::optional<UserRequest> findUserRequest(const Decl &D) {
  std::optional<UserRequest> Result;
  for (const SwiftAttrAttr *Note : findNotes(D))
    if (auto Request = parseAnnotation(Note->getAttribute());
        Request && isAboutObjects(Request->Kind))
      // A redeclaration can ask for the opposite: 'keep' holds.
      if (!Result || Request->Kind == UserAttribute::Keep)
        Result = Request;
  return Result;
}

std::optional<UserRequest> findRequestForVariable(const Decl &D) {
  if (std::optional<UserRequest> Own = findUserRequest(D))
    return Own;
  const auto *Function =
      dyn_cast_or_null<FunctionDecl>(D.getParentFunctionOrMethod());
  return Function ? findUserRequest(*Function) : std::nullopt;
}

} // namespace offstack
