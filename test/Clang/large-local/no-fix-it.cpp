// Near misses: arrays that get no fix-it, each for one reason. Without the lines
// that end in 'only', or the words that the other sed commands take out, each of
// them gets one.

// RUN: %clangxx -std=c++20 -fsyntax-only -fplugin=%offstack_clang %s \
// RUN:   -fdiagnostics-parseable-fixits 2>&1 \
// RUN:   | FileCheck %s --implicit-check-not=fix-it:
// CHECK-COUNT-59: warning: local variable 'kept_
// CHECK-NOT: local variable 'kept_

// RUN: sed -e '/\/\/ only$/d' -e 's/volatile //' -e 's/alignas(64) //' \
// RUN:   -e 's/register //' -e 's/_Atomic(int)/int/' -e 's/, \*other//' \
// RUN:   -e 's/\[\[maybe_unused\]\] //' -e 's/ = {1}//' -e 's/ = "text"//' \
// RUN:   -e 's/constexpr int in_/int in_/' -e 's/kept_anonymous\[/& /' \
// RUN:   -e 's/struct { int x; }/int/' -e 's/int(100000)/100000/' \
// RUN:   -e 's/template <int N>//' -e 's/\[=\]/[\&]/' -e 's/ARRAY(\(.*\));/int \1[100000];/' \
// RUN:   -e 's/(\*kept_functions\[100000\])()/*kept_functions[100000]/' \
// RUN:   -e 's/BUFFER kept_by_typedef/int kept_by_typedef[100000]/' \
// RUN:   -e 's/ (&kept_not_copied)/ kept_not_copied/' \
// RUN:   -e 's/return kept_/(void)kept_/' -e 's/\[\[gnu::const\]\] //' \
// RUN:   -e 's/\/\/ static/static/' -e 's/operator new(/allocate(/' %s > %t.cpp
// RUN: %clangxx -std=c++20 -fsyntax-only -fplugin=%offstack_clang %t.cpp \
// RUN:   -fdiagnostics-parseable-fixits 2>&1 \
// RUN:   | FileCheck %s --check-prefix=TWIN
// TWIN-COUNT-59: fix-it:{{.*}}:"{{std::vector<.*> kept_|auto kept_}}

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>
#include <iostream>
#include <iterator>
#include <new>
#include <span>
#include <string>

void take(int *);
void take_all(int (&)[100000]);
template <class T> void deduce(T &&);
template <class T> void choose(const T &);
template <class T> void choose(T *);
void overloaded(void *);
void overloaded(int *);
#define USE(x) take(x)
#define ARRAY(name) int name[100000]
#define SIZE_OF(x) sizeof(x)
typedef int BUFFER[100000];

// Uses that a container means something else in, or does not allow.

void by_reference() {
  int kept_by_reference[100000];
  take(kept_by_reference);
  take_all(kept_by_reference); // only
}

void bound_to_reference() {
  int kept_bound[100000];
  take(kept_bound);
  int(&reference)[100000] = kept_bound; // only
}

void address() {
  int kept_address[100000];
  take(kept_address);
  auto *all = &kept_address; // only
}

void deduced() {
  int kept_deduced[100000];
  take(kept_deduced);
  deduce(kept_deduced); // only
}

void chosen() {
  int kept_chosen[100000];
  take(kept_chosen);
  choose(kept_chosen); // only
}

// Printed as an address; a pointer to char is printed as text.
void printed() {
  char kept_printed[200000];
  kept_printed[0] = 0;
  std::cout << &kept_printed; // only
}

void any_pointer() {
  int kept_any_pointer[100000];
  take(kept_any_pointer);
  overloaded(&kept_any_pointer); // only
}

void range() {
  int kept_span[100000];
  take(kept_span);
  std::span<int> span(kept_span); // only
}

void ranges() {
  int kept_ranges[100000];
  take(kept_ranges);
  std::ranges::sort(kept_ranges); // only
}

void copied_by_lambda() {
  int kept_in_lambda[100000];
  auto lambda = [=] { return kept_in_lambda[1]; };
}

void copied_by_name() {
  int kept_by_name[100000];
  take(kept_by_name);
  auto lambda = [kept_by_name] { return 1; }; // only
}

void named_capture() {
  int kept_capture[100000];
  take(kept_capture);
  auto lambda = [&all = kept_capture] { return 1; }; // only
}

void bindings() {
  struct { int x; } kept_bindings[100000] = {1};
}

void decomposed() {
  int kept_decomposed[100000];
  std::array<int, 2> *two = nullptr;
  auto &[first, second] = *two;
  USE(kept_decomposed); // only
}

void in_macro() {
  int kept_in_macro[100000];
  kept_in_macro[0] = 1;
  USE(kept_in_macro); // only
}

void size_in_macro() {
  int kept_size_in_macro[100000];
  kept_size_in_macro[0] = 1;
  std::memset(kept_size_in_macro, 0, SIZE_OF(kept_size_in_macro)); // only
}

// What the preprocessor leaves out here, it may not leave out elsewhere.
void hidden() {
  int kept_hidden[100000];
  kept_hidden[0] = 1;
#ifdef OTHER_SYSTEM
  take_all(kept_hidden); // only
#endif
}

void disabled_assertion() {
  int kept_asserted[100000];
  kept_asserted[0] = 1;
#undef assert
#define assert(condition)
  assert(sizeof(kept_asserted) > 10); // only
}

void constant_size() {
  int kept_constant_size[100000];
  kept_constant_size[0] = 1;
  static_assert(sizeof(kept_constant_size) == 400000); // only
}

