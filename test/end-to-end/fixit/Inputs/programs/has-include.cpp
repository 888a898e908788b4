// The header is there already, and is not included again.
// options: -std=c++17
// fixed: std::vector<long> numbers(60000);
// once: #include <vector>

#include <cstdio>
#include <vector>

int main() {
  long numbers[60000];
  numbers[59999] = 5;
  std::vector<long> copy(numbers, numbers + 60000);
  std::printf("%ld\n", copy[59999]);
}
