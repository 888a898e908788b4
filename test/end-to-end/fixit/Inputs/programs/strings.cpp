// Elements with constructors and memory of their own.
// options: -std=c++17
// fixed: auto names = std::make_unique<std::string[]>(9000);

#include <iostream>
#include <string>

int main() {
  std::string names[9000];
  for (int i = 0; i < 9000; ++i)
    names[i] = std::to_string(i);
  std::size_t length = 0;
  for (int i = 0; i < 9000; ++i)
    length += names[i].size();
  std::cout << length << ' ' << names[8999] << '\n';
}
