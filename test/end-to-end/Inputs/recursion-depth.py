"""Recursive functions that count their depth, and a check of their bounds.

  recursion-depth.py generate FILE.c         write the functions and a driver
  recursion-depth.py compare BOUNDS DEPTHS   compare what is proven and measured

Each shape is a template of a function; each row of its parameters makes one
function of it. With -DCOUNT the functions count how many of them are active, and
stop at a million. Some shapes must have no bound: they are near misses.
"""

import re
import sys

PROLOGUE = """
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#ifdef COUNT
static long active, deepest;
#define ENTER if (++active > deepest) deepest = active; \\
  if (active > 1000) stop();
#define LEAVE(x) ({ __typeof__(x) leave_ = (x); --active; leave_; })
#include <setjmp.h>
static jmp_buf stopped;
static void stop(void) { longjmp(stopped, 1); }
#define RUN(call) do { active = 0; if (!setjmp(stopped)) { call; } } while (0)
#else
#define ENTER
#define LEAVE(x) (x)
#define RUN(call) call
#endif
static uint64_t seed = 88172645463325252ull;
static uint64_t next(void) {
  seed ^= seed << 13; seed ^= seed >> 7; seed ^= seed << 17; return seed;
}
/* Extremes, small numbers, and everything in between. */
static uint64_t pick(unsigned i) {
  static const uint64_t edges[] = {0, 1, 2, 3, 5, 8, 13, 100, 255, 256, 1000,
    0x7f, 0x80, 0x7fff, 0x8000, 0x7fffffff, 0x80000000u, 0xffffffffu,
    0x7fffffffffffffffull, 0x8000000000000000ull, ~0ull, ~0ull - 1};
  unsigned count = sizeof edges / sizeof *edges;
  if (i < count) return edges[i];
  return next() >> (next() % 64);
}
struct tree { struct tree *left, *right; unsigned value; };
static struct tree chain[3000];
static struct tree *grow(void) {
  for (unsigned i = 0; i < 3000; i++) {
    chain[i].left = i < 2999 ? chain + i + 1 : 0;
    chain[i].right = next() % 4 ? 0 : chain[i].left;
    chain[i].value = i;
  }
  return chain;
}
"""

