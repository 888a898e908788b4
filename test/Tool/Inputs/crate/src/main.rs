fn sum() -> u64 {
    let heap = Box::new([1u8; 64 << 20]);
    std::hint::black_box(&heap).iter().map(|&n| n as u64).sum()
}

fn main() {
    println!("sum {}, nightly {}", sum(), cfg!(nightly));
}

#[test]
fn sums() {
    assert_eq!(sum(), 64 << 20);
}
