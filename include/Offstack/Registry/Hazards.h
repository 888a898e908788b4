//===- Hazards.h - The table of hazards ----------------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Gives the rows of Hazards.def to code: names and reasons.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_REGISTRY_HAZARDS_H
#define OFFSTACK_REGISTRY_HAZARDS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace offstack {

/// The reasons of Hazards.def why an object stays on the stack.
enum class Hazard {
#define OFFSTACK_HAZARD(Id, Name, Reason) Id,
#include "Offstack/Registry/Hazards.def"
};

/// One row of Hazards.def. All strings live as long as the program.
struct HazardRow {
  Hazard Id;
  /// The name that users search for, as "returns-twice".
  llvm::StringRef Name;
  /// Completes "kept on the stack: ...".
  llvm::StringRef Reason;
};

/// Returns all rows, in the order of the table.
llvm::ArrayRef<HazardRow> getHazardRows();

/// Returns the row of \p Id.
const HazardRow &getHazardRow(Hazard Id);

} // namespace offstack

#endif // OFFSTACK_REGISTRY_HAZARDS_H
