/* Prints where its local is. */
#include "where.h"
#include <stdio.h>

int main(void) {
  char local[8];
  printf("%d\n", isBox(local));
  return 0;
}
