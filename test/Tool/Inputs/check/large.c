int use(char *);

// A local that is too large.
int g(void) {
  char buffer[400000];
  return use(buffer);
}
