//===- Samples.h - Findings for the tests of Report -------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TEST_UNIT_REPORT_SAMPLES_H
#define OFFSTACK_TEST_UNIT_REPORT_SAMPLES_H

#include "Offstack/Report/Report.h"

namespace offstack {

inline CompilationUnit makeUnit(std::string Source,
                                std::string Directory = "/build") {
  return {Source, Source + ".o", std::move(Directory), "OffstackClang"};
}

/// Returns a warning about a variable of \p Bytes.
inline Finding makeLocal(std::string Fingerprint, std::string File,
                         unsigned Line, uint64_t Bytes,
                         std::vector<CompilationUnit> Units = {}) {
  Finding F;
  F.Rule = "large-local";
  F.Message = "local variable 'buf' is large (offstack-large-local)";
  F.Fingerprint = std::move(Fingerprint);
  F.Place = {std::move(File), Line, 8};
  F.Facts.Function = "f";
  F.Facts.Variable = "buf";
  F.Facts.Bytes = Bytes;
  F.Units = std::move(Units);
  return F;
}

/// Returns a report that has something in every field there is.
inline Report makeFullReport() {
  CompilationUnit A = makeUnit("a.cpp"), B = makeUnit("b.cpp");
  Finding F = makeLocal("0123456789abcdef", "dir/a b.cpp", 3, 4096, {A, B});
  F.Level = FindingLevel::Error;
  F.Facts.Symbol = "_Z1fv";
  F.Facts.IsLocalToFile = true;
  F.Facts.Type = "char[4096]";
  F.Facts.LimitBytes = 1024;
  F.Facts.StackBytes = UINT64_MAX;
  F.Facts.DepthLevels = 7;
  F.Facts.Parts = {
      {FramePartKind::Variable, "buf", 4000, {"a.cpp", 3, 8}, "inlined"},
      {FramePartKind::SavedRegisters, "saved registers", 96, {}, ""}};
  F.Facts.Cycle = {{"f", "g", {"a.cpp", 4, 3}}, {"g", "f", {}}};
  F.Notes = {{"use a \"vector\"",
              {"/usr/include/x.h", 1, 0},
              {{{"a.cpp", 3, 3}, 3, 12, "std::vector<char> buf(4096)"},
               {{"a.cpp", 1, 1}, 1, 1, "#include <vector>\n"}}},
             {"and nowhere in particular", {}, {}}};
  F.Fix = {{{"a.cpp", 3, 3}, 3, 3, "static "}};
  F.State = BaselineState::Grown;
  F.BaselineBytes = 2048;
  Finding G;
  G.Rule = "infinite";
  G.Level = FindingLevel::Remark;
  G.Message = "without any facts";
  G.Fingerprint = "fedcba9876543210";
  G.State = BaselineState::Unchanged;
  G.Units = {B};
  return {{A, B}, {F, G}};
}

} // namespace offstack

#endif // OFFSTACK_TEST_UNIT_REPORT_SAMPLES_H
