//===- Finding.h - What was found, for programs to read ---------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One warning or remark as data: what its text says, and the numbers and names
// behind it. Reports are written from findings and read into them; a baseline
// is a list of them.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_REPORT_FINDING_H
#define OFFSTACK_REPORT_FINDING_H

#include "Offstack/Registry/Diagnostics.h"
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace offstack {

/// A place in a source file. All fields are empty where there is none.
struct SourcePlace {
  /// The file as the compiler names it, relative to the folder that the
  /// compiler runs in or absolute.
  std::string File;
  /// From 1; 0 where it is not known.
  unsigned Line = 0;
  /// From 1, in code points and not in bytes; 0 where it is not known.
  unsigned Column = 0;

  bool operator==(const SourcePlace &Other) const {
    return std::tie(File, Line, Column) ==
           std::tie(Other.File, Other.Line, Other.Column);
  }
};

/// A piece of a source file, and what to write in its place.
struct FixEdit {
  SourcePlace Begin;
  /// Behind the last character that goes; the same as the begin where nothing
  /// does. In the same file.
  unsigned EndLine = 0;
  unsigned EndColumn = 0;
  std::string Text;
};

/// A note to a finding, with what it proposes to change.
struct FindingNote {
  std::string Message;
  SourcePlace Place;
  /// One change of the source; the edits belong together.
  std::vector<FixEdit> Fix;
};

/// What a part of a frame holds.
enum class FramePartKind {
  Variable,
  Parameter,
  Temporary,
  Spills,
  SavedRegisters,
  CallArguments,
  Padding,
  /// What has no kind of its own: slots of the compiler, small variables that
  /// are told of together.
  Other
};

/// One line of what a frame consists of.
struct FramePart {
  FramePartKind Kind = FramePartKind::Other;
  /// The variable, or words: "spilled registers".
  std::string Name;
  uint64_t Bytes = 0;
  SourcePlace Place;
  /// The function that the variable is from, when that was inlined; else empty.
  std::string InlinedFrom;
};

/// One call of a recursion.
struct CallStep {
  std::string Caller;
  std::string Callee;
  SourcePlace Place;
};

/// What a check knows and the text of its message gives to people only. Leave
/// out what there is not.
struct FindingFacts {
  /// The function as the object file names it.
  std::string Symbol;
  /// The function with its scopes, without parameters and template arguments:
  /// "ns::Parser::parse". Together with the variable it is what findings are
  /// recognised by when lines move (Fingerprint.h).
  std::string Function;
  /// True if the function is one of its file only: another file may have one
  /// of the same name.
  bool IsLocalToFile = false;
  /// The variable or parameter that it is about.
  std::string Variable;
  /// The type of the variable.
  std::string Type;
  /// What it takes: the variable, the frame, or one level of the recursion.
  std::optional<uint64_t> Bytes;
  /// What it may take.
  std::optional<uint64_t> LimitBytes;
  /// The stack that was reckoned with.
  std::optional<uint64_t> StackBytes;
  /// Of a recursion that is bounded, how deep it can get.
  std::optional<uint64_t> DepthLevels;
  /// What fills the frame, largest first.
  std::vector<FramePart> Parts;
  /// A recursion's shortest cycle, from the call that is reported on; the last
  /// step leads back to the first.
  std::vector<CallStep> Cycle;
};

/// How much a finding matters, least first.
enum class FindingLevel { Remark, Warning, Error };

/// What the baseline says of a finding.
enum class BaselineState {
  /// There is no baseline.
  None,
  New,
  /// The baseline has it with fewer bytes.
  Grown,
  /// The baseline has it with as many bytes or more.
  Unchanged
};

/// One compilation.
struct CompilationUnit {
  /// The file that is compiled, as the compiler names it.
  std::string Source;
  /// The file that it is compiled to; empty where that is none to keep.
  std::string Output;
  /// The folder that relative names start from; absolute.
  std::string Directory;
  /// The plugin: a file may be looked at by both.
  std::string Plugin;

  bool operator==(const CompilationUnit &Other) const {
    return std::tie(Source, Output, Directory, Plugin) ==
           std::tie(Other.Source, Other.Output, Other.Directory, Other.Plugin);
  }
  bool operator<(const CompilationUnit &Other) const {
    return std::tie(Source, Output, Directory, Plugin) <
           std::tie(Other.Source, Other.Output, Other.Directory, Other.Plugin);
  }
};

/// One warning or remark.
struct Finding {
  /// The name of its diagnostic or hazard, as "large-local".
  std::string Rule;
  FindingLevel Level = FindingLevel::Warning;
  /// The text, with the rule's name at its end.
  std::string Message;
  SourcePlace Place;
  FindingFacts Facts;
  std::vector<FindingNote> Notes;
  /// What the message itself proposes to change.
  std::vector<FixEdit> Fix;
  /// Stays the same when lines move (Fingerprint.h).
  std::string Fingerprint;
  BaselineState State = BaselineState::None;
  /// What the baseline has, when it is less.
  std::optional<uint64_t> BaselineBytes;
  /// The compilations that found it: more than one for what is in a header.
  /// Relative names of files start from the folder of the first.
  std::vector<CompilationUnit> Units;
};

/// Returns the word for \p Level: "remark", "warning", "error".
llvm::StringRef getLevelName(FindingLevel Level);

/// Returns the level that \p Name is the word for, or nothing.
std::optional<FindingLevel> findLevel(llvm::StringRef Name);

/// Returns the word for \p Kind, as "saved-registers".
llvm::StringRef getPartKindName(FramePartKind Kind);

/// Returns the kind that \p Name is the word for, or nothing.
std::optional<FramePartKind> findPartKind(llvm::StringRef Name);

/// Returns the word for \p State: "new", "grown", "unchanged"; empty for None.
llvm::StringRef getStateName(BaselineState State);

/// Returns the state that \p Name is the word for, or nothing.
std::optional<BaselineState> findState(llvm::StringRef Name);

} // namespace offstack

#endif // OFFSTACK_REPORT_FINDING_H
