//! Whose words are these: who says each clause (attribution), and characterizations in the writer's own voice.
//!
//! All spans here are bytes.

pub mod attribution;
pub mod characterization;
pub mod lexicon;
