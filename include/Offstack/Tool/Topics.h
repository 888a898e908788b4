//===- Topics.h - What can be explained -------------------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every row of the registry and every page of the documentation has a name by
// which `offstack explain` tells of it.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TOOL_TOPICS_H
#define OFFSTACK_TOOL_TOPICS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace offstack {

/// Where a topic comes from, in the order of lists.
enum class TopicKind { Diagnostic, Hazard, Rule, Option, Attribute, Page };

/// One thing that has a name.
struct Topic {
  TopicKind Kind;
  /// As "large-local"; of a page the name of its file. Lives as long as the
  /// program.
  llvm::StringRef Name;
  /// A part of a sentence; of a page its title.
  std::string Summary;
};

/// Returns all topics by kind, in the order of their tables.
std::vector<Topic> getTopics();

/// Returns the words for the topics of \p Kind, for a heading: "Diagnostics".
llvm::StringRef getKindTitle(TopicKind Kind);

/// Returns what \p Name means: none, one, or several, as an option and an
/// attribute may have the same name. The name may be written as where it was
/// met: "offstack-unbounded", "stack=musl", "[[offstack::keep]]".
std::vector<Topic> findTopics(llvm::StringRef Name);

/// Returns the names, at most three, that \p Name may have been meant to be,
/// the nearest first; none when there is no similar one.
std::vector<llvm::StringRef> suggestTopics(llvm::StringRef Name);

/// Returns what is to be told of \p T, as Markdown.
std::string getTopicText(const Topic &T);

} // namespace offstack

#endif // OFFSTACK_TOOL_TOPICS_H
