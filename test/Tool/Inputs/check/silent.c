int use(char *);

// Too large, but the build wants no warnings.
int g(void) {
  char buffer[400000];
  return use(buffer);
}
