//! Whether there are tile registers (AMX), and leave to use them: Linux gives it to a process that asks.

use std::arch::asm;
use std::arch::x86_64::{__cpuid, __cpuid_count, _xgetbv};
use std::sync::OnceLock;

/// `arch_prctl`, of the processor's own calls.
const ARCH_PRCTL: i64 = 158;
/// Asks for a part of the processor's state that is large and therefore off at first.
const ARCH_REQ_XCOMP_PERM: i64 = 0x1023;
/// The part that holds the tiles, and the part that holds their shapes before it.
const TILES: u32 = 18;

/// Whether tiles of bytes can be multiplied. The first call asks for leave, for all threads and until the program ends.
pub(crate) fn granted() -> bool {
    static GRANTED: OnceLock<bool> = OnceLock::new();
    *GRANTED.get_or_init(|| present() && ask() == 0)
}

/// Whether the processor has the instructions (leaf 7: AMX-TILE, AMX-INT8) and the system keeps the registers.
fn present() -> bool {
    const BOTH: u32 = 0b11 << 24;
    const SAVED: u32 = 1 << 27;
    if __cpuid(0).eax < 7 || __cpuid(1).ecx & SAVED == 0 || __cpuid_count(7, 0).edx & BOTH != BOTH {
        return false;
    }
    let parts = 0b11 << (TILES - 1);
    // SAFETY: the bit of leaf 1 says that the instruction is there.
    unsafe { kept() & parts == parts }
}

/// The parts of the processor's state that the system keeps for each thread, a bit each.
#[target_feature(enable = "xsave")]
fn kept() -> u64 {
    // SAFETY: register 0 is always there.
    unsafe { _xgetbv(0) }
}

/// What the system answers: 0 for yes, an error below (an old kernel knows no such question).
fn ask() -> i64 {
    let answer;
    // SAFETY: the call reads two numbers and no memory; the two registers that every call loses are named.
    unsafe {
        asm!(
            "syscall",
            inlateout("rax") ARCH_PRCTL => answer,
            in("rdi") ARCH_REQ_XCOMP_PERM,
            in("rsi") i64::from(TILES),
            out("rcx") _,
            out("r11") _,
            options(nostack),
        );
    }
    answer
}
