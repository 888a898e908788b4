// The example of docs/diagnostics/large-frame.md.

// RUN: %clang_cc1 -emit-obj -o /dev/null -verify %s

void mix(float *left, float *right, short *out);

void play(void) {
  // expected-warning@-1 {{the frame of 'play' takes 614408 bytes (600 KiB) of stack, over the limit of 512 KiB (offstack-large-frame)}}
  // expected-note@-2 {{the rest of the frame is padding 8 bytes}}
  float left[30 << 10];
  // expected-note@-1 {{'left' takes 122880 bytes (120 KiB) (20% of the frame)}}
  float right[30 << 10];
  // expected-note@-1 {{'right' takes 122880 bytes (120 KiB) (20% of the frame)}}
  float history[2][30 << 9];
  // expected-note@-1 {{'history' takes 122880 bytes (120 KiB) (20% of the frame)}}
  short out[60 << 10];
  // expected-note@-1 {{'out' takes 122880 bytes (120 KiB) (20% of the frame)}}
  short next[60 << 10];
  // expected-note@-1 {{'next' takes 122880 bytes (120 KiB) (20% of the frame)}}
  mix(left, right, out);
  mix(history[0], history[1], next);
}
