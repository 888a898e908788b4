//===- Topics.cpp - What can be explained ---------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Collects names from the registry and the pages, and the text for each.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/Topics.h"
#include "Offstack/Registry/Attributes.h"
#include "Offstack/Registry/Diagnostics.h"
#include "Offstack/Registry/Hazards.h"
#include "Offstack/Registry/Rules.h"
#include "Offstack/Tool/DocPages.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace offstack {

namespace {
struct OptionRow {
  StringRef Name, Syntax, Default, Help;
};
} // namespace

static const OptionRow OptionRows[] = {
#define OFFSTACK_OPTION(Id, Kind, Name, Syntax, Default, Help)                 \
  {Name, Syntax, Default, Help},
#include "Offstack/Registry/Options.def"
};

std::vector<Topic> getTopics() {
  std::vector<Topic> Topics;
  for (const DiagnosticRow &Row : getDiagnosticRows())
    Topics.push_back({TopicKind::Diagnostic, Row.Name, Row.Summary.str()});
  for (const HazardRow &Row : getHazardRows())
    Topics.push_back({TopicKind::Hazard, Row.Name, Row.Reason.str()});
  for (const RuleRow &Row : getRuleRows())
    Topics.push_back({TopicKind::Rule, Row.Name, Row.Treatment.str()});
  for (const OptionRow &Row : OptionRows)
    Topics.push_back({TopicKind::Option, Row.Name, Row.Help.str()});
  for (const AttributeRow &Row : getAttributeRows())
    Topics.push_back({TopicKind::Attribute, Row.Name, Row.Summary.str()});
  for (const DocPage &Page : getDocPages()) {
    StringRef Name = Page.Name;
    // A folder's own page has the name of the folder; the others in it are
    // those of rows.
    if (Name.consume_back("/README") || !Name.contains('/'))
      Topics.push_back({TopicKind::Page, Name, getPageTitle(Page.Text)});
  }
  return Topics;
}

StringRef getKindTitle(TopicKind Kind) {
  switch (Kind) {
  case TopicKind::Diagnostic:
    return "Diagnostics";
  case TopicKind::Hazard:
    return "Hazards: kept on the stack because";
  case TopicKind::Rule:
    return "Rules: the pass";
  case TopicKind::Option:
    return "Options";
  case TopicKind::Attribute:
    return "Attributes";
  case TopicKind::Page:
    return "Pages";
  }
  llvm_unreachable("all kinds are above");
}

/// Returns \p Name without what stands around it in messages, on command lines
/// and in source.
static StringRef getBareName(StringRef Name) {
  Name = Name.trim("[]()-' ");
  Name = Name.take_until([](char C) { return C == '=' || C == '('; });
  Name.consume_front("fplugin-arg-");
  Name.consume_front("offstack-") || Name.consume_front("offstack::") ||
      Name.consume_front("offstack_");
  Name.consume_front("docs/");
  Name.consume_back(".md");
  return Name;
}

std::vector<Topic> findTopics(StringRef Name) {
  std::vector<Topic> Topics = getTopics();
  erase_if(Topics, [Bare = getBareName(Name), Name](const Topic &T) {
    return T.Name != Bare && T.Name != Name;
  });
  return Topics;
}

std::vector<StringRef> suggestTopics(StringRef Name) {
  StringRef Bare = getBareName(Name);
  // A third of the letters may be wrong, or the name may be a part of it.
  const unsigned Limit = Bare.size() / 3 + 1;
  std::vector<std::pair<unsigned, StringRef>> Near;
  for (const Topic &T : getTopics()) {
    unsigned Distance = T.Name.edit_distance_insensitive(
        Bare, /*AllowReplacements=*/true, Limit);
    if (Bare.size() > 2 && T.Name.contains(Bare))
      Distance = std::min(Distance, 1u);
    if (Distance <= Limit)
      Near.emplace_back(Distance, T.Name);
  }
  sort(Near);
  std::vector<StringRef> Names;
  for (const auto &[Distance, Candidate] : Near)
    if (!is_contained(Names, Candidate) && Names.size() < 3)
      Names.push_back(Candidate);
  return Names;
}

/// Returns the parts of the page on options that tell of \p Name.
static std::string getOptionSections(StringRef Name) {
  std::string Text;
  for (StringRef Section : splitSections(findDocPage("options"))) {
    std::string Title = getPageTitle(Section);
    // Those two are about all options.
    if (Title == "Where to write them" || Title == "Errors")
      continue;
    if (Section.contains(("`" + Name + "`").str()) ||
        Section.contains(("`" + Name + "=").str()))
      Text += Section;
  }
  return Text;
}

/// Returns the row of a table: \p Where, and how an option is written there. A
/// bar that is no end of a cell is marked as Markdown wants it.
static std::string makeOptionRow(StringRef Where, const Twine &How) {
  std::string Escaped;
  for (char C : How.str())
    Escaped += (C == '|' ? "\\" : "") + std::string(1, C);
  return ("| " + Where + " | `" + Escaped + "` |\n").str();
}

static std::string getOptionText(const OptionRow &Row) {
  // A flag is turned on by its name.
  bool HasValue = Row.Syntax != "true|false";
  std::string Assignment =
      (Row.Name + (HasValue ? "=" : "") + (HasValue ? Row.Syntax : "")).str();
  return ("# `" + Row.Name + "`\n\n> " + Row.Help + "\n\nValue: `" +
          Row.Syntax + "`. Default: " + Row.Default +
          ".\n\n| where | how |\n|---|---|\n")
             .str() +
         makeOptionRow("`offstack`", "offstack --" + Assignment + " cc ...") +
         makeOptionRow("clang", "-fplugin-arg-offstack-" + Assignment) +
         makeOptionRow("environment", "OFFSTACK_OPTIONS=" + Assignment) + "\n" +
         getOptionSections(Row.Name) +
         "\nAll places: `offstack explain options`.\n";
}

static std::string getAttributeText(const AttributeRow &Row) {
  return ("# `[[offstack::" + Row.Name + Row.Arguments + "]]`\n\n> " +
          Row.Summary + "\n\nOn " + Row.Subjects + ".\n\n" +
          findSection(findDocPage("attributes"), Row.Name) +
          "\nOther spellings: `offstack explain attributes`.\n")
      .str();
}

std::string getTopicText(const Topic &T) {
  switch (T.Kind) {
  case TopicKind::Diagnostic:
    return findDocPage(("diagnostics/" + T.Name).str()).str();
  case TopicKind::Hazard:
    return findDocPage(("hazards/" + T.Name).str()).str();
  case TopicKind::Rule:
    return findDocPage(("rules/" + T.Name).str()).str();
  case TopicKind::Option:
    return getOptionText(*find_if(
        OptionRows, [&](const OptionRow &Row) { return Row.Name == T.Name; }));
  case TopicKind::Attribute:
    return getAttributeText(
        *find_if(getAttributeRows(),
                 [&](const AttributeRow &Row) { return Row.Name == T.Name; }));
  case TopicKind::Page: {
    StringRef Text = findDocPage(T.Name);
    return (Text.empty() ? findDocPage((T.Name + "/README").str()) : Text)
        .str();
  }
  }
  llvm_unreachable("all kinds are above");
}

} // namespace offstack
