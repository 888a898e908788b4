// Each way to need an object without a name. What is here was compared with the
// allocas that clang makes at -O0.

// RUN: %clang_cc1 -std=c++20 -fsyntax-only -verify %s \
// RUN:   -fcxx-exceptions -fexceptions -Wno-unused-value \
// RUN:   -plugin-arg-offstack local=1K

namespace std {
template <class T> class initializer_list {
  const T *First;
  unsigned long Count;
};
} // namespace std

struct Big {
  char Data[4096];
  int size() const;
};
struct Counted {
  char Data[4096];
  Counted();
  Counted(const Counted &);
  ~Counted();
};
struct Small {
  char Data[1024];
};

Big make();
Counted makeCounted();
Small makeSmall();
void use(const void *);
void byReference(const Big &);
void byRvalue(Big &&);

void boundToArgument() {
  byReference(Big{});
  // expected-warning@-1 {{temporary of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{make it where it is to stay: a temporary is built on the stack first}}
  byReference(make());
  // expected-warning@-1 {{call result of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{have the function write to memory that its caller passes, or return a pointer that owns it}}
  byRvalue(make());
  // expected-warning@-1 {{call result of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{have the function write to memory that its caller passes, or return a pointer that owns it}}
  byRvalue(Big(make()));
  // expected-warning@-1 {{call result of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{have the function write to memory that its caller passes, or return a pointer that owns it}}
}
void silentSmall() {
  use(&static_cast<const Small &>(Small{}));
  makeSmall();
}

void boundToVariable() {
  const Big &Extended = make();
  // expected-warning@-1 {{call result of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{have the function write to memory that its caller passes, or return a pointer that owns it}}
  Counted &&Other = makeCounted();
  // expected-warning@-1 {{call result of type 'Counted' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{have the function write to memory that its caller passes, or return a pointer that owns it}}
  use(&Extended), use(&Other);
}

// The whole object is there, for one member.
char partOfResult() { return make().Data[0]; }
// expected-warning@-1 {{call result of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
// expected-note@-2 {{have the function write to memory that its caller passes, or return a pointer that owns it}}
void referenceToPart() {
  const char(&Part)[4096] = make().Data;
  // expected-warning@-1 {{call result of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{have the function write to memory that its caller passes, or return a pointer that owns it}}
  use(Part);
}
int method() { return make().size(); }
// expected-warning@-1 {{call result of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
// expected-note@-2 {{have the function write to memory that its caller passes, or return a pointer that owns it}}

void dropped(int Which) {
  make();
  // expected-warning@-1 {{call result of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{have the function write to memory that its caller passes, or return a pointer that owns it}}
  (void)make();
  // expected-warning@-1 {{call result of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{have the function write to memory that its caller passes, or return a pointer that owns it}}
  (use(0), makeCounted());
  // expected-warning@-1 {{call result of type 'Counted' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{have the function write to memory that its caller passes, or return a pointer that owns it}}
  make(), use(0);
  // expected-warning@-1 {{call result of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{have the function write to memory that its caller passes, or return a pointer that owns it}}
  if (Which)
    make();
    // expected-warning@-1 {{call result of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
    // expected-note@-2 {{have the function write to memory that its caller passes, or return a pointer that owns it}}
  for (make(); Which; makeCounted())
  // expected-warning@-1 {{call result of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{have the function write to memory that its caller passes, or return a pointer that owns it}}
  // expected-warning@-3 {{call result of type 'Counted' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-4 {{have the function write to memory that its caller passes, or return a pointer that owns it}}
    make();
    // expected-warning@-1 {{call result of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
    // expected-note@-2 {{have the function write to memory that its caller passes, or return a pointer that owns it}}
  switch (Which) {
  case 1:
    make();
    // expected-warning@-1 {{call result of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
    // expected-note@-2 {{have the function write to memory that its caller passes, or return a pointer that owns it}}
  }
  Big{};
  // expected-warning@-1 {{temporary of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{make it where it is to stay: a temporary is built on the stack first}}
}

