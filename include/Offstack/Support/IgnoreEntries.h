//===- IgnoreEntries.h - The lines of an ignore list ------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LLVM's reader of such lists tells which line matched last, and not which
// others did, nor which lines there are. Here each line is a list of its own,
// read by LLVM's reader, so that it can be asked alone.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_SUPPORT_IGNOREENTRIES_H
#define OFFSTACK_SUPPORT_IGNOREENTRIES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <memory>
#include <string>
#include <vector>

namespace llvm {
class MemoryBuffer;
} // namespace llvm

namespace offstack {

struct IgnoreQuery;

/// One line of an ignore list: an entry, or the head of a section.
class IgnoreLine {
public:
  /// Makes the line \p Number with \p Text, in the section that \p Section, the
  /// text of its head, begins; empty before all sections. \p Version is the
  /// first line of the list, which says how patterns are read. All of them must
  /// outlive the object and be well-formed.
  IgnoreLine(unsigned Number, llvm::StringRef Text, llvm::StringRef Section,
             llvm::StringRef Version);
  IgnoreLine(IgnoreLine &&);
  IgnoreLine &operator=(IgnoreLine &&);
  ~IgnoreLine();

  /// Returns the number of the line, from 1.
  unsigned getNumber() const { return Number; }

  /// Returns the line without space around it: "fun:f", "[box]".
  llvm::StringRef getText() const { return Text; }

  /// Returns true if the line is the head of a section.
  bool isSectionHead() const { return Text.starts_with("["); }

  /// Returns true if its section is about \p Section.
  bool isIn(llvm::StringRef Section) const;

  /// Returns true if it is an entry of the kind \p Kind, as "fun".
  bool hasKind(llvm::StringRef Kind) const;

  /// Returns true if it is an entry with a category, as "global:x=init" for
  /// sanitizers.
  bool hasCategory() const { return Text.split(':').second.contains('='); }

  /// Returns true if it is an entry of a form that is looked up.
  bool isLookedUp() const;

  /// Returns true if it is an entry that matches something of \p Query, and its
  /// section is about \p Section.
  bool matches(llvm::StringRef Section, const IgnoreQuery &Query) const;

private:
  class OneLine;

  unsigned Number;
  llvm::StringRef Text;
  std::unique_ptr<const OneLine> List;
};

/// Returns the lines of \p List, a well-formed list that must outlive them, in
/// its order. Comments are not among them.
std::vector<IgnoreLine> splitIgnoreList(const llvm::MemoryBuffer &List);

/// A line that can match nothing.
struct IgnoreMistake {
  unsigned LineNumber;
  /// "entry 'func:f'", "section '[bocks]'".
  std::string Subject;
  /// Why; completes "... matches nothing: ".
  std::string Reason;
};

/// Returns the mistakes in \p Lines, in their order. Lines that a sanitizer
/// reads are none: one list can serve both.
std::vector<IgnoreMistake> findMistakes(llvm::ArrayRef<IgnoreLine> Lines);

} // namespace offstack

#endif // OFFSTACK_SUPPORT_IGNOREENTRIES_H
