//! The program: see [`vigie`] for what it does, and `cli` for how it is asked.

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    vigie::cli::main()
}
