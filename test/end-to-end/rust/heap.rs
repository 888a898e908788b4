// What Rust makes on the stack before it is anywhere else: values for Box, Rc and
// Arc, structs that are passed and returned by value, locals of threads, messages
// of channels, and the frames of deep calls.

// DEFINE: %{stack} = bash -c 'ulimit -c 0; ulimit -S -s 512; exec "$0" "$@"'
// DEFINE: %{plain} = %rustc --edition 2021 %s
// DEFINE: %{boxed} = %{plain} -Zllvm-plugins=%offstack_pass

// RUN: %{plain} -o %t.plain
// RUN: not --crash %{stack} %t.plain
// RUN: %{boxed} -o %t.debug && %{stack} %t.debug | FileCheck %s
// RUN: %{boxed} -O -o %t.release && %{stack} %t.release | FileCheck %s
// RUN: %{boxed} -O -g -C codegen-units=16 -o %t.units \
// RUN:   && %{stack} %t.units | FileCheck %s
// RUN: %{boxed} -C panic=abort -o %t.abort && %{stack} %t.abort | FileCheck %s
// RUN: %{boxed} -O -C panic=abort -C lto=fat -o %t.fat \
// RUN:   && %{stack} %t.fat | FileCheck %s
// RUN: %{boxed} -O -C lto=thin -o %t.thin && %{stack} %t.thin | FileCheck %s

use std::hint::black_box;
use std::rc::Rc;
use std::sync::Arc;
use std::thread;

const SIZE: usize = 64 << 20;

#[derive(Clone)]
struct Big {
    name: &'static str,
    data: [u64; 1 << 18],
}

impl Big {
    fn new(name: &'static str, seed: u64) -> Big {
        let mut data = [0; 1 << 18];
        for (i, item) in data.iter_mut().enumerate() {
            *item = i as u64 * seed;
        }
        Big { name, data }
    }

    fn doubled(mut self) -> Big {
        for item in self.data.iter_mut() {
            *item *= 2;
        }
        self
    }
}

#[inline(never)]
fn by_value(big: Big) -> (Big, u64) {
    let sum = big.data.iter().sum();
    (big, sum)
}

#[inline(never)]
fn deep(depth: u32, seed: &mut [u8; 100_000]) -> u64 {
    let mut own = *seed;
    own[depth as usize] = 1;
    if depth == 0 {
        return own.iter().map(|&b| b as u64).sum();
    }
    deep(depth - 1, &mut own) + own[0] as u64
}

enum Message {
    Data([u8; 3 << 20]),
    Stop,
}

fn main() {
    let boxed = Box::new([1u8; SIZE]);
    // CHECK: box 1
    println!("box {}", black_box(&boxed)[SIZE - 1]);
    let counted = Rc::new([2u8; SIZE]);
    // CHECK-NEXT: rc 2 1
    println!("rc {} {}", black_box(&counted)[SIZE - 1], Rc::strong_count(&counted));
    let shared = Arc::new([3u8; SIZE]);
    let other = shared.clone();
    let last = thread::spawn(move || other[SIZE - 1]).join().unwrap();
    // CHECK-NEXT: arc 3
    println!("arc {}", last);

    let (big, sum) = by_value(black_box(Big::new("big", 3)).doubled());
    // CHECK-NEXT: big 206157643776 42
    println!("{} {} {}", big.name, sum, big.clone().data[7]);
    let list = vec![Big::new("a", 1), Big::new("b", 2)];
    // CHECK-NEXT: vec 15
    println!("vec {}", list.iter().map(|b| b.data[5]).sum::<u64>());

    let sums: Vec<u64> = (0..4u64)
        .map(|i| {
            thread::spawn(move || {
                let local = black_box([i; 1 << 20]);
                local.iter().sum()
            })
        })
        .map(|t| t.join().unwrap())
        .collect();
    // CHECK-NEXT: threads [0, 1048576, 2097152, 3145728]
    println!("threads {:?}", sums);
    // CHECK-NEXT: deep 1001
    println!("deep {}", deep(1000, &mut [0; 100_000]));

    let (sender, receiver) = std::sync::mpsc::channel();
    let worker = thread::spawn(move || {
        let mut total = 0u64;
        while let Message::Data(data) = receiver.recv().unwrap() {
            total += data[17] as u64;
        }
        total
    });
    for i in 0..3 {
        sender.send(Message::Data([i; 3 << 20])).unwrap();
    }
    sender.send(Message::Stop).unwrap();
    // CHECK-NEXT: messages 3
    println!("messages {}", worker.join().unwrap());
}
