// Strings from and to streams.
// options: -std=c++17
// fixed: std::istringstream("one two").getline(word.data(), sizeof(char[200000]), ' ');

#include <iostream>
#include <sstream>
#include <string>

int main() {
  char word[200000];
  std::istringstream("one two").getline(word, sizeof(word), ' ');
  std::string copy = word;
  std::string both(word, 3);
  std::cout << word << copy << both << (copy == word) << '\n';
}
