// A system header with an array of unknown size.
#pragma GCC system_header
static inline void silent_unbounded_alloca_system(unsigned long n) {
  char text[n];
  use(text);
}
