/* Behaves the same wherever its locals are. */
#include <stdio.h>

int main(void) {
  char text[8] = "boxed?";
  puts(text);
  return 0;
}
