//===- IgnoreEntries.cpp - The lines of an ignore list --------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Gives LLVM's reader one line at a time.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Support/IgnoreEntries.h"
#include "Offstack/Support/IgnoreList.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/LineIterator.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SpecialCaseList.h"

using namespace llvm;

namespace offstack {

/// A list of one section with at most one entry.
class IgnoreLine::OneLine : public SpecialCaseList {
public:
  explicit OneLine(const Twine &Text) {
    std::string Reason;
    [[maybe_unused]] bool IsRead = createInternal(
        MemoryBuffer::getMemBufferCopy(Text.str()).get(), Reason);
    assert(IsRead && "the whole list was read, and its line is not");
  }

  // Before the sections of the list is one for entries without a section.
  bool isIn(StringRef Section) const {
    return sections().back().matchName(Section);
  }

  bool hasKind(StringRef Kind) const {
    return sections().back().hasPrefix(Kind);
  }
};

static std::string joinLines(StringRef Version, StringRef Section,
                             StringRef Text) {
  std::string Lines;
  for (StringRef Line : {Version, Section, Text})
    if (!Line.empty())
      Lines += (Line + "\n").str();
  return Lines;
}

IgnoreLine::IgnoreLine(unsigned Number, StringRef Text, StringRef Section,
                       StringRef Version)
    : Number(Number), Text(Text),
      List(std::make_unique<OneLine>(joinLines(Version, Section, Text))) {}

IgnoreLine::IgnoreLine(IgnoreLine &&) = default;
IgnoreLine &IgnoreLine::operator=(IgnoreLine &&) = default;
IgnoreLine::~IgnoreLine() = default;

bool IgnoreLine::isIn(StringRef Section) const { return List->isIn(Section); }

bool IgnoreLine::hasKind(StringRef Kind) const { return List->hasKind(Kind); }

bool IgnoreLine::isLookedUp() const {
  return !hasCategory() &&
         any_of(IgnoreKinds, [&](StringRef Kind) { return hasKind(Kind); });
}

bool IgnoreLine::matches(StringRef Section, const IgnoreQuery &Query) const {
  return matchesAnything(*List, Section, Query);
}

std::vector<IgnoreLine> splitIgnoreList(const MemoryBuffer &List) {
  std::vector<IgnoreLine> Lines;
  StringRef Version, Section;
  if (List.getBuffer().starts_with("#!special-case-list-v"))
    Version = List.getBuffer().split('\n').first;
  // As SpecialCaseList::parse does it.
  for (line_iterator Line(List, /*SkipBlanks=*/true, /*CommentMarker=*/'#');
       !Line.is_at_eof(); ++Line) {
    StringRef Text = Line->trim();
    if (Text.empty())
      continue;
    bool IsHead = Text.starts_with("[");
    if (IsHead)
      Section = Text;
    Lines.emplace_back(Line.line_number(), Text, IsHead ? "" : Section,
                       Version);
  }
  return Lines;
}

} // namespace offstack
