// The slots of parameters are of the sizes that variables have, too. A variable
// of a size of its own is known for all that, and so is what lies between two.

// RUN: %clang_cc1 -O0 -emit-obj -o %t.o %s \
// RUN:   -plugin-arg-offstack stack=128K -verify

int fill(char *);

// 'data' is large by itself, and the frame is because of it: that is told once.
// (It had no name, as parameters had taken those in front of it.)
long told_once(char *name, char *buffer, long size) { // none here
  char *file = name;
  char data[65536];
  // expected-warning@-1 {{local variable 'data' of type 'char[65536]' takes 65536 bytes (64 KiB) of stack, over the limit of 2 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free}}
  long data_size = size, total = 0;
  return fill(data) + fill(file) + fill(buffer) + data_size + total;
}

// The same without one that is large by itself.
long told_by_name(long a, long b, long c) {
  // expected-warning@-1 {{the frame of 'told_by_name' takes}}
  // expected-note@-2 {{the rest of the frame is}}
  // expected-note@-3 {{4 smaller objects together take 32 bytes}}
  long first = a;
  // expected-note@-1 {{'first' takes 8 bytes}}
  char one[2041], two[2042], three[2043], four[2044];
  // expected-note@-1 {{'one' takes 2041 bytes}}
  // expected-note@-2 {{'two' takes 2042 bytes}}
  // expected-note@-3 {{'three' takes 2043 bytes}}
  // expected-note@-4 {{'four' takes 2044 bytes}}
  long last = b;
  return fill(one) + fill(two) + fill(three) + fill(four) + first + last + c;
}
