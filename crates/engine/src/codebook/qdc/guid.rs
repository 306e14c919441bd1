//! A guid and a colour for each issue, the same wherever its id is the same.

use sha2::{Digest, Sha256};

/// The colours of Okabe and Ito (jfly.uni-koeln.de/color), which the colour-blind can tell apart.
const COLOURS: [&str; 8] =
    ["#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7", "#999999"];

/// A UUID of version 8 (RFC 9562, section 5.8): the first 128 bits of a SHA-256 over our name and the id.
pub(super) fn guid(id: &str) -> String {
    let mut bytes = digest(id);
    bytes[6] = bytes[6] & 0x0F | 0x80;
    bytes[8] = bytes[8] & 0x3F | 0x80;
    let hex: String = bytes[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

/// Red, green and blue as in HTML.
pub(super) fn colour(id: &str) -> &'static str {
    COLOURS[usize::from(digest(id)[31]) % COLOURS.len()]
}

fn digest(id: &str) -> [u8; 32] {
    Sha256::digest(format!("onrecord issue {id}")).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_id_is_the_same_guid() {
        assert_eq!(guid("gas-transit"), "8ef76e88-b8b5-8624-8288-24bd26eadf02");
        assert_ne!(guid("gas-transit"), guid("gas"));
        for id in ["", "a", "b", "c", "écologie"] {
            let guid = guid(id);
            let lengths: Vec<usize> = guid.split('-').map(str::len).collect();
            assert_eq!((lengths, &guid[14..15]), (vec![8, 4, 4, 4, 12], "8"), "{guid}");
            assert!(colour(id).starts_with('#') && colour(id).len() == 7);
        }
    }
}
