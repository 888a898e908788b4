//===- SourceFiles.cpp - The sources, read by tests -----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads from the directory that CMake configured.
//
//===----------------------------------------------------------------------===//

#include "SourceFiles.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace offstack {

static constexpr StringLiteral Root = OFFSTACK_SOURCE_DIR "/";

std::optional<std::string> readSource(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Root + Path, /*IsText=*/true);
  if (!Buffer)
    return std::nullopt;
  return (*Buffer)->getBuffer().str();
}

std::vector<SourceFile> readSources(StringRef Folder) {
  std::vector<SourceFile> Files;
  std::error_code Failure;
  for (sys::fs::recursive_directory_iterator I(Root + Folder, Failure), End;
       I != End && !Failure; I.increment(Failure)) {
    if (I->type() != sys::fs::file_type::regular_file)
      continue;
    std::string Path = StringRef(I->path()).drop_front(Root.size()).str();
    if (std::optional<std::string> Text = readSource(Path))
      Files.push_back({Path, *Text});
  }
  sort(Files, [](const SourceFile &L, const SourceFile &R) {
    return L.Path < R.Path;
  });
  return Files;
}

} // namespace offstack
