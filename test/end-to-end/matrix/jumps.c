// C's own ways around: into scopes, to computed labels, out of assembly, and
// memory whose size only run time knows.

// RUN: %compare "0v 2v 3" %clang -fexceptions %s | FileCheck %s
// RUN: %compare "0v 2" %clang %s
// RUN: %compare "0 2" %clang %s -- \
// RUN:   -fsanitize=address,undefined -fno-sanitize-recover=all
// RUN: %compare "0 2" %clang %s -- -fsanitize=memory

#include "Inputs/buffer.h"

// A case label inside a loop inside the switch: the scope is entered in its
// middle, so that nothing says where the lifetime of `inner` starts.
NOINLINE static int into_the_scope(int kind) {
  int result = 0;
  switch (kind & 3) {
    char shared[100];
  case 0:
    result = USE(shared, kind);
    break;
    do {
      char inner[200];
    case 1:
      fill(inner, sizeof inner, kind);
    case 2:
      if ((kind & 3) == 1)
        result += sum(inner, sizeof inner);
      result = (result * 3 + kind) & 0xffff;
    } while (--kind > 0);
  }
  return result;
}

// goto into a scope, past the declaration.
NOINLINE static int past_the_declaration(int kind) {
  int result = 1;
  if (kind % 2)
    goto inside;
  {
    char buffer[100];
    fill(buffer, sizeof buffer, kind);
    result = sum(buffer, sizeof buffer);
  inside:
    fill(buffer, sizeof buffer, result);
    result ^= sum(buffer, sizeof buffer);
  }
  if (kind-- > 2)
    goto inside;
  return result;
}

// An interpreter: every instruction has a scope, every edge is computed.
NOINLINE static int computed(const char *code) {
  static void *const labels[] = {&&add, &&flip, &&leave};
  int result = 0;
  char whole[100];
  fill(whole, sizeof whole, *code);
  goto *labels[*code++ - '0'];
add : {
  char buffer[100];
  result += USE(buffer, result);
}
  goto *labels[*code++ - '0'];
flip : {
  char buffer[150];
  result ^= USE(buffer, result);
}
  goto *labels[*code++ - '0'];
leave:
  return result ^ sum(whole, sizeof whole);
}

// Assembly that may jump out of two scopes.
NOINLINE static int assembly(int n) {
  int result = 0;
  for (int i = 0; i < n; ++i) {
    char outer[100];
    result += USE(outer, i);
    {
      char inner[100];
      result ^= USE(inner, i);
      __asm__ goto("cmpl $3, %0\n\tje %l1" : : "r"(i) : "cc" : out);
    }
    result += sum(outer, sizeof outer);
  }
out:
  return result;
}

// A new size in each iteration, and one that is left by continue.
NOINLINE static int variable_length(int n) {
  int result = 0;
  char fixed[100];
  fill(fixed, sizeof fixed, n);
  for (int i = 1; i <= n; ++i) {
    char buffer[i * 40];
    result += USE(buffer, i);
    if (i % 3 == 0)
      continue;
    int table[i][i + 1];
    fill(table, sizeof table, i);
    result ^= sum(table, sizeof table);
    if (result % 11 == 0)
      return result;
  }
  return result + sum(fixed, sizeof fixed);
}

// What alloca gave lives on to the end of the function: a list of it.
NOINLINE static int list(int n) {
  struct node {
    struct node *next;
    char text[100];
  } *head = NULL;
  for (int i = 0; i < n; ++i) {
    struct node *node = __builtin_alloca(sizeof *node + i);
    fill(node->text, sizeof node->text, i);
    node->next = head;
    head = node;
  }
  int result = 0;
  for (; head; head = head->next)
    result = (result * 5 + sum(head->text, sizeof head->text)) & 0xffff;
  return result;
}

struct large {
  char text[200];
};

NOINLINE static struct large make(int value) {
  struct large result;
  fill(&result, sizeof result, value);
  return result;
}

// Objects that only an expression has: compound literals, results.
NOINLINE static int expressions(int n) {
  int a = ({
    char buffer[100];
    USE(buffer, n);
  });
  struct large *known = &(struct large){"a literal"};
  int b = sum(&(struct large){{(char)n}}, sizeof(struct large));
  struct large copy = n % 2 ? make(n) : *known;
  return a + b + sum(&copy, sizeof copy) + make(n + 1).text[5];
}

// Variable arguments, the large one by value.
NOINLINE static int variable_arguments(int count, ...) {
  __builtin_va_list list;
  char buffer[100];
  int result = USE(buffer, count);
  __builtin_va_start(list, count);
  while (count-- > 0) {
    struct large next = __builtin_va_arg(list, struct large);
    result += sum(&next, sizeof next) + __builtin_va_arg(list, int);
  }
  __builtin_va_end(list);
  return result;
}

// Every access is made.
NOINLINE static int volatile_buffer(int n) {
  volatile int buffer[40];
  for (int i = 0; i < 40; ++i)
    buffer[i] = i * n;
  buffer[3] = buffer[4];
  return buffer[3] + buffer[39];
}

// CHECK-COUNT-6: into {{-?[0-9]+}} past
int main(void) {
  for (int n = 0; n < 6; ++n)
    printf("into %d past %d assembly %d vla %d list %d expressions %d "
           "arguments %d volatile %d\n",
           into_the_scope(n), past_the_declaration(n), assembly(n),
           variable_length(n), list(n), expressions(n),
           variable_arguments(2, make(n), n, make(n + 1), 2 * n),
           volatile_buffer(n));
  // CHECK: computed
  printf("computed %d %d %d\n", computed("2"), computed("0102"),
         computed("11002"));
}
