// Elements that are arrays by another name.
// options: -std=c++17
// fixed: auto lines = std::make_unique<Line[]>(4000);

#include <cstdio>

typedef char Line[80];

int main() {
  Line lines[4000];
  std::snprintf(lines[3999], sizeof(lines[3999]), "last of %zu",
                sizeof(lines) / sizeof(Line));
  std::puts(lines[3999]);
}
