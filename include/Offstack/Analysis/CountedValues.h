//===- CountedValues.h - What a value is counted from --------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds where a number that goes up or down by constants comes from: an
// argument, or a place in memory.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_COUNTEDVALUES_H
#define OFFSTACK_ANALYSIS_COUNTEDVALUES_H

#include "Offstack/Analysis/MemoryCell.h"

namespace offstack {

/// Returns the argument or load that \p V is counted up or down from by
/// constants, or null if it is not counted.
const llvm::Value *findCountedFrom(const llvm::Value *V);

/// Returns the cell that \p V is loaded and counted from, or nothing.
std::optional<MemoryCell> findCountedCell(const llvm::Value *V);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_COUNTEDVALUES_H
