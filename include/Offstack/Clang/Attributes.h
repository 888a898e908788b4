//===- Attributes.h - The attributes of Attributes.def ----------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Teaches clang the spellings of the attributes and what they may stand on.
// Each becomes an implicit note on its declaration, which nothing else reads:
// clang's AST has no place for attributes of a plugin's own. Boxing.h has the
// notes carried into the IR.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_ATTRIBUTES_H
#define OFFSTACK_CLANG_ATTRIBUTES_H

#include "Offstack/Registry/Attributes.h"
#include "clang/Basic/ParsedAttrInfo.h"

namespace offstack {

/// Parses one attribute. The tool that registers with clang makes one of a
/// subclass for each row.
class UserAttributeInfo : public clang::ParsedAttrInfo {
public:
  bool diagAppertainsToDecl(clang::Sema &S, const clang::ParsedAttr &Attr,
                            const clang::Decl *D) const override;
  AttrHandling
  handleDeclAttribute(clang::Sema &S, clang::Decl *D,
                      const clang::ParsedAttr &Attr) const override;

protected:
  UserAttributeInfo(UserAttribute Kind, unsigned ArgumentCount,
                    llvm::ArrayRef<Spelling> Spellings);

  /// Notes \p Request on \p D.
  static void note(clang::Sema &S, clang::Decl &D,
                   const clang::ParsedAttr &Attr, const UserRequest &Request);

  UserAttribute Kind;
};

/// [[offstack::keep("why")]].
class KeepAttributeInfo : public UserAttributeInfo {
public:
  KeepAttributeInfo();
};

/// [[offstack::box]].
class BoxAttributeInfo : public UserAttributeInfo {
public:
  BoxAttributeInfo();
};

/// An attribute that takes a number and, if the user has one, a reason.
class NumberAttributeInfo : public UserAttributeInfo {
public:
  AttrHandling
  handleDeclAttribute(clang::Sema &S, clang::Decl *D,
                      const clang::ParsedAttr &Attr) const override;

protected:
  NumberAttributeInfo(UserAttribute Kind, llvm::ArrayRef<Spelling> Spellings);
};

/// [[offstack::max_depth(32, "why")]].
class MaxDepthAttributeInfo : public NumberAttributeInfo {
public:
  MaxDepthAttributeInfo();
};

/// [[offstack::budget(4096, "why")]].
class BudgetAttributeInfo : public NumberAttributeInfo {
public:
  BudgetAttributeInfo();
};

/// Returns how deep the user says that the recursion of \p Function goes at
/// most, or nothing. Of several depths it is the smallest.
std::optional<uint64_t> findMaxDepth(const clang::Decl &Function);

/// Returns how many bytes the user allows the frame of \p Function, or nothing.
/// Of several budgets, as of two declarations, it is the smallest.
std::optional<uint64_t> findBudget(const clang::Decl &Function);

/// Returns where the user wrote the attribute \p Kind of \p D, or an invalid
/// place.
clang::SourceLocation findAttribute(const clang::Decl &D, UserAttribute Kind);

/// Returns true if \p Request is one to keep: the user does not want to hear of
/// what it is for.
inline bool asksToKeep(const std::optional<UserRequest> &Request) {
  return Request && Request->Kind == UserAttribute::Keep;
}

/// Returns what the user asked for the objects of \p D itself, or nothing. The
/// reason lives as long as the AST.
std::optional<UserRequest> findUserRequest(const clang::Decl &D);

/// Returns what the user asked for the local variable or parameter \p D: with
/// an attribute of its own, else with one of its function.
std::optional<UserRequest> findRequestForVariable(const clang::Decl &D);

} // namespace offstack

#endif // OFFSTACK_CLANG_ATTRIBUTES_H
