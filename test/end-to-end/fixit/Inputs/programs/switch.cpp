// A block of its own in a switch, which no label leads into.
// options: -std=c++17
// fixed: std::vector<char> text(300000);

#include <cstdio>

static void print(int kind) {
  switch (kind) {
  case 1: {
    char text[300000];
    std::snprintf(text, sizeof text, "kind %d", kind);
    std::puts(text);
    break;
  }
  default:
    std::puts("none");
  }
}

int main() {
  print(1);
  print(2);
}
