// The example of docs/diagnostics/large-local.md.

// RUN: %clang_cc1 -fsyntax-only -verify %s

int read_line(char *to, unsigned long size);

int count_lines(void) {
  char line[1 << 20];
  // expected-warning@-1 {{local variable 'line' of type 'char[1048576]' takes 1048576 bytes (1 MiB) of stack, over the limit of 128 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  int lines = 0;
  while (read_line(line, sizeof(line)))
    ++lines;
  return lines;
}
