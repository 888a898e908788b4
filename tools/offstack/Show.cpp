//===- Show.cpp - The commands show and baseline --------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Work on reports that compilations or checks have written.
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "Offstack/Report/JsonReport.h"
#include "Offstack/Report/ReportFiles.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace offstack {

static cl::SubCommand ShowCommand("show");
static cl::list<std::string> ShownReports(cl::Positional, cl::sub(ShowCommand),
                                          cl::desc("<report>..."));
static ReportOutputs Outputs(ShowCommand);

static cl::SubCommand BaselineCommand("baseline");
static cl::list<std::string> KnownReports(cl::Positional,
                                          cl::sub(BaselineCommand),
                                          cl::desc("<report>..."));
static cl::opt<std::string>
    BaselinePath("o", cl::sub(BaselineCommand), cl::cat(OffstackCategory),
                 cl::value_desc("file"), cl::init("offstack-baseline.json"),
                 cl::desc("the file to write: offstack-baseline.json; '-' "
                          "prints it"));

static constexpr StringLiteral ShowDetails = R"(
Prints the findings of reports, put together, and writes them in other formats. A
report is what `offstack check` writes, or a build by itself with the option
`report`: a file, or a folder with one for each compilation.

```
OFFSTACK_OPTIONS=report=$PWD/reports/ make CC="offstack cc"
offstack show reports --html=stack.html --fail-on=warning
```

Exit codes: 0; 1 if something of --fail-on was found; 2 if a report cannot be
read.)";

static constexpr StringLiteral BaselineDetails = R"(
Writes a baseline: the warnings of reports, put together. With the option
`baseline=<file>`, compilations and `offstack check` are silent about what it has,
unless it has grown. So old code need not be perfect before new code is held to
the limits.

```
offstack check -p build --json=report.json
offstack baseline report.json -o known.json
offstack check -p build --baseline=known.json --fail-on=warning
```

Exit codes: 0; 2 if a report cannot be read, or the baseline not be written.)";

Expected<Report> readReports(ArrayRef<std::string> Paths) {
  if (Paths.empty())
    return createStringError("no report was named");
  std::vector<Report> Reports;
  for (const std::string &Path : Paths) {
    Expected<Report> Read = readReport(Path);
    if (!Read)
      return Read.takeError();
    Reports.push_back(std::move(*Read));
  }
  return mergeReports(Reports);
}

static int runShow(const Invocation &) {
  if (Error Failure = Outputs.prepare())
    return reportFailure(std::move(Failure));
  Expected<Report> All = readReports(ShownReports);
  if (!All)
    return reportFailure(All.takeError());
  return Outputs.finish(*All);
}

static int runBaseline(const Invocation &) {
  Expected<Report> All = readReports(KnownReports);
  if (!All)
    return reportFailure(All.takeError());
  // Remarks come only when asked for: there is nothing to be silent about. What
  // an earlier baseline said of findings is of no use in a new one.
  erase_if(All->Findings,
           [](const Finding &F) { return F.Level == FindingLevel::Remark; });
  for (Finding &F : All->Findings) {
    F.State = BaselineState::None;
    F.BaselineBytes.reset();
  }
  if (BaselinePath == "-") {
    writeJson(*All, outs());
    return 0;
  }
  if (Error Failure = writeReport(*All, BaselinePath))
    return reportFailure(std::move(Failure));
  outs() << BaselinePath << ": " << All->Findings.size()
         << (All->Findings.size() == 1 ? " finding" : " findings") << '\n';
  return 0;
}

Command makeShowCommand() {
  return {{"show",
           CommandGroup::Project,
           "print and convert the reports of checks and builds",
           "[<option>]... <report>...",
           ShowDetails,
           ArgumentKind::File,
           {}},
          &ShowCommand,
          runShow};
}

Command makeBaselineCommand() {
  return {{"baseline",
           CommandGroup::Project,
           "make of reports a list of what is known already",
           "[-o <file>] <report>...",
           BaselineDetails,
           ArgumentKind::File,
           {}},
          &BaselineCommand,
          runBaseline};
}

} // namespace offstack
