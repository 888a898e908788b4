//===- WriteReport.cpp - Writes reports that are shared -------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Adding to a file reads it first, under a lock.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Report/JsonReport.h"
#include "Offstack/Report/ReportFiles.h"
#include "Offstack/Report/SarifReport.h"
#include "Offstack/Support/WholeFile.h"
#include "ParseReport.h"
#include "SharedFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace offstack {

static Error makeWriteError(StringRef Path, const Twine &Reason) {
  return createStringError("cannot write report '" + Path + "': " + Reason);
}

Error writeReport(const Report &R, StringRef Path) {
  std::string Text;
  raw_string_ostream Stream(Text);
  if (Path.ends_with(".sarif"))
    writeSarif(R, Stream);
  else
    writeJson(R, Stream);
  if (Error Failure = writeWholeFile(Path, Text))
    return makeWriteError(Path, toString(std::move(Failure)));
  return Error::success();
}

/// Returns the report in \p File; an empty one if nobody has written it yet.
static Expected<Report> readWritten(const SharedFile &File, StringRef Path) {
  Expected<std::unique_ptr<MemoryBuffer>> Buffer = File.read();
  if (!Buffer)
    return Buffer.takeError();
  StringRef Text = (*Buffer)->getBuffer();
  return Text.empty() ? Report() : parseReport(Path, Text);
}

/// Returns \p Found as a report of \p Unit alone.
static Report makeUnitReport(const CompilationUnit &Unit,
                             std::vector<Finding> Found) {
  for (Finding &F : Found)
    F.Units = {Unit};
  return mergeReports(Report{{Unit}, std::move(Found)});
}

static Error addToFile(StringRef Name, const CompilationUnit &Unit,
                       std::vector<Finding> Found) {
  // What a link leads to is locked, and replaced while it is.
  SmallString<256> Path;
  if (!sys::fs::is_symlink_file(Name) || sys::fs::real_path(Name, Path))
    Path = Name;
  Expected<SharedFile> File = SharedFile::open(Path);
  if (!File)
    return makeWriteError(Path, toString(File.takeError()));
  Expected<Report> Before = readWritten(*File, Path);
  if (!Before)
    return makeWriteError(Path, toString(Before.takeError()) +
                                    "; remove it or name another file");
  removeUnit(*Before, Unit);
  return writeReport(mergeReports({std::move(*Before),
                                   makeUnitReport(Unit, std::move(Found))}),
                     Path);
}

Error writeUnitReport(StringRef Path, const CompilationUnit &Unit,
                      std::vector<Finding> Found) {
  if (!sys::path::is_separator(Path.back()))
    return addToFile(Path, Unit, std::move(Found));
  SmallString<128> File(Path);
  sys::path::append(File, getUnitFileName(Unit));
  return writeReport(makeUnitReport(Unit, std::move(Found)), File);
}

/// Makes \p Folder if there is none. Fails if it could not be written to.
static std::error_code prepareFolder(StringRef Folder) {
  if (std::error_code Failure = sys::fs::create_directories(
          Folder, /*IgnoreExisting=*/true, sys::fs::perms::all_all))
    return Failure;
  if (!sys::fs::is_directory(Folder))
    return make_error_code(std::errc::not_a_directory);
  return sys::fs::access(Folder, sys::fs::AccessMode::Write);
}

Error prepareReport(StringRef Path) {
  StringRef Folder = sys::path::parent_path(Path);
  if (std::error_code Failure = prepareFolder(Folder.empty() ? "." : Folder))
    return makeWriteError(Path, Failure.message());
  if (!sys::path::is_separator(Path.back()) && sys::fs::is_directory(Path))
    return makeWriteError(Path, "it is a folder; to write a file for each "
                                "compilation into it, end its name in '/'");
  sys::fs::file_status Status;
  if (!sys::fs::status(Path, Status) && sys::fs::is_other(Status))
    return makeWriteError(Path, "it is a device or a pipe, which compilations "
                                "cannot add to");
  return Error::success();
}

/// Returns \p Path, relative to the unit's folder, as an absolute one.
static std::string resolve(const CompilationUnit &Unit, StringRef Path) {
  if (Path.empty())
    return "";
  SmallString<128> Full(Path);
  sys::path::make_absolute(Unit.Directory, Full);
  sys::path::remove_dots(Full, /*remove_dot_dot=*/true);
  return Full.str().str();
}

std::string getUnitFileName(const CompilationUnit &Unit) {
  std::string Key = join_items("\n", resolve(Unit, Unit.Source),
                               resolve(Unit, Unit.Output), Unit.Plugin);
  StringRef Stem = sys::path::filename(Unit.Source);
  // Long names, and those of no file, as "<stdin>".
  std::string Readable;
  for (char C : Stem.take_back(100))
    Readable += isAlnum(C) || StringRef("._-+").contains(C) ? C : '_';
  return Readable + "-" + utohexstr(xxh3_64bits(StringRef(Key)), true) +
         ".json";
}

} // namespace offstack
