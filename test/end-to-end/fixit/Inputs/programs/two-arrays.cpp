// Two arrays, one of which is an index into the other; one include for both.
// options: -std=c++17
// fixed: keys[order[i]] = order[i];
// once: #include <vector>

#include <cstdio>

static void print(const int *values, int index) {
  std::printf("%d\n", values[index]);
}

int main() {
  int keys[50000];
  int order[50000];
  for (int i = 0; i < 50000; ++i)
    order[i] = 49999 - i;
  for (int i = 0; i < 50000; ++i)
    keys[order[i]] = order[i];
  print(keys, order[3]);
}
