// Lambdas that refer to the array, with and without saying so.
// options: -std=c++17
// fixed: std::vector<short> samples(200000);

#include <cstdio>

int main() {
  short samples[200000];
  auto fill = [&](short value) {
    for (int i = 0; i < 200000; ++i)
      samples[i] = value;
  };
  auto read = [&samples](int i) { return samples[i]; };
  auto first = [&] { return *samples; };
  fill(7);
  std::printf("%d %d\n", read(199999), first());
}
