// Pointers as elements.
// options: -std=c++17
// fixed: std::vector<const char *> names(40000);
// fixed: const char **last = names.data() + 39999;

#include <cstdio>

int main() {
  const char *names[40000];
  for (int i = 0; i < 40000; ++i)
    names[i] = i % 2 ? "odd" : "even";
  const char **last = names + 39999;
  std::printf("%s %s\n", names[2], *last);
}
