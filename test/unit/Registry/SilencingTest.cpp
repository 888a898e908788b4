//===- SilencingTest.cpp - Each way to silence, for each diagnostic -------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Counts the cases of test/Clang/silencing: what has to be silent, by its name,
// and what has to be reported, by what -verify expects.
//
//===----------------------------------------------------------------------===//

#include "../SourceFiles.h"
#include "Offstack/Registry/Diagnostics.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Regex.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace offstack;

/// The files with one way each.
static constexpr StringLiteral Ways[] = {"groups.c",
                                         "disable.c",
                                         "pragmas.c",
                                         "pragma-levels.c",
                                         "headers.c",
                                         "macros.c",
                                         "attributes.c",
                                         "ignore-list.c",
                                         "mappings.c",
                                         "Inputs/pragma-subjects.h",
                                         "Inputs/system-subjects.h"};

static std::string readWay(StringRef Name) {
  std::optional<std::string> Text =
      readSource(("test/Clang/silencing/" + Twine(Name)).str());
  EXPECT_TRUE(Text) << Name.str();
  return Text.value_or("");
}

static size_t countMatches(StringRef Text, StringRef Pattern) {
  Regex Expression(Pattern);
  size_t Count = 0;
  SmallVector<StringRef, 2> Match;
  while (Expression.match(Text, &Match)) {
    ++Count;
    Text = Text.substr(Match[0].end() - Text.begin());
  }
  return Count;
}

/// The diagnostics that have a subject. The others are about what the user has
/// written for Offstack.
TEST(Silencing, EverySubjectHasACaseInEveryWay) {
  std::string Subjects = readWay("Inputs/subjects.h");
  for (StringRef Way : Ways) {
    std::string Text = readWay(Way);
    for (const DiagnosticRow &Row : getDiagnosticRows()) {
      std::string Name = Row.Name.str();
      if (!StringRef(Subjects).contains("offstack-" + Name + ")"))
        continue;
      llvm::replace(Name, '-', '_');
      EXPECT_TRUE(StringRef(Text).contains("silent_" + Name) ||
                  StringRef(Text).contains("offstack-" + Row.Name.str() + ")"))
          << Way.str() << " has no case for " << Row.Name.str();
    }
  }
}

TEST(Silencing, HasTheCasesThatItClaims) {
  size_t Silent = 0, Reported = 0;
  for (const SourceFile &File : readSources("test/Clang/silencing")) {
    Silent += countMatches(
        File.Text, "(^|[^a-z_])silent_[a-z_]+\\((void|int|unsigned|struct)");
    Reported += countMatches(File.Text, "-(warning|error) ");
  }
  EXPECT_GE(Silent, 75u);
  EXPECT_GE(Reported, 75u);
  EXPECT_GE(Silent + Reported, 150u);
  RecordProperty("silent", static_cast<int>(Silent));
  RecordProperty("reported", static_cast<int>(Reported));
}
