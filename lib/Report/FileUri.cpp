//===- FileUri.cpp - Names of files as URIs -------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Percent-encodes and decodes.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Report/SarifReport.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace offstack {

static constexpr StringLiteral FileScheme = "file://";

std::string makeUri(StringRef Path) {
  std::string Slashed = sys::path::convert_to_slash(Path);
  std::string Uri;
  if (sys::path::is_absolute(Path))
    // A path with a drive has no slash at its start.
    Uri = (FileScheme + (Slashed[0] == '/' ? "" : "/")).str();
  for (char C : Slashed) {
    if (isAlnum(C) || StringRef("/-._~").contains(C)) {
      Uri += C;
      continue;
    }
    auto Byte = static_cast<uint8_t>(C);
    Uri += '%';
    Uri += hexdigit(Byte >> 4);
    Uri += hexdigit(Byte & 15);
  }
  return Uri;
}

std::optional<std::string> readUri(StringRef Uri) {
  bool IsAbsolute = Uri.consume_front(FileScheme);
  if (IsAbsolute && !Uri.starts_with("/"))
    return std::nullopt; // On another machine.
  std::string Path;
  while (!Uri.empty()) {
    uint8_t Byte = 0;
    if (Uri.consume_front("%")) {
      if (Uri.size() < 2 || !tryGetHexFromNibbles(Uri[0], Uri[1], Byte))
        return std::nullopt;
      Uri = Uri.drop_front(2);
    } else {
      Byte = static_cast<uint8_t>(Uri.front());
      Uri = Uri.drop_front();
    }
    Path += static_cast<char>(Byte);
  }
  // "/C:/folder" is a path with a drive.
  if (IsAbsolute && sys::path::has_root_name(StringRef(Path).drop_front()))
    Path.erase(0, 1);
  return Path;
}

} // namespace offstack
