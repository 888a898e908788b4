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

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <string>
#include <vector>

namespace llvm {
class SpecialCaseList;
namespace vfs {
class FileSystem;
} // namespace vfs
} // namespace llvm

namespace offstack {

struct IgnoreMistake;

/// The section for what the pass is to leave on the stack. The other sections
/// have the names of diagnostics.
inline constexpr llvm::StringLiteral BoxSection = "box";

/// The kinds of entries that are looked up.
inline constexpr llvm::StringLiteral IgnoreKinds[] = {"fun", "var", "src",
                                                      "mainfile"};

/// The name that -Rpass-analysis= matches for what became of entries.
inline constexpr const char *IgnoreListPassName = "offstack-ignorelist";

/// Returns the sections that are looked up: BoxSection and the names of the
/// warnings that a list can silence.
std::vector<llvm::StringRef> getIgnoreSections();

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

/// Returns true if an entry of \p Entries in a section that matches \p Section
/// matches something of \p Query.
bool matchesAnything(const llvm::SpecialCaseList &Entries,
                     llvm::StringRef Section, const IgnoreQuery &Query);

/// What became of one entry.
struct IgnoreEntryUse {
  unsigned LineNumber;
  /// "entry 'fun:f' (list.txt:3) is used": without the path's folders, so that
  /// it is the same text wherever in the build it is written.
  std::string Text;
  bool IsUsed;
};

/// An ignore list. Copies share it, and what they find.
class IgnoreList {
public:
  /// Reads the list in \p Path. Fails, naming the file, when it cannot be read
  /// or is malformed.
  static llvm::Expected<IgnoreList> load(llvm::StringRef Path,
                                         llvm::vfs::FileSystem &Files);

  /// Returns true if an entry in a section that matches \p Section, or before
  /// all sections, matches something of \p Query.
  bool contains(llvm::StringRef Section, const IgnoreQuery &Query) const;

  /// Returns the path that the list was read from.
  llvm::StringRef getPath() const;

  /// Returns the lines that can never match.
  std::vector<IgnoreMistake> findMistakes() const;

  /// Has contains() note from now on which entries matched. Costs memory for
  /// each entry.
  void trackUses();

  /// Returns, once trackUses() was called, each entry of a kind that is looked
  /// up, in a section that matches one of \p Sections, in the order of the
  /// list. An entry is used if it matched what some copy of the list was asked
  /// for.
  std::vector<IgnoreEntryUse>
  listUses(llvm::ArrayRef<llvm::StringRef> Sections) const;

private:
  struct State;

  explicit IgnoreList(std::shared_ptr<State> Shared);

  std::shared_ptr<State> Shared;
};

} // namespace offstack

#endif // OFFSTACK_SUPPORT_IGNORELIST_H
