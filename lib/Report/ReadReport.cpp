//===- ReadReport.cpp - Reads reports of both formats ---------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tells the formats apart by what is in a file: a baseline can have any name.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Report/JsonReport.h"
#include "Offstack/Report/ReportFiles.h"
#include "Offstack/Report/SarifReport.h"
#include "Offstack/Support/ReadJson.h"
#include "ParseReport.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace offstack {

static Expected<Report> parse(StringRef Text) {
  if (Text.empty())
    return createStringError("is empty");
  Expected<json::Value> Document = readJsonText(Text);
  if (!Document)
    return Document.takeError();
  const json::Object *Top = Document->getAsObject();
  return Top && Top->get("runs") ? readSarif(*Document) : readJson(*Document);
}

/// Returns \p Failure with the name of the file \p Path before it.
static Error nameFile(StringRef Path, Error Failure) {
  return createStringError("report '" + Path +
                           "': " + toString(std::move(Failure)));
}

Expected<Report> parseReport(StringRef Path, StringRef Text) {
  Expected<Report> R = parse(Text);
  if (!R)
    return nameFile(Path, R.takeError());
  return R;
}

static Expected<Report> readFile(StringRef Path) {
  // One such as /dev/zero has no end.
  sys::fs::file_status Status;
  if (!sys::fs::status(Path, Status) &&
      Status.type() == sys::fs::file_type::character_file)
    return nameFile(Path, createStringError("is a device"));
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return nameFile(Path, errorCodeToError(Buffer.getError()));
  return parseReport(Path, (*Buffer)->getBuffer());
}

/// Returns the names of the reports in the folder \p Path, in an order that is
/// always the same.
static Expected<std::vector<std::string>> listReports(StringRef Path) {
  std::vector<std::string> Names;
  std::error_code Failure;
  for (sys::fs::directory_iterator It(Path, Failure), End;
       It != End && !Failure; It.increment(Failure)) {
    StringRef Ending = sys::path::extension(It->path());
    if (Ending == ".json" || Ending == ".sarif")
      Names.push_back(It->path());
  }
  if (Failure)
    return nameFile(Path, errorCodeToError(Failure));
  sort(Names);
  return Names;
}

Expected<Report> readReport(StringRef Path) {
  std::vector<std::string> Names = {Path.str()};
  if (sys::fs::is_directory(Path)) {
    Expected<std::vector<std::string>> Listed = listReports(Path);
    if (!Listed)
      return Listed.takeError();
    Names = std::move(*Listed);
  }
  std::vector<Report> Reports;
  for (StringRef Name : Names) {
    Expected<Report> R = readFile(Name);
    if (!R)
      return R.takeError();
    Reports.push_back(std::move(*R));
  }
  return mergeReports(Reports);
}

} // namespace offstack
