//===- IgnoreList.cpp - What users have ignored by a file -----------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Asks LLVM's reader of such lists.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Support/IgnoreList.h"
#include "Offstack/Support/IgnoreEntries.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SpecialCaseList.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace llvm;

namespace offstack {

/// An entry whose use is noted.
struct TrackedEntry {
  IgnoreLine Line;
  bool IsUsed = false;
};

struct IgnoreList::State {
  std::string Path;
  std::unique_ptr<MemoryBuffer> Text;
  std::unique_ptr<const SpecialCaseList> Entries;
  /// Empty as long as nobody wants to know.
  std::vector<TrackedEntry> Tracked;
};

IgnoreList::IgnoreList(std::shared_ptr<State> Shared)
    : Shared(std::move(Shared)) {}

Expected<IgnoreList> IgnoreList::load(StringRef Path, vfs::FileSystem &Files) {
  auto Fail = [&](const Twine &What, const Twine &Why) {
    return createStringError("in option 'ignorelist': " + What + " file '" +
                             Path + "': " + Why);
  };
  auto Loaded = std::make_shared<State>();
  Loaded->Path = Path.str();
  ErrorOr<std::unique_ptr<MemoryBuffer>> Text = Files.getBufferForFile(Path);
  if (!Text)
    return Fail("can't open", Text.getError().message());
  // A file system in memory keeps its files to itself.
  Loaded->Text = MemoryBuffer::getMemBufferCopy((*Text)->getBuffer());
  // The reader names the line.
  std::string Reason;
  Loaded->Entries = SpecialCaseList::create(Loaded->Text.get(), Reason);
  if (!Loaded->Entries)
    return Fail("error parsing", Reason);
  return IgnoreList(std::move(Loaded));
}

bool matchesAnything(const SpecialCaseList &Entries, StringRef Section,
                     const IgnoreQuery &Query) {
  auto Has = [&](StringRef Kind, StringRef Name) {
    return !Name.empty() && Entries.inSection(Section, Kind, Name);
  };
  return Has("fun", Query.Function) || Has("var", Query.Variable) ||
         Has("src", Query.File) || Has("mainfile", Query.MainFile);
}

bool IgnoreList::contains(StringRef Section, const IgnoreQuery &Query) const {
  if (!matchesAnything(*Shared->Entries, Section, Query))
    return false;
  // All that match are used: each of them does it without the others.
  for (TrackedEntry &Entry : Shared->Tracked)
    Entry.IsUsed = Entry.IsUsed || Entry.Line.matches(Section, Query);
  return true;
}

StringRef IgnoreList::getPath() const { return Shared->Path; }

std::vector<IgnoreMistake> IgnoreList::findMistakes() const {
  return offstack::findMistakes(splitIgnoreList(*Shared->Text));
}

void IgnoreList::trackUses() {
  if (!Shared->Tracked.empty())
    return;
  for (IgnoreLine &Line : splitIgnoreList(*Shared->Text))
    if (Line.isLookedUp())
      Shared->Tracked.push_back({std::move(Line)});
}

std::vector<IgnoreEntryUse>
IgnoreList::listUses(ArrayRef<StringRef> Sections) const {
  std::vector<IgnoreEntryUse> Uses;
  StringRef FileName = sys::path::filename(Shared->Path);
  for (const TrackedEntry &Entry : Shared->Tracked) {
    const IgnoreLine &Line = Entry.Line;
    if (none_of(Sections, [&](StringRef Name) { return Line.isIn(Name); }))
      continue;
    Uses.push_back({Line.getNumber(),
                    ("entry '" + Line.getText() + "' (" + FileName + ":" +
                     Twine(Line.getNumber()) + ") is " +
                     (Entry.IsUsed ? "used" : "unused"))
                        .str(),
                    Entry.IsUsed});
  }
  return Uses;
}

} // namespace offstack
