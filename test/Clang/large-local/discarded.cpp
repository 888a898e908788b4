// Code that a constant condition excludes is not generated, so it takes no
// stack.

// RUN: %clang_cc1 -std=c++23 -emit-llvm-only -verify %s -Wno-constant-conversion \
// RUN:   -plugin-arg-offstack local=1K

struct Big {
  char Data[4096];
};
int use(const void *);

void constexprIf() {
  if constexpr (sizeof(int) == 4) {
    Big Taken;
    // expected-warning@-1 {{local variable 'Taken' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&Taken);
  } else {
    Big SilentElse;
    use(&SilentElse);
  }
  if constexpr (false) {
    Big SilentThen;
    use(&SilentThen);
  }
}

template <bool Large> void inTemplate() {
  if constexpr (Large) {
    Big InTemplate;
    // expected-warning@-1 {{local variable 'InTemplate' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&InTemplate);
  }
}
void instantiate() {
  inTemplate<false>();
  inTemplate<true>(); // expected-note {{in instantiation of function template specialization 'inTemplate<true>' requested here}}
}

constexpr int constevalIf() {
  if consteval {
    Big Silent = {};
    return Silent.Data[0];
  } else {
    Big AtRunTime = {};
    // expected-warning@-1 {{local variable 'AtRunTime' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    return use(&AtRunTime);
  }
}

constexpr int notConstevalIf() {
  if !consteval {
    Big AtRunTime = {};
    // expected-warning@-1 {{local variable 'AtRunTime' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    return use(&AtRunTime);
  } else {
    Big Silent = {};
    return Silent.Data[0];
  }
}

consteval int silentConsteval() {
  Big Local = {};
  return Local.Data[0];
}

// May run when the program does.
constexpr int constexprFunction() {
  Big Local = {};
  // expected-warning@-1 {{local variable 'Local' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  return Local.Data[0];
}

int runs() { return constevalIf() + notConstevalIf() + constexprFunction(); }

void falseCondition() {
  if (false) {
    Big Silent;
    use(&Silent);
  }
  if (0) {
    Big Silent;
    use(&Silent);
  } else {
    Big Taken;
    // expected-warning@-1 {{local variable 'Taken' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&Taken);
  }
  if (sizeof(long) == 8 || use(nullptr)) {
    Big Taken;
    // expected-warning@-1 {{local variable 'Taken' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&Taken);
  } else {
    Big Silent;
    use(&Silent);
  }
}

// A condition that is only unlikely excludes nothing.
void unknownCondition(int Debug) {
  if (Debug) {
    Big Local;
    // expected-warning@-1 {{local variable 'Local' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&Local);
  }
}

// Control reaches a label in a branch that is never taken.
void labelInBranch(int Again) {
  if (false) {
  Retry:
    Big Local;
    // expected-warning@-1 {{local variable 'Local' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&Local);
  }
  if (Again)
    goto Retry;
}

void caseInBranch(int Kind) {
  switch (Kind) {
    if (0) {
    case 1:
      Big Local;
      // expected-warning@-1 {{local variable 'Local' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
      // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
      use(&Local);
    }
  }
}

int conditionalOperator() {
  return true ? use(nullptr) : ({
    Big Silent;
    use(&Silent);
  });
}

int conditionalOperatorTaken(int Condition) {
  return Condition ? use(nullptr) : ({
    Big Local;
    // expected-warning@-1 {{local variable 'Local' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(&Local);
  });
}
