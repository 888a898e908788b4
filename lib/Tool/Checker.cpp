//===- Checker.cpp - Looks at all files of a build ------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Makes a job of each entry, tries it again without flags that clang refuses,
// and collects reports.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/Checker.h"
#include "Offstack/Report/ReportFiles.h"
#include "Offstack/Tool/CheckArguments.h"
#include "Offstack/Tool/CompilerCommand.h"
#include "Offstack/Tool/ProcessPool.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace offstack {

namespace {

/// One run of checkFiles().
class Checker {
  const CheckRequest &Request;
  ProgressBar &Progress;
  /// The folder for reports and messages, which is removed at the end.
  SmallString<128> Folder;
  CheckOutcome Outcome;
  std::vector<Report> Reports;
  size_t FindingCount = 0;
  /// Flags that clang was found to refuse; they are left out from then on.
  StringSet<> Refused;
  ProcessPool Pool;
  /// The entry of each job.
  std::vector<const CompileEntry *> EntryOfJob;
  /// How many flags each job was spared.
  std::vector<size_t> RefusedForJob;

  void addJob(const CompileEntry &Entry);
  bool tryWithoutRefused(size_t Index, StringRef Messages);
  void finishJob(const JobResult &Result);
  std::string readReports(size_t Index);
  std::string getPath(size_t Index, StringRef Ending) const;

public:
  Checker(const CheckRequest &Request, ProgressBar &Progress)
      : Request(Request), Progress(Progress), Pool(Request.Jobs) {}
  ~Checker();
  Expected<CheckOutcome> run();
};

} // namespace

Checker::~Checker() {
  if (!Folder.empty())
    sys::fs::remove_directories(Folder);
}

/// Returns the path for what the job \p Index writes.
std::string Checker::getPath(size_t Index, StringRef Ending) const {
  SmallString<128> Path(Folder);
  sys::path::append(Path, Twine(Index) + Ending);
  return Path.str().str();
}

void Checker::addJob(const CompileEntry &Entry) {
  CheckArguments Arguments = makeCheckArguments(Entry, Refused);
  const size_t Index = EntryOfJob.size();
  CompilerRequest Compiler{CompilerKind::Clang, Request.Clang,
                           std::move(Arguments.Words),
                           std::move(Arguments.Options), Request.Plugin};
  append_range(Compiler.Options, Request.Options);
  // A folder for each, as two entries may compile the same file.
  Compiler.Options.push_back("report=" + getPath(Index, "/"));
  // Clang takes options with any character.
  CompilerCommand Command = cantFail(addPlugin(Compiler));
  Pool.add({Request.Program, std::move(Command.Words), Entry.Directory,
            getPath(Index, ".txt")});
  EntryOfJob.push_back(&Entry);
  RefusedForJob.push_back(Refused.size());
}

/// Takes in what the job \p Index reported. Returns what is wrong with it, or
/// an empty string.
std::string Checker::readReports(size_t Index) {
  std::string Path = getPath(Index, "/");
  if (!sys::fs::exists(Path))
    return "no report was written";
  Expected<Report> Read = readReport(Path);
  if (!Read)
    return toString(Read.takeError());
  FindingCount += Read->Findings.size();
  Reports.push_back(std::move(*Read));
  return "";
}

/// Adds the entry of the job \p Index again if \p Messages name flags of it
/// that clang refuses. They may be known by now from a job that ran beside it.
bool Checker::tryWithoutRefused(size_t Index, StringRef Messages) {
  const CompileEntry &Entry = *EntryOfJob[Index];
  bool IsRefused = false;
  for (const std::string &Flag : findRefusedFlags(Messages)) {
    if (!is_contained(Entry.Arguments, Flag))
      continue;
    Refused.insert(Flag);
    IsRefused = true;
  }
  // A job that was spared all of them fails for another reason.
  if (!IsRefused || RefusedForJob[Index] == Refused.size())
    return false;
  addJob(Entry);
  return true;
}

void Checker::finishJob(const JobResult &Result) {
  const CompileEntry &Entry = *EntryOfJob[Result.Index];
  auto Output = MemoryBuffer::getFile(getPath(Result.Index, ".txt"));
  StringRef Messages = Output ? (*Output)->getBuffer() : "";
  std::string Reason = Result.Error;
  if (Result.ExitCode && Reason.empty()) {
    if (tryWithoutRefused(Result.Index, Messages))
      return;
    Reason = findFirstError(Messages).str();
    if (Reason.empty())
      Reason = "clang ended with exit code " + std::to_string(Result.ExitCode);
  }
  // What was found before the first error counts all the same.
  std::string Missing = readReports(Result.Index);
  if (Reason.empty())
    Reason = Missing;
  if (!Reason.empty())
    Outcome.Failed.push_back({Entry.File, Reason});
  Progress.finishFile(Entry.File, FindingCount);
}

Expected<CheckOutcome> Checker::run() {
  if (std::error_code Code =
          sys::fs::createUniqueDirectory("offstack-check", Folder))
    return createStringError("cannot make a folder for reports: " +
                             Code.message());
  for (const CompileEntry &Entry : Request.Entries) {
    if (!isForClang(Entry)) {
      Outcome.OtherLanguages.push_back(Entry.File);
      continue;
    }
    if (makeCheckArguments(Entry, Refused).IsSilenced)
      Outcome.Silenced.push_back(Entry.File);
    ++Outcome.Files;
    addJob(Entry);
  }
  Progress.setTotal(Outcome.Files);
  Outcome.IsInterrupted =
      !Pool.run([](size_t) {}, [&](const JobResult &R) { finishJob(R); });
  Progress.clear();
  sort(Outcome.Failed, [](const FailedFile &A, const FailedFile &B) {
    return A.File < B.File;
  });
  Outcome.Found = mergeReports(Reports);
  return std::move(Outcome);
}

Expected<CheckOutcome> checkFiles(const CheckRequest &Request,
                                  ProgressBar &Progress) {
  return Checker(Request, Progress).run();
}

} // namespace offstack
