//===- ReadableName.cpp - Names of functions in IR ------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Leaves out what changes when the function stays the same.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Report/RemarkCollector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Demangle/Demangle.h"

using namespace llvm;

namespace offstack {

/// Returns the text that the demangler allocated, and frees it.
static std::string take(char *Text) {
  std::string Result = Text ? Text : "";
  std::free(Text);
  return Result;
}

/// Removes "::h0123456789abcdef", a hash of all of a crate, from the end of
/// \p Name.
static StringRef dropRustHash(StringRef Name) {
  auto [Path, Hash] = Name.rsplit("::");
  bool IsHash = Hash.size() == 17 && Hash[0] == 'h' &&
                all_of(Hash.drop_front(), isHexDigit);
  return IsHash ? Path : Name;
}

std::string getReadableName(StringRef Symbol) {
  ItaniumPartialDemangler Parts;
  std::string Mangled = Symbol.str();
  if (Parts.partialDemangle(Mangled.c_str()) || !Parts.isFunction())
    return dropRustHash(demangle(Symbol)).str();
  std::string Base = take(Parts.getFunctionBaseName(nullptr, nullptr));
  std::string Scopes = take(Parts.getFunctionDeclContextName(nullptr, nullptr));
  return dropRustHash(Scopes.empty() ? Base : Scopes + "::" + Base).str();
}

} // namespace offstack
