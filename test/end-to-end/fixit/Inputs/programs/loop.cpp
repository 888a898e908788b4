// Loops over the elements.
// options: -std=c++20
// fixed: std::vector<int> numbers(50000);

#include <cstdio>
#include <memory>

int main() {
  int numbers[50000];
  int next = 0;
  for (int &number : numbers)
    number = next++;
  long sum = 0;
  for (auto number : numbers)
    sum += number;
  std::printf("%ld %d\n", sum, numbers[49999]);
}
