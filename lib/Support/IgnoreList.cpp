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
#include "llvm/Support/SpecialCaseList.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace llvm;

namespace offstack {

Expected<IgnoreList> IgnoreList::load(StringRef Path, vfs::FileSystem &Files) {
  // The reader names the file and the line.
  std::string Reason;
  std::shared_ptr<const SpecialCaseList> Entries =
      SpecialCaseList::create({Path.str()}, Files, Reason);
  if (!Entries)
    return createStringError("in option 'ignorelist': " + Reason);
  return IgnoreList(std::move(Entries));
}

bool IgnoreList::contains(StringRef Section, const IgnoreQuery &Query) const {
  auto Has = [&](StringRef Kind, StringRef Name) {
    return !Name.empty() && Entries->inSection(Section, Kind, Name);
  };
  return Has("fun", Query.Function) || Has("var", Query.Variable) ||
         Has("src", Query.File) || Has("mainfile", Query.MainFile);
}

} // namespace offstack
