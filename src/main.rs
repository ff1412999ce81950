//! The program: see [`vigie`] for what it does.

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {}
//! The program: everything is in the library's `cli`.
fn main() -> std::process::ExitCode {
    vigie::cli::main()
