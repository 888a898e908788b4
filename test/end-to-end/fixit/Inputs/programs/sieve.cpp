// A vector of bool has no bool in it.
// options: -std=c++17
// fixed: auto composite = std::make_unique<bool[]>(1000000);

#include <cstdio>

int main() {
  bool composite[1000000] = {};
  int primes = 0;
  for (int i = 2; i < 1000000; ++i) {
    if (composite[i])
      continue;
    ++primes;
    for (long j = static_cast<long>(i) * i; j < 1000000; j += i)
      composite[j] = true;
  }
  bool *flag = &composite[4];
  std::printf("%d %d\n", primes, *flag);
}
