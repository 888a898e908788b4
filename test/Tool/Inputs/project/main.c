#include "work.h"
#include <stdio.h>

int main(void) {
  printf("result %d\n", work(20) + work(21));
  return 0;
}
