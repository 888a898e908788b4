//===- IncludePlace.cpp - Where an include goes ---------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads the tokens of the file without the preprocessor.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/IncludePlace.h"
#include "clang/Lex/Lexer.h"

using namespace clang;
using namespace llvm;

namespace offstack {

namespace {

/// Follows the directives of a file.
class DirectiveReader {
public:
  DirectiveReader(StringRef Text, StringRef Header, const LangOptions &Language)
      : Text(Text), Header(Header),
        Raw(SourceLocation(), Language, Text.begin(), Text.begin(),
            Text.end()) {}

  /// Reads the tokens in front of \p End.
  void readTo(unsigned End);

  /// The start of the line behind the last include, or 0.
  unsigned Behind = 0;
  bool IsIncluded = false;

private:
  void readDirective();
  void readInclude(unsigned Start);

  StringRef Text;
  StringRef Header;
  Lexer Raw;
  unsigned Conditions = 0;
  unsigned Braces = 0;
};

} // namespace

/// Returns the start of the line behind the one of \p Offset.
static unsigned findNextLine(StringRef Text, unsigned Offset) {
  size_t End = Text.find('\n', Offset);
  return End == StringRef::npos ? Text.size() : End + 1;
}

void DirectiveReader::readInclude(unsigned Start) {
  if (Conditions != 0 || Braces != 0)
    return;
  unsigned End = findNextLine(Text, Start);
  StringRef Line = Text.slice(Start, End);
  // One that goes on in the next line, or has no line end, is let alone.
  if (!Line.consume_back("\n") || Line.ends_with("\\"))
    return;
  Behind = End;
  IsIncluded |= Line.contains(("<" + Header + ">").str());
}

void DirectiveReader::readDirective() {
  Token Name;
  Raw.LexFromRawLexer(Name);
  if (Name.isNot(tok::raw_identifier))
    return;
  StringRef Directive = Name.getRawIdentifier();
  if (Directive.starts_with("if"))
    ++Conditions;
  else if (Directive == "endif" && Conditions != 0)
    --Conditions;
  else if (Directive == "include")
    readInclude(Raw.getCurrentBufferOffset());
}

void DirectiveReader::readTo(unsigned End) {
  for (Token T;
       !Raw.LexFromRawLexer(T) && Raw.getCurrentBufferOffset() <= End;) {
    if (T.is(tok::hash) && T.isAtStartOfLine())
      readDirective();
    else if (T.is(tok::l_brace))
      ++Braces;
    else if (T.is(tok::r_brace) && Braces != 0)
      --Braces;
  }
}

/// Returns the start of the line behind the comment that opens \p Text, or 0.
static unsigned findEndOfOpening(StringRef Text, const LangOptions &Language) {
  Lexer Raw(SourceLocation(), Language, Text.begin(), Text.begin(), Text.end());
  Raw.SetCommentRetentionState(true);
  unsigned End = 0;
  for (Token T; !Raw.LexFromRawLexer(T) && T.is(tok::comment);) {
    unsigned Start = Raw.getCurrentBufferOffset() - T.getLength();
    if (End != 0 && Start != End)
      break;
    End = findNextLine(Text, Raw.getCurrentBufferOffset() - 1);
  }
  return Text.substr(End).starts_with("\n") ? End + 1 : 0;
}

IncludePlace findIncludePlace(StringRef Text, StringRef Header,
                              unsigned CodeOffset,
                              const LangOptions &Language) {
  DirectiveReader Reader(Text, Header, Language);
  Reader.readTo(CodeOffset);
  if (Reader.Behind != 0)
    return {Reader.Behind, Reader.IsIncluded, false};
  return {findEndOfOpening(Text, Language), false, true};
}

} // namespace offstack
