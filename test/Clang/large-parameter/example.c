// The example of docs/diagnostics/large-parameter.md.

// RUN: %clang_cc1 -fsyntax-only -verify %s

struct image {
  unsigned char pixels[512][512];
};

int brightness(struct image picture, int x, int y) {
// expected-warning@-1 {{parameter 'picture' of type 'struct image' takes 262144 bytes (256 KiB) of stack, over the limit of 128 KiB (offstack-large-parameter)}}
// expected-note@-2 {{pass it by pointer: the caller copies it to the stack for every call}}
  return picture.pixels[y][x];
}
