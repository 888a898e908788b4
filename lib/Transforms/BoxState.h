//===- BoxState.h - What is known about one box at one point -- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A box's status together with what each of its live handles holds. The two
// belong together: `free(phi [null, %a], [%box, %b])` is right only because the
// box is not allocated in just the states in which the phi is null.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_LIB_TRANSFORMS_BOXSTATE_H
#define OFFSTACK_LIB_TRANSFORMS_BOXSTATE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>

namespace llvm {
class Value;
} // namespace llvm

namespace offstack {

class BoxUses;

/// Whether there is a box.
enum class BoxStatus : uint8_t {
  Unallocated,
  Live,
  /// Allocated while older boxes of its chain are live, and not linked to them
  /// yet.
  Unlinked,
  Freed,
  /// Freed where its variable's scope ends: whoever still knows the address may
  /// not use it, so that only direct uses can be wrong.
  OutOfScope
};

/// Returns true if there is a box that must be freed.
inline bool isHeld(BoxStatus Status) {
  return Status == BoxStatus::Live || Status == BoxStatus::Unlinked;
}

/// What a handle, or a value computed from it, holds.
enum class Holds : uint8_t {
  Null,      ///< A null that the program wrote.
  Failed,    ///< The null of an allocation that failed.
  Start,     ///< The start of the newest allocation of the box.
  Inside,    ///< Another address within the newest allocation.
  Previous,  ///< The start of the allocation before it in its chain.
  Earlier,   ///< Any other address within an older box of its chain.
  Stale,     ///< Any address within an older allocation.
  Undefined, ///< Undef or poison.
  Other      ///< Something that is not this box.
};

/// One state that the box can be in.
class BoxState {
public:
  BoxStatus Status = BoxStatus::Unallocated;

  /// Returns what \p Handle holds. It must be live.
  Holds get(unsigned Handle) const;
  void set(unsigned Handle, Holds Value);

  /// Forgets all handles but those of the two ascending lists.
  void retain(llvm::ArrayRef<unsigned> LiveIn, llvm::ArrayRef<unsigned> Phis);

  /// Turns the newest allocation, wherever a handle holds it, into an older
  /// one.
  void age();

  /// The same, while the older allocations stay live in one chain.
  void link();

  bool hasHandles() const { return !Handles.empty(); }

  friend bool operator==(const BoxState &A, const BoxState &B) {
    return A.Status == B.Status && A.Handles == B.Handles;
  }
  friend bool operator<(const BoxState &A, const BoxState &B) {
    return std::tie(A.Status, A.Handles) < std::tie(B.Status, B.Handles);
  }

private:
  using Entry = std::pair<unsigned, Holds>;

  /// Ascending by handle.
  llvm::SmallVector<Entry, 2> Handles;
};

/// Returns what \p V holds in \p State.
Holds evaluate(const llvm::Value *V, const BoxState &State,
               const BoxUses &Uses);

/// Returns the value of \p Condition in \p State, or nothing when it is not a
/// comparison with null that the state decides.
std::optional<bool> evaluateNullTest(const llvm::Value *Condition,
                                     const BoxState &State,
                                     const BoxUses &Uses);

} // namespace offstack

#endif // OFFSTACK_LIB_TRANSFORMS_BOXSTATE_H
