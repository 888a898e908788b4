//===- CoverageTest.cpp - Every row is tested and documented --------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A row of the registry comes with a test and a page, a page with a row, and
// the tables in docs/ are those that the registry prints.
//
//===----------------------------------------------------------------------===//

#include "../SourceFiles.h"
#include "Offstack/Registry/Attributes.h"
#include "Offstack/Registry/Diagnostics.h"
#include "Offstack/Registry/Hazards.h"
#include "Offstack/Registry/MarkdownTables.h"
#include "Offstack/Registry/Rules.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace offstack;

static const StringRef OptionNames[] = {
#define OFFSTACK_OPTION(Id, Kind, Name, Syntax, Default, Help) Name,
#include "Offstack/Registry/Options.def"
};

/// Returns all tests of the project.
static const std::vector<SourceFile> &getTests() {
  static const std::vector<SourceFile> Tests = readSources("test");
  return Tests;
}

static bool someTestMatches(const Twine &Pattern) {
  Regex Expression(Pattern.str());
  return any_of(getTests(), [&](const SourceFile &Test) {
    // This file has patterns and examples of its own.
    return !StringRef(Test.Path).ends_with("CoverageTest.cpp") &&
           Expression.match(Test.Text);
  });
}

/// Returns a pattern for text that passes the option \p Name in any spelling:
/// "local=4K", "<verify>", ";verify;", "offstack-local=4K".
static std::string getOptionPattern(StringRef Name) {
  return ("(offstack-|[<;:\"'= ])" + Name + "[=;>:\"']").str();
}

/// Returns the path of the file that a row named \p Name asks for.
static std::string getPath(StringRef Folder, StringRef Name, StringRef Ending) {
  return (Folder + "/" + Name + Ending).str();
}

/// Expects that \p Folder has a file for each of \p Rows and for nothing else.
template <typename Rows>
static void expectOneFileEach(StringRef Folder, StringRef Ending,
                              const Rows &Names) {
  for (const auto &Row : Names)
    EXPECT_TRUE(readSource(getPath(Folder, Row.Name, Ending)))
        << "missing: " << getPath(Folder, Row.Name, Ending);
  for (const SourceFile &File : readSources(Folder)) {
    StringRef Stem = sys::path::stem(File.Path);
    EXPECT_TRUE(
        Stem == "README" ||
        any_of(Names, [&](const auto &Row) { return Row.Name == Stem; }))
        << "no row of this name: " << File.Path;
  }
}

TEST(Coverage, EveryHazardHasATest) {
  expectOneFileEach("test/Transforms/hazards", ".ll", getHazardRows());
}

TEST(Coverage, EveryHazardTestHasANearMiss) {
  for (const HazardRow &Row : getHazardRows()) {
    std::string Path = getPath("test/Transforms/hazards", Row.Name, ".ll");
    std::string Text = readSource(Path).value_or("");
    EXPECT_TRUE(StringRef(Text).contains("@kept_")) << Path;
    // A by-value argument has no twin: it is never boxed.
    if (Row.Id != Hazard::ByValArgument)
      EXPECT_TRUE(StringRef(Text).contains("@boxed_")) << Path;
  }
}

TEST(Coverage, EveryHazardHasAPage) {
  expectOneFileEach("docs/hazards", ".md", getHazardRows());
  for (const HazardRow &Row : getHazardRows()) {
    std::string Path = getPath("docs/hazards", Row.Name, ".md");
    std::string Text = readSource(Path).value_or("");
    EXPECT_TRUE(StringRef(Text).starts_with(("# `" + Row.Name + "`\n").str()))
        << Path << " is to begin with the name";
    EXPECT_TRUE(StringRef(Text).contains(Row.Reason))
        << Path << " is to give the reason of the row: " << Row.Reason.str();
  }
}

TEST(Coverage, EveryRuleHasATest) {
  expectOneFileEach("test/Transforms/rules", ".ll", getRuleRows());
}

/// Returns how many functions of the test \p Text have names that begin with
/// one of \p Prefixes.
static size_t countFunctions(StringRef Text, ArrayRef<StringRef> Prefixes) {
  size_t Count = 0;
  SmallVector<StringRef, 128> Lines;
  Text.split(Lines, '\n');
  for (StringRef Line : Lines)
    if (Line.starts_with("define "))
      Count += any_of(Prefixes, [&](StringRef Prefix) {
        return Line.contains(("@" + Prefix).str());
      });
  return Count;
}

/// A rule is tested by what changes with one line: two functions at least, one
/// of which has a box.
TEST(Coverage, EveryRuleTestHasANearMiss) {
  for (const RuleRow &Row : getRuleRows()) {
    std::string Path = getPath("test/Transforms/rules", Row.Name, ".ll");
    std::string Text = readSource(Path).value_or("");
    EXPECT_GE(countFunctions(Text, {"boxed_"}), 1u) << Path;
    // One coroutine is both: kept before it is split, boxed after.
    if (Row.Id != Rule::SplitCoroutine)
      EXPECT_GE(countFunctions(Text, {"boxed_", "kept_", "removed"}), 2u)
          << Path;
  }
}

TEST(Coverage, EveryRuleTestRunsTheVerifier) {
  for (const RuleRow &Row : getRuleRows()) {
    std::string Path = getPath("test/Transforms/rules", Row.Name, ".ll");
    std::string Text = readSource(Path).value_or("");
    // The default pipeline has no place for it.
    EXPECT_TRUE(StringRef(Text).contains("verify") ||
                Row.Id == Rule::LateBoxing)
        << Path;
  }
}

