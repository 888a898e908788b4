//===- PluginFile.cpp - Finds the plugins ---------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Looks in the folders that a build and an installation use.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/PluginFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace offstack {

/// Folders with plugins, seen from the folder of the command: a build tree, and
/// where `cmake --install` puts them. OFFSTACK_INSTALL_LIBDIR comes from CMake,
/// as "lib" or "lib/x86_64-linux-gnu".
static const StringRef PluginFolders[] = {
    "lib", OFFSTACK_INSTALL_LIBDIR "/offstack", "lib/offstack"};

StringRef getPluginName(CompilerKind Kind) {
  return Kind == CompilerKind::Clang ? "OffstackClang.so" : "OffstackPass.so";
}

Expected<std::string> findPlugin(StringRef Executable, StringRef Name) {
  StringRef Root = sys::path::parent_path(sys::path::parent_path(Executable));
  std::vector<std::string> Searched;
  for (StringRef Folder : PluginFolders) {
    SmallString<128> Path(Root);
    sys::path::append(Path, Folder);
    std::string Quoted = ("'" + Path + "'").str();
    if (!is_contained(Searched, Quoted))
      Searched.push_back(Quoted);
    sys::path::append(Path, Name);
    if (sys::fs::exists(Path))
      return Path.str().str();
  }
  return createStringError("cannot find the plugin '" + Name + "' in " +
                           join(Searched, ", "));
}

} // namespace offstack
