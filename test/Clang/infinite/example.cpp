// The example of docs/diagnostics/infinite.md.
// RUN: %clang_cc1 -fno-caret-diagnostics -emit-obj -o /dev/null %s -verify
// RUN: %clang_cc1 -emit-obj -o /dev/null -O2 %s -verify

struct Shape {
  int Width, Height;
  int area() const;
};

int perimeter(const Shape &S);

int Shape::area() const {
  // expected-warning@+2 {{every path through 'area' leads back to it: the recursion never ends (offstack-infinite)}}
  // expected-note@+1 {{'area' calls 'perimeter' here}}
  return Width * Height + perimeter(*this);
}

int perimeter(const Shape &S) {
  // expected-note@+1 {{'perimeter' calls 'area' here}}
  return S.area() / 2;
}

// The base case is missing a return.
int factorial(int N) {
  int Result = 1;
  if (N <= 1)
    Result = 1;
  // expected-warning@+1 {{every path through 'factorial' calls it again: the recursion never ends (offstack-infinite)}}
  return N * factorial(N - 1) * Result;
}
