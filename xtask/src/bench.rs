//! Articles per second of one core, by both models one after the other, and peak memory of `onrecord read` over a folder of articles.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use nix::sys::resource::{UsageWho, getrusage};

/// How many articles are read unless the caller says otherwise; the samples are repeated to reach it.
const ARTICLES: usize = 84;

const MODELS: [&str; 2] = ["standard", "fast"];
const TURNS: usize = 5;

/// Times the release build over `[DIR] [ARTICLES]` and prints the figures.
pub(crate) fn run(root: &Path, arguments: &[&str]) -> Result<()> {
    let (folder, wanted) = match *arguments {
        [] => (root.join("samples"), Some(ARTICLES)),
        [folder] => (PathBuf::from(folder), None),
        [folder, count] => (PathBuf::from(folder), Some(count.parse().context("ARTICLES is a number")?)),
        _ => bail!("bench takes at most DIR and ARTICLES"),
    };
    // Built by the caller: the compiler's memory must not count among our children's.
    let program = root.join("target/release/onrecord");
    if !program.exists() {
        bail!("{} is not there: run `cargo build --release` first", program.display());
    }
    let articles = articles(&folder)?;
    let count = wanted.unwrap_or(articles.len());
    let inputs: Vec<&PathBuf> = articles.iter().cycle().take(count).collect();
    let bytes: u64 = inputs.iter().map(|path| path.metadata().map_or(0, |m| m.len())).sum();

    println!("articles   {count} ({} files, {:.1} KiB each)", articles.len(), mean_kib(bytes, count));
    // In turns, and the least of each: whatever else the machine does only adds.
    let mut least = [(f64::INFINITY, f64::INFINITY); MODELS.len()];
    for _ in 0..TURNS {
        for (model, least) in MODELS.iter().zip(&mut least) {
            let (cpu, wall) = read(&program, model, &inputs)?;
            *least = (least.0.min(cpu), least.1.min(wall));
        }
    }
    for (model, (cpu, wall)) in MODELS.iter().zip(least) {
        let rate = count as f64 / cpu.max(1e-9);
        println!(
            "{model:<10} {rate:.1} articles/s per core: {cpu:.2} s of the processor, {wall:.2} s by the clock"
        );
    }
    println!("ratio      {:.2}", least[0].0 / least[1].0.max(1e-9));
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).context("cannot read what the children used")?;
    // Linux counts in KiB, macOS in bytes.
    let peak = usage.max_rss() as f64 / if cfg!(target_os = "macos") { 1048576.0 } else { 1024.0 };
    println!("memory     {peak:.0} MiB at most");
    Ok(())
}

/// The seconds of processor and clock that a model takes for the inputs.
fn read(program: &Path, model: &str, inputs: &[&PathBuf]) -> Result<(f64, f64)> {
    let used = || -> Result<f64> {
        let usage = getrusage(UsageWho::RUSAGE_CHILDREN).context("cannot read what the children used")?;
        Ok(seconds(usage.user_time()) + seconds(usage.system_time()))
    };
    let before = used()?;
    let started = Instant::now();
    let status = Command::new(program)
        .args(["read", "-q", "-f", "jsonl", "-j", "1", "--model", model])
        .args(inputs)
        .stdout(Stdio::null())
        .status()
        .with_context(|| format!("cannot run {}", program.display()))?;
    let wall = started.elapsed().as_secs_f64();
    if status.code().is_none_or(|code| code > 1) {
        bail!("onrecord ended with {status}");
    }
    Ok((used()? - before, wall))
}

/// The articles of `folder`, in name order: plain text and HTML.
fn articles(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot open {}", folder.display()))?;
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "txt" || end == "html" || end == "htm") {
            paths.push(path);
        }
    }
    paths.sort();
    if paths.is_empty() {
        bail!("{} holds no .txt or .html file", folder.display());
    }
    Ok(paths)
}

fn seconds(time: nix::sys::time::TimeVal) -> f64 {
    let whole = Duration::from_secs(u64::try_from(time.tv_sec()).unwrap_or(0));
    (whole + Duration::from_micros(u64::try_from(time.tv_usec()).unwrap_or(0))).as_secs_f64()
}

fn mean_kib(bytes: u64, count: usize) -> f64 {
    bytes as f64 / 1024.0 / count.max(1) as f64
}
