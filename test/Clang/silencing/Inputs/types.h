// What the subjects of all tests here need.
#ifndef TYPES
#define TYPES
void use(char *);
struct list { struct list *next; };
struct parser { const char *at; int depth; };
struct big { char bytes[1500]; };
#define MAX_DEPTH(n) __attribute__((offstack_max_depth(n)))
#endif
