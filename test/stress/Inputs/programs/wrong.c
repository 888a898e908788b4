/* Fails by itself. */
int main(void) { return 1; }
