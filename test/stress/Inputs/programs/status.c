/* Returns where its local is. */
#include "where.h"

int main(void) {
  char local[8];
  return isBox(local) ? 3 : 0;
}
