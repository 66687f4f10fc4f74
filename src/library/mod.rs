//! The known originals: fingerprints, postings, records, and the format that they are stored in.