TEST(Coverage, EveryRuleHasAPage) {
  expectOneFileEach("docs/rules", ".md", getRuleRows());
  for (const RuleRow &Row : getRuleRows()) {
    std::string Path = getPath("docs/rules", Row.Name, ".md");
    std::string Text = readSource(Path).value_or("");
    std::string Start =
        ("# `" + Row.Name + "`\n\n> " + Row.Treatment + "\n").str();
    EXPECT_TRUE(StringRef(Text).starts_with(Start))
        << Path << " is to begin with\n"
        << Start;
    EXPECT_TRUE(StringRef(Text).contains(
        ("`Transforms/rules/" + Row.Name + ".ll`").str()))
        << Path << " is to name its test";
  }
}

/// Returns true if \p Name, as pages write it, matches a test. A star is for a
/// part of its name.
static bool isTest(StringRef Name) {
  auto [Start, End] = Name.split('*');
  return any_of(getTests(), [&, Start = Start, End = End](const auto &Test) {
    StringRef Path = Test.Path;
    return Path.consume_front("test/") && Path.starts_with(Start) &&
           Path.ends_with(End);
  });
}

TEST(Coverage, TestsThatRulesNameExist) {
  Regex Named("`((Transforms|end-to-end)/[^`]*)`");
  for (const SourceFile &Page : readSources("docs/rules")) {
    SmallVector<StringRef, 3> Match;
    for (StringRef Rest = Page.Text; Named.match(Rest, &Match);
         Rest = Rest.substr(Match[0].end() - Rest.begin()))
      EXPECT_TRUE(isTest(Match[1]))
          << Page.Path << " names no test: " << Match[1].str();
  }
}

TEST(Coverage, EveryDiagnosticHasAPage) {
  expectOneFileEach("docs/diagnostics", ".md", getDiagnosticRows());
}

TEST(Coverage, EveryDiagnosticHasATest) {
  for (const DiagnosticRow &Row : getDiagnosticRows())
    EXPECT_TRUE(someTestMatches("offstack-" + Row.Name + "[^a-z-]"))
        << "no test expects offstack-" << Row.Name.str();
}

TEST(Coverage, EveryAttributeHasASection) {
  std::string Page = readSource("docs/attributes.md").value_or("");
  for (const AttributeRow &Row : getAttributeRows())
    EXPECT_TRUE(StringRef(Page).contains(("\n## " + Row.Name + "\n").str()))
        << Row.Name.str();
}

TEST(Coverage, EveryAttributeHasATest) {
  for (const AttributeRow &Row : getAttributeRows())
    EXPECT_TRUE(any_of(getTests(), [&](const SourceFile &Test) {
      return StringRef(Test.Path).starts_with("test/Clang/attributes/") &&
             sys::path::stem(Test.Path) == Row.Name;
    })) << Row.Name.str();
}

TEST(Coverage, EveryOptionIsDocumented) {
  std::string Page = readSource("docs/options.md").value_or("");
  for (StringRef Name : OptionNames)
    EXPECT_TRUE(StringRef(Page).contains(("`" + Name + "`").str()))
        << Name.str();
}

TEST(Coverage, EveryOptionIsTested) {
  for (StringRef Name : OptionNames)
    EXPECT_TRUE(someTestMatches(getOptionPattern(Name)))
        << "no test passes the option " << Name.str();
}

/// Prose that mentions an option is no test of it.
TEST(Coverage, TellsPassingAnOptionFromNamingIt) {
  Regex Local(getOptionPattern("local"));
  EXPECT_TRUE(Local.match("-passes='offstack-box<local=4K>'"));
  EXPECT_TRUE(Local.match("-mllvm -offstack-local=4K"));
  EXPECT_TRUE(Local.match("OFFSTACK_OPTIONS=frame=1M:local=4K"));
  EXPECT_FALSE(Local.match("the local variable"));
  EXPECT_FALSE(Local.match("-passes='offstack-box<recursive-local=4K>'"));
}

/// Expects that \p Path shows, between its markers for the table \p Name, what
/// \p Print prints.
static void expectTable(StringRef Path, StringRef Name,
                        function_ref<void(raw_ostream &)> Print) {
  std::string Expected;
  raw_string_ostream Stream(Expected);
  Print(Stream);
  std::string Text = readSource(Path).value_or("");
  std::string Begin = ("<!-- table: " + Name + " -->\n").str();
  ASSERT_TRUE(StringRef(Text).contains(Begin))
      << Path.str() << " has no line " << Begin;
  StringRef Shown =
      StringRef(Text).split(Begin).second.split("<!-- end of table -->").first;
  EXPECT_EQ(Shown.str(), Expected)
      << Path.str() << " is to show what 'offstack-registry " << Name.str()
      << "' prints:\n"
      << Expected;
}

TEST(Coverage, TablesInTheDocsAreUpToDate) {
  expectTable("docs/options.md", "options", printOptionTable);
  expectTable("docs/options.md", "profiles", printStackProfileTable);
  expectTable("docs/attributes.md", "attributes", printAttributeTable);
  expectTable("docs/diagnostics/README.md", "diagnostics",
              printDiagnosticTable);
  expectTable("docs/hazards/README.md", "hazards", printHazardTable);
  expectTable("docs/rules/README.md", "rules", printRuleTable);
}
