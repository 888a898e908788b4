// In a method, beside a member of the same name.
// options: -std=c++17
// fixed: std::vector<int> values(60000);
// fixed: this->values = values[59999] + other.values;

#include <cstdio>

struct Counter {
  int values = 0;
  void count(const Counter &other) {
    int values[60000];
    for (int i = 0; i < 60000; ++i)
      values[i] = i;
    this->values = values[59999] + other.values;
  }
};

int main() {
  Counter one, two;
  one.count(two);
  two.count(one);
  std::printf("%d\n", two.values);
}
