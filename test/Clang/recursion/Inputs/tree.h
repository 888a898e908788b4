namespace library {

template <class Value> struct Tree {
  Tree *left, *right;
  Value value;

  void clear() {
    if (left)
      left->clear();
    if (right)
      right->clear();
    delete this;
  }

  template <class Function> void each(Function function) {
    for (Tree *child = left; child; child = child->right)
      function(child);
  }
};

template <class Value> struct Printer {
  static void print(Value *value);
};

template <class Value> void walk(Value *value) {
  if (value->next)
    value->visit(value->next);
}

} // namespace library
