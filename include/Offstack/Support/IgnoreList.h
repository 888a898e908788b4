//===- IgnoreList.h - What users have ignored by a file ---------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads a list of functions, files and variables that are to be left alone, in
// the format of -fsanitize-ignorelist. One list serves a whole program: source
// that cannot be changed needs no attributes.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_SUPPORT_IGNORELIST_H
#define OFFSTACK_SUPPORT_IGNORELIST_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <memory>

namespace llvm {
class SpecialCaseList;
namespace vfs {
class FileSystem;
} // namespace vfs
} // namespace llvm

namespace offstack {

/// The section for what the pass is to leave on the stack. The other sections
/// have the names of diagnostics.
inline constexpr llvm::StringLiteral BoxSection = "box";

/// What an ignore list is asked about. Empty where it is not known or where
/// there is none.
struct IgnoreQuery {
  /// The mangled name of the function.
  llvm::StringRef Function;
  /// The name of the variable.
  llvm::StringRef Variable;
  /// The file that the function is written in.
  llvm::StringRef File;
  /// The file that is compiled.
  llvm::StringRef MainFile;
};

/// An ignore list. Copies share it.
class IgnoreList {
public:
  /// Reads the list in \p Path. Fails, naming the file, when it cannot be read
  /// or is malformed.
  static llvm::Expected<IgnoreList> load(llvm::StringRef Path,
                                         llvm::vfs::FileSystem &Files);

  /// Returns true if an entry in a section that matches \p Section, or before
  /// all sections, matches something of \p Query.
  bool contains(llvm::StringRef Section, const IgnoreQuery &Query) const;

private:
  explicit IgnoreList(std::shared_ptr<const llvm::SpecialCaseList> Entries)
      : Entries(std::move(Entries)) {}

  std::shared_ptr<const llvm::SpecialCaseList> Entries;
};

} // namespace offstack

#endif // OFFSTACK_SUPPORT_IGNORELIST_H
