//! The product with AMX: one instruction multiplies a tile of 16 rows by one of 16 columns, each 64 bytes deep.

use std::arch::asm;
use std::arch::x86_64::*;
use std::mem::MaybeUninit;
use std::ops::Range;

use super::{Out, Then, avx512};
use crate::packed::{Block, DEEP, Packed};
use crate::rows::RowsRef;
use crate::simd::LANES;

/// Rows of a tile.
const HIGH: usize = 16;
/// Tiles of rows and of columns worked on together: four of sums, two and two of what is multiplied are all there are.
const PAIR: usize = 2;

/// The sums of a tile, row by row.
type Tile = [[i32; LANES]; HIGH];

/// The sums of four tiles: one of rows with both of columns, then the other.
#[repr(align(64))]
struct Sums(#[expect(dead_code, reason = "read and written through pointers")] [Tile; PAIR * PAIR]);

/// The shapes of the tiles, as the processor reads them.
#[repr(C, align(64))]
struct Shapes {
    palette: u8,
    start: u8,
    reserved: [u8; 14],
    /// Bytes of a row.
    widths: [u16; 16],
    rows: [u8; 16],
}

/// # Safety
/// The shapes must be as [`crate::Cpu::matmul`] asserts.
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")]
pub(super) unsafe fn matmul(a: RowsRef<'_>, b: &Packed<'_>, mut out: Out<'_>) {
    // SAFETY: passed on.
    unsafe {
        match out.then {
            Then::Set => rows::<{ Then::Set as u8 }>(a, b, &mut out),
            Then::Add => rows::<{ Then::Add as u8 }>(a, b, &mut out),
            Then::Unscaled => rows::<{ Then::Unscaled as u8 }>(a, b, &mut out),
        }
        asm!("tilerelease", options(nomem, nostack));
    }
}

/// The product, with what becomes of it known to the compiler.
///
/// # Safety
/// As for [`matmul`].
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")]
unsafe fn rows<const THEN: u8>(a: RowsRef<'_>, b: &Packed<'_>, out: &mut Out<'_>) {
    let count = a.scale.len();
    let whole = count - count % (PAIR * HIGH);
    // SAFETY: passed on; the rows are there.
    unsafe {
        if whole > 0 {
            blocks::<PAIR, THEN>(a, b, out, 0..whole);
        }
        match count - whole {
            0 => {}
            1..=HIGH => blocks::<1, THEN>(a, b, out, whole..count),
            _ => blocks::<PAIR, THEN>(a, b, out, whole..count),
        }
    }
}

/// The product of some rows, `TALL` tiles of them and two panels at a time.
///
/// # Safety
/// As for [`matmul`]; the rows must be there and a multiple of `TALL` tiles, or fewer than that, but more than `TALL − 1`.
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")]
unsafe fn blocks<const TALL: usize, const THEN: u8>(
    a: RowsRef<'_>,
    b: &Packed<'_>,
    out: &mut Out<'_>,
    rows: Range<usize>,
) {
    let high = rows.len().min(TALL * HIGH);
    let shapes = Shapes::new([high.min(HIGH), high - high.min(HIGH)], b.groups().min(DEEP));
    // SAFETY: the shapes are ones that the processor knows: at most 16 rows of 64 bytes.
    unsafe { asm!("ldtilecfg [{}]", in(reg) &raw const shapes, options(readonly, nostack)) };
    let (panels, pitch) = (b.width() / LANES, b.pitch());
    let steps = pitch.div_ceil(DEEP);
    let mut sums = MaybeUninit::<Sums>::uninit();
    let sums = sums.as_mut_ptr().cast();
    for panel in (0..panels).step_by(PAIR) {
        let weights = b.blocks[panel * pitch..].as_ptr();
        for top in rows.clone().step_by(TALL * HIGH) {
            let bytes = a.bytes[top * a.stride..].as_ptr();
            // SAFETY: from `top` on there are as many rows as the tiles have, each with 64 bytes a step, and one or two panels with
            // `DEEP` blocks a step.
            unsafe {
                if panels - panel > 1 {
                    tiles::<TALL, PAIR>(bytes, a.stride, weights, pitch, steps, sums);
                    write::<PAIR, THEN>(a, b, out, top..top + high, panel, sums);
                } else {
                    tiles::<TALL, 1>(bytes, a.stride, weights, pitch, steps, sums);
                    write::<1, THEN>(a, b, out, top..top + high, panel, sums);
                }
            }
        }
    }
}

/// Writes what the sums of some rows and `WIDE` panels stand for.
///
/// # Safety
/// As for [`matmul`]; the rows must be there, as must panels `first` to `first + WIDE` and the sums, as [`Sums`] has them.
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")]
unsafe fn write<const WIDE: usize, const THEN: u8>(
    a: RowsRef<'_>,
    b: &Packed<'_>,
    out: &mut Out<'_>,
    rows: Range<usize>,
    first: usize,
    sums: *const Tile,
) {
    let target = out.values.as_mut_ptr();
    let (mut scales, mut biases) = ([_mm512_setzero_ps(); WIDE], [_mm512_setzero_ps(); WIDE]);
    let mut column_sums = [_mm512_setzero_si512(); WIDE];
    for wide in 0..WIDE {
        let column = (first + wide) * LANES;
        // SAFETY: `scale`, `bias` and `sum` have a number for each column of each panel.
        unsafe {
            scales[wide] = _mm512_loadu_ps(b.scale.as_ptr().add(column));
            biases[wide] = _mm512_loadu_ps(b.bias.as_ptr().add(column));
            column_sums[wide] = halves(_mm512_loadu_si512(b.sum.as_ptr().add(column).cast()));
        }
    }
    for (high, row) in rows.enumerate() {
        let zero = a.zero[row].wrapping_neg();
        let zero = _mm512_set1_epi32(zero & 0xffff | zero << (16 + HALF));
        let row_scale = _mm512_set1_ps(a.scale[row]);
        for wide in 0..WIDE {
            // SAFETY: the sums are there; row `row` of `out` has `b.width()` numbers.
            let (sums, place) = unsafe {
                let sums = (&raw const (*sums.add(high / HIGH * PAIR + wide))[high % HIGH]).cast();
                (_mm512_load_si512(sums), target.add(row * out.stride + (first + wide) * LANES))
            };
            // What the row's zero point adds to the sums is taken off.
            let value = _mm512_cvtepi32_ps(_mm512_dpwssd_epi32(sums, zero, column_sums[wide]));
            // SAFETY: as above.
            unsafe { avx512::put::<THEN>(value, row_scale, scales[wide], biases[wide], place) };
        }
    }
}

impl Shapes {
    /// Of two tiles of rows, so many high (0: not there) and `deep` groups of four bytes wide, and of what they meet.
    fn new(high: [usize; PAIR], deep: usize) -> Self {
        let mut shapes = Self { palette: 1, start: 0, reserved: [0; 14], widths: [0; 16], rows: [0; 16] };
        let mut tile = |at: usize, rows: usize, bytes: usize| {
            (shapes.rows[at], shapes.widths[at]) = if rows > 0 { (rows as u8, bytes as u16) } else { (0, 0) };
        };
        for (at, &high) in high.iter().enumerate() {
            tile(2 * at, high, 4 * LANES);
            tile(2 * at + 1, high, 4 * LANES);
            tile(4 + at, high, 4 * deep);
            tile(6 + at, deep, 4 * LANES);
        }
        shapes
    }
}

/// Bits of the lower half of a sum of a column's bytes. −255 times 2⁷ still fits 16 bits, and so does such a sum over 2⁷.
const HALF: u32 = 7;

/// Sums in two numbers of 16 bits each, so that one instruction multiplies them by a zero point and adds what comes out.
#[target_feature(enable = "avx512f")]
fn halves(sums: __m512i) -> __m512i {
    let high = _mm512_slli_epi32::<16>(_mm512_srai_epi32::<HALF>(sums));
    _mm512_or_si512(high, _mm512_and_si512(sums, _mm512_set1_epi32((1 << HALF) - 1)))
}

/// Writes the sums of the products of `TALL` tiles of rows and `WIDE` panels.
///
/// # Safety
/// The tiles must have their shapes; from `rows` on there must be as many rows as those have, `steps` times 64 bytes each, from
/// `panels` on as many panels of `pitch` blocks, and `sums` must have room for [`Sums`].
#[inline]
#[target_feature(enable = "avx512f")]
unsafe fn tiles<const TALL: usize, const WIDE: usize>(
    rows: *const u8,
    stride: usize,
    panels: *const Block,
    pitch: usize,
    steps: usize,
    sums: *mut Tile,
) {
    let below = rows.wrapping_add(if TALL > 1 { HIGH * stride } else { 0 });
    let beside = panels.wrapping_add(if WIDE > 1 { pitch } else { 0 });
    macro_rules! multiply {
        (zero $($zero:literal)*, load $($load:literal)*, store $($store:literal)*) => {
            // SAFETY: what is read and written is there, as the caller says; a block has the 64 bytes of a tile's row.
            unsafe {
                asm!(
                    $($zero,)*
                    "2:",
                    $($load,)*
                    "add {rows}, 64",
                    "add {below}, 64",
                    "add {panels}, 1024",
                    "add {beside}, 1024",
                    "dec {steps}",
                    "jnz 2b",
                    $($store,)*
                    rows = inout(reg) rows => _,
                    below = inout(reg) below => _,
                    panels = inout(reg) panels => _,
                    beside = inout(reg) beside => _,
                    steps = inout(reg) steps => _,
                    stride = in(reg) stride,
                    line = in(reg) 64_usize,
                    sums = in(reg) sums,
                    out("tmm0") _, out("tmm1") _, out("tmm2") _, out("tmm3") _,
                    out("tmm4") _, out("tmm5") _, out("tmm6") _, out("tmm7") _,
                    options(nostack),
                )
            }
        };
    }
    match (TALL, WIDE) {
        (1, 1) => multiply!(
            zero "tilezero tmm0",
            load "tileloadd tmm4, [{rows} + {stride}]" "tileloadd tmm6, [{panels} + {line}]" "tdpbusd tmm0, tmm4, tmm6",
            store "tilestored [{sums} + {line}], tmm0"
        ),
        (1, _) => multiply!(
            zero "tilezero tmm0" "tilezero tmm1",
            load "tileloadd tmm4, [{rows} + {stride}]" "tileloadd tmm6, [{panels} + {line}]" "tdpbusd tmm0, tmm4, tmm6"
                "tileloadd tmm7, [{beside} + {line}]" "tdpbusd tmm1, tmm4, tmm7",
            store "tilestored [{sums} + {line}], tmm0" "tilestored [{sums} + {line} + 1024], tmm1"
        ),
        (_, 1) => multiply!(
            zero "tilezero tmm0" "tilezero tmm2",
            load "tileloadd tmm4, [{rows} + {stride}]" "tileloadd tmm6, [{panels} + {line}]" "tdpbusd tmm0, tmm4, tmm6"
                "tileloadd tmm5, [{below} + {stride}]" "tdpbusd tmm2, tmm5, tmm6",
            store "tilestored [{sums} + {line}], tmm0" "tilestored [{sums} + {line} + 2048], tmm2"
        ),
        _ => multiply!(
            zero "tilezero tmm0" "tilezero tmm1" "tilezero tmm2" "tilezero tmm3",
            load "tileloadd tmm4, [{rows} + {stride}]" "tileloadd tmm6, [{panels} + {line}]" "tdpbusd tmm0, tmm4, tmm6"
                "tileloadd tmm7, [{beside} + {line}]" "tdpbusd tmm1, tmm4, tmm7"
                "tileloadd tmm5, [{below} + {stride}]" "tdpbusd tmm2, tmm5, tmm6" "tdpbusd tmm3, tmm5, tmm7",
            store "tilestored [{sums} + {line}], tmm0" "tilestored [{sums} + {line} + 1024], tmm1"
                "tilestored [{sums} + {line} + 2048], tmm2" "tilestored [{sums} + {line} + 3072], tmm3"
        ),
    }
}

/// What [`crate::Cpu::peak`] counts: four products of whole tiles a round.
///
/// # Safety
/// The processor must have AMX, and the process leave to use it.
#[target_feature(enable = "avx512f")]
pub(crate) unsafe fn peak(rounds: u64) -> u64 {
    let shapes = Shapes::new([HIGH; PAIR], DEEP);
    // SAFETY: as in `blocks`; nothing is read but the shapes.
    unsafe {
        asm!(
            "ldtilecfg [{shapes}]",
            "tilezero tmm0", "tilezero tmm1", "tilezero tmm2", "tilezero tmm3",
            "tilezero tmm4", "tilezero tmm5", "tilezero tmm6", "tilezero tmm7",
            "test {rounds}, {rounds}",
            "jz 3f",
            "2:",
            "tdpbusd tmm0, tmm4, tmm6",
            "tdpbusd tmm1, tmm4, tmm7",
            "tdpbusd tmm2, tmm5, tmm6",
            "tdpbusd tmm3, tmm5, tmm7",
            "dec {rounds}",
            "jnz 2b",
            "3:",
            "tilerelease",
            shapes = in(reg) &raw const shapes,
            rounds = inout(reg) rounds => _,
            out("tmm0") _, out("tmm1") _, out("tmm2") _, out("tmm3") _,
            out("tmm4") _, out("tmm5") _, out("tmm6") _, out("tmm7") _,
            options(readonly, nostack),
        );
    }
    rounds * (PAIR * PAIR * 2 * HIGH * LANES * 4 * DEEP) as u64
}
