// Tries an unstable feature, as many crates do, in the way they do it: with the
// wrapper around the compiler.
use std::env::{var, var_os};
use std::process::{Command, Stdio};

fn main() {
    println!("cargo:rustc-check-cfg=cfg(nightly)");
    let source = format!("{}/probe.rs", var("OUT_DIR").unwrap());
    std::fs::write(&source, "#![feature(never_type)]\npub fn f() {}\n").unwrap();
    let compiler = var_os("RUSTC").unwrap();
    let mut command = match var_os("RUSTC_WRAPPER") {
        Some(wrapper) => {
            let mut command = Command::new(wrapper);
            command.arg(compiler);
            command
        }
        None => Command::new(compiler),
    };
    let probe = command
        .args(["--crate-type=lib", "--emit=metadata", "--out-dir"])
        .arg(var("OUT_DIR").unwrap())
        .arg(source)
        .stderr(Stdio::null())
        .status()
        .unwrap();
    if probe.success() {
        println!("cargo:rustc-cfg=nightly");
    }
}
