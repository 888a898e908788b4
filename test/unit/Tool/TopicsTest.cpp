//===- TopicsTest.cpp - Names, and what can follow ------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every row has something to tell, misspelt names are met, and completion knows
// where it is on a line.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/Topics.h"
#include "Offstack/Tool/Completion.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace offstack;

TEST(Topics, AllHaveAText) {
  for (const Topic &T : getTopics()) {
    EXPECT_FALSE(T.Summary.empty()) << T.Name.str();
    std::string Text = getTopicText(T);
    EXPECT_TRUE(StringRef(Text).starts_with("# ")) << T.Name.str();
    EXPECT_GT(Text.size(), 100u) << T.Name.str();
    EXPECT_FALSE(findTopics(T.Name).empty()) << T.Name.str();
  }
}

TEST(Topics, AreFoundAsTheyAreMet) {
  for (StringRef Name :
       {"keep", "offstack::keep", "[[offstack::keep(\"why\")]]",
        "offstack_keep", "offstack-keep"}) {
    ASSERT_EQ(findTopics(Name).size(), 1u) << Name.str();
    EXPECT_EQ(findTopics(Name)[0].Kind, TopicKind::Attribute);
  }
  for (StringRef Name :
       {"stack", "stack=musl", "--stack", "-fplugin-arg-offstack-stack=1M"}) {
    ASSERT_EQ(findTopics(Name).size(), 1u) << Name.str();
    EXPECT_EQ(findTopics(Name)[0].Kind, TopicKind::Option);
  }
  // The command's own page begins with what is taken off other names.
  EXPECT_EQ(findTopics("offstack-command").size(), 1u);
  EXPECT_TRUE(findTopics("").empty());
  EXPECT_TRUE(findTopics("offstack-").empty());
}

TEST(Topics, AreSuggested) {
  EXPECT_EQ(suggestTopics("unbouded"), std::vector<StringRef>{"unbounded"});
  EXPECT_TRUE(is_contained(suggestTopics("Large-Locl"), "large-local"));
  EXPECT_TRUE(is_contained(suggestTopics("escape"), "local-escape"));
  EXPECT_TRUE(suggestTopics("qqqqqqq").empty());
  EXPECT_LE(suggestTopics("a").size(), 3u);
}

static const CommandInfo Commands[] = {
    {"cc", CommandGroup::Compile, "compiles", "", "", ArgumentKind::File, {}},
    {"explain",
     CommandGroup::Learn,
     "explains",
     "",
     "",
     ArgumentKind::Topic,
     {{"color", "auto|never", ""}, {"p", "<folder>", ""}}}};

/// Returns the words that the last of \p Words can become.
static std::string complete(std::vector<std::string> Words) {
  return join(map_range(completeWords(Commands, Words),
                        [](const Candidate &C) { return C.Word; }),
              " ");
}

TEST(Completion, KnowsWhereItIs) {
  EXPECT_EQ(complete({""}), "cc explain");
  EXPECT_EQ(complete({"--box", "e"}), "explain");
  EXPECT_EQ(complete({"--comp"}), "--compiler=");
  // A flag wants no value.
  EXPECT_EQ(complete({"--bo"}), "--box");
  EXPECT_EQ(complete({"--alloc="}), "--alloc=cache --alloc=malloc");
  EXPECT_EQ(complete({"--local="}), "");
  EXPECT_EQ(complete({"explain", "gc-r"}), "gc-root");
  EXPECT_EQ(complete({"explain", "unbounded", "gc-r"}), "gc-root");
  EXPECT_EQ(complete({"explain", "-"}), "--color= -p");
  EXPECT_EQ(complete({"explain", "--color=n"}), "--color=never");
  // Options of the program are those before the command.
  EXPECT_EQ(complete({"explain", "--bo"}), "");
  EXPECT_EQ(complete({"cc", "--bo"}), "");
  EXPECT_EQ(complete({"frob", "e"}), "");
  EXPECT_EQ(complete({}), "");
}
