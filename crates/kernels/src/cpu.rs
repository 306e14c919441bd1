//! Which instructions to use: found once, when the program starts.

use std::fmt;

/// A processor and the instructions it has; all arithmetic goes through it.
///
/// It can only be had for instructions that are there, so that its methods are safe to call.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Cpu {
    level: Level,
}

/// A set of instructions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    /// What the compiler may always assume.
    Portable,
    /// AVX2 and FMA: nearly every x86 server and desktop since 2013.
    #[cfg(target_arch = "x86_64")]
    Avx2,
    /// AVX-512 with VNNI: Intel since Ice Lake, AMD since Zen 4.
    #[cfg(target_arch = "x86_64")]
    Avx512,
    /// AMX beside it: Intel's servers since Sapphire Rapids, where Linux lets a program use it.
    #[cfg(all(target_arch = "x86_64", target_os = "linux"))]
    Amx,
    /// NEON: every 64-bit ARM.
    #[cfg(target_arch = "aarch64")]
    Neon,
}

impl Cpu {
    /// The fastest this processor can.
    pub fn best() -> Self {
        *Self::all().last().expect("the portable level is everywhere")
    }

    /// All that this processor can, the slowest (portable) first.
    pub fn all() -> Vec<Self> {
        let mut levels = vec![Level::Portable];
        #[cfg(target_arch = "x86_64")]
        {
            let avx2 = is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma");
            if avx2 {
                levels.push(Level::Avx2);
            }
            // Exactly the features named in `versions!` and in `matmul::avx512`.
            if avx2
                && is_x86_feature_detected!("avx512f")
                && is_x86_feature_detected!("avx512bw")
                && is_x86_feature_detected!("avx512dq")
                && is_x86_feature_detected!("avx512vl")
                && is_x86_feature_detected!("avx512vnni")
            {
                levels.push(Level::Avx512);
                #[cfg(target_os = "linux")]
                if crate::tiles::granted() {
                    levels.push(Level::Amx);
                }
            }
        }
        #[cfg(target_arch = "aarch64")]
        if std::arch::is_aarch64_feature_detected!("neon") {
            levels.push(Level::Neon);
        }
        levels.into_iter().map(|level| Self { level }).collect()
    }

    /// The name of the instructions.
    pub fn name(self) -> &'static str {
        match self.level {
            Level::Portable => "portable",
            #[cfg(target_arch = "x86_64")]
            Level::Avx2 => "AVX2",
            #[cfg(target_arch = "x86_64")]
            Level::Avx512 => "AVX-512 VNNI",
            #[cfg(all(target_arch = "x86_64", target_os = "linux"))]
            Level::Amx => "AMX",
            #[cfg(target_arch = "aarch64")]
            Level::Neon => "NEON",
        }
    }

    pub(crate) fn level(self) -> Level {
        self.level
    }
}

impl fmt::Debug for Cpu {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Makes a method of [`Cpu`] from a function that is generic over [`crate::simd::Simd`]: it is compiled for each set of
/// instructions, and the method calls the one for the processor.
macro_rules! versions {
    ($(#[$doc:meta])* pub fn $name:ident($($argument:ident: $type:ty),* $(,)?) $(-> $out:ty)?;) => {
        impl $crate::Cpu {
            $(#[$doc])*
            #[expect(clippy::undocumented_unsafe_blocks, reason = "documented where the macro is")]
            pub fn $name(self, $($argument: $type),*) $(-> $out)? {
                // SAFETY of all calls: a `Cpu` of a level exists only where its instructions were detected.
                #[cfg(target_arch = "x86_64")]
                #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,avx2,fma")]
                fn avx512($($argument: $type),*) $(-> $out)? {
                    $name(unsafe { $crate::simd::Avx512::new() }, $($argument),*)
                }
                #[cfg(target_arch = "x86_64")]
                #[target_feature(enable = "avx2,fma")]
                fn avx2($($argument: $type),*) $(-> $out)? {
                    $name(unsafe { $crate::simd::Avx2::new() }, $($argument),*)
                }
                #[cfg(target_arch = "aarch64")]
                #[target_feature(enable = "neon")]
                fn neon($($argument: $type),*) $(-> $out)? {
                    $name(unsafe { $crate::simd::Neon::new() }, $($argument),*)
                }
                match self.level() {
                    $crate::cpu::Level::Portable => $name($crate::simd::Portable, $($argument),*),
                    #[cfg(target_arch = "x86_64")]
                    $crate::cpu::Level::Avx2 => unsafe { avx2($($argument),*) },
                    #[cfg(target_arch = "x86_64")]
                    $crate::cpu::Level::Avx512 => unsafe { avx512($($argument),*) },
                    #[cfg(all(target_arch = "x86_64", target_os = "linux"))]
                    $crate::cpu::Level::Amx => unsafe { avx512($($argument),*) },
                    #[cfg(target_arch = "aarch64")]
                    $crate::cpu::Level::Neon => unsafe { neon($($argument),*) },
                }
            }
        }
    };
}
pub(crate) use versions;
