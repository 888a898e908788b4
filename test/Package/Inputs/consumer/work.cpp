#include <offstack/attributes.h>

extern "C" int work(int count) {
  volatile char numbers[300000] = {};
  numbers[count] = 7;
  return numbers[count] + count;
}
