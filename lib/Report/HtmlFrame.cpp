//===- HtmlFrame.cpp - Frames on the page ---------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Draws what fills a frame.
//
//===----------------------------------------------------------------------===//

#include "HtmlParts.h"
#include "Offstack/Support/ByteSize.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace offstack {

/// Returns the name of \p Part, or the word for its kind where it has none.
static std::string getName(const FramePart &Part) {
  return Part.Name.empty() ? getPartKindName(Part.Kind).str() : Part.Name;
}

static uint64_t sumBytes(ArrayRef<FramePart> Parts) {
  uint64_t Sum = 0;
  for (const FramePart &Part : Parts)
    Sum += Part.Bytes;
  return Sum;
}

/// Returns the parts, which are sorted, that are too small to be seen in a bar:
/// less than a hundredth of all.
static ArrayRef<FramePart> findSmall(ArrayRef<FramePart> Parts) {
  const uint64_t Least = sumBytes(Parts) / 100;
  return Parts.drop_while(
      [&](const FramePart &Part) { return Part.Bytes >= Least; });
}

static void writeShare(StringRef Kind, StringRef Name, uint64_t Bytes,
                       raw_ostream &OS) {
  OS << "<span class=\"" << Kind << "\" style=\"flex-grow:" << Bytes
     << "\" title=\"" << escapeHtml(Name) << ": " << formatByteSize(Bytes)
     << "\"></span>";
}

void writeFrameBar(ArrayRef<FramePart> Parts,
                   std::optional<uint64_t> LimitBytes, raw_ostream &OS) {
  const uint64_t Sum = sumBytes(Parts);
  if (!Sum)
    return;
  OS << "<span class=\"bar\" role=\"img\" aria-label=\"what fills the "
        "frame\">";
  ArrayRef<FramePart> Small = findSmall(Parts);
  for (const FramePart &Part : Parts.drop_back(Small.size()))
    writeShare(getPartKindName(Part.Kind), getName(Part), Part.Bytes, OS);
  if (!Small.empty())
    writeShare("other", utostr(Small.size()) + " smaller", sumBytes(Small), OS);
  if (LimitBytes && *LimitBytes < Sum)
    OS << "<i style=\"left:"
       << format("%.2f", 100.0 * static_cast<double>(*LimitBytes) /
                             static_cast<double>(Sum))
       << "%\" title=\"limit: " << formatByteSize(*LimitBytes) << "\"></i>";
  OS << "</span>\n";
}

static void writePart(const FramePart &Part, raw_ostream &OS) {
  OS << "<tr><td><span class=\"swatch " << getPartKindName(Part.Kind)
     << "\"></span><code>" << escapeHtml(getName(Part)) << "</code></td><td>"
     << formatByteSize(Part.Bytes) << "</td><td>" << getPartKindName(Part.Kind);
  if (!Part.InlinedFrom.empty())
    OS << ", inlined from <code>" << escapeHtml(Part.InlinedFrom) << "</code>";
  if (Part.Place.Line)
    OS << ", line " << Part.Place.Line;
  OS << "</td></tr>\n";
}

void writeFrameParts(ArrayRef<FramePart> Parts, raw_ostream &OS) {
  ArrayRef<FramePart> Small = findSmall(Parts);
  OS << "<div><table class=\"parts\">\n";
  for (const FramePart &Part : Parts.drop_back(Small.size()))
    writePart(Part, OS);
  if (!Small.empty())
    OS << "<tr><td><span class=\"swatch other\"></span>" << Small.size()
       << " smaller</td><td>" << formatByteSize(sumBytes(Small))
       << "</td><td></td></tr>\n";
  OS << "</table></div>\n";
}

} // namespace offstack