void bound_of_another() {
  int kept_bound_of_another[100000];
  take(kept_bound_of_another);
  char other[sizeof(kept_bound_of_another[0])]; // only
}

void type() {
  int kept_type[100000];
  take(kept_type);
  decltype(kept_type) *pointer = nullptr; // only
}

void type_id() {
  int kept_alignment[100000];
  take(kept_alignment);
  auto alignment = __alignof__(kept_alignment); // only
}

void condition(bool which) {
  int kept_condition[100000];
  static int other[100000];
  take(kept_condition);
  auto &either = which ? kept_condition : other; // only
}

int *returned() {
  int kept_returned[100000];
  return kept_returned;
  return nullptr;
}

void assembly() {
  int kept_assembly[100000];
  take(kept_assembly);
  asm("" : : "m"(kept_assembly)); // only
}

void block_scope() {
  int kept_shadowed[100000];
  take(kept_shadowed);
  { int kept_shadowed = 1; } // only
}

// Declarations that cannot be written anew.

void several() {
  int kept_several[100000], *other;
}

void defined_by_macro() {
  ARRAY(kept_defined);
  kept_defined[0] = 1;
}

void by_typedef() {
  BUFFER kept_by_typedef;
  kept_by_typedef[0] = 1;
}

void functions() {
  int (*kept_functions[100000])();
}

void anonymous() {
  struct { int x; } kept_anonymous[100000];
}

void vexing() {
  int kept_vexing[int(100000)];
}

// The type in front of the name says more than what the elements are.

void is_volatile() {
  volatile int kept_volatile[100000];
  kept_volatile[0] = 1;
}

void is_atomic() {
  _Atomic(int) kept_atomic[100000];
  kept_atomic[0] = 1;
}

void is_aligned() {
  alignas(64) int kept_aligned[100000];
  take(kept_aligned);
}

void has_attribute() {
  [[maybe_unused]] int kept_attribute[100000];
}

void values() {
  int kept_values[100000] = {1};
}

void text() {
  char kept_text[200000] = "text";
}

// Elements that a container cannot make as the array does.

struct Private {
  int bulk[100000];
private:
  ~Private() = default; // only
  friend void private_destructor();
};
void private_destructor() {
  Private kept_private[2];
}

struct OwnMemory {
  int bulk[100000];
  OwnMemory();
  void *operator new[](std::size_t); // only
};
void own_memory() {
  OwnMemory kept_own_memory[2];
}

struct Base {
  int bulk[100000];
};
struct Derived
  : Base // only
{
  int more;
};
void derived() {
  Derived kept_derived[100000];
  kept_derived[0].more = 1;
}

struct alignas(64) Aligned {
  int x[16];
};
void over_aligned() {
  Aligned kept_over_aligned[10000];
}

// A vector would destroy them the other way round, and nothing else has a loop.
void loop_of_objects() {
  std::string kept_strings[9000];
  kept_strings[0] = "";
  for (std::string &s : kept_strings) // only
    s = "text"; // only
}

void loop_of_rows() {
  int kept_rows[400][400];
  kept_rows[0][0] = 1;
  for (auto &row : kept_rows) // only
    row[0] = 1; // only
}

void loop_of_bools() {
  bool kept_bools[200000];
  kept_bools[0] = true;
  for (bool &b : kept_bools) // only
    b = false; // only
}

// Ways through the function that a destructor bars.

void jump(int n) {
  if (n) // only
    goto behind; // only
  int kept_jump[100000];
  take(kept_jump);
behind: // only
  return;
}

void jump_back() {
again: // only
  int kept_jump_back[100000];
  take(kept_jump_back);
  if (kept_jump_back[0]) // only
    goto again; // only
}

void cases(int n) {
  switch (n) // only
  {
  case 0: // only
    take(&n);
    int kept_cases[100000];
    take(kept_cases);
  }
}

void as_case(int n) {
  if (n)
    switch (n) // only
    case 2: // only
    {
      int kept_case[100000];
      take(kept_case);
      case 3:; // only
    }
}

extern "C" int vfork();
void forks() {
  int kept_forks[100000];
  take(kept_forks);
  vfork(); // only
}

int statement_expression() {
  return // only
      ( // only
      {
        int kept_statement[100000];
        take(kept_statement);
        1;
      }
      ) // only
      ; // only
  return 0;
}

// Functions that must not allocate, or that are more than one.

template <int N> void instance() {
  int kept_instance[100000];
  take(kept_instance);
}
void instantiate() {
  instance<1>(); // only
}

void generic() {
  auto lambda = [](
    auto x // only
  ) {
    static int calls;
    int kept_generic[100000];
    take(kept_generic);
  };
  lambda(
    1 // only
  );
}

// A lambda is constexpr if it can be.
void constant_lambda() {
  auto lambda = [] {
    // static int calls;
    int kept_constant_lambda[100000];
    return 1;
  };
}

constexpr int in_constexpr(bool b) {
  if (b)
    return 1;
  int kept_constexpr[100000];
  take(kept_constexpr);
  return 2;
}

void realtime()
  [[clang::nonblocking]] // only
{
  int kept_realtime[100000];
  kept_realtime[0] = 1;
}

__attribute__((constructor(101))) // only
void early() {
  int kept_early[100000];
  take(kept_early);
}

[[gnu::const]] int has_no_effects(int n) {
  int kept_pure[100000];
  kept_pure[n] = n;
  return kept_pure[1];
}

// The standard library calls it for the memory of a vector.
void *operator new(std::size_t bytes) {
  int kept_new[100000];
  take(kept_new);
  return nullptr;
}
