// As same-object.c, for templates, lambdas, exceptions and virtual functions.

// RUN: %clangxx -std=c++20 -O0 -g -c %s -o %t.plain.o
// RUN: %clangxx -std=c++20 -O0 -g -c %s -o %t.plugin.o \
// RUN:   -fplugin=%offstack_clang -fplugin-arg-offstack-local=64 -w
// RUN: cmp %t.plain.o %t.plugin.o

// RUN: %clangxx -std=c++20 -O2 -c %s -o %t.plain.o
// RUN: %clangxx -std=c++20 -O2 -c %s -o %t.plugin.o \
// RUN:   -fplugin=%offstack_clang -fplugin-arg-offstack-local=64 2>&1 \
// RUN:   | FileCheck %s
// RUN: cmp %t.plain.o %t.plugin.o
// CHECK: local variable 'Items' of type 'Fixed<int, 64>' takes
// CHECK: note: in instantiation of function template specialization 'total<64>' requested here

int read(int);

template <class T, int N> struct Fixed {
  T Data[N] = {};
  int Size = 0;
  ~Fixed() { read(Size); }
  T *begin() { return Data; }
  T *end() { return Data + Size; }
  template <class F> void each(F Callback) {
    for (T &Item : *this)
      Callback(Item);
  }
};

struct Shape {
  virtual ~Shape() = default;
  virtual int area() const { return 0; }
};

struct Square : Shape {
  int Side = 2;
  int area() const override { return Side * Side; }
};

template <int N> int total(int From) {
  Fixed<int, N> Items;
  int Sum = 0;
  try {
    for (Items.Size = 0; Items.Size < N; ++Items.Size)
      Items.Data[Items.Size] = read(From);
    Items.each([&](int Item) { Sum += Item; });
  } catch (const Shape &Thrown) {
    return Thrown.area();
  }
  return Sum;
}

int use() {
  Square S;
  return total<4>(1) + total<64>(2) + S.area();
}
