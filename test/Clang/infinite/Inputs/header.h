static inline int in_header(int n) {
  return in_header(n);
}
