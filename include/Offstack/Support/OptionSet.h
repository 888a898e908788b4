//===- OptionSet.h - The options of one run ------------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads options from every spelling, says what is wrong with a bad one, and
// derives the limits. Hosts differ only in where the text comes from.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_SUPPORT_OPTIONSET_H
#define OFFSTACK_SUPPORT_OPTIONSET_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace llvm {
class Triple;
}

namespace offstack {

/// The limits in force for one target, in bytes.
struct Limits {
  uint64_t StackSize;
  /// An object larger than this is large.
  uint64_t Local;
  /// A function whose objects together take more than this has a large frame.
  uint64_t Frame;
  /// As Local, in a function that can be on the stack many times.
  uint64_t RecursiveLocal;

  /// Returns the limits of a function whose frame may take \p Budget bytes, if
  /// the user says so: as many, in place of each.
  Limits replace(std::optional<uint64_t> Budget) const {
    return Budget ? Limits{StackSize, *Budget, *Budget, *Budget} : *this;
  }
};

/// Where boxes come from.
enum class AllocatorKind { Malloc, Cache };

/// Which recursions are reported; each level contains those before it.
enum class RecursionLevels { Certain, Unbounded, All };

/// How an option's value is written; the kinds that Options.def names.
namespace option_kind {
using StackSize = uint64_t;
using ByteSize = uint64_t;
using Flag = bool;
using NameList = std::vector<std::string>;
using FileName = std::string;
using ReportList = std::vector<std::string>;
using Allocator = AllocatorKind;
using RecursionLevel = RecursionLevels;
} // namespace option_kind

/// The options that one source gave. A member without a value was not given.
class OptionSet {
public:
#define OFFSTACK_OPTION(Id, Kind, Name, Syntax, Default, Help)                 \
  std::optional<option_kind::Kind> Id;
#include "Offstack/Registry/Options.def"

  /// Sets the option \p Name from \p Value. An empty value is one that was not
  /// written: it turns a flag on, and is an error for other kinds.
  /// Fails, changing nothing, when the name is unknown or the value is bad.
  llvm::Error set(llvm::StringRef Name, llvm::StringRef Value);

  /// Sets the option that \p Assignment ("name=value", or "name" for a flag)
  /// names. Fails as set() does.
  llvm::Error assign(llvm::StringRef Assignment);

  /// Returns the options of a list as "local=4K;verify", split at
  /// \p Separator. Fails as set() does; empty parts are skipped.
  static llvm::Expected<OptionSet> parse(llvm::StringRef Text, char Separator);

  /// Returns the options in the environment variable OFFSTACK_OPTIONS
  /// ("name=value:name=value"). Fails as set() does, naming the variable.
  static llvm::Expected<OptionSet> fromEnvironment();

  /// Takes from \p Farther every option that is not set here.
  void inherit(const OptionSet &Farther);

  /// Returns the limits for \p Target: as given, else derived from the stack
  /// size, else from the target's own stack size.
  Limits resolveLimits(const llvm::Triple &Target) const;

  /// Returns true if \p DiagnosticName is in 'disable'.
  bool isDisabled(llvm::StringRef DiagnosticName) const;
};

} // namespace offstack

#endif // OFFSTACK_SUPPORT_OPTIONSET_H
