//===- CompileDatabase.cpp - What a build compiles ------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads the format, finds the file, picks entries.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/CompileDatabase.h"
#include "Offstack/Support/ReadJson.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/StringSaver.h"

using namespace llvm;

namespace offstack {

static constexpr StringLiteral FileName = "compile_commands.json";

/// Returns \p Path from \p Folder on, without dots.
static std::string makeAbsolutePath(StringRef Folder, StringRef Path) {
  SmallString<256> Absolute(Path);
  sys::path::make_absolute(Folder, Absolute);
  sys::path::remove_dots(Absolute, /*remove_dot_dot=*/true);
  return Absolute.str().str();
}

/// Returns the words of \p Entry, which has them as a list or as one string.
static std::optional<std::vector<std::string>>
readArguments(const json::Object &Entry) {
  std::vector<std::string> Words;
  if (const json::Array *List = Entry.getArray("arguments")) {
    for (const json::Value &Word : *List) {
      std::optional<StringRef> Text = Word.getAsString();
      if (!Text)
        return std::nullopt;
      Words.push_back(Text->str());
    }
    return Words;
  }
  std::optional<StringRef> Command = Entry.getString("command");
  if (!Command)
    return std::nullopt;
  BumpPtrAllocator Allocator;
  StringSaver Saver(Allocator);
  SmallVector<const char *, 64> Tokens;
  cl::TokenizeGNUCommandLine(*Command, Saver, Tokens);
  Words.assign(Tokens.begin(), Tokens.end());
  return Words;
}

static Expected<CompileEntry> readEntry(const json::Value &Value,
                                        StringRef Folder) {
  const json::Object *Object = Value.getAsObject();
  if (!Object)
    return createStringError("it is no object");
  std::optional<StringRef> Directory = Object->getString("directory");
  std::optional<StringRef> File = Object->getString("file");
  std::optional<std::vector<std::string>> Arguments = readArguments(*Object);
  if (!Directory)
    return createStringError("it has no string 'directory'");
  if (!File)
    return createStringError("it has no string 'file'");
  if (!Arguments || Arguments->empty())
    return createStringError(
        "it has neither a list 'arguments' nor a string 'command'");
  CompileEntry Entry;
  Entry.Directory = makeAbsolutePath(Folder, *Directory);
  Entry.File = makeAbsolutePath(Entry.Directory, *File);
  Entry.Arguments = std::move(*Arguments);
  return Entry;
}

Expected<std::vector<CompileEntry>> parseCompileDatabase(StringRef Text,
                                                         StringRef Folder) {
  Expected<json::Value> Document = readJsonText(Text);
  if (!Document)
    return Document.takeError();
  const json::Array *List = Document->getAsArray();
  if (!List)
    return createStringError("expected a list of entries");
  std::vector<CompileEntry> Entries;
  StringSet<> Seen;
  for (const auto &[Index, Value] : enumerate(*List)) {
    Expected<CompileEntry> Entry = readEntry(Value, Folder);
    if (!Entry)
      return createStringError("in entry " + Twine(Index + 1) + ": " +
                               toString(Entry.takeError()));
    std::string Key = Entry->Directory + '\n' + Entry->File + '\n' +
                      join(Entry->Arguments, "\n");
    if (Seen.insert(Key).second)
      Entries.push_back(std::move(*Entry));
  }
  return Entries;
}

/// Returns the file that \p Path means.
static Expected<std::string> findDatabase(StringRef Path) {
  std::vector<std::string> Searched = {Path.str()};
  if (Path.empty())
    Searched = {"", "build"};
  for (std::string &Candidate : Searched) {
    if (!Candidate.empty() && !sys::fs::is_directory(Candidate) &&
        sys::fs::exists(Candidate))
      return Candidate;
    SmallString<256> Inside(Candidate);
    sys::path::append(Inside, FileName);
    if (sys::fs::exists(Inside))
      return Inside.str().str();
    Candidate = ("'" + Inside + "'").str();
  }
  return createStringError(
      "cannot find " + join(Searched, " or ") +
      ": have CMake write it with -DCMAKE_EXPORT_COMPILE_COMMANDS=ON, or make "
      "with 'bear -- make', and name its folder with -p");
}

Expected<std::vector<CompileEntry>> readCompileDatabase(StringRef Path) {
  Expected<std::string> File = findDatabase(Path);
  if (!File)
    return File.takeError();
  ErrorOr<std::unique_ptr<MemoryBuffer>> Text = MemoryBuffer::getFile(*File);
  if (!Text)
    return createStringError("cannot read '" + *File +
                             "': " + Text.getError().message());
  SmallString<256> Folder(*File);
  sys::fs::make_absolute(Folder);
  sys::path::remove_filename(Folder);
  Expected<std::vector<CompileEntry>> Entries =
      parseCompileDatabase((*Text)->getBuffer(), Folder);
  if (!Entries)
    return createStringError("in '" + *File +
                             "': " + toString(Entries.takeError()));
  if (Entries->empty())
    return createStringError("'" + *File + "' names no file to compile");
  return Entries;
}

/// Returns true if \p File is \p Selected or lies below it.
static bool isSelected(StringRef File, StringRef Selected) {
  return File.consume_front(Selected.rtrim('/')) &&
         (File.empty() || File.starts_with("/"));
}

Expected<std::vector<CompileEntry>>
selectEntries(std::vector<CompileEntry> Entries,
              const std::vector<std::string> &Files) {
  if (Files.empty())
    return Entries;
  SmallString<256> Folder;
  if (std::error_code Code = sys::fs::current_path(Folder))
    return errorCodeToError(Code);
  std::vector<std::string> Selected;
  for (const std::string &File : Files) {
    Selected.push_back(makeAbsolutePath(Folder, File));
    if (none_of(Entries, [&](const CompileEntry &Entry) {
          return isSelected(Entry.File, Selected.back());
        }))
      return createStringError("the build does not compile '" + File + "'");
  }
  erase_if(Entries, [&](const CompileEntry &Entry) {
    return none_of(Selected,
                   [&](StringRef One) { return isSelected(Entry.File, One); });
  });
  return Entries;
}

} // namespace offstack
