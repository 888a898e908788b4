#include <offstack/attributes.h>

void fill(char *text);

void flagged() {
  char large[20000];
  fill(large);
}

void listed() {
  char ignored[20000];
  fill(ignored);
}
