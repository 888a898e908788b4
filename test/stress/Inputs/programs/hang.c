/* Does not end when its local is a box. */
#include "where.h"

int main(void) {
  char local[8];
  while (isBox(local))
    ;
  return 0;
}
