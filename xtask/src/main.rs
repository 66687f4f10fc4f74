//! Every chore of the project: `cargo xtask run | test | package | bench | serve`.

fn main() {}
