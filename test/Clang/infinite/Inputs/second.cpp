int second(int n) { return second(n); }
