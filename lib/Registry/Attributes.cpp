//===- Attributes.cpp - The table of attributes ---------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Expands Attributes.def and reads and writes annotations.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Registry/Attributes.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace offstack {

static const AttributeRow AttributeRows[] = {
#define OFFSTACK_ATTRIBUTE(Id, Name, Arguments, Subjects, Summary)             \
  {UserAttribute::Id, Name, Arguments, Subjects, Summary},
#include "Offstack/Registry/Attributes.def"
};

/// What every annotation begins with; the attribute's name follows.
static constexpr StringLiteral AnnotationPrefix = "offstack.";

ArrayRef<AttributeRow> getAttributeRows() { return AttributeRows; }

const AttributeRow &getAttributeRow(UserAttribute Id) {
  return AttributeRows[static_cast<unsigned>(Id)];
}

bool isAboutObjects(UserAttribute Kind) {
  return Kind == UserAttribute::Keep || Kind == UserAttribute::Box;
}

std::string printNumber(uint64_t Number, StringRef Reason) {
  std::string Text = std::to_string(Number);
  if (!Reason.empty())
    Text += (":" + Reason).str();
  return Text;
}

std::optional<uint64_t> findNumber(const UserRequest &Request) {
  uint64_t Number = 0;
  if (Request.Reason.split(':').first.getAsInteger(10, Number))
    return std::nullopt;
  return Number;
}

std::string printAnnotation(const UserRequest &Request) {
  std::string Text =
      (AnnotationPrefix + getAttributeRow(Request.Kind).Name).str();
  if (!Request.Reason.empty())
    Text += (":" + Request.Reason).str();
  return Text;
}

std::optional<UserRequest> parseAnnotation(StringRef Annotation) {
  if (!Annotation.consume_front(AnnotationPrefix))
    return std::nullopt;
  auto [Name, Reason] = Annotation.split(':');
  for (const AttributeRow &Row : AttributeRows)
    if (Row.Name == Name)
      return UserRequest{Row.Id, Reason};
  return std::nullopt;
}

} // namespace offstack
