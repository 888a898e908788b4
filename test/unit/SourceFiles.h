//===- SourceFiles.h - The sources, read by tests ------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads files of the source tree, for tests that compare what is written in
// different places.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TEST_UNIT_SOURCEFILES_H
#define OFFSTACK_TEST_UNIT_SOURCEFILES_H

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace offstack {

/// A file of the source tree.
struct SourceFile {
  /// From the root of the sources, with '/'.
  std::string Path;
  std::string Text;
};

/// Returns the text of \p Path, which starts at the root of the sources, or
/// nothing if there is no such file.
std::optional<std::string> readSource(llvm::StringRef Path);

/// Returns every file under \p Folder, in the order of their paths.
std::vector<SourceFile> readSources(llvm::StringRef Folder);

} // namespace offstack

#endif // OFFSTACK_TEST_UNIT_SOURCEFILES_H
