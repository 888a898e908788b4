// Objective-C methods are functions.

// RUN: %clang_cc1 -x objective-c -fsyntax-only -verify %s -Wno-objc-root-class \
// RUN:   -plugin-arg-offstack local=1K

struct record {
  char data[2048];
};
int use(const void *);

@interface Reader
- (int)read:(struct record)entry;
+ (int)silent:(struct record *)entry;
@end

@implementation Reader
- (int)read:(struct record)entry {
  // expected-warning@-1 {{parameter 'entry' of type 'struct record' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-parameter)}}
  // expected-note@-2 {{pass it by pointer: the caller copies it to the stack for every call}}
  char buffer[4096];
  // expected-warning@-1 {{local variable 'buffer' of type 'char[4096]' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  return use(&entry) + use(buffer);
}
+ (int)silent:(struct record *)entry {
  static char buffer[4096];
  return use(entry) + use(buffer);
}
@end
