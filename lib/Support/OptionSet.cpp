//===- OptionSet.cpp - The options of one run -----------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads options by the rows of Options.def.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Support/OptionSet.h"
#include "Offstack/Registry/Diagnostics.h"
#include "Offstack/Support/ByteSize.h"
#include "Offstack/Support/StackProfile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"

using namespace llvm;

namespace offstack {

/// Shares of the stack that one object, one frame, and one object in a
/// recursive function may take. At 8 MiB the first is Go's limit for a
/// variable on the stack (128 KiB), at 1 MiB that of MSVC's C6262 (16 KiB).
static constexpr uint64_t LocalShare = 64;
static constexpr uint64_t FrameShare = 16;
static constexpr uint64_t RecursiveLocalShare = 1024;

static Error makeValueError(StringRef Name, StringRef Value,
                            const Twine &Expected) {
  return createStringError("invalid value '" + Value + "' for option '" + Name +
                           "': expected " + Expected);
}

static Expected<uint64_t> readByteSize(StringRef Name, StringRef Value) {
  if (std::optional<uint64_t> Bytes = parseByteSize(Value))
    return *Bytes;
  return makeValueError(Name, Value, "bytes with an optional K, M or G");
}

static Expected<uint64_t> readStackSize(StringRef Name, StringRef Value) {
  if (std::optional<uint64_t> Bytes = findStackProfile(Value))
    return *Bytes;
  std::optional<uint64_t> Bytes = parseByteSize(Value);
  if (Bytes && *Bytes)
    return *Bytes;
  return makeValueError(Name, Value,
                        "bytes with an optional K, M or G, or one of " +
                            listStackProfiles());
}

static Expected<bool> readFlag(StringRef Name, StringRef Value) {
  if (Value.empty() || Value == "true")
    return true;
  if (Value == "false")
    return false;
  return makeValueError(Name, Value, "true or false");
}

/// Returns the names of all diagnostics, for an error message.
static std::string listDiagnostics() {
  return join(
      map_range(getDiagnosticRows(),
                [](const DiagnosticRow &Row) { return Row.Name.str(); }),
      ", ");
}

static Expected<std::vector<std::string>> readNameList(StringRef Name,
                                                       StringRef Value) {
  std::vector<std::string> Names;
  for (StringRef Item : split(Value, ',')) {
    if (none_of(getDiagnosticRows(),
                [&](const DiagnosticRow &Row) { return Row.Name == Item; }))
      return makeValueError(Name, Item, "one of " + listDiagnostics());
    Names.push_back(Item.str());
  }
  return Names;
}

static Expected<std::string> readFileName(StringRef Name, StringRef Value) {
  if (Value.empty())
    return makeValueError(Name, Value, "the name of a file");
  return Value.str();
}

/// Returns true if the name \p Path tells how a report is to be written.
static bool isReportName(StringRef Path) {
  StringRef Ending = sys::path::extension(Path);
  return !Path.empty() && (sys::path::is_separator(Path.back()) ||
                           Ending == ".sarif" || Ending == ".json");
}

static Expected<std::vector<std::string>> readReportList(StringRef Name,
                                                         StringRef Value) {
  std::vector<std::string> Paths;
  for (StringRef Path : split(Value, ',')) {
    if (!isReportName(Path))
      return makeValueError(Name, Path,
                            "a file that ends in .sarif or .json, or a folder "
                            "that ends in /");
    Paths.push_back(Path.str());
  }
  return Paths;
}

static Expected<AllocatorKind> readAllocator(StringRef Name, StringRef Value) {
  if (Value == "malloc")
    return AllocatorKind::Malloc;
  if (Value == "cache")
    return AllocatorKind::Cache;
  return makeValueError(Name, Value, "malloc or cache");
}

static Expected<RecursionLevels> readRecursionLevel(StringRef Name,
                                                    StringRef Value) {
  if (Value == "certain")
    return RecursionLevels::Certain;
  if (Value == "unbounded")
    return RecursionLevels::Unbounded;
  if (Value == "all")
    return RecursionLevels::All;
  return makeValueError(Name, Value, "certain, unbounded or all");
}

/// Returns the names of all options, for an error message.
static std::string listOptions() {
  static const StringRef Names[] = {
#define OFFSTACK_OPTION(Id, Kind, Name, Syntax, Default, Help) Name,
#include "Offstack/Registry/Options.def"
  };
  return join(std::begin(Names), std::end(Names), ", ");
}

Error OptionSet::set(StringRef Name, StringRef Value) {
#define OFFSTACK_OPTION(Id, Kind, OptionName, Syntax, Default, Help)           \
  if (Name == OptionName) {                                                    \
    auto Read = read##Kind(Name, Value);                                       \
    if (!Read)                                                                 \
      return Read.takeError();                                                 \
    Id = std::move(*Read);                                                     \
    return Error::success();                                                   \
  }
#include "Offstack/Registry/Options.def"
  return createStringError("unknown option '" + Name + "': expected one of " +
                           listOptions());
}

Error OptionSet::assign(StringRef Assignment) {
  auto [Name, Value] = Assignment.split('=');
  return set(Name, Value);
}

Expected<OptionSet> OptionSet::parse(StringRef Text, char Separator) {
  OptionSet Set;
  for (StringRef Assignment : split(Text, Separator)) {
    if (Assignment.empty())
      continue;
    if (Error Failure = Set.assign(Assignment))
      return std::move(Failure);
  }
  return Set;
}

Expected<OptionSet> OptionSet::fromEnvironment() {
  std::optional<std::string> Text = sys::Process::GetEnv("OFFSTACK_OPTIONS");
  if (!Text)
    return OptionSet();
  Expected<OptionSet> Set = parse(*Text, ':');
  if (Set)
    return Set;
  return createStringError("in environment variable OFFSTACK_OPTIONS: " +
                           toString(Set.takeError()));
}

void OptionSet::inherit(const OptionSet &Farther) {
#define OFFSTACK_OPTION(Id, Kind, Name, Syntax, Default, Help)                 \
  if (!Id)                                                                     \
    Id = Farther.Id;
#include "Offstack/Registry/Options.def"
}

Limits OptionSet::resolveLimits(const Triple &Target) const {
  Limits Result;
  Result.StackSize = Stack ? *Stack : getDefaultStackSize(Target);
  Result.Local = Local.value_or(Result.StackSize / LocalShare);
  Result.Frame = Frame.value_or(Result.StackSize / FrameShare);
  Result.RecursiveLocal = RecursiveLocal.value_or(
      std::min(Result.Local, Result.StackSize / RecursiveLocalShare));
  return Result;
}

bool OptionSet::isDisabled(StringRef DiagnosticName) const {
  return Disable && is_contained(*Disable, DiagnosticName);
}

} // namespace offstack
