// Guards that some call goes round, and the same where each passes.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

struct tree { struct tree *left, *right; int value; };
struct parser { const char *at; int depth; };
static int at_level;

// CHECK: cycle lists: unguarded-edge input
int lists(struct parser *p) { if (p->depth > 50) return -1; if (*p->at == '(') { p->depth++; p->at++; int r = lists(p); p->depth--; return r; } if (*p->at++ == '!') return -lists(p); return 0; }
// CHECK: cycle brackets: unguarded-edge
int brackets(struct parser *p);
int braces(struct parser *p) { if (++p->depth > 50) return -1; int r = 0; if (*p->at++ == '{') r = braces(p); if (*p->at++ == '[') r += brackets(p); p->depth--; return r; }
int brackets(struct parser *p) { if (*p->at++ == '[') return brackets(p); return braces(p); }
// CHECK: cycle sides: unguarded-edge
int sides(struct tree *t, int level) { if (!t || level > 30) return 0; return sides(t->left, level + 1) + sides(t->right, level); }
// CHECK: cycle fuelled: unguarded-edge
int fuelled(struct tree *t, int fuel) { if (!t) return 0; if (fuel <= 0) return t->value; return fuelled(t->left, fuel - 1) + fuelled(t->right, fuel); }
// CHECK: cycle pairs: unguarded-edge
int pairs(struct tree *t, unsigned d) { if (!t) return 0; int r = pairs(t->right, d); if (d < 9) r += pairs(t->left, d + 1); return r; }
// CHECK: cycle by_global: unguarded-edge
int by_global(struct tree *t) { if (!t) return 0; int r = by_global(t->right); if (at_level > 40) return r; at_level++; r += by_global(t->left); at_level--; return r; }
// CHECK: cycle unary: unguarded-edge input
int unary(struct parser *p) { if (*p->at == '-') { p->at++; return -unary(p); } if (p->depth >= 9) return -1; p->depth++; int r = 0; if (*p->at == '(') { p->at++; r = unary(p); } p->depth--; return r; }

// CHECK: cycle all_lists: guarded
int all_lists(struct parser *p) { if (p->depth > 50) return -1; p->depth++; int r = 0; if (*p->at == '(') { p->at++; r = all_lists(p); } else if (*p->at++ == '!') r = -all_lists(p); p->depth--; return r; }
// CHECK: cycle all_sides: guarded
int all_sides(struct tree *t, int level) { if (!t || level > 30) return 0; return all_sides(t->left, level + 1) + all_sides(t->right, level + 1); }
// CHECK: cycle all_fuelled: guarded
int all_fuelled(struct tree *t, int fuel) { if (!t) return 0; if (fuel <= 0) return t->value; return all_fuelled(t->left, fuel - 1) + all_fuelled(t->right, fuel - 2); }
