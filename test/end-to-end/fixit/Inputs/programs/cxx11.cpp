// C++11 has vectors.
// options: -std=c++11
// fixed: std::vector<unsigned long> table(20000);

#include <cstdio>

int main() {
  unsigned long table[20000];
  table[0] = 1;
  for (int i = 1; i < 20000; ++i)
    table[i] = table[i - 1] * 3;
  std::printf("%lu\n", table[19999]);
}