# name: (template, parameters). NAME stands for the function, CALL for the call
# that the driver makes with the inputs a and b.
SHAPES = {
    "divide": ("""
T NAME(T n) { ENTER if (n COMPARE) return LEAVE((T)1); return LEAVE((T)(1 + NAME(n / BY))); }
""", "NAME((T)a)", [{"T": t, "COMPARE": c, "BY": b}
                    for t in ("unsigned", "uint64_t", "int", "int64_t")
                    for c, b in (("== 0", 2), ("== 0", 3), ("< 10", 10),
                                 ("== 0", 7), ("< 2", 2), ("== 0", 5),
                                 ("< 16", 16))]),
    "shift": ("""
T NAME(T n) { ENTER if (n == 0) return LEAVE((T)0); return LEAVE((T)(1 + NAME(n >> BY))); }
""", "NAME((T)a)", [{"T": t, "BY": b} for t in ("unsigned", "uint64_t")
                    for b in (1, 2, 3, 4, 5, 7, 8, 13)]),
    "lowest_bit": ("""
int NAME(T n) { ENTER if (!n) return LEAVE(0); return LEAVE(1 + NAME(n & (n - 1))); }
""", "NAME((T)a)", [{"T": t} for t in ("unsigned", "uint64_t", "int", "int64_t")]),
    "euclid": ("""
T NAME(T a, T b) { ENTER if (b == 0) return LEAVE(a); return LEAVE(NAME(b, a % b)); }
""", "NAME((T)(a & MASK), (T)(b & MASK))",
               [{"T": t, "MASK": m} for t, m in
                (("unsigned", "0xffffffffu"), ("uint64_t", "~0ull"),
                 ("int", "0x7fffffff"), ("int64_t", "0x7fffffffffffffffull"))]),
    "narrow": ("""
int NAME(T n) { ENTER if (n COMPARE) return LEAVE(0); return LEAVE(1 + NAME(n STEP)); }
""", "NAME((T)a)", [{"T": t, "COMPARE": c, "STEP": s}
                    for t in ("uint8_t", "int8_t")
                    for c, s in (("== 0", "- 1"), ("== 3", "- 1"), ("<= 0", "- 2"),
                                 ("== 9", "+ 1"), ("> 100", "+ 1"),
                                 ("== 0", "- 3"), ("== 77", "+ 5"),
                                 ("< 7", "- 7"), ("== 1", "- 9"))]),
    "unsigned_limit": ("""
int NAME(struct tree *t, T depth) { ENTER
  if (!t || depth COMPARE) return LEAVE(0);
  return LEAVE(1 + NAME(t->left, depth + STEP)); }
""", "NAME(grow(), (T)a)",
                       [{"T": t, "COMPARE": c, "STEP": s}
                        for t in ("unsigned", "uint64_t")
                        for c in ("> 10", ">= 64", "> 100", ">= 1", "> 33")
                        for s in (1, 2, 3, 5)]),
    "raised_before": ("""
int NAME(struct tree *t, T depth) { ENTER
  if (!t || ++depth COMPARE) return LEAVE(0);
  return LEAVE(1 + NAME(t->left, depth) + (t->right ? NAME(t->right, depth) : 0)); }
""", "NAME(chain + 2985, (T)a)",
                      [{"T": t, "COMPARE": c}
                       for t in ("unsigned", "uint64_t")
                       for c in ("> 10", ">= 64", "> 200", ">= 2")]),
    "started": ("""
static int NAME(struct tree *t, int depth) { ENTER
  if (!t || depth COMPARE) return LEAVE(0);
  return LEAVE(1 + NAME(t->left, depth STEP)); }
""", "NAME(grow(), START)",
                [{"COMPARE": c, "STEP": s, "START": b}
                 for c, s, b in ((">= 20", "+ 1", 0), ("> 20", "+ 1", 5),
                                 (">= 20", "+ 3", 0), ("== 20", "+ 1", 0),
                                 ("<= 0", "- 1", 30), ("== 0", "- 2", 30),
                                 ("< -10", "- 3", 9), ("> 99", "+ 7", -10),
                                 (">= 200", "* 2 + 1", 0), ("== 0", "/ 2", 999),
                                 ("> 500", "+ depth + 1", 1), ("< 3", "- 4", 77))]),
    "global": ("""
static int counter_NAME;
int NAME(struct tree *t) { ENTER
  if (!t) return LEAVE(0);
  if (counter_NAME COMPARE) return LEAVE(-1);
  counter_NAME += STEP;
  int r = NAME(t->left);
  counter_NAME -= STEP;
  return LEAVE(r); }
""", "NAME(grow())",
               [{"COMPARE": c, "STEP": s} for c in (">= 1", "> 20", ">= 64", "> 99")
                for s in (1, 2, 5)]),
    "helper": ("""
static int nested_NAME;
static int enter_NAME(void) { if (nested_NAME >= LIMIT) return 0; nested_NAME++; return 1; }
static void leave_NAME(void) { nested_NAME--; }
int NAME(struct tree *t) { ENTER
  if (!t || !enter_NAME()) return LEAVE(0);
  int r = 1 + NAME(t->left);
  leave_NAME();
  return LEAVE(r); }
""", "NAME(grow())", [{"LIMIT": l} for l in (1, 2, 10, 50, 128)]),
    "flag": ("""
int NAME(int n, int again) { ENTER
  if (again COMPARE) return LEAVE(NAME(n - 1, TO) + 1);
  return LEAVE(n); }
""", "NAME((int)a, (int)b)",
             [{"COMPARE": c, "TO": t} for c, t in
              ((" ", 0), ("> 3", 3), ("> 3", -1), ("== 7", 6), ("!= 0", 0))]),
    "states": ("""
int NAME(unsigned kind) { ENTER
  switch (kind % MOD) {
  case 0: return LEAVE(NAME(1) + 1);
  case 1: return LEAVE(NAME(2) + 1);
  case 2: return LEAVE(NAME(LAST) + 1);
  default: return LEAVE(0);
  } }
""", "NAME((unsigned)a)", [{"MOD": m, "LAST": l} for m in (4, 5, 9) for l in (3, 7, 12)
                           if l % m > 2]),
    "mutual": ("""
static int other_NAME(struct tree *t, unsigned depth);
int NAME(struct tree *t, unsigned depth) { ENTER
  if (!t || depth >= LIMIT) return LEAVE(0);
  return LEAVE(other_NAME(t->left, depth + ONE)); }
static int other_NAME(struct tree *t, unsigned depth) { ENTER
  if (!t || depth >= LIMIT) return LEAVE(0);
  return LEAVE(NAME(t->left, depth + TWO)); }
""", "NAME(grow(), (unsigned)a)", [{"LIMIT": l, "ONE": o, "TWO": w}
                                   for l in (1, 9, 64) for o, w in ((1, 1), (2, 1), (3, 5))]),
    "branches": ("""
int NAME(struct tree *t, unsigned depth) { ENTER
  if (!t) return LEAVE(0);
  if (t->value % 3 == 0) return LEAVE(depth < LOW ? NAME(t->left, depth + 1) : 0);
  if (t->value % 3 == 1 && depth <= HIGH) return LEAVE(NAME(t->left, depth + 2));
  return LEAVE(depth < HIGH ? NAME(t->left, depth + 1) : 1); }
""", "NAME(grow(), (unsigned)a)", [{"LOW": l, "HIGH": h} for l in (1, 10, 40)
                                   for h in (5, 30, 90)]),
    "power": ("""
T NAME(T x, T n) { ENTER if (n == 0) return LEAVE((T)1);
  T half = NAME(x, n / BY); return LEAVE((T)(half * half * (n % BY ? x : 1))); }
""", "NAME((T)b, (T)a)", [{"T": t, "BY": b} for t in ("unsigned", "uint64_t", "int")
                          for b in (2, 3, 4)]),
    "from_constants": ("""
static unsigned NAME(unsigned n, unsigned k) { ENTER
  if (n <= k) return LEAVE(n);
  return LEAVE(NAME(n - k, k) + NAME(n / 2, k)); }
unsigned call_NAME(int c) { return c ? NAME(LARGE, K) : NAME(SMALL, K); }
""", "call_NAME(a & 1)", [{"LARGE": l, "SMALL": s, "K": k} for l in (30, 100)
                          for s in (4, 11) for k in (3, 7, 10)]),
    "thirds": ("""
int NAME(T n) { ENTER if (n == 0) return LEAVE(1);
  return LEAVE(NAME(n / 3) + NAME(n / BY)); }
""", "NAME((T)(a & 0xfff))", [{"T": t, "BY": b} for t in ("unsigned", "uint64_t", "int")
                   for b in (2, 4, 9)]),
    # Near misses.
    "unlimited": ("""
int NAME(struct tree *t, unsigned depth) { ENTER
  if (!t || depth STEP < 0) return LEAVE(0);
  return LEAVE(1 + NAME(t->left, depth STEP)); }
""", "NAME(grow(), (unsigned)a)", [{"STEP": s} for s in ("+ 1", "- 1", "* 2", "+ 0")]),
    "signed_limit": ("""
int NAME(struct tree *t, int depth) { ENTER
  if (!t || depth > LIMIT) return LEAVE(0);
  return LEAVE(1 + NAME(t->left, depth + 1)); }
""", "NAME(grow(), (int)a)", [{"LIMIT": l} for l in (5, 50, -3)]),
    "reset": ("""
static int reset_NAME;
int NAME(struct tree *t) { ENTER
  if (!t || reset_NAME > LIMIT) return LEAVE(0);
  reset_NAME = t->value % 7 ? reset_NAME + 1 : 0;
  return LEAVE(NAME(t->left)); }
""", "reset_NAME = 0; NAME(grow())", [{"LIMIT": l} for l in (9, 30)]),
    "one_way_round": ("""
int NAME(struct tree *t, unsigned depth) { ENTER
  if (!t) return LEAVE(0);
  if (t->value % 50) return LEAVE(NAME(t->left, depth));
  return LEAVE(depth < LIMIT ? NAME(t->left, depth + 1) : 0); }
""", "NAME(grow(), (unsigned)a)", [{"LIMIT": l} for l in (90, 200)]),
}

