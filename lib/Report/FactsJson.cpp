//===- FactsJson.cpp - The facts of a finding, as JSON --------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is empty is not written, and what is not there is empty.
//
//===----------------------------------------------------------------------===//

#include "FactsJson.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using json::ObjectMapper;
using json::OStream;
using json::Path;

namespace offstack {

std::string makeUtf8(StringRef Text) {
  return json::isUTF8(Text) ? Text.str() : json::fixUTF8(Text);
}

void writeText(OStream &J, StringRef Name, StringRef Text) {
  if (!Text.empty())
    J.attribute(Name, makeUtf8(Text));
}

void writeNumber(OStream &J, StringRef Name, std::optional<uint64_t> Number) {
  if (Number)
    J.attribute(Name, *Number);
}

void writePlace(OStream &J, StringRef Name, const SourcePlace &Place) {
  if (Place.File.empty())
    return;
  J.attributeObject(Name, [&] {
    writeText(J, "file", Place.File);
    if (Place.Line)
      J.attribute("line", Place.Line);
    if (Place.Column)
      J.attribute("column", Place.Column);
  });
}

static void writePart(OStream &J, const FramePart &Part) {
  J.object([&] {
    J.attribute("kind", getPartKindName(Part.Kind));
    writeText(J, "name", Part.Name);
    J.attribute("bytes", Part.Bytes);
    writeText(J, "inlinedFrom", Part.InlinedFrom);
    writePlace(J, "location", Part.Place);
  });
}

static void writeStep(OStream &J, const CallStep &Step) {
  J.object([&] {
    writeText(J, "caller", Step.Caller);
    writeText(J, "callee", Step.Callee);
    writePlace(J, "location", Step.Place);
  });
}

void writeFacts(OStream &J, const FindingFacts &Facts) {
  writeText(J, "function", Facts.Function);
  writeText(J, "symbol", Facts.Symbol);
  if (Facts.IsLocalToFile)
    J.attribute("isLocalToFile", true);
  writeText(J, "variable", Facts.Variable);
  writeText(J, "type", Facts.Type);
  writeNumber(J, "bytes", Facts.Bytes);
  writeNumber(J, "limitBytes", Facts.LimitBytes);
  writeNumber(J, "stackBytes", Facts.StackBytes);
  writeNumber(J, "depthLevels", Facts.DepthLevels);
  if (!Facts.Parts.empty())
    J.attributeArray("parts", [&] {
      for (const FramePart &Part : Facts.Parts)
        writePart(J, Part);
    });
  if (!Facts.Cycle.empty())
    J.attributeArray("cycle", [&] {
      for (const CallStep &Step : Facts.Cycle)
        writeStep(J, Step);
    });
}

void writeUnits(OStream &J, const std::vector<CompilationUnit> &Units) {
  for (const CompilationUnit &Unit : Units)
    J.object([&] {
      writeText(J, "source", Unit.Source);
      writeText(J, "output", Unit.Output);
      writeText(J, "directory", Unit.Directory);
      writeText(J, "plugin", Unit.Plugin);
    });
}

void writeUnitIndices(OStream &J, const Finding &F,
                      const std::vector<CompilationUnit> &Units) {
  J.attributeArray("units", [&] {
    for (const CompilationUnit &Unit : F.Units) {
      auto Place = lower_bound(Units, Unit);
      assert(Place != Units.end() && *Place == Unit &&
             "a finding of a unit that is not in the report");
      J.value(static_cast<int64_t>(Place - Units.begin()));
    }
  });
}

bool fromJSON(const json::Value &E, SourcePlace &Place, Path P) {
  ObjectMapper O(E, P);
  return O && O.map("file", Place.File) && O.mapOptional("line", Place.Line) &&
         O.mapOptional("column", Place.Column);
}

static bool fromJSON(const json::Value &E, FramePartKind &Kind, Path P) {
  std::optional<FramePartKind> Found =
      findPartKind(E.getAsString().value_or(""));
  if (!Found) {
    P.report("expected a kind of part");
    return false;
  }
  Kind = *Found;
  return true;
}

bool fromJSON(const json::Value &E, BaselineState &State, Path P) {
  std::optional<BaselineState> Found = findState(E.getAsString().value_or("?"));
  if (!Found) {
    P.report("expected new, grown or unchanged");
    return false;
  }
  State = *Found;
  return true;
}

static bool fromJSON(const json::Value &E, FramePart &Part, Path P) {
  ObjectMapper O(E, P);
  return O && O.map("kind", Part.Kind) && O.mapOptional("name", Part.Name) &&
         O.map("bytes", Part.Bytes) &&
         O.mapOptional("inlinedFrom", Part.InlinedFrom) &&
         O.mapOptional("location", Part.Place);
}

static bool fromJSON(const json::Value &E, CallStep &Step, Path P) {
  ObjectMapper O(E, P);
  return O && O.mapOptional("caller", Step.Caller) &&
         O.mapOptional("callee", Step.Callee) &&
         O.mapOptional("location", Step.Place);
}

bool fromJSON(const json::Value &E, FindingFacts &Facts, Path P) {
  ObjectMapper O(E, P);
  return O && O.mapOptional("function", Facts.Function) &&
         O.mapOptional("symbol", Facts.Symbol) &&
         O.mapOptional("isLocalToFile", Facts.IsLocalToFile) &&
         O.mapOptional("variable", Facts.Variable) &&
         O.mapOptional("type", Facts.Type) && O.map("bytes", Facts.Bytes) &&
         O.map("limitBytes", Facts.LimitBytes) &&
         O.map("stackBytes", Facts.StackBytes) &&
         O.map("depthLevels", Facts.DepthLevels) &&
         O.mapOptional("parts", Facts.Parts) &&
         O.mapOptional("cycle", Facts.Cycle);
}

bool fromJSON(const json::Value &E, CompilationUnit &Unit, Path P) {
  ObjectMapper O(E, P);
  return O && O.map("source", Unit.Source) &&
         O.mapOptional("output", Unit.Output) &&
         O.mapOptional("directory", Unit.Directory) &&
         O.mapOptional("plugin", Unit.Plugin);
}

std::optional<std::vector<CompilationUnit>>
findUnits(const std::vector<unsigned> &Indices,
          const std::vector<CompilationUnit> &Units, Path P) {
  std::vector<CompilationUnit> Found;
  for (unsigned Index : Indices) {
    if (Index >= Units.size()) {
      P.report("expected numbers of elements of the report's units");
      return std::nullopt;
    }
    Found.push_back(Units[Index]);
  }
  return Found;
}

} // namespace offstack
