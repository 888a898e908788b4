// Elements are destroyed from the last to the first, before what stands above.
// options: -std=c++14
// fixed: auto items = std::make_unique<Item[]>(3);

#include <cstdio>

struct Item {
  static int count;
  int id;
  char bulk[100000];
  Item() : id(count++) { std::printf("make %d\n", id); }
  Item(const Item &) = delete;
  ~Item() { std::printf("destroy %d\n", id); }
};
int Item::count = 0;

int main() {
  Item above;
  {
    Item items[3];
    items[1].bulk[0] = 'x';
    std::printf("%c\n", items[1].bulk[0]);
  }
  std::printf("end\n");
}
