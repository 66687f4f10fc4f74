//! Packs `src/text/rarity.txt` for `src/text/rarity.rs`.

use std::error::Error;
use std::path::Path;

/// For each line of the file: the class, how many stems it has (16 bits, little end first), then the sorted keys of its
/// stems as differences, in three planes of bytes, low first, since like beside like is what compresses.
pub fn compile(from: &Path, out: &Path, key: impl Fn(&[u8]) -> u32) -> Result<(), Box<dyn Error>> {
    let mut packed = Vec::new();
    for line in std::fs::read_to_string(from)?.lines() {
        let mut fields = line.split(' ');
        let class: u8 = fields.next().ok_or("an empty line")?.parse()?;
        let mut keys: Vec<u32> = fields.map(|stem| key(stem.as_bytes())).collect();
        keys.sort_unstable();
        keys.dedup();
        packed.push(class);
        packed.extend(u16::try_from(keys.len())?.to_le_bytes());
        let mut before = 0;
        let steps: Vec<[u8; 4]> = keys.iter().map(|k| (k - std::mem::replace(&mut before, *k)).to_le_bytes()).collect();
        for plane in 0..3 {
            packed.extend(steps.iter().filter_map(|s| s.get(plane)));
        }
    }
    std::fs::write(out.join("rarity.bin"), packed)?;
    Ok(())
}
