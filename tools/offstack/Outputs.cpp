//===- Outputs.cpp - Where reports are written ----------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What commands do that have findings: print, write reports, choose an exit
// code.
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "Offstack/Report/HtmlPage.h"
#include "Offstack/Report/JsonReport.h"
#include "Offstack/Report/SarifReport.h"
#include "Offstack/Support/WholeFile.h"
#include "Offstack/Tool/FindingSummary.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace offstack {

ReportOutputs::ReportOutputs(cl::SubCommand &Command)
    : Colors(Command),
      Sarif("sarif", cl::sub(Command), cl::cat(OffstackCategory),
            cl::value_desc("file"),
            cl::desc("write the findings as SARIF 2.1.0; '-' prints them")),
      Json("json", cl::sub(Command), cl::cat(OffstackCategory),
           cl::value_desc("file"),
           cl::desc("write the findings in Offstack's own format, which is "
                    "also that of a baseline")),
      Html("html", cl::sub(Command), cl::cat(OffstackCategory),
           cl::value_desc("file"),
           cl::desc("write the findings as a page for a browser, in one file "
                    "that needs nothing else")),
      FailOnText("fail-on", cl::sub(Command), cl::cat(OffstackCategory),
                 cl::value_desc("<level>|<name>,..."), cl::init("none"),
                 cl::desc("what makes the exit code 1: remark, warning, error, "
                          "names of diagnostics; none is the default")) {}

Error ReportOutputs::prepare() {
  Expected<FailOn> Read = FailOn::parse(FailOnText);
  if (!Read)
    return Read.takeError();
  Fails = *Read;
  return Error::success();
}

/// Writes the file \p Path with \p Write, at once at the end, unless it is
/// empty. Fails, naming the file, when that cannot be done.
static Error writeFile(StringRef Path,
                       function_ref<void(raw_ostream &)> Write) {
  if (Path == "-")
    Write(outs());
  if (Path.empty() || Path == "-")
    return Error::success();
  std::string Text;
  raw_string_ostream Stream(Text);
  Write(Stream);
  Error Failure = writeWholeFile(Path, Text);
  if (!Failure)
    return Failure;
  return createStringError("cannot write '" + Path +
                           "': " + toString(std::move(Failure)));
}

Error ReportOutputs::write(const Report &R) const {
  // One that cannot be written is no reason not to write the others.
  Error Failure = writeFile(Sarif, [&](raw_ostream &OS) { writeSarif(R, OS); });
  Failure =
      joinErrors(std::move(Failure),
                 writeFile(Json, [&](raw_ostream &OS) { writeJson(R, OS); }));
  return joinErrors(std::move(Failure), writeFile(Html, [&](raw_ostream &OS) {
                      writeHtml(R, OS);
                    }));
}

int ReportOutputs::finish(const Report &R) const {
  SmallString<256> Folder;
  // Without a working folder, names of files stay as they are.
  if (sys::fs::current_path(Folder))
    Folder.clear();
  chooseColors(Colors);
  printFindings(R, Folder, outs());
  outs().flush();
  if (Error Failure = write(R))
    return reportFailure(std::move(Failure));
  return any_of(R.Findings, [&](const Finding &F) { return Fails.matches(F); })
             ? FoundWhatFails
             : 0;
}

} // namespace offstack
