// A recursion that never ends.
int f(int n) { return n * f(n - 1); }
