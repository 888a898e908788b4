//===- DocPages.h - The pages of docs/ --------------------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The command holds the documentation that it was built with, so that it
// explains what it prints wherever it runs.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TOOL_DOCPAGES_H
#define OFFSTACK_TOOL_DOCPAGES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace offstack {

/// One page. Both strings live as long as the program.
struct DocPage {
  /// The file below docs/ without its ending, as "hazards/gc-root".
  llvm::StringRef Name;
  /// Markdown.
  llvm::StringRef Text;
};

/// Returns all pages, sorted by name.
llvm::ArrayRef<DocPage> getDocPages();

/// Returns the text of the page \p Name, or an empty string.
llvm::StringRef findDocPage(llvm::StringRef Name);

/// Returns the first heading of \p Text, a page, without marks: "Options".
std::string getPageTitle(llvm::StringRef Text);

/// Returns the section of \p Text with the heading \p Title ("## Title"), with
/// the heading and up to the next of its rank, or an empty string.
llvm::StringRef findSection(llvm::StringRef Text, llvm::StringRef Title);

/// Returns the sections ("## ...") of \p Text, each with its heading.
std::vector<llvm::StringRef> splitSections(llvm::StringRef Text);

} // namespace offstack

#endif // OFFSTACK_TOOL_DOCPAGES_H