INPUTS = 120


def functions():
    """Yields the name, the code and the call of each function."""
    for shape, (template, call, rows) in SHAPES.items():
        for index, row in enumerate(rows):
            name = f"{shape}_{index}"
            values = {**row, "NAME": name}

            def fill(text):
                return re.sub(r"(?<![a-zA-Z])(%s)(?![a-zA-Z])" % "|".join(values),
                              lambda found: str(values[found[1]]), text
                              ).replace("_NAME", "_" + name)
            yield name, fill(template), fill(call)


def generate(path):
    with open(path, "w") as out:
        out.write(PROLOGUE)
        for name, code, _ in functions():
            out.write(code)
        for name, _, call in functions():
            out.write(f"""
void run_{name}(void) {{
#ifdef COUNT
  deepest = 0;
  for (unsigned i = 0; i < {INPUTS}; i++) {{
    uint64_t a = pick(i), b = pick({INPUTS} - i); (void)a; (void)b; grow();
    RUN({call});
  }}
  printf("{name} %ld\\n", deepest);
#else
  uint64_t a = pick(1), b = pick(2); (void)a; (void)b;
  {call};
#endif
}}
""")
        out.write("int main(void) {\n")
        for name, _, _ in functions():
            out.write(f"  run_{name}();\n")
        out.write("}\n")


def compare(bounds_path, depths_path):
    bounds = {}
    with open(bounds_path) as lines:
        for line in lines:
            found = re.match(r"cycle ([^:]*): bounded\((\d+)\)", line)
            if found:
                for name in found[1].split():
                    bounds[name] = int(found[2])
    held, unbounded = 0, 0
    with open(depths_path) as lines:
        for line in lines:
            name, depth = line.split()
            if name not in bounds:
                unbounded += 1
                continue
            if int(depth) > bounds[name]:
                sys.exit(f"{name} went {depth} deep, over {bounds[name]}")
            held += 1
    print(f"{held} bounds hold\n{unbounded} functions have no bound")


if __name__ == "__main__":
    {"generate": generate, "compare": compare}[sys.argv[1]](*sys.argv[2:])
