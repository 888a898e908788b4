#include <offstack/attributes.h>
#include <offstack/runtime.h>
#include <stdio.h>
#include <string.h>

int work(int count);

int main(void) {
  OFFSTACK_KEEP("small enough for main") char kept[4096];
  char text[200000];
  memset(text, 'x', sizeof text);
  snprintf(kept, sizeof kept, "%d", work(text[1000]));
  puts(kept);
  return 0;
}
