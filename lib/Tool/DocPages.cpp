//===- DocPages.cpp - The pages of docs/ ----------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Holds the pages, which cmake/EmbedPages.cmake writes, and takes them apart.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/DocPages.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offstack {

static const DocPage Pages[] = {
#include "DocPages.inc"
};

ArrayRef<DocPage> getDocPages() { return Pages; }

StringRef findDocPage(StringRef Name) {
  const DocPage *Page =
      find_if(Pages, [&](const DocPage &P) { return P.Name == Name; });
  return Page == std::end(Pages) ? "" : Page->Text;
}

std::string getPageTitle(StringRef Text) {
  std::string Title = Text.split('\n').first.ltrim("# ").str();
  llvm::erase(Title, '`');
  return Title;
}

std::vector<StringRef> splitSections(StringRef Text) {
  static constexpr StringLiteral Mark = "\n## ";
  std::vector<StringRef> Sections;
  size_t Begin = Text.find(Mark);
  while (Begin != StringRef::npos) {
    size_t End = Text.find(Mark, Begin + 1);
    Sections.push_back(Text.slice(Begin + 1, End));
    Begin = End;
  }
  return Sections;
}

StringRef findSection(StringRef Text, StringRef Title) {
  for (StringRef Section : splitSections(Text))
    if (getPageTitle(Section) == Title)
      return Section;
  return "";
}

} // namespace offstack
