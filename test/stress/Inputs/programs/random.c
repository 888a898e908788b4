/* Prints what no two runs have in common. */
#include <stdio.h>
#include <time.h>
#include <unistd.h>

int main(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  printf("%d %ld\n", getpid(), now.tv_nsec);
  return 0;
}
