// From C++20 on, memory can be left as it is.
// options: -std=c++20
// fixed: auto buffer = std::make_unique_for_overwrite<unsigned char[]>(1 << 18);

#include <cstdio>
#include <cstring>
#include <memory>

int main() {
  unsigned char buffer[1 << 18];
  std::memset(buffer, 200, sizeof(buffer));
  std::printf("%d\n", buffer[(1 << 18) - 1]);
}
