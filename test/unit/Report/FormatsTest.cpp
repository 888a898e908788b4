//===- FormatsTest.cpp - Both formats hold all of a report ----------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Offstack/Report/JsonReport.h"
#include "Offstack/Report/SarifReport.h"
#include "Samples.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace offstack;

using Writer = void (*)(const Report &, raw_ostream &);
using Reader = Expected<Report> (*)(const json::Value &);

static std::string print(Writer Write, const Report &R) {
  std::string Text;
  raw_string_ostream Stream(Text);
  Write(R, Stream);
  return Text;
}

static json::Value parse(StringRef Text) {
  Expected<json::Value> Document = json::parse(Text);
  EXPECT_TRUE(static_cast<bool>(Document)) << toString(Document.takeError());
  return *Document;
}

/// Returns what \p Read says of \p Text, or the error's message.
static std::string readAndPrint(Reader Read, StringRef Text) {
  Expected<Report> R = Read(parse(Text));
  return R ? print(writeJson, *R) : toString(R.takeError());
}

TEST(ReportFormats, JsonHoldsEverything) {
  Report R = makeFullReport();
  std::string Text = print(writeJson, R);
  EXPECT_EQ(readAndPrint(readJson, Text), Text);
  // Not only is it the same, it is there.
  for (StringRef Part :
       {"\"dir/a b.cpp\"", "\"_Z1fv\"", "18446744073709551615", "\"inlined\"",
        "saved-registers", "use a \\\"vector\\\"", "#include <vector>\\n",
        "\"grown\"", "2048", "\"error\"", "\"remark\"", "\"/build\""})
    EXPECT_TRUE(StringRef(Text).contains(Part)) << Part.str();
}

TEST(ReportFormats, SarifHoldsEverything) {
  Report R = makeFullReport();
  EXPECT_EQ(readAndPrint(readSarif, print(writeSarif, R)), print(writeJson, R));
}

TEST(ReportFormats, AnEmptyReportIsOne) {
  std::string Text = print(writeJson, Report());
  EXPECT_EQ(readAndPrint(readJson, Text), Text);
  EXPECT_EQ(readAndPrint(readSarif, print(writeSarif, Report())), Text);
}

/// Names of files, and what a user writes in a reason, need not be UTF-8.
TEST(ReportFormats, ReplacesWhatIsNotUtf8) {
  Report R = makeFullReport();
  R.Findings[0].Message = "caf\xe9";
  R.Findings[0].Facts.Variable = "\xff";
  R.Findings[0].Place.File = "\xfe.c";
  EXPECT_EQ(readAndPrint(readJson, print(writeJson, R)), print(writeJson, R));
  EXPECT_TRUE(StringRef(print(writeSarif, R)).contains("caf\xef\xbf\xbd"));
}

TEST(ReportFormats, JsonSaysWhatIsWrong) {
  EXPECT_EQ(readAndPrint(readJson, "[]"), "is no report of Offstack");
  EXPECT_EQ(readAndPrint(readJson, R"({"schema": "other"})"),
            "is no report of Offstack");
  EXPECT_EQ(readAndPrint(readJson, R"({"schema": "offstack-report"})"),
            "has version unknown of the format: expected version 1");
  EXPECT_EQ(
      readAndPrint(readJson, R"({"schema": "offstack-report", "version": 2})"),
      "has version 2 of the format: expected version 1");
  EXPECT_EQ(
      readAndPrint(readJson, R"({"schema": "offstack-report", "version": 1})"),
      "missing value at report.units");
  auto ReadFinding = [](StringRef Finding) {
    return readAndPrint(readJson,
                        R"({"schema": "offstack-report", "version": 1,
                            "units": [], "findings": [)" +
                            Finding.str() + "]}");
  };
  EXPECT_EQ(ReadFinding("7"), "expected object at report.findings[0]");
  EXPECT_EQ(ReadFinding(R"({"rule": "r", "level": "loud"})"),
            "expected remark, warning or error at report.findings[0].level");
  EXPECT_EQ(ReadFinding(R"({"rule": "r", "level": "error", "message": "",
                            "bytes": -1})"),
            "expected uint64_t at report.findings[0].bytes");
  EXPECT_EQ(ReadFinding(R"({"rule": "r", "level": "error", "message": "",
                            "fingerprint": "", "units": [0]})"),
            "expected numbers of elements of the report's units at "
            "report.findings");
  EXPECT_EQ(ReadFinding(R"({"rule": "r", "level": "error", "message": "",
                            "parts": [{"kind": "odd", "bytes": 1}]})"),
            "expected a kind of part at report.findings[0].parts[0].kind");
}

/// Logs of other tools have the same shape.
TEST(ReportFormats, SarifOfOthersIsNoReport) {
  EXPECT_EQ(readAndPrint(readSarif, R"({"runs": []})"),
            "is no report of Offstack");
  EXPECT_EQ(readAndPrint(readSarif,
                         R"({"runs": [{"tool": {"driver": {"name": "x"}}}]})"),
            "is no report of Offstack");
  std::string Text = print(writeSarif, makeFullReport());
  size_t Key = Text.find("offstackFinding/v1");
  ASSERT_NE(Key, std::string::npos);
  Text[Key] = 'O';
  EXPECT_EQ(readAndPrint(readSarif, Text),
            "expected a fingerprint of Offstack at "
            "run.results[0].partialFingerprints");
}

/// Findings of compilations that run in different folders have no base.
TEST(ReportFormats, SarifMakesNamesAbsoluteWithoutABase) {
  Report R = makeFullReport();
  R.Units[1].Directory = "/elsewhere";
  R.Findings[0].Units.pop_back();
  R.Findings[1].Units = {R.Units[1]};
  std::string Text = print(writeSarif, R);
  EXPECT_TRUE(StringRef(Text).contains("\"file:///build/dir/a%20b.cpp\""));
  EXPECT_FALSE(StringRef(Text).contains("originalUriBaseIds"));
  EXPECT_FALSE(StringRef(Text).contains("uriBaseId"));
}

TEST(ReportFormats, UrisComeBack) {
  for (StringRef Path : {"a.c", "dir/a b.c", "/abs/x.c", "100%.c", "a:b#c?.c",
                         "\xc3\xa4.c", "<stdin>", "../up.c"})
    EXPECT_EQ(readUri(makeUri(Path)).value_or("none"), Path.str());
  EXPECT_EQ(makeUri("/a b/\xc3\xa4"), "file:///a%20b/%C3%A4");
  EXPECT_EQ(makeUri("a:b"), "a%3Ab");
  EXPECT_FALSE(readUri("a%4"));
  EXPECT_FALSE(readUri("a%zz"));
  EXPECT_FALSE(readUri("file://machine/a.c"));
}
