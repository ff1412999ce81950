//! `cargo bench --bench serving`: the server's CPU per request, as a share of a bare actix that answers the same bytes.
//!
//! Both run one after the other in short rounds on the same machine, so that ratios hold where absolute figures drift.
//! Arguments after `--` choose cases by a part of their name. See `cases` for what is measured and the targets.

mod baseline;
mod cases;
mod client;
mod measure;
mod server;
mod site;

/// As in the product, and for the baseline too.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

use anyhow::{Result, bail};
use cases::{Case, Target};
use measure::Measured;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    if let [word, workers, answers @ ..] = arguments.as_slice()
        && word == baseline::ARGUMENT
    {
        return baseline::serve(workers.parse()?, answers);
    }
    if let [word, database, workers, events, cache_bytes] = arguments.as_slice()
        && word == site::ARGUMENT
    {
        return site::serve(database, workers.parse()?, events.parse()?, cache_bytes.parse()?);
    }
    let groups = cases::groups()?;
    let chosen =
        |case: &Case| arguments.is_empty() || arguments.iter().any(|part| case.name.contains(part.as_str()));
    let mut missed = 0;
    println!("{:<44} {:>11} {:>12} {:>8} {:>10}", "case", "server µs", "baseline µs", "measured", "target");
    for group in &groups {
        let cases: Vec<&Case> = group.cases.iter().filter(|case| chosen(case)).collect();
        measure::all(group, &cases, |case, measured| missed += usize::from(!report(case, measured)))?;
    }
    if missed > 0 {
        bail!("{missed} below target");
    }
    Ok(())
}

/// Prints one line and answers whether the target is met.
fn report(case: &Case, measured: Measured) -> bool {
    let Measured { server_us, baseline_us } = measured;
    let ratio = 100.0 * baseline_us / server_us;
    let (shown, target, met) = match case.target {
        Target::ShareOfBaseline(percent) => {
            (format!("{ratio:.0} %"), format!("≥ {percent:.0} %"), ratio >= percent)
        }
        Target::AtMostUs(bound) => {
            (format!("{server_us:.0} µs"), format!("≤ {bound:.0} µs"), server_us <= bound)
        }
    };
    let word = if met { "" } else { "  MISSED" };
    println!("{:<44} {server_us:>11.1} {baseline_us:>12.1} {shown:>8} {target:>10}{word}", case.name);
    met
}
