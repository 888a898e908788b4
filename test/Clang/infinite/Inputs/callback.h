template <class Function> void invoke(Function function) {
  function();
}
