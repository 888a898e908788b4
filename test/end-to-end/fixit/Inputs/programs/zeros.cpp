// Initializers that are all zeros, in their several spellings.
// options: -std=c++17
// fixed: std::vector<int> one(40000);
// fixed: std::vector<char> text(200000);
// fixed: std::vector<void *> pointers(20000);

#include <iostream>

int main() {
  int one[40000] = {0};
  double two[20000]{};
  char text[200000] = "";
  void *pointers[20000] = {nullptr};
  long sum = 0;
  for (int i = 0; i < 40000; ++i)
    sum += one[i];
  for (int i = 0; i < 20000; ++i)
    sum += two[i] != 0 || pointers[i] != nullptr;
  std::cout << sum << '[' << text << "]\n";
}
