int use(char *);

// A function of this file only, in a file that the build compiles twice.
namespace {
int h() {
  char table[100000];
  return use(table);
}
} // namespace

int k() { return h(); }
