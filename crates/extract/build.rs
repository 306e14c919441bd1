//! Lays out the shipped weights as the processor multiplies by them, once for all who run the program.

use std::path::{Path, PathBuf};

/// The encoders, in the folder of models.
const ENCODERS: [&str; 6] = [
    "standard/encoder",
    "fast/encoder",
    "stance/encoder",
    "issues/encoder",
    "issues/sides",
    "pronouns/encoder",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let models = Path::new(&std::env::var("CARGO_MANIFEST_DIR")?).join("../../models");
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    for encoder in ENCODERS {
        let path = models.join(encoder).with_extension("onnx");
        println!("cargo::rerun-if-changed={}", path.display());
        let laid_out = onrecord_encoder::lay_out(&std::fs::read(&path)?)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        std::fs::write(out.join(format!("{}.weights", encoder.replace('/', "."))), laid_out)?;
    }
    println!("cargo::rerun-if-changed=build.rs");
    Ok(())
}
