// Shared with the build script, which packs tables by these keys.

/// FNV-1a of 64 bits with a final mix (Fowler, Noll and Vo; the mix is MurmurHash3's), the same on every platform:
/// stored fingerprints rest on it.
pub fn hash(bytes: &[u8]) -> u64 {
    let mut h =
        bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |h, &b| (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3));
    h ^= h >> 33;
    h = h.wrapping_mul(0xff51_afd7_ed55_8ccd);
    h ^ (h >> 33)
}
