//===- FrameNotes.h - What fills a frame, as notes ------------ -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The notes behind large-frame, largest first. Their bytes add up to the
// frame.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_FRAMENOTES_H
#define OFFSTACK_CLANG_FRAMENOTES_H

#include "Offstack/Clang/LargeObjects.h"
#include "Offstack/Report/Finding.h"

namespace clang {
class Decl;
class VarDecl;
} // namespace clang

namespace offstack {

class FrameVariables;
struct FrameBreakdown;

/// So many objects are listed one by one.
inline constexpr size_t ListedObjects = 5;

/// Returns the share of \p Part in \p Whole, in per cent, rounded.
unsigned computePercent(uint64_t Part, uint64_t Whole);

/// Returns the function, method or block that \p Variable is declared in, or
/// null.
const clang::Decl *findOwner(const clang::VarDecl &Variable);

/// Notes how much scopes of \p Owner that exclude each other could share, if
/// that is a good part of \p FrameBytes.
void noteScopeOverlap(DiagnosticEmitter &Emitter, const clang::Decl &Owner,
                      uint64_t FrameBytes);

/// Returns the parts of \p Frame, largest first, which belongs to the code of
/// \p Owner; null if that is not known.
std::vector<FramePart> describeParts(const FrameBreakdown &Frame,
                                     const FrameVariables &Variables,
                                     const clang::Decl *Owner);

/// Notes what fills \p Frame, which belongs to the code of \p Owner; null if
/// that is not known. What has no place of its own is noted at \p Location.
void noteFrameParts(DiagnosticEmitter &Emitter, const FrameBreakdown &Frame,
                    const FrameVariables &Variables, const clang::Decl *Owner,
                    clang::SourceLocation Location);

/// Returns the same as facts. The parts add up to the frame, and what it has in
/// the red zone.
std::vector<FramePart> listFrameParts(const FrameBreakdown &Frame,
                                      const FrameVariables &Variables,
                                      const clang::Decl *Owner,
                                      const clang::SourceManager &Sources);

} // namespace offstack

#endif // OFFSTACK_CLANG_FRAMENOTES_H
