//===- IncludeArrowsTest.cpp - Who may include whom -----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The rooms of the design form layers: a room includes itself and rooms below
// it. A new room needs a row here.
//
//===----------------------------------------------------------------------===//

#include "../SourceFiles.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace offstack;

namespace {
struct Layer {
  StringRef Room;
  /// What it may include besides itself.
  std::vector<StringRef> Below;
};
} // namespace

static const Layer Layers[] = {
    {"Registry", {}},
    {"Support", {"Registry"}},
    {"Analysis", {"Support", "Registry"}},
    {"Report", {"Support", "Registry"}},
    {"Runtime", {}},
    {"Transforms", {"Analysis", "Runtime", "Support", "Registry"}},
    {"Clang", {"Transforms", "Analysis", "Report", "Support", "Registry"}},
    {"Tool", {"Report", "Support", "Registry"}},
    {"offstack", {"Tool", "Report", "Support", "Registry"}},
    {"offstack-registry", {"Support", "Registry"}},
    {"offstack-pass",
     {"Transforms", "Analysis", "Report", "Support", "Registry"}},
    {"offstack-clang",
     {"Clang", "Transforms", "Analysis", "Report", "Support", "Registry"}},
};

/// Returns the room of \p Path, as "Analysis" of "lib/Analysis/X.cpp".
static StringRef getRoom(StringRef Path) {
  Path.consume_front("include/Offstack/") || Path.consume_front("lib/") ||
      Path.consume_front("tools/");
  return Path.split('/').first;
}

/// Returns the room that the line \p Line includes, or an empty string.
static StringRef getIncludedRoom(StringRef Line) {
  Line = Line.ltrim();
  if (!Line.consume_front("#"))
    return "";
  Line = Line.ltrim();
  if (!Line.consume_front("include"))
    return "";
  Line = Line.ltrim();
  if (!Line.consume_front("\"Offstack/") && !Line.consume_front("<Offstack/"))
    return "";
  return Line.split('/').first;
}

/// Returns the lines of \p Text that a file of \p Room may not have.
static std::vector<std::string> findForbiddenIncludes(StringRef Room,
                                                      StringRef Text) {
  const Layer *Own =
      find_if(Layers, [&](const Layer &L) { return L.Room == Room; });
  std::vector<std::string> Found;
  for (StringRef Line : split(Text, '\n')) {
    StringRef Included = getIncludedRoom(Line);
    if (Included.empty() || Included == Room)
      continue;
    if (Own == std::end(Layers) || !is_contained(Own->Below, Included))
      Found.push_back(Line.str());
  }
  return Found;
}

TEST(IncludeArrows, PointDown) {
  unsigned Count = 0;
  for (StringRef Folder : {"include/Offstack", "lib", "tools"})
    for (const SourceFile &File : readSources(Folder)) {
      ++Count;
      for (const std::string &Line :
           findForbiddenIncludes(getRoom(File.Path), File.Text))
        ADD_FAILURE() << File.Path << " may not have\n  " << Line;
    }
  EXPECT_GT(Count, 0u) << "no sources found";
}

TEST(IncludeArrows, FindsWhatPointsUp) {
  StringRef Text = "#include \"Offstack/Transforms/BoxPlan.h\"\n"
                   "#include \"llvm/ADT/StringRef.h\"\n"
                   "// see Offstack/Clang/DiagnosticEmitter.h\n"
                   "#  include <Offstack/Support/ByteSize.h>\n";
  EXPECT_TRUE(findForbiddenIncludes("Transforms", Text).empty());
  EXPECT_TRUE(findForbiddenIncludes("Clang", Text).empty());
  EXPECT_EQ(findForbiddenIncludes("Analysis", Text).size(), 1u);
  EXPECT_EQ(findForbiddenIncludes("Registry", Text).size(), 2u);
  // A room that no row knows may include nothing.
  EXPECT_EQ(findForbiddenIncludes("Attic", Text).size(), 2u);
}

TEST(IncludeArrows, KnowsTheRoomOfAFile) {
  EXPECT_EQ(getRoom("include/Offstack/Support/ByteSize.h"), "Support");
  EXPECT_EQ(getRoom("lib/Analysis/BoxHazards.cpp"), "Analysis");
  EXPECT_EQ(getRoom("tools/offstack-pass/OffstackPass.cpp"), "offstack-pass");
}
