//===- CompilerVersion.cpp - The LLVM of a compiler -----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads versions from what rustc prints and from what an executable needs.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/CompilerVersion.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Object/ELF.h"

using namespace llvm;
using namespace llvm::object;

namespace offstack {

/// Returns the number that \p Text begins with, or nothing.
static std::optional<unsigned> readMajor(StringRef Text) {
  unsigned Major;
  if (Text.consumeInteger(10, Major))
    return std::nullopt;
  return Major;
}

RustVersion parseRustVersion(StringRef Text) {
  RustVersion Result;
  for (StringRef Line : split(Text, '\n')) {
    if (Line.consume_front("LLVM version: "))
      Result.LLVMMajor = readMajor(Line);
    else if (Line.consume_front("release: "))
      Result.IsUnstable = Line.contains("-nightly") || Line.contains("-dev");
  }
  return Result;
}

/// Returns the major version in the name of a shared library of LLVM.
static std::optional<unsigned> findVersionInName(StringRef Library) {
  for (StringRef Prefix :
       {"libLLVM.so.", "libLLVM-", "libclang-cpp.so.", "libclang-cpp-"})
    if (Library.consume_front(Prefix))
      return readMajor(Library);
  return std::nullopt;
}

/// Returns the names of the libraries that \p File needs.
template <class ELFT>
static Expected<std::vector<StringRef>> readNeeded(const ELFFile<ELFT> &File) {
  auto Entries = File.dynamicEntries();
  if (!Entries)
    return Entries.takeError();
  uint64_t StringTable = 0;
  for (const auto &Entry : *Entries)
    if (Entry.getTag() == ELF::DT_STRTAB)
      StringTable = Entry.getPtr();
  Expected<const uint8_t *> Strings = File.toMappedAddr(StringTable);
  if (!Strings)
    return Strings.takeError();
  std::vector<StringRef> Names;
  const uint64_t Room = File.end() - *Strings;
  for (const auto &Entry : *Entries)
    if (Entry.getTag() == ELF::DT_NEEDED && Entry.getVal() < Room)
      Names.push_back(reinterpret_cast<const char *>(*Strings) +
                      Entry.getVal());
  return Names;
}

std::optional<unsigned> findLinkedLLVM(MemoryBufferRef File) {
  if (!File.getBuffer().starts_with(ELF::ElfMagic))
    return std::nullopt;
  Expected<ELFFile<ELF64LE>> Parsed =
      ELFFile<ELF64LE>::create(File.getBuffer());
  Expected<std::vector<StringRef>> Needed =
      Parsed ? readNeeded(*Parsed) : Parsed.takeError();
  if (!Needed) {
    // Whether it is a program is for the system to say.
    consumeError(Needed.takeError());
    return std::nullopt;
  }
  for (StringRef Library : *Needed)
    if (std::optional<unsigned> Major = findVersionInName(Library))
      return Major;
  return std::nullopt;
}

Error checkLLVMVersion(StringRef Compiler, std::optional<unsigned> Major) {
  if (!Major || *Major == LLVM_VERSION_MAJOR)
    return Error::success();
  return createStringError("'" + Compiler + "' is of LLVM " + Twine(*Major) +
                           ", and cannot load a plugin for LLVM " +
                           Twine(LLVM_VERSION_MAJOR));
}

} // namespace offstack
