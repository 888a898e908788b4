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

MaxDepthAttributeInfo::MaxDepthAttributeInfo()
    : UserAttributeInfo(UserAttribute::MaxDepth, 1, MaxDepthSpellings) {
  OptArgs = 1;
}

static bool isSubject(UserAttribute Kind, const Decl &D) {
  if (Kind == UserAttribute::MaxDepth)
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

ParsedAttrInfo::AttrHandling
MaxDepthAttributeInfo::handleDeclAttribute(Sema &S, Decl *D,
                                           const ParsedAttr &Attr) const {
  uint32_t Depth = 0;
  StringRef Reason;
  if (!S.checkUInt32Argument(Attr, Attr.getArgAsExpr(0), Depth, 1,
                             /*StrictlyUnsigned=*/true) ||
      (Attr.getNumArgs() > 1 &&
       !S.checkStringLiteralArgumentAttr(Attr, 1, Reason)))
    return AttributeNotApplied;
  std::string Text = std::to_string(Depth);
  if (!Reason.empty())
    Text += (":" + Reason).str();
  note(S, *D, Attr, {UserAttribute::MaxDepth, Text});
  return AttributeApplied;
}

std::optional<uint64_t> findMaxDepth(const Decl &Function) {
  std::optional<uint64_t> Result;
  for (const auto *Note : Function.specific_attrs<SwiftAttrAttr>()) {
    std::optional<UserRequest> Request = parseAnnotation(Note->getAttribute());
    uint64_t Depth = 0;
    if (Request && Request->Kind == UserAttribute::MaxDepth &&
        !Request->Reason.split(':').first.getAsInteger(10, Depth))
      Result = std::min(Result.value_or(Depth), Depth);
  }
  return Result;
}

std::optional<UserRequest> findUserRequest(const Decl &D) {
  std::optional<UserRequest> Result;
  for (const auto *Note : D.specific_attrs<SwiftAttrAttr>())
    if (auto Request = parseAnnotation(Note->getAttribute());
        Request && Request->Kind != UserAttribute::MaxDepth)
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
