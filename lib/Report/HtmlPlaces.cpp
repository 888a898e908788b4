//===- HtmlPlaces.cpp - Places on the page --------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Names files as short as they can be told apart by.
//
//===----------------------------------------------------------------------===//

#include "HtmlParts.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace offstack {

std::string findCommonFolder(const Report &R) {
  std::optional<std::string> Common;
  for (const Finding &F : R.Findings) {
    if (F.Place.File.empty())
      continue;
    std::string Path = makeAbsolute(F, F.Place.File);
    if (!Common)
      Common = Path;
    auto [InCommon, InPath] =
        std::mismatch(Common->begin(), Common->end(), Path.begin(), Path.end());
    Common->erase(InCommon, Common->end());
  }
  // What is equal may end within a name.
  StringRef Folder = Common ? StringRef(*Common) : "";
  Folder = Folder.take_front(Folder.rfind('/') + 1);
  return Folder == "/" ? "" : Folder.str();
}

std::string printPlace(const Finding &F, const SourcePlace &Place,
                       StringRef Folder, bool WithFile) {
  std::string Numbers = Place.Line ? utostr(Place.Line) : "";
  if (!WithFile)
    return Numbers.empty() ? "" : "line " + Numbers;
  if (Place.File.empty())
    return "";
  std::string Path = makeAbsolute(F, Place.File);
  StringRef Short = Path;
  Short.consume_front(Folder);
  std::string Text = Short.str();
  if (Place.Line)
    Text += ":" + Numbers;
  if (Place.Line && Place.Column)
    Text += ":" + utostr(Place.Column);
  return Text;
}

} // namespace offstack
