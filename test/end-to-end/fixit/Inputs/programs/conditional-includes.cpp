// Includes under a condition or in braces are no place for another.
// options: -std=c++17
// fixed: #include <vector>
extern "C" {
#include <stdio.h>
}
#ifdef __cplusplus
#include <string.h>
#endif

int main() {
  char text[1 << 20];
  strcpy(text, "text");
  puts(text);
}
