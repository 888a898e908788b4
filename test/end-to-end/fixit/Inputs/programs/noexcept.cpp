// A function that throws nothing still may allocate: running out of memory ends
// it, as running out of stack did.
// options: -std=c++17
// fixed: std::vector<float> samples(65536);

#include <cassert>
#include <cstdio>

static float average(float seed) noexcept {
  float samples[65536];
  (void)samples;
  samples[0] = seed;
  for (int i = 1; i < 65536; ++i)
    samples[i] = samples[i - 1];
  assert(samples[65535] == seed);
  return samples[65535];
}

int main() { std::printf("%g\n", average(2.5f)); }
