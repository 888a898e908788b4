// alloca in loops: each way out of the loop and of the function frees all that
// the rounds have taken, and each round's object stays until then.

// RUN: %compare "0v 1v 2v 3" %clangxx %s | FileCheck %s
// RUN: %compare "0 2" %clangxx %s -- -fsanitize=address,undefined \
// RUN:   -fno-sanitize-recover=all
// RUN: FileCheck %s --check-prefix=BOXED --input-file=%t.O2.remarks
// BOXED: is boxed: when the loop has taken more than 64 bytes

// More than a stack of 512 KiB holds.
// RUN: %clangxx -O1 %s -o %t.plain
// RUN: not --crash bash -c 'ulimit -s 512; exec %t.plain deep'
// RUN: bash -c 'ulimit -s 512; exec %t.O1 deep' \
// RUN:   | FileCheck %s --check-prefix=DEEP
// DEEP: deep: 3000

#include "Inputs/buffer.h"

struct Node {
  Node *next;
  int value;
};

static NOINLINE int length(const Node *list) {
  int result = 0;
  for (; list; list = list->next)
    result = (result * 3 + list->value) & 0xffff;
  return result;
}

// The list is read when all rounds are over.
static NOINLINE int list_of(int count, int size) {
  Node *list = nullptr;
  for (int i = 0; i < count; ++i) {
    auto *node = static_cast<Node *>(__builtin_alloca(sizeof(Node) + size));
    fill(node + 1, size, i);
    *node = {list, i};
    list = node;
  }
  return length(list) + (list ? sum(list + 1, size) : 0);
}

// Sizes of 64 bytes and more in turn with small ones, and two allocas.
static NOINLINE int mixed(int count) {
  Node *list = nullptr;
  for (int i = 0; i < count; ++i) {
    auto *small = static_cast<Node *>(__builtin_alloca(sizeof(Node)));
    auto *large = static_cast<Node *>(
        __builtin_alloca(sizeof(Node) + (i % 3) * 1000));
    *small = {list, i};
    *large = {small, -i};
    list = large;
  }
  return length(list);
}

struct Error {
  int value;
};

static NOINLINE int maybe_throw(const Node *list, int limit) {
  int value = length(list);
  if (list->value == limit)
    throw Error{value};
  return value;
}

// Left by an exception in the middle, caught here or by the caller.
static NOINLINE int throws(int limit, bool catches) {
  Node *list = nullptr;
  int total = 0;
  for (int i = 0; i < 20; ++i) {
    auto *node = static_cast<Node *>(__builtin_alloca(200));
    *node = {list, i};
    list = node;
    if (!catches) {
      total += maybe_throw(list, limit);
      continue;
    }
    try {
      total += maybe_throw(list, limit);
    } catch (const Error &error) {
      total += error.value + 100000;
    }
  }
  return total + length(list);
}

static NOINLINE int return_early(int stop) {
  Node *list = nullptr;
  for (int i = 0;; ++i) {
    auto *node = static_cast<Node *>(__builtin_alloca(100 + i));
    *node = {list, i};
    list = node;
    if (i == stop)
      return length(list);
  }
}

// Released by the scope of a VLA around the loop, again and again.
static NOINLINE int in_scope(int rounds, int size) {
  int total = 0;
  for (int round = 1; round <= rounds; ++round) {
    char scope[size * round];
    fill(scope, size * round, round);
    Node *list = nullptr;
    for (int i = 0; i < 5; ++i) {
      auto *node = static_cast<Node *>(__builtin_alloca(90));
      *node = {list, i};
      list = node;
    }
    total += length(list) + sum(scope, size * round);
  }
  return total;
}

int main(int argc, char **) {
  if (argc > 1) {
    Node *list = nullptr;
    int count = 0;
    for (int i = 0; i < 3000; ++i) {
      auto *node = static_cast<Node *>(__builtin_alloca(4096));
      *node = {list, i};
      list = node;
    }
    for (; list; list = list->next)
      ++count;
    printf("deep: %d\n", count);
    return 0;
  }
  // CHECK: list: 0 {{[0-9]+ [0-9]+}}
  printf("list: %d %d %d\n", list_of(0, 10), list_of(1, 10), list_of(50, 99));
  // CHECK: mixed: 0 {{[0-9]+}}
  printf("mixed: %d %d\n", mixed(0), mixed(40));
  try {
    printf("throws: %d %d\n", throws(7, true), throws(50, false));
    printf("not here: %d\n", throws(12, false));
  } catch (const Error &error) {
    // CHECK: caught: {{[0-9]+}}
    printf("caught: %d\n", error.value);
  }
  // CHECK: return: {{[0-9]+ [0-9]+}}
  printf("return: %d %d\n", return_early(0), return_early(30));
  // CHECK: scope: {{[0-9]+ [0-9]+}}
  printf("scope: %d %d\n", in_scope(3, 10), in_scope(4, 3000));
}
