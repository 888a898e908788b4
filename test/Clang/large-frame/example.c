// The example of docs/diagnostics/large-frame.md.

// RUN: %clang_cc1 -fsyntax-only -verify %s

void mix(float *left, float *right, short *out);

void play(void) {
  // expected-warning@-1 {{the locals of 'play' take 614400 bytes (600 KiB) of stack together, over the limit of 512 KiB (offstack-large-frame)}}
  float left[30 << 10];
  // expected-note@-1 {{'left' takes 122880 bytes (120 KiB) (20% of the total)}}
  float right[30 << 10];
  // expected-note@-1 {{'right' takes 122880 bytes (120 KiB) (20% of the total)}}
  float history[2][30 << 9];
  // expected-note@-1 {{'history' takes 122880 bytes (120 KiB) (20% of the total)}}
  short out[60 << 10];
  // expected-note@-1 {{'out' takes 122880 bytes (120 KiB) (20% of the total)}}
  short next[60 << 10];
  // expected-note@-1 {{'next' takes 122880 bytes (120 KiB) (20% of the total)}}
  mix(left, right, out);
  mix(history[0], history[1], next);
}
