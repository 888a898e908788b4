// State machines of async functions, run by an executor that is written here:
// data that is held while a task waits is a part of the state, which is moved by
// value; the rest are locals of poll().

// DEFINE: %{stack} = bash -c 'ulimit -c 0; ulimit -S -s 512; exec "$0" "$@"'
// DEFINE: %{plain} = %rustc --edition 2021 %s
// DEFINE: %{boxed} = %{plain} -Zllvm-plugins=%offstack_pass

// RUN: %{plain} -o %t.plain
// RUN: not --crash %{stack} %t.plain
// RUN: %{boxed} -o %t.debug && %{stack} %t.debug | FileCheck %s
// RUN: %{boxed} -O -o %t.release && %{stack} %t.release | FileCheck %s
// RUN: %valgrind --main-stacksize=8388608 %t.debug | FileCheck %s
// RUN: %valgrind --main-stacksize=8388608 %t.release | FileCheck %s

// CHECK:      tasks [524291, 786435, 1048579]
// CHECK-NEXT: pending true
// CHECK-NEXT: dropped [77]

use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::Future;
use std::hint::black_box;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};

struct Yield(bool);
impl Future for Yield {
    type Output = ();
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.0 {
            return Poll::Ready(());
        }
        self.0 = true;
        context.waker().wake_by_ref();
        Poll::Pending
    }
}

struct Nothing;
impl Wake for Nothing {
    fn wake(self: Arc<Self>) {}
}

type Task = Pin<Box<dyn Future<Output = ()>>>;

#[derive(Clone, Default)]
struct Executor(Rc<RefCell<VecDeque<Task>>>);

impl Executor {
    fn spawn(&self, task: impl Future<Output = ()> + 'static) {
        self.0.borrow_mut().push_back(Box::pin(task));
    }

    fn run(&self) {
        let waker = Waker::from(Arc::new(Nothing));
        let mut context = Context::from_waker(&waker);
        loop {
            let Some(mut task) = self.0.borrow_mut().pop_front() else { return };
            if task.as_mut().poll(&mut context).is_pending() {
                self.0.borrow_mut().push_back(task);
            }
        }
    }
}

// Held across a yield: a part of the state, which is built on the stack.
async fn held(seed: u64) -> u64 {
    let mut data = [seed; 1 << 18];
    Yield(false).await;
    data[5] += 1;
    let inner = within(&mut data).await;
    Yield(false).await;
    data.iter().sum::<u64>() + inner
}

// Not held: a local of poll().
async fn within(data: &mut [u64; 1 << 18]) -> u64 {
    let sum = {
        let local = black_box([2u64; 1 << 18]);
        data[6] += local[7];
        local.iter().sum()
    };
    Yield(false).await;
    sum
}

async fn dropped_early(log: Rc<RefCell<Vec<u64>>>) {
    struct OnDrop(Rc<RefCell<Vec<u64>>>);
    impl Drop for OnDrop {
        fn drop(&mut self) {
            self.0.borrow_mut().push(77);
        }
    }
    let _guard = OnDrop(log);
    let data = [9u64; 1 << 18];
    Yield(false).await;
    println!("never {}", black_box(data)[0]);
}

fn main() {
    let executor = Executor::default();
    let log = Rc::new(RefCell::new(Vec::new()));
    for seed in 0..3 {
        let log = log.clone();
        executor.spawn(async move {
            let sum = held(seed).await;
            log.borrow_mut().push(sum);
        });
    }
    executor.run();
    println!("tasks {:?}", log.borrow());
    log.borrow_mut().clear();
    {
        let waker = Waker::from(Arc::new(Nothing));
        let mut task: Task = Box::pin(dropped_early(log.clone()));
        let poll = task.as_mut().poll(&mut Context::from_waker(&waker));
        println!("pending {}", poll.is_pending());
    }
    println!("dropped {:?}", log.borrow());
}
