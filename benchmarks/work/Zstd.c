/*===- Zstd.c - Compresses and expands a generated text --------- -*- C -*-===*\
|*
|* Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
|* See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
|*===----------------------------------------------------------------------===*|
|*
|* zstd KIND LEVEL TURNS: "large" is one text of 4 MB, "small" 2000 texts of 2
KB,
|* for which the functions that build tables matter most. Prints the size of
what
|* was compressed.
|*
\*===----------------------------------------------------------------------===*/

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zstd.h>

enum { TextBytes = 4 << 20, SmallBytes = 2 << 10 };

/* Words of a small vocabulary, the earlier ones more often. */
static void makeText(char *Text) {
  unsigned State = 1;
  for (size_t I = 0; I < TextBytes;) {
    State = State * 1664525 + 1013904223;
    unsigned Word = (State >> 16) % 997 * ((State >> 8) % 31) / 31;
    char Next[16];
    int Length = snprintf(Next, sizeof Next, "%x%c", Word * 2654435u >> 4,
                          State >> 30 ? ' ' : '\n');
    if (I + Length > TextBytes)
      Length = TextBytes - I;
    memcpy(Text + I, Next, Length);
    I += Length;
  }
}

/* Returns the bytes that a piece is compressed to; it must come back as it was.
 */
static size_t pack(const char *Text, size_t Bytes, int Level) {
  static char Packed[TextBytes + 65536], Back[TextBytes];
  size_t Size = ZSTD_compress(Packed, sizeof Packed, Text, Bytes, Level);
  if (ZSTD_isError(Size) ||
      ZSTD_decompress(Back, sizeof Back, Packed, Size) != Bytes ||
      memcmp(Back, Text, Bytes))
    abort();
  return Size;
}

int main(int Count, char **Arguments) {
  static char Text[TextBytes];
  if (Count < 4)
    return 1;
  makeText(Text);
  int IsSmall = Arguments[1][0] == 's';
  size_t Piece = IsSmall ? SmallBytes : TextBytes, Sum = 0;
  for (int Turn = atoi(Arguments[3]); Turn; --Turn)
    for (size_t I = 0; I < TextBytes; I += Piece)
      Sum += pack(Text + I, Piece, atoi(Arguments[2]));
  printf("%zu\n", Sum);
}
