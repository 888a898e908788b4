// An array that lives for one round, left in every way.
// options: -std=c++17
// fixed: std::vector<char> work(200000);

#include <cstdio>
#include <stdexcept>

static int rounds(int stop) {
  for (int i = 0; i < 10; ++i) {
    char work[200000];
    work[i] = static_cast<char>(i);
    if (work[i] == 1)
      continue;
    if (work[i] == stop)
      return i;
    if (work[i] == 7)
      throw std::runtime_error("seven");
    if (work[i] == 9)
      break;
  }
  return -1;
}

int main() {
  try {
    std::printf("%d\n", rounds(5));
    std::printf("%d\n", rounds(8));
  } catch (const std::exception &error) {
    std::printf("%s\n", error.what());
  }
}
