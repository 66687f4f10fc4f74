//! A made-up report, and a story that rewrites it.

pub const REPORT: &str = "Harbour officials in Port Ansel falsified safety inspections on at least 41 cargo cranes over six years, according to internal logs reviewed by the Ansel Courier.\n\
The logs, which were kept by a former inspector named Delia Korm, show that crews signed off on cranes they had never visited.\n\
In one case, a crane that collapsed in March 2014 and crushed a loading shed had been certified as sound only nine days earlier.\n\
“Nobody climbed those ladders in the winter, and nobody was told to,” Korm said in an interview at her home in Tallow Bay.\n\
The port authority paid a contractor, Brightwater Rigging, about 3.2 million crowns for the inspections between 2010 and 2016.\n\
Brightwater Rigging went bankrupt in 2017, and its founder, Oskar Lindqvar, could not be reached for comment.\n\
A spokesman for the port authority, Hale Torrance, told the Courier that it “takes every report seriously” and had opened a review.\n\
Dock workers said they had complained about loose bolts and rusted cables since the spring of 2011.\n\
Two unions are preparing a lawsuit, said Mirela Dobson, a lawyer who represents 120 dock workers.\n\
The transport ministry has asked the port to close seven of the cranes until they have been examined.";

pub const REWRITE: &str = "Officials in Port Ansel faked safety inspections on at least 41 cargo cranes over six years, the Ansel Courier reports.\n\
Crews signed off on cranes they had never visited, according to logs kept by Delia Korm, a former inspector.\n\
One crane that collapsed in March 2014 had been certified as sound only nine days before it crushed a loading shed.\n\
“Nobody climbed those ladders in the winter, and nobody was told to,” Korm told the paper.\n\
The port authority paid Brightwater Rigging about 3.2 million crowns for the inspections between 2010 and 2016, and the contractor went bankrupt in 2017.\n\
Two unions are preparing a lawsuit, and the transport ministry has asked the port to close seven of the cranes.";
