//===- Attributes.h - The table of attributes -------------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Gives the rows of Attributes.def to code, and the text by which they travel
// from the source to the IR.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_REGISTRY_ATTRIBUTES_H
#define OFFSTACK_REGISTRY_ATTRIBUTES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>

namespace offstack {

/// The attributes of Attributes.def.
enum class UserAttribute {
#define OFFSTACK_ATTRIBUTE(Id, Name, Arguments, Subjects, Summary) Id,
#include "Offstack/Registry/Attributes.def"
};

/// One row of Attributes.def. All strings live as long as the program.
struct AttributeRow {
  UserAttribute Id;
  /// The name behind "offstack::", as "keep".
  llvm::StringRef Name;
  /// The arguments as users write them, with parentheses; empty for none.
  llvm::StringRef Arguments;
  /// Completes "only applies to ...".
  llvm::StringRef Subjects;
  /// What it asks for, for tables.
  llvm::StringRef Summary;
};

/// Returns all rows, in the order of the table.
llvm::ArrayRef<AttributeRow> getAttributeRows();

/// Returns the row of \p Id.
const AttributeRow &getAttributeRow(UserAttribute Id);

/// What a user asks for one object.
struct UserRequest {
  UserAttribute Kind;
  /// Why, in the user's words; empty when not told. Lives as long as the text
  /// that it was read from.
  llvm::StringRef Reason;
};

/// Returns true if \p Kind is about where objects are, and not about a function
/// as a whole.
bool isAboutObjects(UserAttribute Kind);

/// Returns \p Number and \p Reason, which may be empty, as the reason of a
/// request that takes a number: "32:why", "32".
std::string printNumber(uint64_t Number, llvm::StringRef Reason);

/// Returns the number that the reason of \p Request begins with, or nothing.
std::optional<uint64_t> findNumber(const UserRequest &Request);

/// Returns \p Request as the text of an annotation: "offstack.keep:why",
/// "offstack.box", "offstack.max_depth:32:why". It carries the attributes from
/// clang's AST to the IR, and is what include/offstack/attributes.h writes for
/// a clang without the plugin.
std::string printAnnotation(const UserRequest &Request);

/// Returns the request that \p Annotation is the text of, or nothing.
std::optional<UserRequest> parseAnnotation(llvm::StringRef Annotation);

} // namespace offstack

#endif // OFFSTACK_REGISTRY_ATTRIBUTES_H
