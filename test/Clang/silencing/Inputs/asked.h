// A system header that asks for a box.
#pragma GCC system_header
void use(char *);
__attribute__((returns_twice)) int returns_again(void *);
static inline void silent_box_impossible_system(void *buffer) {
  [[offstack::box]] char asked[64];
  if (!returns_again(buffer))
    use(asked);
}
