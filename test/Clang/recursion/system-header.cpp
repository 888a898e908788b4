// Recursion within a system header is not shown. It is where one function of the
// cycle is the user's.

// RUN: %clang_cc1 -std=c++17 -plugin-arg-offstack recursion=unbounded -isystem %S/Inputs -emit-obj -o /dev/null -verify %s
// RUN: %clang_cc1 -std=c++17 -plugin-arg-offstack recursion=all -isystem %S/Inputs -emit-obj -o /dev/null -verify %s
// RUN: %clang_cc1 -std=c++17 -plugin-arg-offstack recursion=unbounded -isystem %S/Inputs -Wsystem-headers -emit-obj -o /dev/null -verify=expected,system %s
#include <tree.h>

// system-warning@tree.h:9 {{nothing limits the depth of the recursion of 'clear'}}
// system-note@tree.h:9 {{count the depth in 'clear'}}
void clear(library::Tree<int> *tree) { tree->clear(); }

// A lambda that the header calls.
int count(library::Tree<int> *tree) {
  int result = 1;
  tree->each([&](library::Tree<int> *child) { result += count(child); });
  // expected-warning@-1 {{nothing limits the depth of the recursion of 'count'}}
  // expected-note@-2 {{'count' calls 'each<}}
  // expected-note@tree.h:17 {{'each<}}
  // expected-note@-4 {{'operator()' calls 'count' here}}
  // expected-note@-5 {{count the depth in 'count'}}
  return result;
}

// A member of the user's that the header's template calls.
struct List {
  List *next;
  void visit(List *list) {
    library::walk(list);
    // expected-warning@-1 {{nothing limits the depth of the recursion of 'visit'}}
    // expected-note@-2 {{'visit' calls 'walk<List>' here}}
    // expected-note@tree.h:27 {{'walk<List>' calls 'visit' here}}
    // expected-note@-4 {{count the depth in 'visit'}}
  }
};
void walk_list(List *list) { library::walk(list); }

// A specialisation of the header's template.
struct Item {
  Item *next;
};
template <> struct library::Printer<Item> {
  static void print(Item *item) {
    if (item->next)
      print(item->next); // expected-warning {{nothing limits the depth of the recursion of 'print'}}
      // expected-note@-1 {{count the depth in 'print'}}
    item->next = nullptr;
  }
};
void print(Item *item) { library::Printer<Item>::print(item); }

// A function of this file alone, a local one, and one that other files define too.
static void drop(Item *item) {
  if (item->next)
    drop(item->next); // expected-warning {{nothing limits the depth of the recursion of 'drop'}}
    // expected-note@-1 {{count the depth in 'drop'}}
  delete item;
}
inline void release(Item *item) {
  if (item->next)
    release(item->next); // expected-warning {{nothing limits the depth of the recursion of 'release'}}
    // expected-note@-1 {{count the depth in 'release'}}
  delete item;
}
void end(Item *item, bool now) {
  struct Local {
    static void end(Item *item) {
      if (item->next)
        end(item->next); // expected-warning {{nothing limits the depth of the recursion of 'end'}}
        // expected-note@-1 {{count the depth in 'end'}}
      delete item;
    }
  };
  if (now)
    Local::end(item);
  else if (item)
    release(item);
  else
    drop(item);
}
