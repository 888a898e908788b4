// No header at all: the include goes behind the comment that opens the file.
// options: -std=c++17
// fixed: #include <vector>

/// Prints.
extern "C" int puts(const char *);

int main() {
  char text[1 << 20];
  text[0] = 'a';
  text[1] = 0;
  puts(text);
}
