// A cycle that a virtual call closes is labelled: other classes may override it.
// With the level of every compilation nothing is said of it.

// RUN: %clang_cc1 -std=c++17 -plugin-arg-offstack recursion=unbounded -emit-obj -o /dev/null -verify %s
// RUN: %clang_cc1 -std=c++17 -plugin-arg-offstack recursion=certain -emit-obj -o /dev/null -verify=certain %s
// certain-no-diagnostics

struct Node {
  virtual ~Node();
  virtual int eval() = 0;
};
struct Add : Node {
  Node *left, *right;
  int eval() override {
    return left->eval() + // expected-warning {{nothing limits the depth of the recursion of 'eval', which follows the links of a data structure}}
                          // expected-note@-1 {{the cycle is closed by a virtual call, which may go to other functions as well}}
                          // expected-note@-2 {{count the depth in 'eval'}}
           right->eval();
  }
};
Node *make() { return new Add; }

// Another class hands the call on. That both functions have the same place in
// their tables is no cycle: the object is of no class that it is related to.
struct Sink {
  virtual ~Sink();
  virtual int flush() = 0;
};
struct Filter {
  virtual ~Filter();
  virtual int flush();
  Sink *sink;
};
int Filter::flush() { return sink->flush(); }
Filter *make_filter() { return new Filter; }

// With a guard.
struct Expr {
  virtual ~Expr();
  virtual int value(int depth) = 0;
};
struct Sum : Expr {
  Expr *left, *right;
  int value(int depth) override {
    return depth > 100 ? 0 : left->value(depth + 1) + right->value(depth + 1);
  }
};
Expr *make_expr() { return new Sum; }
