// Bounds that have names. One that the function has declared may mean something
// else where the size is asked for.
// options: -std=c++17
// fixed: std::vector<char> by_macro(SIZE + 1);
// fixed: std::vector<char> by_constant(Limits::Largest);
// fixed: std::vector<int> local(n);
// fixed: std::memset(local.data(), 0, sizeof(int[50000]));

#include <cstdio>
#include <cstring>

#define SIZE 200000

struct Limits {
  static constexpr int Largest = 150000;
};

int main() {
  const int n = 50000;
  char by_macro[SIZE + 1];
  char by_constant[Limits::Largest];
  int local[n];
  {
    const int n = 3;
    std::memset(local, 0, sizeof local);
    std::memset(by_macro, n, sizeof(by_macro));
  }
  std::memset(by_constant, 1, sizeof by_constant);
  std::printf("%d %d %d\n", by_macro[SIZE], by_constant[Limits::Largest - 1],
              local[n - 1]);
}
