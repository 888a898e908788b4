// Compound literals, and values of structs in C.

// RUN: %clang_cc1 -std=gnu2x -fsyntax-only -verify %s -Wno-unused-value \
// RUN:   -plugin-arg-offstack local=1K

struct big {
  char data[4096];
};
struct outer {
  int tag;
  struct big inner;
};
struct big make(void);
void use(const void *);
void by_value(struct big);

void literals(struct big *to) {
  use(&(struct big){{1}});
  // expected-warning@-1 {{compound literal of type 'struct big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use((char[4096]){1});
  // expected-warning@-1 {{compound literal of type 'char[4096]' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  *to = (struct big){{1}};
  // expected-warning@-1 {{compound literal of type 'struct big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use((struct big){{1}}.data);
  // expected-warning@-1 {{compound literal of type 'struct big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
}

// Built in the variable, in the return slot.
struct big silent_initializers(void) {
  static struct big kept = (struct big){{1}};
  use(&kept);
  return (struct big){{1}};
}
void variable(void) {
  struct big local = (struct big){{1}};
  // expected-warning@-1 {{local variable 'local' of type 'struct big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(&local);
}
struct outer silent_member(void) {
  return (struct outer){1, make()};
}
static struct big *silent_file_scope = &(struct big){{1}};
void silent_static(void) { use(&(static struct big){{1}}); }
// expected-error@-1 {{expected expression}}
void silent_pointer(void) { use(&(struct big *){0}); }

void results(struct big *to, int which) {
  *to = make();
  // expected-warning@-1 {{call result of type 'struct big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{have the function write to memory that its caller passes}}
  use(make().data);
  // expected-warning@-1 {{call result of type 'struct big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{have the function write to memory that its caller passes}}
  make();
  // expected-warning@-1 {{call result of type 'struct big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{have the function write to memory that its caller passes}}
  *to = which ? *to : make();
  // expected-warning@-1 {{call result of type 'struct big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{have the function write to memory that its caller passes}}
  to->data[0] = make().data[1];
  // expected-warning@-1 {{call result of type 'struct big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{have the function write to memory that its caller passes}}
}

void nested(struct outer *to) { use(&to->inner), *to = (struct outer){1, make()}; }
// expected-warning@-1 {{compound literal of type 'struct outer' takes 4100 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
// expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}

void arguments(const struct big *from) {
  by_value(*from);
  // expected-warning@-1 {{by-value argument of type 'const struct big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{pass it by pointer: the caller copies it to the stack for every call}}
  by_value(make());
}

void silent_copies(struct big *to, const struct big *from) {
  *to = *from;
  *to = (use(0), *from);
  *to;
}

char part_of_assigned(struct big *to, const struct big *from) {
  return (*to = *from).data[0];
  // expected-warning@-1 {{temporary of type 'struct big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{make it where it is to stay: a temporary is built on the stack first}}
}