void assigned(Big &To, Counted &Other) {
  To = make();
  // expected-warning@-1 {{call result of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{have the function write to memory that its caller passes, or return a pointer that owns it}}
  Other = makeCounted();
  // expected-warning@-1 {{call result of type 'Counted' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{have the function write to memory that its caller passes, or return a pointer that owns it}}
}

// The operands of one `?:` share an object.
void conditional(bool Which) { byReference(Which ? make() : Big{}); }
// expected-warning@-1 {{temporary of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
// expected-note@-2 {{make it where it is to stay: a temporary is built on the stack first}}

int lambdas(const Big &From) {
  [From] { use(&From); }();
  // expected-warning-re@-1 {{temporary of type '(lambda at {{.*}})' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{make it where it is to stay: a temporary is built on the stack first}}
  return [From] { return From.size(); }() + [&From] { return From.size(); }();
  // expected-warning-re@-1 {{temporary of type '(lambda at {{.*}})' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{make it where it is to stay: a temporary is built on the stack first}}
}

void takeList(std::initializer_list<Big>);
void takePointers(std::initializer_list<const Big *>);
void lists(const Big &First) {
  takeList({First, First});
  // expected-warning@-1 {{list of elements of type 'const Big[2]' takes 8192 bytes (8 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{add the elements one by one: the list holds all of them on the stack}}
  takePointers({&First, &First});
  takeList({Big{}});
  // expected-warning@-1 {{list of elements of type 'const Big[1]' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{add the elements one by one: the list holds all of them on the stack}}
}

struct Pair {
  Big First, Second;
};
Pair makePair();
void bindings() {
  auto &&[First, Second] = makePair();
  // expected-warning@-1 {{call result of type 'Pair' takes 8192 bytes (8 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{have the function write to memory that its caller passes, or return a pointer that owns it}}
  use(&First), use(&Second);
}

struct Range {
  Big Data;
  Big *begin();
  Big *end();
};
Range makeRange();
void loop() {
  for (Big &Each : makeRange())
  // expected-warning@-1 {{call result of type 'Range' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{have the function write to memory that its caller passes, or return a pointer that owns it}}
    use(&Each);
}

int statements(const Big &From) {
  return ({
  // expected-warning@-1 {{temporary of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{make it where it is to stay: a temporary is built on the stack first}}
           make();
           // expected-warning@-1 {{call result of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
           // expected-note@-2 {{have the function write to memory that its caller passes, or return a pointer that owns it}}
           Big Copy = From;
           // expected-warning@-1 {{local variable 'Copy' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
           // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
           Copy;
         }).size();
}

// The object of a default argument is made by the caller.
void withDefault(const Big &From = Big{});
// expected-warning@-1 {{temporary of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
// expected-note@-2 {{make it where it is to stay: a temporary is built on the stack first}}
void callsDefault() { withDefault(); }

struct Holder {
  Holder(const Big &From);
};
void inHeapObject() {
  auto *Silent = new Big(make());
  auto *Other = new Holder(make());
  // expected-warning@-1 {{call result of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
  // expected-note@-2 {{have the function write to memory that its caller passes, or return a pointer that owns it}}
  use(Silent), use(Other);
}

auto Global = Holder(make());
// expected-warning@-1 {{call result of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
// expected-note@-2 {{have the function write to memory that its caller passes, or return a pointer that owns it}}

template <class T> int inTemplate() { return T().size(); }
// expected-warning@-1 {{temporary of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
// expected-note@-2 {{make it where it is to stay: a temporary is built on the stack first}}
int instantiate() { return inTemplate<Big>() + inTemplate<Big>(); } // #instantiated
// expected-note@-1 {{in instantiation of function template specialization 'inTemplate<Big>' requested here}}
