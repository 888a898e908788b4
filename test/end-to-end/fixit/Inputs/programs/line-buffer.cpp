// A buffer that C functions fill: its size stays a constant.
// options: -std=c++17
// fixed: std::vector<char> line(1 << 20);
// fixed: std::snprintf(line.data(), sizeof(char[1 << 20]), "%d", 42);
// fixed: #include <vector>

#include <cstdio>
#include <cstring>

int main() {
  char line[1 << 20];
  std::memset(line, 'x', sizeof line);
  std::snprintf(line, sizeof(line), "%d", 42);
  std::printf("%s %zu %zu\n", line, std::strlen(line),
              sizeof(line) / sizeof(line[0]));
}
