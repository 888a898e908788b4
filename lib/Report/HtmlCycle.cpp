//===- HtmlCycle.cpp - Cycles on the page ---------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Draws a cycle of calls as SVG: the functions below each other, arrows between
// them, and one beside them from the last back to the first.
//
//===----------------------------------------------------------------------===//

#include "HtmlParts.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace offstack {

// Lengths are in the drawing's own unit, about a pixel.
static constexpr size_t BoxHeight = 28;
static constexpr size_t Gap = 34;
static constexpr size_t Margin = 8;
static constexpr size_t CharWidth = 8;
/// The room at the side for the way back and its place.
static constexpr size_t ReturnWidth = 60;
/// Longer names are cut; the whole one is shown where the pointer rests on it.
static constexpr size_t MaxNameChars = 60;
/// A cycle with more functions is drawn without those in the middle.
static constexpr size_t MaxBoxes = 24;

/// Returns \p Name, cut where it is too long, between characters.
static std::string shortenName(StringRef Name) {
  if (Name.size() <= MaxNameChars)
    return Name.str();
  size_t End = MaxNameChars;
  while (End && (static_cast<unsigned char>(Name[End]) & 0xC0) == 0x80)
    --End;
  return Name.take_front(End).str() + "\xe2\x80\xa6";
}

/// Returns where \p Step calls, as "file.c:12"; empty if that is not known.
static std::string printStep(const CallStep &Step) {
  if (!Step.Place.Line)
    return "";
  return (sys::path::filename(Step.Place.File) + ":" + Twine(Step.Place.Line))
      .str();
}

static void writeBox(StringRef Name, size_t Top, size_t Width,
                     raw_ostream &OS) {
  OS << "<g><title>" << escapeHtml(Name) << "</title><rect x=\"" << Margin
     << "\" y=\"" << Top << "\" width=\"" << Width << "\" height=\""
     << BoxHeight << "\" rx=\"5\"/><text x=\"" << Margin + Width / 2
     << "\" y=\"" << Top + BoxHeight / 2 + 4 << "\" text-anchor=\"middle\">"
     << escapeHtml(shortenName(Name)) << "</text></g>\n";
}

/// Writes the head of an arrow that points down at (\p X, \p Y), or to the
/// left.
static void writeHead(size_t X, size_t Y, bool PointsLeft, raw_ostream &OS) {
  OS << "<path class=\"head\" d=\"M" << X << ' ' << Y;
  if (PointsLeft)
    OS << "l9 -5v10z";
  else
    OS << "l-5 -9h10z";
  OS << "\"/>\n";
}

static void writeLabel(size_t X, size_t Y, const CallStep &Step,
                       raw_ostream &OS) {
  std::string Text = printStep(Step);
  if (!Text.empty())
    OS << "<text class=\"step\" x=\"" << X << "\" y=\"" << Y << "\">"
       << escapeHtml(Text) << "</text>\n";
}

/// Writes the arrow from the box above \p Top to the box there.
static void writeCall(size_t Top, size_t Middle, const CallStep &Step,
                      raw_ostream &OS) {
  OS << "<path class=\"arrow\" d=\"M" << Middle << ' ' << Top - Gap << "V"
     << Top - 8 << "\"/>\n";
  writeHead(Middle, Top, /*PointsLeft=*/false, OS);
  writeLabel(Middle + 8, Top - Gap / 2 + 3, Step, OS);
}

/// Writes the arrow from the box at \p Bottom round to the one at the top.
static void writeReturn(size_t Bottom, size_t Width, const CallStep &Step,
                        raw_ostream &OS) {
  const size_t Right = Margin + Width;
  const size_t First = Margin + BoxHeight / 2;
  size_t Last = Bottom + BoxHeight / 2;
  // A function that calls itself leaves its box below the middle.
  if (Last == First)
    Last += BoxHeight / 4;
  OS << "<path class=\"arrow\" d=\"M" << Right << ' ' << Last << "h20q20 0 20 "
     << (Last - First > 40 ? "-20" : "-4") << "V"
     << (Last - First > 40 ? First + 20 : First + 4) << "q0 "
     << (Last - First > 40 ? "-20" : "-4") << " -20 "
     << (Last - First > 40 ? "-20" : "-4") << "H" << Right + 8 << "\"/>\n";
  writeHead(Right, First, /*PointsLeft=*/true, OS);
  writeLabel(Right + 46, (First + Last) / 2 + 4, Step, OS);
}

/// Returns the boxes to draw: \p Steps, or the begin and the end of it with a
/// step between them that says how many are left out.
static std::vector<CallStep> chooseSteps(ArrayRef<CallStep> Steps) {
  if (Steps.size() <= MaxBoxes)
    return Steps.vec();
  std::vector<CallStep> Chosen = Steps.take_front(MaxBoxes / 2).vec();
  CallStep Omitted;
  Omitted.Caller =
      "and " + std::to_string(Steps.size() - MaxBoxes + 1) + " more";
  Chosen.push_back(std::move(Omitted));
  append_range(Chosen, Steps.take_back(MaxBoxes / 2 - 1));
  return Chosen;
}

void writeCycle(ArrayRef<CallStep> AllSteps, raw_ostream &OS) {
  std::vector<CallStep> Steps = chooseSteps(AllSteps);
  size_t Chars = 8, LabelChars = 0;
  for (const CallStep &Step : Steps) {
    Chars = std::max(Chars, std::min(Step.Caller.size(), MaxNameChars));
    LabelChars = std::max(LabelChars, printStep(Step).size());
  }
  const size_t Width = Chars * CharWidth + 2 * Margin;
  const size_t Height = Steps.size() * (BoxHeight + Gap) - Gap + 2 * Margin;
  const size_t AllWidth =
      2 * Margin + Width + ReturnWidth + LabelChars * CharWidth;
  OS << "<svg class=\"cycle\" role=\"img\" width=\"" << AllWidth
     << "\" height=\"" << Height << "\" viewBox=\"0 0 " << AllWidth << ' '
     << Height << "\"><title>a cycle of " << AllSteps.size()
     << (AllSteps.size() == 1 ? " call" : " calls") << "</title>\n";
  size_t Top = Margin;
  for (size_t I = 0; I != Steps.size(); ++I, Top += BoxHeight + Gap) {
    if (I)
      writeCall(Top, Margin + Width / 2, Steps[I - 1], OS);
    writeBox(Steps[I].Caller, Top, Width, OS);
  }
  writeReturn(Top - BoxHeight - Gap, Width, Steps.back(), OS);
  OS << "</svg>\n";
}

} // namespace offstack
